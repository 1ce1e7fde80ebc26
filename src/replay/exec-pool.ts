import pLimit from 'p-limit';
import { parseJson } from '../trace/index.ts';
import { type AgentPool, type AgentResult, type AgentTrial, ended, type PoolOptions, stopped } from './agent-run.ts';
import { startAt } from './agent-site.ts';
import type { Exit } from './child.ts';
import { type AgentUrls, depthFault, garbage } from './worker-protocol.ts';

const MAX_OUTPUT_BYTES = 64 * 1024 ** 2;

/** Protocol `exec`: one process a trial. Its slot's process ends with it, so there is none to restart. */
export function openExecPool(options: PoolOptions): AgentPool {
  const limit = pLimit(options.site.spec.concurrency);
  const closing = new AbortController();
  const running = new Set<Promise<AgentResult>>();
  let processes = 0;
  const runNow = async (trial: AgentTrial): Promise<AgentResult> => {
    const signal = AbortSignal.any([trial.signal, closing.signal]);
    if (signal.aborted) return stopped(signal);
    const slot = { process: ++processes, place: 0 };
    return runExec(options, { ...trial, signal }, trial.start(slot));
  };
  return {
    run: (trial) => {
      const result = limit(runNow, trial);
      running.add(result);
      return result.finally(() => running.delete(result));
    },
    expect: () => undefined,
    restart: () => undefined,
    close: async () => {
      closing.abort('the agent pool was closed');
      await Promise.allSettled(running);
    },
  };
}

/** Input on stdin, all of stdout is the output. */
async function runExec(options: PoolOptions, trial: AgentTrial, urls: AgentUrls): Promise<AgentResult> {
  const child = startAt(options.site, options.site.spec.command, urls);
  const output: Buffer[] = [];
  let outputBytes = 0;
  let early: AgentResult | null = null;
  const endEarly = (result: AgentResult) => {
    if (early !== null || child.hasEnded()) return;
    early = result;
    void child.kill();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length;
    if (outputBytes <= MAX_OUTPUT_BYTES) output.push(chunk);
    else endEarly(tooMuch(output));
  });
  const { timeoutMs, signal } = trial;
  const timer = setTimeout(() => endEarly(ended({ kind: 'timed_out', afterMs: timeoutMs })), timeoutMs);
  const abort = () => endEarly(stopped(signal));
  signal.addEventListener('abort', abort, { once: true });
  child.stdin.end(`${JSON.stringify(trial.input)}\n`);
  const exit = await child.exit;
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
  return early ?? (outputBytes > MAX_OUTPUT_BYTES ? tooMuch(output) : judge(exit, output));
}

function judge(exit: Exit, output: readonly Buffer[]): AgentResult {
  if (exit.exitCode !== 0) return ended({ kind: 'crashed', ...exit });
  const text = decode(Buffer.concat(output));
  if (text === null) return ended(garbage(startOf(output), 'output in UTF-8'));
  // The line feed at the end of text belongs to the printing, not to the answer.
  const json = parseJson(text);
  const value = json === undefined ? text.replace(/\r?\n$/, '') : json;
  const deep = depthFault(value, text);
  return deep === null ? { end: { kind: 'answered' }, output: value } : ended(deep);
}

function tooMuch(output: readonly Buffer[]): AgentResult {
  return ended(garbage(startOf(output), `at most ${MAX_OUTPUT_BYTES} bytes of output`));
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startOf(output: readonly Buffer[]): string {
  return (output[0] ?? Buffer.alloc(0)).subarray(0, 1024).toString('utf8');
}
