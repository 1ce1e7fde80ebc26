import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../errors.ts';
import { killTree, MARK_VARIABLE, membersOf, type ProcessTree, processTree } from './process-tree.ts';

/** A command as the system starts it, wrapped in the isolation that is in force. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** The same with all of its environment. */
export type SideLaunch = Launch & { readonly env: Readonly<Record<string, string>> };

export interface Exit {
  /** null = ended by a signal, or never started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last 8192 characters of its standard error, or why it could not be started. */
  readonly stderrTail: string;
}

/** A running command of the user's. Its `stdout` must be read from the start. */
export interface Child {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves when the command ended, all that it started is gone and its output has been read. Never rejects. */
  readonly exit: Promise<Exit>;
  /** The command itself is over, though `exit` may still be cleaning up after it. */
  hasEnded(): boolean;
  /** Ids of the command and all that it started; null = the system does not tell. */
  processes(): readonly number[] | null;
  /** Ends the command and all that it started; resolves as `exit` does. */
  kill(): Promise<Exit>;
}

/** How long a process that escaped us may keep the pipe open after the command ended. */
const DRAIN_MS = 150;
const TAIL_LENGTH = 8192;
const MAX_STDERR_LINE = 2000;

export function startChild(
  launch: Launch,
  environment: Readonly<Record<string, string>>,
  onStderr?: (line: string) => void,
): Child {
  const mark = randomBytes(12).toString('hex');
  const { file, args, ...options } = launch;
  try {
    const env = { ...environment, [MARK_VARIABLE]: mark };
    return watch(launch, spawn(file, args, { ...options, env, detached: true, stdio: 'pipe' }), mark, onStderr);
  } catch (error) {
    // Some faults of the system (too large an environment, a uid that may not be taken) are thrown, others are emitted.
    const exit = Promise.resolve(neverStarted(launch, error));
    return {
      stdin: new PassThrough(),
      stdout: Readable.from([]),
      exit,
      hasEnded: () => true,
      processes: () => [],
      kill: () => exit,
    };
  }
}

function watch(
  launch: Launch,
  child: ChildProcessWithoutNullStreams,
  mark: string,
  onStderr?: (line: string) => void,
): Child {
  const { stdin, stdout, stderr } = child;
  const tail = readStderr(stderr, onStderr);
  // A closed stdin is no news: whoever does not read its input is judged by how it ends.
  stdin.on('error', () => undefined);
  const tree = child.pid === undefined ? null : processTree(child.pid, mark);
  const rootEnd = new Promise((resolve) => child.once('exit', resolve));
  const exit = ended(child, tree).then(
    (end) => ({ ...end, stderrTail: tail() }),
    (error: unknown) => neverStarted(launch, error),
  );
  const hasEnded = () => tree === null || child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (tree !== null && !hasEnded()) await killTree(tree, rootEnd);
    return exit;
  };
  const processes = () => (tree === null ? [] : membersOf(tree));
  return { stdin, stdout, exit, hasEnded, processes, kill };
}

/** Waits for the process itself, not for its pipes: a stray that outlives it may hold those open for ever. */
async function ended(
  child: ChildProcessWithoutNullStreams,
  tree: ProcessTree | null,
): Promise<Pick<Exit, 'exitCode' | 'signal'>> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = await new Promise<Pick<Exit, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    child.on('error', reject);
  });
  if (tree !== null) await killTree(tree);
  // The turn after the wait reads what is in the pipe, however long this process was busy in between.
  await Promise.race([closed, delay(DRAIN_MS, undefined, { ref: false }).then(() => nextTurn())]);
  child.stdout.destroy();
  child.stderr.destroy();
  return end;
}

function neverStarted(launch: Launch, error: unknown): Exit {
  const message = `could not start ${launch.file} in ${launch.cwd}: ${messageOf(error)}`;
  return { exitCode: null, signal: null, stderrTail: message };
}

/** Hands on each line, a very long one in pieces, and returns a reader of the last characters. */
function readStderr(stream: Readable, onLine?: (line: string) => void): () => string {
  let tail = '';
  let line = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-TAIL_LENGTH);
    if (onLine === undefined) return;
    const lines = (line + text).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) onLine(one.slice(0, MAX_STDERR_LINE));
    if (line.length > MAX_STDERR_LINE) {
      onLine(line.slice(0, MAX_STDERR_LINE));
      line = '';
    }
  });
  stream.once('close', () => {
    if (line !== '') onLine?.(line);
  });
  return () => tail.trim();
}
