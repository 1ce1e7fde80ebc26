import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Project } from './project.ts';

/** A provider in a process of its own. */
export interface ProviderProcess {
  readonly url: string;
  calls(): Promise<number>;
  stop(): void;
}

export async function startProvider(delayMs: number, spreadMs: number): Promise<ProviderProcess> {
  const file = join(import.meta.dirname, 'provider.ts');
  const child = spawn(process.execPath, [file, String(delayMs), String(spreadMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `http://127.0.0.1:${printed.toString('utf8').trim()}/v1`;
  return {
    url,
    calls: async () => Number(await (await fetch(url)).text()),
    stop: () => child.kill(),
  };
}

/** Runs a bundled program with arguments; what it printed, as JSON. */
export async function runProgram(
  file: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<unknown> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  await once(child, 'close');
  return JSON.parse(printed.join(''));
}

/**
 * What the same workers take without pawl, in milliseconds, their start included: `processes` of them with `inflight` trials each,
 * every trial a call of the provider.
 */
export async function floorMs(
  project: Project,
  provider: ProviderProcess,
  { processes, inflight, trials }: { processes: number; inflight: number; trials: number },
): Promise<number> {
  const startedAtMs = performance.now();
  const share = Math.ceil(trials / processes);
  const workers = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['agent.mjs'], {
      cwd: project.directory,
      env: { ...process.env, BENCH_DURATIONS: project.durations },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(workers.map((worker) => feed(worker, provider.url, share, inflight)));
  const tookMs = performance.now() - startedAtMs;
  await Promise.all(workers.map((worker) => once(worker.stdin.end() && worker, 'close')));
  return tookMs;
}

async function feed(worker: ChildProcess, openai: string, trials: number, inflight: number): Promise<void> {
  const { stdin, stdout } = worker;
  if (stdin === null || stdout === null) throw new Error('the worker has no pipes');
  let given = 0;
  const give = (): void => {
    if (given >= trials) return;
    given += 1;
    stdin.write(
      `${JSON.stringify({ id: String(given), input: { text: `Question ${given}: what is due?` }, urls: { openai } })}\n`,
    );
  };
  for (let place = 0; place < inflight; place += 1) give();
  let answered = 0;
  for await (const line of createInterface({ input: stdout })) {
    if (!line.includes('"output"')) throw new Error(`a worker failed: ${line}`);
    answered += 1;
    if (answered === trials) return;
    give();
  }
  throw new Error('a worker ended early');
}

/** How long the agents' model calls took besides the provider's own time, in ascending order; taken away as they are read. */
export function takeDurationsMs(project: Project): readonly number[] {
  const files = readdirSync(project.durations).map((name) => join(project.durations, name));
  const durations = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as number[]);
  for (const file of files) rmSync(file);
  return durations.sort((a, b) => a - b);
}
