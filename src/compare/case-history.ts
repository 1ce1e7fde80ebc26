import type { CaseData } from './case-data.ts';
import { isAffected } from './classify.ts';
import type { ScoredTrial } from './evidence.ts';
import { openHeadNumber, pairAt, reservoirOf } from './sample.ts';
import type { CaseTrials, Pair } from './trials.ts';
import { isDetermined, isPass } from './trials.ts';

/** One case's trials as the case rule reads them: in number order, without a gap. */
export interface CaseHistory {
  /** Base's determined trials of the first look (prefix: on affected numbers) and their passes. */
  readonly n0: number;
  readonly s0: number;
  /** Head's trials (prefix: of affected pairs); the first `initial` belong to the first look. */
  readonly head: readonly ScoredTrial[];
  readonly initial: number;
  /** Base's trials after the history (prefix: of affected pairs). */
  readonly fresh: readonly ScoredTrial[];
  /** Prefix: pairs looked at, affected or not. */
  readonly pairs: number;
}

/** `data` is the case at the first look, whose T is `depth`. */
export function caseHistory(data: CaseData, depth: number): CaseHistory {
  return data.affectedness === 'prefix' ? pairedHistory(data.trials, depth) : openHistory(data, depth);
}

/** Number of an open case's first base trial after its history. */
export function firstFreshNumber({ facts }: CaseTrials, depth: number): number {
  const reservoir = reservoirOf(facts);
  return 1 + (reservoir === 0 ? depth : reservoir);
}

function openHistory({ trials, base }: CaseData, depth: number): CaseHistory {
  const head = unbroken(trials.head, openHeadNumber(trials));
  const first = firstFreshNumber(trials, depth);
  return {
    n0: base.trials,
    s0: base.passes,
    head,
    initial: Math.min(depth, head.length),
    fresh: unbroken(trials.base, (index) => first + index),
    pairs: 0,
  };
}

function pairedHistory(trials: CaseTrials, depth: number): CaseHistory {
  const pairs: Pair[] = [];
  for (let pair = pairAt(trials, 1); pair !== null; pair = pairAt(trials, pairs.length + 1)) pairs.push(pair);
  const affected = pairs.filter(isAffected);
  // An undetermined base trial of the first look is no history; its head partner goes with it, as in the slices.
  const history = affected.slice(0, depth).filter(({ base }) => isDetermined(base));
  const later = affected.slice(depth);
  return {
    n0: history.length,
    s0: history.filter(({ base }) => isPass(base)).length,
    head: [...history, ...later].map(({ head }) => head),
    initial: history.length,
    fresh: later.map(({ base }) => base),
    pairs: pairs.length,
  };
}

/** The trials numbered `number(0)`, `number(1)`, ... up to the first that is absent. */
function unbroken(side: ReadonlyMap<number, ScoredTrial>, number: (index: number) => number): ScoredTrial[] {
  const trials: ScoredTrial[] = [];
  for (let trial = side.get(number(0)); trial !== undefined; trial = side.get(number(trials.length)))
    trials.push(trial);
  return trials;
}
