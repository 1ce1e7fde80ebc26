import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { runCommand } from '../../src/cli/program.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly ended: Promise<Ran>;
  /** What standard error has said so far. */
  readonly said: () => string;
}

function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, PAWL_REDACTION_KEY: 'a key for tests', ...more };
}

/** The built program as a user starts it; pseudonyms are the same in every store, unless `more` says otherwise. */
export function startPawl(directory: string, args: readonly string[], more: Record<string, string> = {}): Running {
  const env = environmentWith(more);
  const child = spawn(process.execPath, [CLI, ...args], { cwd: directory, env, stdio: ['pipe', 'pipe', 'pipe'] });
  // It may end before it has read what it is given.
  child.stdin.on('error', () => undefined);
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout: out.join(''), stderr: err.join('') }));
  });
  return { child, ended, said: () => err.join('') };
}

export function pawl(
  directory: string,
  args: readonly string[],
  { input = '', environment = {} }: { input?: string | Uint8Array; environment?: Record<string, string> } = {},
): Promise<Ran> {
  const { child, ended } = startPawl(directory, args, environment);
  child.stdin.end(input);
  return ended;
}

/** The same command line, run by this process: a quarter of the time. For what is no matter of processes, pipes and signals. */
export async function pawlHere(
  directory: string,
  args: readonly string[],
  { input = '', environment = {} }: { input?: string | Uint8Array; environment?: Record<string, string> } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(args, {
    ...{ directory, environment: environmentWith(environment), stdin: () => Readable.from([Buffer.from(input)]) },
    print: (text) => out.push(`${text}\n`),
    warn: (text) => err.push(`${text}\n`),
    ...{
      terminal: false,
      alone: false,
      width: 120,
      color: false,
      now: new Date(),
      signal: new AbortController().signal,
    },
  });
  return { exitCode, signal: null, stdout: out.join(''), stderr: err.join('') };
}
