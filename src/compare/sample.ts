import type { TrialRequest } from '../replay/index.ts';
import { differsAtFirstRequest, isAffected } from './classify.ts';
import type { Affectedness } from './decision.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import type { CaseTrials, Pair } from './trials.ts';

/**
 * The part of a case's trials that a look at `depth` reads, and what is still missing of it. Which trials these are depends
 * on numbers, requests and fingerprints alone, never on an outcome: that keeps the tests exact however sampling went on.
 */
export interface Sample {
  readonly affectedness: Affectedness;
  /** All trials of the window, for the tallies. */
  readonly base: readonly ScoredTrial[];
  readonly head: readonly ScoredTrial[];
  /** Pairs of equal numbers in the window, in order (reservoir and open: none). */
  readonly pairs: readonly Pair[];
  /** Trials to run before the sample is complete. */
  readonly wanted: readonly TrialRequest[];
}

/** Fewer stored trials than this are no history: the case is sampled in pairs. */
const RESERVOIR_MIN = 3;
/** Without a reservoir, so many pairs are looked at before a case counts as unaffected; and so many for each affected one. */
const PROBES = 3;

/** How many stored base trials serve the case as its history; 0 = it is sampled in pairs. */
export function reservoirOf({ storedTrials }: CaseFacts): number {
  return storedTrials >= RESERVOIR_MIN ? storedTrials : 0;
}

/**
 * STATISTICS.md 9, `classify` and `data`. Pairs of equal numbers are looked at in order until one differs in its first
 * request (the case is open), `depth` are affected (prefix), or enough were not (none).
 */
export function sampleAt(trials: CaseTrials, depth: number): Sample {
  const reservoir = reservoirOf(trials.facts);
  const walk = walkPairs(trials, depth, reservoir);
  if (walk.kind === 'open') {
    return reservoir === 0 ? openPairs(trials, depth) : openReservoir(trials, depth, reservoir);
  }
  const { pairs } = walk;
  if (walk.kind === 'complete') {
    const base = pairs.map((pair) => pair.base);
    const head = pairs.map((pair) => pair.head);
    return {
      affectedness: affectednessOf(pairs),
      base,
      head,
      pairs,
      wanted: absent(trials, 'base', range(1, reservoir)),
    };
  }
  const seen = range(1, walk.to);
  const wanted = range(walk.from, walk.to).flatMap((number) => absent(trials, 'head', [number]));
  wanted.push(...absent(trials, 'base', range(1, Math.max(walk.to, reservoir))));
  const base = numbered(trials.base, seen);
  return { affectedness: affectednessOf(pairs), base, head: numbered(trials.head, seen), pairs, wanted };
}

/**
 * Number of an open case's i-th head trial (from 0). With a reservoir they lie above it, so that none could have borrowed
 * from a stored trial. The one that showed the case to be open counts too where base always begins alike: then it was not
 * chosen by what it asked.
 */
export function openHeadNumber(trials: CaseTrials): (index: number) => number {
  const reservoir = reservoirOf(trials.facts);
  if (reservoir === 0) return (index) => index + 1;
  const first = pairAt(trials, 1);
  const probeCounts = first !== null && differsAtFirstRequest(first) && beginsAlike(trials.base, reservoir);
  return (index) => (probeCounts ? (index === 0 ? 1 : reservoir + index) : reservoir + index + 1);
}

function beginsAlike(base: CaseTrials['base'], last: number): boolean {
  const key = base.get(1)?.firstRequestKey;
  for (let number = 2; number <= last; number++) if (base.get(number)?.firstRequestKey !== key) return false;
  return true;
}

export function pairAt({ base, head }: CaseTrials, number: number): Pair | null {
  const first = base.get(number);
  const second = head.get(number);
  return first === undefined || second === undefined ? null : { number, base: first, head: second };
}

export function absentPair(trials: CaseTrials, number: number): TrialRequest[] {
  return (['base', 'head'] as const).flatMap((side) => absent(trials, side, [number]));
}

export function absent(trials: CaseTrials, side: 'base' | 'head', numbers: readonly number[]): TrialRequest[] {
  const requests: TrialRequest[] = [];
  for (const number of numbers) if (!trials[side].has(number)) requests.push({ caseId: trials.facts.id, side, number });
  return requests;
}

export function numbered(side: ReadonlyMap<number, ScoredTrial>, numbers: readonly number[]): ScoredTrial[] {
  const trials: ScoredTrial[] = [];
  for (const number of numbers) {
    const trial = side.get(number);
    if (trial !== undefined) trials.push(trial);
  }
  return trials;
}

/** The whole numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}

type Walk =
  | { readonly kind: 'open' }
  | { readonly kind: 'complete'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'incomplete'; readonly pairs: readonly Pair[]; readonly from: number; readonly to: number };

function walkPairs(trials: CaseTrials, depth: number, reservoir: number): Walk {
  const probes = reservoir === 0 ? PROBES : reservoir;
  const last = reservoir === 0 ? PROBES * depth : reservoir;
  const pairs: Pair[] = [];
  let affected = 0;
  for (let number = 1; ; number++) {
    const pair = pairAt(trials, number);
    if (pair === null) {
      const batch =
        reservoir === 0 ? pairBatch(depth, affected, pairs.length) : dryBatch(depth, affected, pairs.length);
      return { kind: 'incomplete', pairs, from: number, to: Math.min(last, number + batch - 1) };
    }
    if (differsAtFirstRequest(pair)) return { kind: 'open' };
    pairs.push(pair);
    if (isAffected(pair)) affected++;
    if (affected >= depth || (affected === 0 && number >= probes) || number >= last) return { kind: 'complete', pairs };
  }
}

/** As many pairs as are expected to bring what is missing: every base trial costs a run. */
function pairBatch(depth: number, affected: number, seen: number): number {
  if (affected > 0) return Math.ceil(((depth - affected) * seen) / affected);
  return seen === 0 ? Math.min(depth, PROBES) : PROBES - seen;
}

/** Head trials on stored numbers cost nothing while they are equal, and once one differs few more are needed. */
function dryBatch(depth: number, affected: number, seen: number): number {
  return affected > 0 ? Math.ceil(((depth - affected) * seen) / affected) : Math.max(1, seen);
}

function openPairs(trials: CaseTrials, depth: number): Sample {
  const numbers = range(1, depth);
  return {
    affectedness: 'open',
    base: numbered(trials.base, numbers),
    head: numbered(trials.head, numbers),
    pairs: numbers.flatMap((number) => pairAt(trials, number) ?? []),
    wanted: numbers.flatMap((number) => absentPair(trials, number)),
  };
}

function openReservoir(trials: CaseTrials, depth: number, reservoir: number): Sample {
  const stored = range(1, reservoir);
  const numbers = range(0, depth - 1).map(openHeadNumber(trials));
  return {
    affectedness: 'open',
    base: numbered(trials.base, stored),
    head: numbered(trials.head, numbers),
    pairs: [],
    wanted: [...absent(trials, 'base', stored), ...absent(trials, 'head', numbers)],
  };
}

function affectednessOf(pairs: readonly Pair[]): Affectedness {
  if (pairs.some(isAffected)) return 'prefix';
  return pairs.every(({ base, head }) => base.idle && head.idle) ? 'not_exercised' : 'none';
}
