import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, staleness } from '../../scripts/build.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(ROOT, 'scripts/build.ts');

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') return reject(error);
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd);

/** A small repository of the same shape: an Action, and a command line with one lazy command. */
async function project(folder: string): Promise<void> {
  await mkdir(join(folder, 'src/commands'), { recursive: true });
  const files = {
    'package.json': '{"type":"module","version":"1.2.3"}',
    'src/shared.ts': 'export const shared: string = "shared";',
    'src/commands/slow.ts':
      'import { shared } from "../shared.ts";\nexport const slow = (): string => "slow " + shared;',
    'src/cli.ts':
      'import pkg from "../package.json" with { type: "json" };\nimport { shared } from "./shared.ts";\n' +
      'if (process.argv[2] === "slow") console.log((await import("./commands/slow.ts")).slow());\n' +
      'else console.log(pkg.version, shared);',
    // A CommonJS package that calls require() at run time.
    'src/main.ts': 'import fg from "picomatch";\nconsole.log("action", fg("*.md")("a.md"));',
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pawl-build-'));
  await project(join(folder, 'a'));
  await project(join(folder, 'b'));
  expect(await node([BUILD], join(folder, 'a'))).toMatchObject({ exitCode: 0, stderr: '' });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the built dist', () => {
  test('runs as Action and on the command line, lazy commands included', async () => {
    const outputs = await Promise.all([
      node(['dist/main.js'], join(folder, 'a')),
      node(['dist/cli.js'], join(folder, 'a')),
      node(['dist/cli.js', 'slow'], join(folder, 'a')),
    ]);
    expect(outputs.map(({ stdout }) => stdout.trim())).toEqual(['action true', '1.2.3 shared', 'slow shared']);
  });

  test('keeps what a command imports lazily in a file of its own', async () => {
    const chunks = await readdir(join(folder, 'a/dist/chunks'));
    expect(chunks.filter((name) => name.startsWith('slow-'))).toHaveLength(1);
    expect(await readFile(join(folder, 'a/dist/program.js'), 'utf8')).not.toContain('slow = ');
  });

  test('has the same bytes when it is built in another folder', async () => {
    const [a, b] = await Promise.all([bundle(join(folder, 'a')), bundle(join(folder, 'b'))]);
    expect(staleness(a, b)).toEqual([]);
    expect([...a.keys()].sort()).toEqual([...b.keys()].sort());
  });
});

describe('build --check', () => {
  test('accepts what build has written', async () => {
    expect(await node([BUILD, '--check'], join(folder, 'a'))).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('names missing, stale and extra files and the command to run, and writes nothing', async () => {
    const copy = join(folder, 'stale');
    await cp(join(folder, 'a'), copy, { recursive: true });
    await rm(join(copy, 'dist/main.js'));
    await appendFile(join(copy, 'dist/cli.js'), '\n');
    await writeFile(join(copy, 'dist/chunks/old.js'), '');
    const { exitCode, stderr } = await node([BUILD, '--check'], copy);
    expect(exitCode).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'dist/ is not what src/ builds:',
      '  extra    dist/chunks/old.js',
      '  missing  dist/main.js',
      '  stale    dist/cli.js',
      'run "npm run build" and commit dist/',
      '',
    ]);
    expect(await readdir(join(copy, 'dist'))).not.toContain('main.js');
  });

  test('takes a dist that is not there for missing files', async () => {
    const { exitCode, stderr } = await node([BUILD, '--check'], join(folder, 'b'));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('missing  dist/main.js');
  });
});

describe('dist/cli.js', () => {
  test('says that the Node is too old and exits 2, before it loads anything else', async () => {
    const claim = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '22.1.0' } })`;
    const broken = join(folder, 'broken');
    await cp(join(folder, 'a/dist/cli.js'), join(broken, 'cli.js'));
    const { exitCode, stdout, stderr } = await node(['--import', claim, 'cli.js'], broken);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^pawl needs Node 24 or newer, this is v\d+\.\d+\.\d+: see https:\/\/nodejs\.org\n$/);
  });

  test('exits 3, not 1, when the program cannot be loaded', async () => {
    const broken = join(folder, 'unloadable');
    await cp(join(folder, 'a/dist/cli.js'), join(broken, 'cli.js'));
    const { exitCode, stderr } = await node(['cli.js'], broken);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('this is a defect in pawl');
  });

  test('does so on a real older Node', async (context) => {
    const older = await olderNode();
    if (older === null) return context.skip('no Node older than 24 on this machine');
    const { exitCode, stderr } = await run(older, ['dist/cli.js', '--help'], join(folder, 'a'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pawl needs Node 24 or newer');
  });
});

/** The first Node on the PATH, or in the usual places, that is too old for pawl. */
async function olderNode(): Promise<string | null> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const path of new Set(folders.map((directory) => join(directory, 'node')))) {
    if (dirname(path) === dirname(process.execPath)) continue;
    const version = await run(path, ['--version'], folder).catch(() => null);
    if (version !== null && Number(version.stdout.slice(1).split('.')[0]) < 24) return path;
  }
  return null;
}
