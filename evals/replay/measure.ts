import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { COMPILED_SCHEMAS } from '../../scripts/compiled-schemas.ts';
import { QUICK_START } from '../../scripts/quick-start.ts';
import { floorMs, type ProviderProcess, runProgram, startProvider, takeDurationsMs } from './processes.ts';
import { makeProject, type Project } from './project.ts';

export interface ReplayOptions {
  readonly cases: number;
  /** Model calls at once, over all processes. */
  readonly inflight: number;
  readonly rounds: number;
  /** Of the provider: how long it takes, and how much more or less. */
  readonly delayMs: number;
  readonly spreadMs: number;
}

/** One run of the gate. */
export interface GateRun {
  readonly verdict: string;
  readonly providerCalls: number;
  /** From the first trial to the last. */
  readonly replayMs: number;
  /** All of the gate: its process, checkouts, trials, report. */
  readonly wholeMs: number;
  /** Of pawl's own process, from the first trial to the last. */
  readonly replayCpuMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** One round, in milliseconds; quantiles are of single model calls as the agents see them, without the provider's own time. */
export interface Round {
  readonly floorMs: number;
  readonly floorQuantilesMs: Quantiles;
  readonly cold: GateRun;
  readonly coldQuantilesMs: Quantiles;
  readonly warm: GateRun;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

const PROCESSES_PER_SIDE = 2;

/** The programs that are measured, bundled as pawl itself is. */
export interface Programs {
  readonly gate: string;
  readonly store: string;
  remove(): void;
}

export async function bundlePrograms(): Promise<Programs> {
  const outdir = mkdtempSync(join(tmpdir(), 'pawl-bench-programs-'));
  const fileOf = (name: string): string => join(import.meta.dirname, `${name}.ts`);
  await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: [fileOf('gate-process'), fileOf('store-process')],
    ...{ outdir, bundle: true, platform: 'node', format: 'esm', target: 'node24', outExtension: { '.js': '.mjs' } },
    banner: { js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
    plugins: [...QUICK_START, COMPILED_SCHEMAS],
  });
  return {
    gate: join(outdir, 'gate-process.mjs'),
    store: join(outdir, 'store-process.mjs'),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

/** The same trials without pawl, with it, and with it once more, when everything is recorded. */
export async function measureReplay(
  programs: Programs,
  { cases, inflight, rounds, delayMs, spreadMs }: ReplayOptions,
): Promise<readonly Round[]> {
  const project = makeProject({
    cases,
    processes: PROCESSES_PER_SIDE,
    inflight: inflight / PROCESSES_PER_SIDE,
    looks: [1],
  });
  const provider = await startProvider(delayMs, spreadMs);
  const measured: Round[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const processes = 2 * PROCESSES_PER_SIDE;
      const floor = await floorMs(project, provider, { processes, inflight: inflight / processes, trials: 2 * cases });
      const floorQuantilesMs = quantilesOf(takeDurationsMs(project));
      const store = mkdtempSync(join(tmpdir(), 'pawl-bench-store-'));
      const cold = await runGate(programs, project, provider, store);
      const coldQuantilesMs = quantilesOf(takeDurationsMs(project));
      const warm = await runGate(programs, project, provider, store);
      takeDurationsMs(project);
      rmSync(store, { recursive: true, force: true });
      measured.push({ floorMs: floor, floorQuantilesMs, cold, coldQuantilesMs, warm });
    }
  } finally {
    provider.stop();
    project.remove();
  }
  return measured;
}

async function runGate(
  programs: Programs,
  project: Project,
  provider: ProviderProcess,
  store: string,
): Promise<GateRun> {
  const before = await provider.calls();
  const args = [project.directory, 'head', provider.url, store];
  const run = (await runProgram(programs.gate, args, { BENCH_DURATIONS: project.durations })) as GateRun;
  const calls = (await provider.calls()) - before;
  if (calls !== run.providerCalls) throw new Error(`the provider had ${calls} calls, pawl says ${run.providerCalls}`);
  return run;
}

function quantilesOf(ascending: readonly number[]): Quantiles {
  const at = (share: number): number => ascending[Math.floor(ascending.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export interface StoreFigures {
  /** How much memory was taken while the last two fifths of the answers were read. */
  readonly grownBytes: number;
  readonly usPerCall: number;
}

/** Reads so many recorded answers, each once. */
export async function measureStore(programs: Programs, calls: number): Promise<StoreFigures> {
  const store = mkdtempSync(join(tmpdir(), 'pawl-bench-store-'));
  try {
    await runProgram(programs.store, ['fill', store, String(calls)], {});
    return (await runProgram(programs.store, ['read', store, String(calls)], {
      NODE_OPTIONS: '--expose-gc',
    })) as StoreFigures;
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
}
