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
