/**
 * Bundles `src/main.ts` (the Action) and `src/cli.ts` into `dist/`, which is committed: an Action runs as it is checked out.
 * Run it in the root of the repository.
 *
 *   node scripts/build.ts            writes dist/
 *   node scripts/build.ts --check    builds in memory; exit 1 when dist/ holds anything else
 */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import process, { cwd, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { COMPILED_SCHEMAS } from './compiled-schemas.ts';
import { QUICK_START } from './quick-start.ts';

/** Path below `dist`, with `/` -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

const MIN_NODE_MAJOR = 24;

/** The program proper, as `dist/cli.js` starts it. */
const PROGRAM = 'program.js';

/**
 * In syntax that Node 14 parses: an older Node must get as far as the message before it meets anything newer. A program that
 * cannot even be loaded is a defect (exit 3), never a regression (exit 1).
 */
const LAUNCHER = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < ${MIN_NODE_MAJOR}) {
  console.error('pawl needs Node ${MIN_NODE_MAJOR} or newer, this is ' + process.version + ': see https://nodejs.org');
  process.exit(2);
}
import('./${PROGRAM}').catch(function (error) {
  console.error('this is a defect in pawl, not a regression:', error);
  process.exit(3);
});
`;

/** Same sources, same bytes, in whatever folder the repository lies. */
export async function bundle(root: string): Promise<Files> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts', [PROGRAM.replace(/\.js$/, '')]: 'src/cli.ts' },
    outdir: 'dist',
    bundle: true,
    write: false,
    // What a command imports lazily becomes a file of its own: `pawl --help` parses the argument parser and no more.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: `node${MIN_NODE_MAJOR}`,
    legalComments: 'linked',
    logLevel: 'error',
    // CommonJS packages inside of an ESM bundle still call require() for modules of Node.
    banner: {
      js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
    },
    plugins: [...QUICK_START, COMPILED_SCHEMAS],
  });
  const built = outputFiles.map(({ path, contents }) => [below(join(root, 'dist'), path), contents] as const);
  return new Map([...built, ['cli.js', Buffer.from(LAUNCHER)]]);
}

function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** What keeps `dist` from being the build: one line a file. Empty = fresh. */
export function staleness(built: Files, present: Files): string[] {
  const differs = (path: string, contents: Uint8Array): boolean => {
    const found = present.get(path);
    return found !== undefined && Buffer.compare(found, contents) !== 0;
  };
  return [
    ...[...built.keys()].filter((path) => !present.has(path)).map((path) => `missing  dist/${path}`),
    ...[...built].filter(([path, contents]) => differs(path, contents)).map(([path]) => `stale    dist/${path}`),
    ...[...present.keys()].filter((path) => !built.has(path)).map((path) => `extra    dist/${path}`),
  ].sort();
}

async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [below(folder, path), await readFile(path)] as const)));
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  await chmod(join(folder, 'cli.js'), 0o755);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const folder = join(cwd(), 'dist');
  const built = await bundle(cwd());
  if (!values.check) {
    await writeFiles(folder, built);
    stdout.write(`dist: ${built.size} files\n`);
    return 0;
  }
  const stale = staleness(built, await readFiles(folder));
  if (stale.length === 0) return 0;
  stderr.write(`dist/ is not what src/ builds:\n  ${stale.join('\n  ')}\nrun "npm run build" and commit dist/\n`);
  return 1;
}

if (import.meta.main) process.exitCode = await main();
