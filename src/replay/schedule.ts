import { seededRandom, shuffled } from '../stats/index.ts';
import type { TrialRequest } from './trial.ts';

/**
 * The order of a round: trials of one case and number together, base before head, and after it a base trial that follows
 * head's beginning; these in seeded random order, so that a provider's bad minute hits both sides alike.
 */
export function pairUp(requests: readonly TrialRequest[], seed: string): readonly (readonly TrialRequest[])[] {
  const pairs = new Map<string, TrialRequest[]>();
  for (const request of requests) {
    const key = `${request.resampleOf ?? request.number} ${request.caseId}`;
    const pair = pairs.get(key) ?? [];
    pairs.set(key, pair);
    pair.push(request);
  }
  const ordered = [...pairs.values()].map((pair) => pair.toSorted((a, b) => placeOf(a) - placeOf(b)));
  return shuffled(ordered, seededRandom(seed));
}

function placeOf({ side, resampleOf }: TrialRequest): number {
  return side === 'head' ? 1 : resampleOf === undefined ? 0 : 2;
}
