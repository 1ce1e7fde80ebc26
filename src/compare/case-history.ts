import { type CaseData, isStored } from './case-data.ts';
import { isAffected } from './classify.ts';
import type { ScoredTrial } from './evidence.ts';
import { pairAt } from './numbers.ts';
import { openHeadNumber, reservoirOf } from './sample.ts';
import type { CaseTrials, Pair } from './trials.ts';
import { isDetermined, isPass } from './trials.ts';

/** One case's trials as the case rule reads them: in number order, without a gap. */
export interface CaseHistory {
  /** Base's determined trials of the first look (prefix: on affected numbers) and their passes. */
  readonly n0: number;
  readonly s0: number;
  /** Head's trials (prefix: on affected numbers); the first `initial` belong to the first look. */
  readonly head: readonly ScoredTrial[];
  readonly initial: number;
  /** How many head trials come without a fresh base trial beside them. */
  readonly alone: number;
  /** Base's trials after the history (prefix: of affected pairs). */
  readonly fresh: readonly ScoredTrial[];
  /** Prefix: numbers looked at, and the affected ones among them: how many pairs it takes to find one. */
  readonly seen: number;
  readonly affected: number;
  /** Prefix: the number of the next pair. */
  readonly nextPair: number;
}

/** `data` is the case at the first look, whose T is `depth`. */
export function caseHistory(data: CaseData, depth: number): CaseHistory {
  if (data.affectedness !== 'prefix') return openHistory(data, depth);
  return isStored(data) ? storedHistory(data, depth) : pairedHistory(data.trials, depth);
}

/** Number of an open case's first base trial after its history. */
export function firstFreshNumber({ facts }: CaseTrials, depth: number): number {
  const reservoir = reservoirOf(facts);
  return 1 + (reservoir === 0 ? depth : reservoir);
}

/**
 * Numbers of head's trials where it left base's path, in the order in which the case rule and the guard read them: those of
 * the reservoir, then those of fresh pairs.
 */
export function affectedNumbers({ trials, sample, facts }: CaseData): number[] {
  const fresh = affectedPairs(trials, reservoirOf(facts) + 1).map(({ number }) => number);
  return reservoirOf(facts) === 0 ? fresh : [...sample.affected, ...fresh];
}

function openHistory({ trials, base }: CaseData, depth: number): CaseHistory {
  const head = unbroken(trials.head, (index) => openHeadNumber(trials, index));
  const first = firstFreshNumber(trials, depth);
  return {
    ...{ n0: base.trials, s0: base.passes, head, initial: Math.min(depth, head.length) },
    alone: Number.POSITIVE_INFINITY,
    fresh: unbroken(trials.base, (index) => first + index),
    ...{ seen: 0, affected: 0, nextPair: 0 },
  };
}

/** Head on the reservoir's affected numbers, as far as they go; then fresh pairs that turn out affected. */
function storedHistory({ trials, sample, facts }: CaseData, depth: number): CaseHistory {
  const reservoir = reservoirOf(facts);
  const own = new Set(sample.affected);
  const history = sample.base.filter((trial) => own.has(trial.number) && isDetermined(trial));
  const heads = unbroken(trials.head, (index) => sample.affected[index] ?? null);
  const pairs = unbrokenPairs(trials, reservoir + 1);
  const later = heads.length < own.size ? [] : pairs.filter(isAffected);
  return {
    ...{ n0: history.length, s0: history.filter(isPass).length },
    ...{ head: [...heads, ...later.map(({ head }) => head)], initial: Math.min(depth, heads.length), alone: own.size },
    fresh: later.map(({ base }) => base),
    ...{ seen: reservoir + pairs.length, affected: own.size + later.length, nextPair: reservoir + pairs.length + 1 },
  };
}

function pairedHistory(trials: CaseTrials, depth: number): CaseHistory {
  const pairs = unbrokenPairs(trials, 1);
  const affected = pairs.filter(isAffected);
  // An undetermined base trial of the first look is no history; its head partner goes with it, as in the slices.
  const history = affected.slice(0, depth).filter(({ base }) => isDetermined(base));
  const later = affected.slice(depth);
  return {
    ...{ n0: history.length, s0: history.filter(({ base }) => isPass(base)).length },
    ...{ head: [...history, ...later].map(({ head }) => head), initial: history.length, alone: history.length },
    fresh: later.map(({ base }) => base),
    ...{ seen: pairs.length, affected: affected.length, nextPair: pairs.length + 1 },
  };
}

function affectedPairs(trials: CaseTrials, first: number): Pair[] {
  return unbrokenPairs(trials, first).filter(isAffected);
}

/** The pairs numbered `first`, `first + 1`, ... up to the first of which a trial is absent. */
function unbrokenPairs(trials: CaseTrials, first: number): Pair[] {
  const pairs: Pair[] = [];
  for (let pair = pairAt(trials, first); pair !== null; pair = pairAt(trials, first + pairs.length)) pairs.push(pair);
  return pairs;
}

/** The trials numbered `number(0)`, `number(1)`, ... up to the first that is absent. */
function unbroken(side: ReadonlyMap<number, ScoredTrial>, number: (index: number) => number | null): ScoredTrial[] {
  const trials: ScoredTrial[] = [];
  for (;;) {
    const next = number(trials.length);
    const trial = next === null ? undefined : side.get(next);
    if (trial === undefined) return trials;
    trials.push(trial);
  }
}
