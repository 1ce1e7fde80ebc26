import { seededRandom, shuffled } from '../stats/index.ts';
import type { TrialRequest } from './trial.ts';

/**
 * The order of a round: pairs of one case and number together, base before head, pairs in seeded random order, so that a
 * provider's bad minute hits both sides alike (STATISTICS.md 4.2).
 */
export function pairUp(requests: readonly TrialRequest[], seed: string): readonly (readonly TrialRequest[])[] {
  const pairs = new Map<string, TrialRequest[]>();
  for (const request of requests) {
    const key = `${request.number} ${request.caseId}`;
    const pair = pairs.get(key) ?? [];
    pairs.set(key, pair);
    if (request.side === 'base') pair.unshift(request);
    else pair.push(request);
  }
  return shuffled([...pairs.values()], seededRandom(seed));
}
