import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CommandHelp,
  fillSections,
  generatedSections,
  readHelps,
  settingsReference,
  table,
} from '../../scripts/readme.ts';
import { readInputs } from '../../src/commands/record-inputs.ts';
import { readAccepted, readSettings } from '../../src/config/index.ts';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { examine, readWorkflows } from '../../src/setup/index.ts';
import { codeOf, FENCE, README } from './readme-code.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = [
  'README.md',
  'docs/statistics.md',
  'src/README.md',
  '.github/CONTRIBUTING.md',
  'evals/support-desk/README.md',
];

describe('the generated sections', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** A folder that has what README.md is made of, and this README.md. */
  async function folderWith(readme: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'pawl-readme-'));
    folders.push(folder);
    for (const name of ['schema', 'dist', 'test', 'action.yml']) await symlink(join(ROOT, name), join(folder, name));
    await writeFile(join(folder, 'README.md'), readme);
    return folder;
  }

  /** What the script does to such a folder. */
  async function script(readme: string, ...args: string[]) {
    const folder = await folderWith(readme);
    const ended = await new Promise<{ exitCode: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [join(ROOT, 'scripts/readme.ts'), ...args], { cwd: folder }, (error, _, stderr) =>
        resolve({ exitCode: error === null ? 0 : error.code, stderr }),
      );
    });
    return { ...ended, readme: readFileSync(join(folder, 'README.md'), 'utf8') };
  }

  test('say what the schemas, action.yml, the example report and --help say', async () => {
    const fresh = fillSections(README, await generatedSections(ROOT));
    expect(README, 'run "npm run readme" and commit README.md').toBe(fresh);
  });

  test('are written anew when they are stale; until then --check fails and names the command', async () => {
    const stale = README.replace('| `alpha` | number | `0.01` |', '| `alpha` | number | `0.05` |');
    expect(stale).not.toBe(README);
    const [checked, written] = await Promise.all([script(stale, '--check'), script(stale)]);
    expect(checked).toMatchObject({ exitCode: 1, readme: stale });
    expect(checked.stderr).toContain('run "npm run readme" and commit README.md');
    expect(written).toEqual({ exitCode: 0, stderr: '', readme: README });
  });

  test('must each have their place, once', () => {
    const place = '<!-- generated:a -->\nold\n<!-- /generated:a -->\n';
    expect(fillSections(`x\n${place}`, new Map([['a', 'new $& |']]))).toBe(
      'x\n<!-- generated:a -->\n\nnew $& |\n\n<!-- /generated:a -->\n',
    );
    expect(() => fillSections('x', new Map([['a', '']]))).toThrow('expected each of these sections once: a; received ');
    expect(() => fillSections(place, new Map())).toThrow('received a');
    expect(() => fillSections(place + place, new Map([['a', '']]))).toThrow('received a, a');
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

describe('the command lines', () => {
  let helps: readonly CommandHelp[] = [];
  beforeAll(async () => {
    helps = await readHelps(ROOT);
  });

  /** What `--help` does not know of a line `pawl ...`. */
  function unknownWords(line: string): readonly string[] {
    const words = line.split(/\s+/).slice(1);
    let name = 'pawl';
    const helpOf = () => helps.find((help) => help.name === name);
    while (helpOf()?.subcommands.includes(words[0] ?? '') === true) name += ` ${words.shift()}`;
    const unknown: string[] = [];
    // `Usage: pawl compare [options] <base> <head>`: words that may be anything.
    const usage = helpOf()?.text.match(/^Usage: .*$/m)?.[0] ?? '';
    const places = usage.match(/<[\w.-]+>|\[(?!options|command)[\w-]+\]/g) ?? [];
    const free = places.some((place) => place.includes('...')) ? words.length : places.length;
    let i = 0;
    while (i < Math.min(free, words.length) && words[i]?.startsWith('--') === false) i += 1;
    for (; i < words.length; i += 1) {
      const takesValue = helpOf()?.options.get(words[i] ?? '');
      if (takesValue === undefined) unknown.push(words[i] ?? '');
      if (takesValue === true) i += 1;
    }
    return unknown;
  }

  test('use only commands and options that --help knows', () => {
    const blocks = [...README.matchAll(FENCE)].filter((match) => match[2] === 'sh').map((match) => match[3] ?? '');
    const lines = blocks.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
    const commands = lines
      .map((line) => line.replaceAll(/"[^"]*"/g, 'TEXT').replace(/^(\w+=\S+ )*/, ''))
      .filter((line) => line.startsWith('pawl '));
    expect([...new Set(commands.map((line) => line.split(' ')[1]))].sort().join(' ')).toBe(
      'aa accept backfill changes collect compare corpus doctor drift forget gate incidents ingest init ledger merge plan record repro reservoir status traffic',
    );
    expect(commands.flatMap(unknownWords)).toEqual([]);
  });

  test.each([
    ['pawl gaet --base main', ['gaet', '--base', 'main']],
    ['pawl gate --bas main', ['--bas', 'main']],
    ['pawl reservoir fill --out x', ['--out', 'x']],
    ['pawl gate --offline --json out.json', []],
  ])('are judged by the help of their own command: %s', (line, unknown) => {
    expect(unknownWords(line)).toEqual(unknown);
  });
});

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...page.replaceAll(FENCE, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test.each(PAGES)('every relative link of %s leads somewhere', (path) => {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const links = [...page.replaceAll(FENCE, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const relative = links.filter((link) => !/^https?:/.test(link));
  const broken = relative.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
  expect(broken).toEqual([]);
  if (path === 'README.md') expect(relative.length).toBeGreaterThan(10);
});

describe('the examples', () => {
  test('pawl.yml is accepted', () => {
    const settings = readSettings({ text: codeOf('yaml pawl.yml'), file: 'pawl.yml', overrides: [] });
    expect(settings.agent).toMatchObject({ root: 'agent', protocol: 'worker', command: 'node worker.mjs' });
  });

  test('the slices of pawl.yml are accepted', () => {
    const text = `${codeOf('yaml pawl.yml')}${codeOf('yaml slices')}`;
    const { slices } = readSettings({ text, file: 'pawl.yml', overrides: [] });
    expect(slices.map(({ kind }) => kind)).toEqual(['attribute', 'rule', 'first_tool', 'text_clusters']);
  });

  test('what is accepted is read', () => {
    const { entries, problems } = readAccepted(codeOf('yaml .pawl/accepted.yml'));
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ kind: 'slice', name: 'refunds', until: '2026-12-31' }]);
  });

  test('the MCP servers of pawl.yml are accepted', () => {
    const text = `${codeOf('yaml pawl.yml')}${codeOf('yaml mcp')}`;
    const { agent, mcpFile } = readSettings({ text, file: 'pawl.yml', overrides: [] });
    expect(Object.keys(agent.mcpServers)).toEqual(['files', 'issues']);
    expect(mcpFile).toBe('.pawl/mcp.json');
    const { command, args } = JSON.parse(codeOf('json mcp.json')).mcpServers.files;
    expect([command, ...args]).toEqual(['pawl', 'mcp', 'files']);
  });

  test('the case line is a case', () => {
    expect(parseCaseLine(codeOf('json case'))).toMatchObject({ kind: 'case', case: { slices: ['refunds'] } });
  });

  test('the input lines can be recorded', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'pawl-inputs-')), 'inputs.jsonl');
    await writeFile(file, codeOf('json inputs.jsonl'));
    const inputs = await readInputs(file);
    await rm(dirname(file), { recursive: true });
    const read = inputs.map(({ theCase, next }) => `${theCase.id} +${next.length}`);
    expect(read).toEqual(['refund-001 +0', 'refund-002-1 +1']);
  });

  test('the doctor finds nothing to mend in the workflow but what is yours to fill in', () => {
    const texts = new Map([['.github/workflows/pawl.yml', codeOf('yaml .github/workflows/pawl.yml')]]);
    const files = { paths: [...texts.keys()], textOf: (path: string) => texts.get(path) ?? null };
    const workflows = readWorkflows(files);
    const found = examine({
      ...{ files, workflows, configPath: 'pawl.yml', corpus: null, settingsProblems: [] },
      settings: readSettings({ text: codeOf('yaml pawl.yml'), file: 'pawl.yml', overrides: [] }),
      machine: { node: '24.0.0', git: '2', shallow: false, isolation: { kind: 'bubblewrap' }, programs: new Map() },
      branch: { kind: 'known', branch: 'main', required: ['gate'], mergeQueue: true },
    });
    const ofWorkflow = found.filter(({ name }) => !['prompts', 'tools', 'model pins', 'agent'].includes(name));
    const toMend = ofWorkflow.flatMap(({ name, outcome }) => (outcome.kind === 'mend' ? [[name, outcome.seen]] : []));
    expect(toMend).toEqual([['pinned actions', expect.stringContaining('OWNER/pawl@COMMIT')]]);
  });
});
