import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

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

/** The built program as a user starts it; pseudonyms are the same in every store, unless `more` says otherwise. */
export function startPawl(directory: string, args: readonly string[], more: Record<string, string> = {}): Running {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PAWL_REDACTION_KEY: 'a key for tests', ...more };
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
