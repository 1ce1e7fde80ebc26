import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Case } from '../corpus/index.ts';
import { cut, messageOf } from '../errors.ts';
import type { SideLaunch, Trial } from '../replay/index.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { CommandScorer, Outcome } from './score.ts';

/** One line of the command's input. */
interface CommandTrial {
  readonly case: Case;
  readonly trial: Trial;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const STDERR_TAIL_LENGTH = 500;
/** How long what the command has left behind may keep its output open after its end. */
const DRAIN_MS = 150;

/**
 * Runs a user's scorer once over many trials: one JSON line `{case, trial}` in, one JSON line `{"pass": boolean, "reason"?:
 * string}` out, in the same order. Returns one outcome a trial, in order. Whatever goes wrong (time out, exit code, number
 * of lines, a line that is no verdict) gives `undetermined` with the reason; it never throws and never passes. The files it
 * runs are the repository's, so `launch` puts it into the same isolation as the agent, away from keys and tokens.
 */
export async function runCommandScorer(
  scorer: CommandScorer,
  trials: readonly CommandTrial[],
  launch: (command: string) => SideLaunch,
): Promise<readonly Outcome[]> {
  if (trials.length === 0) return [];
  const input = trials.map((trial) => `${JSON.stringify(trial)}\n`).join('');
  const run = await runShell(scorer, input, launch(scorer.command));
  const all = (problem: string): readonly Outcome[] =>
    trials.map(() => undetermined(`command scorer "${scorer.name}": ${problem}`));
  if (run.kind === 'failed') return all(run.problem);
  const lines = run.stdout.split('\n').filter((line) => line.trim() !== '');
  if (lines.length !== trials.length) {
    return all(`expected ${trials.length} lines, one a trial, received ${lines.length}`);
  }
  return lines.map((line, index) => readLine(line, `command scorer "${scorer.name}", line ${index + 1}`));
}

function readLine(line: string, where: string): Outcome {
  const value = parseJson(line);
  if (!isJsonObject(value) || typeof value.pass !== 'boolean') {
    return undetermined(`${where}: expected {"pass": true|false, "reason"?: string}, received ${cut(line, 100)}`);
  }
  if (value.pass) return PASS;
  return fail(typeof value.reason === 'string' ? value.reason : 'the command says so and gives no reason');
}

type Run = { readonly kind: 'done'; readonly stdout: string } | { readonly kind: 'failed'; readonly problem: string };

function runShell(scorer: CommandScorer, input: string, { file, args, ...options }: SideLaunch): Promise<Run> {
  return new Promise((resolve) => {
    // A process group of its own, so that a time out also ends what the command has started.
    const child = spawn(file, args, { ...options, detached: true });
    const stdout: Buffer[] = [];
    let stdoutBytes = 0;
    let stderrTail = '';
    let problem: string | null = null;
    const stop = (why: string): void => {
      problem ??= why;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timer = setTimeout(() => stop(`no end within ${scorer.timeoutMs / 1000} s`), scorer.timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > MAX_OUTPUT_BYTES) stop(`its output is larger than ${MAX_OUTPUT_BYTES} bytes`);
      else stdout.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderrTail = `${stderrTail}${chunk.toString('utf8')}`.slice(-STDERR_TAIL_LENGTH);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'failed', problem: `it could not be started: ${messageOf(error)}` });
    });
    child.on('exit', async (exitCode, signal) => {
      clearTimeout(timer);
      // What it left running in the background must not outlive it.
      if (child.pid !== undefined) killGroup(child.pid);
      await drain(child);
      if (problem !== null) resolve({ kind: 'failed', problem });
      else if (exitCode !== 0) resolve({ kind: 'failed', problem: exitText(exitCode, signal, stderrTail) });
      else resolve({ kind: 'done', stdout: Buffer.concat(stdout).toString('utf8') });
    });
    child.stdin.on('error', (error) => {
      // A command that ends without reading all its input is judged by its exit code and its lines.
      stderrTail = `${stderrTail}(stdin: ${messageOf(error)})`;
    });
    child.stdin.end(input);
  });
}

/** Its own words may still be in the pipe; a process that left the group may hold that open for ever. */
async function drain(child: ChildProcessWithoutNullStreams): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([closed, delay(DRAIN_MS, undefined, { ref: false }).then(() => nextTurn())]);
  child.stdout.destroy();
  child.stderr.destroy();
}

function exitText(exitCode: number | null, signal: string | null, stderrTail: string): string {
  const how = exitCode === null ? `ended by ${signal}` : `exit code ${exitCode}`;
  return stderrTail.trim() === '' ? how : `${how}: ${stderrTail}`;
}

/** The group may be gone already; anything else that goes wrong is a defect worth seeing. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
