import { differsAtFirstRequest, isAffected } from './classify.ts';
import type { Affectedness } from './decision.ts';
import { absent, absentPair, numbered, pairAt, range } from './numbers.ts';
import type { Sample } from './sample.ts';
import { type CaseTrials, isDetermined, type Pair } from './trials.ts';

/** So many pairs are looked at before a case counts as not exercised, and so many at most for each affected one. */
export const PROBES = 3;
/**
 * Equal pairs that came to no result are looked past, up to so many pairs: a tape with gaps is no reason to see less of head. One
 * on which none of the first three came to a result would take more for nothing.
 */
const MOST_PROBES = 2 * PROBES;

/**
 * A case without a reservoir: pairs of fresh trials are looked at in order until one differs in its first request (the case
 * is open: the first `depth` pairs count), `depth` are affected (prefix: these count), or the first three were not, which is
 * too few to call the case unaffected. Which pairs are looked past depends on equal pairs alone, and so on neither side.
 */
export function pairSample(trials: CaseTrials, depth: number): Sample {
  const walk = walkPairs(trials, depth);
  if (walk.kind === 'open') return openPairs(trials, depth);
  const { pairs } = walk;
  const affected = pairs.filter(isAffected).map(({ number }) => number);
  const affectedness: Affectedness = affected.length > 0 ? 'prefix' : 'not_exercised';
  if (walk.kind === 'complete') {
    const base = pairs.map((pair) => pair.base);
    const head = pairs.map((pair) => pair.head);
    return { affectedness, base, head, pairs, affected, wanted: [] };
  }
  const seen = range(1, walk.to);
  const base = numbered(trials.base, seen);
  const wanted = range(walk.from, walk.to).flatMap((number) => absentPair(trials, number));
  return { affectedness, base, head: numbered(trials.head, seen), pairs, affected, wanted };
}

function openPairs(trials: CaseTrials, depth: number): Sample {
  const numbers = range(1, depth);
  return {
    affectedness: 'open',
    base: numbered(trials.base, numbers),
    head: numbered(trials.head, numbers),
    pairs: numbers.flatMap((number) => pairAt(trials, number) ?? []),
    affected: [],
    wanted: [...absent(trials, 'base', numbers), ...absent(trials, 'head', numbers)],
  };
}

type Walk =
  | { readonly kind: 'open' }
  | { readonly kind: 'complete'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'incomplete'; readonly pairs: readonly Pair[]; readonly from: number; readonly to: number };

/**
 * An equal pair that came to no result, mostly for want of a recording: head did as base as far as both went. One that errored
 * is none: that is the machine's or the provider's doing, and what it hides is not replaced by looking elsewhere.
 */
export function isLookedPast(pair: Pair): boolean {
  const sides = [pair.base, pair.head];
  if (isAffected(pair) || sides.some(({ standing }) => standing === 'errored')) return false;
  return sides.some((trial) => trial.cutShort || !isDetermined(trial));
}

function walkPairs(trials: CaseTrials, depth: number): Walk {
  const last = PROBES * depth;
  const pairs: Pair[] = [];
  let affected = 0;
  let past = 0;
  for (let number = 1; ; number++) {
    const end = affected === 0 ? MOST_PROBES : last;
    const pair = pairAt(trials, number);
    if (pair === null) {
      const more = batch(depth, affected, pairs.length, past);
      return { kind: 'incomplete', pairs, from: number, to: Math.min(end, number + more - 1) };
    }
    if (differsAtFirstRequest(pair)) return { kind: 'open' };
    pairs.push(pair);
    if (isAffected(pair)) affected++;
    else if (isLookedPast(pair)) past++;
    const isInVain = number >= MOST_PROBES || (number >= PROBES && past === number);
    const isSeen = affected === 0 ? number - past >= PROBES || isInVain : number >= last;
    if (affected >= depth || isSeen) return { kind: 'complete', pairs };
  }
}

/** As many pairs as are expected to bring what is missing: every base trial costs a run. */
function batch(depth: number, affected: number, seen: number, past: number): number {
  if (affected > 0) return Math.ceil(((depth - affected) * seen) / affected);
  if (seen === 0) return Math.min(depth, PROBES);
  return past === seen ? PROBES - seen : PROBES - (seen - past);
}
