import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillSections, GENERATED, generatedSections, settingsReference, table } from '../../scripts/readme.ts';
import { PAGES } from './readme-code.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the generated sections', () => {
  let sections: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    sections = await generatedSections(ROOT);
  });
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** A folder that has what the pages are made of, and the pages, one of them changed. */
  async function folderWith(page: string, text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'pawl-readme-'));
    folders.push(folder);
    for (const name of ['schema', 'test', 'action.yml']) await symlink(join(ROOT, name), join(folder, name));
    await mkdir(join(folder, 'docs'));
    for (const path of Object.keys(GENERATED)) await writeFile(join(folder, path), PAGES.get(path) ?? '');
    await writeFile(join(folder, page), text);
    return folder;
  }

  /** What the script does to such a folder. */
  async function script(page: string, text: string, ...args: string[]) {
    const folder = await folderWith(page, text);
    const ended = await new Promise<{ exitCode: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [join(ROOT, 'scripts/readme.ts'), ...args], { cwd: folder }, (error, _, stderr) =>
        resolve({ exitCode: error === null ? 0 : error.code, stderr }),
      );
    });
    return { ...ended, text: readFileSync(join(folder, page), 'utf8') };
  }

  test.each(Object.entries(GENERATED))(
    'say what schemas, action.yml, the example report and --help say: %s',
    (page, names) => {
      const text = PAGES.get(page) ?? '';
      const fresh = fillSections(page, text, names, sections);
      expect(text, 'run "npm run readme" and commit the pages').toBe(fresh);
    },
  );

  test('have a page each', () => {
    expect(Object.values(GENERATED).flat().sort()).toEqual([...sections.keys()].sort());
  });

  test('are written anew when they are stale; until then --check fails and names the command', async () => {
    const reference = PAGES.get('docs/reference.md') ?? '';
    const stale = reference.replace('| `alpha` | number | `0.01` |', '| `alpha` | number | `0.05` |');
    expect(stale).not.toBe(reference);
    const [checked, written] = await Promise.all([
      script('docs/reference.md', stale, '--check'),
      script('docs/reference.md', stale),
    ]);
    expect(checked).toMatchObject({ exitCode: 1, text: stale });
    expect(checked.stderr).toContain('docs/reference.md: something else');
    expect(checked.stderr).toContain('run "npm run readme" and commit the pages');
    expect(written).toEqual({ exitCode: 0, stderr: '', text: reference });
  });

  test('must each have their place, once', () => {
    const place = '<!-- generated:a -->\nold\n<!-- /generated:a -->\n';
    expect(fillSections('p', `x\n${place}`, ['a'], new Map([['a', 'new $& |']]))).toBe(
      'x\n<!-- generated:a -->\n\nnew $& |\n\n<!-- /generated:a -->\n',
    );
    expect(() => fillSections('p', 'x', ['a'], new Map([['a', '']]))).toThrow(
      'p: expected each of these sections once: a; received ',
    );
    expect(() => fillSections('p', place, [], new Map())).toThrow('received a');
    expect(() => fillSections('p', place + place, ['a'], new Map([['a', '']]))).toThrow('received a, a');
  });

  test('keep a foreign pipe or line feed inside of its cell', () => {
    expect(table(['a|b'], [['`c|d`'], ['e\n  f']])).toBe('| a\\|b |\n| --- |\n| `c\\|d` |\n| e f |');
  });

  test('have a table for the keys of maps, of lists of maps and of maps by name', () => {
    const leaf = { type: 'string', description: 'a <b> | c*' };
    const inner = { required: ['x'], properties: { x: leaf } };
    const properties = { top: leaf, map: inner, list: { items: inner }, named: { additionalProperties: inner } };
    const reference = settingsReference({ properties });
    expect(reference.match(/^### .*$/gm)).toEqual(['### Top level', '### `map`', '### `list[]`', '### `named.<name>`']);
    expect(reference).toContain('| `top` | string | none | a \\<b> \\| c\\* |');
    expect(reference).toContain('| `x` | string | required |');
  });
});
