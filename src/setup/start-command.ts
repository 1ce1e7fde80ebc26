import { posix } from 'node:path';
import { fromFolder, isAside, isBelow, isSource, type RepositoryFiles } from './files.ts';
import type { Install } from './installs.ts';
import type { Manifest } from './manifests.ts';

/** How the agent is started: a program that speaks to pawl already, or one that is still to be written. */
export interface StartCommand {
  readonly command: string;
  /** The program that speaks to pawl; null = none was found. */
  readonly program: string | null;
  /** What else could be started instead. */
  readonly hint: string | null;
}

const WORKER = /(?:^|\/)(?:pawl[-_])?worker\.(?:[cm]?[jt]s|py)$/;
/** The protocol's own words: the URLs of a line, or the variable that holds the tools'. */
const SPEAKS = /PAWL_TOOLS_URL|\burls\b[\s\S]{0,40}\btools\b|\["urls"\]/;
const SERVERS = ['express', 'fastify', 'hono', '@hono/node-server', 'koa', 'next', 'fastapi', 'flask', 'starlette'];

export function findStart(agent: Manifest | null, install: Install | null, files: RepositoryFiles): StartCommand {
  const folder = agent?.folder ?? '.';
  const run = install?.run ?? (agent?.language === 'python' ? 'python3' : 'node');
  const program = files.paths
    .filter((path) => isSource(path) && !isAside(path) && isBelow(folder, path))
    .filter((path) => WORKER.test(path) && SPEAKS.test(files.textOf(path) ?? ''))
    .sort((a, b) => a.length - b.length)[0];
  if (program !== undefined) return { command: `${run} ${fromFolder(folder, program)}`, program, hint: null };
  return { command: `${run} ${unwritten(agent, run)}`, program: null, hint: serverHint(agent) };
}

function unwritten(agent: Manifest | null, run: string): string {
  if (agent?.language === 'python') return 'worker.py';
  return run === 'node' ? 'worker.mjs' : 'worker.ts';
}

function serverHint(agent: Manifest | null): string | null {
  if (agent === null || !SERVERS.some((name) => agent.dependencies.has(name))) return null;
  const start = agent.startScript === null ? '' : `: "${agent.startScript}"`;
  const where = posix.basename(agent.path);
  return `${where} has a web framework${start}; an agent that is a server can speak protocol: http instead`;
}
