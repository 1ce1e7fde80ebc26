import { seededRandom } from '../../src/stats/index.ts';
import { type CorpusKind, drawCorpus } from './corpus.ts';
import { runPullRequest } from './pull-request.ts';
import { POLICY } from './rows.ts';
import { unchanged } from './scenarios.ts';

/**
 * Processor time in which each of `requests` unchanged pull requests is decided, all rounds together. `warmUp` more come
 * first, until the compiler is warm; they are not counted.
 */
export function decisionCpuMs(
  kind: CorpusKind,
  storedTrials: number,
  requests: number,
  seed: number,
  warmUp: number,
): number[] {
  const times: number[] = [];
  for (let request = 0; request < warmUp + requests; request++) {
    const random = seededRandom(`speed ${seed} ${kind.name} ${request}`);
    const corpus = drawCorpus(kind, storedTrials, random);
    times.push(runPullRequest(corpus, unchanged(corpus, kind, random), POLICY, random).cpuMs);
  }
  return times.slice(warmUp);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Processor time of `work` on the machine that the goals were set on. */
const WORK_MS = 11;

/** How much slower than that machine this one is, and is now, with all that runs beside. */
export function slowness(): number {
  return Math.min(...Array.from({ length: 10 }, timedWork)) / WORK_MS;
}

function timedWork(): number {
  const started = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(started).user / 1000;
}

/** Numbers and memory, as decisions take them. */
function work(): number {
  const sums = new Float64Array(1024);
  let sum = 0;
  for (let i = 1; i <= 1_000_000; i++) {
    const x = Math.log(i) + Math.sqrt(i);
    sums[i & 1023] = (sums[i & 1023] ?? 0) + x;
    sum += (sums[(7 * i) & 1023] ?? 0) / x;
  }
  return sum;
}
