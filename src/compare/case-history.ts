import type { CaseData } from './case-data.ts';
import { isAffected } from './classify.ts';
import type { ScoredTrial } from './evidence.ts';
import { firstPairs, isDetermined, isPass } from './trials.ts';

/** One case's trials as the case rule reads them: in number order, without a gap. */
export interface CaseHistory {
  /** Base's determined trials of the fixed design (prefix: on affected numbers) and their passes. */
  readonly n0: number;
  readonly s0: number;
  /** Head's trials (prefix: of affected pairs); the first `initial` belong to the fixed design. */
  readonly head: readonly ScoredTrial[];
  readonly initial: number;
  /** Base's trials drawn for this rule, numbers above T (prefix: of affected pairs). */
  readonly fresh: readonly ScoredTrial[];
  /** Prefix: pairs looked at, affected or not. */
  readonly pairs: number;
}

/** `last` is T. */
export function caseHistory(data: CaseData, last: number): CaseHistory {
  return data.affectedness === 'prefix' ? pairedHistory(data, last) : openHistory(data, last);
}

function openHistory({ trials, base }: CaseData, last: number): CaseHistory {
  const head = unbroken(trials.head, 1);
  return {
    n0: base.trials,
    s0: base.passes,
    head,
    initial: Math.min(last, head.length),
    fresh: unbroken(trials.base, last + 1),
    pairs: 0,
  };
}

function pairedHistory({ trials }: CaseData, last: number): CaseHistory {
  const numbers = Math.min(unbroken(trials.base, 1).length, unbroken(trials.head, 1).length);
  const affected = firstPairs(trials, numbers).filter(isAffected);
  // An undetermined base trial of the fixed design is no history; its head partner goes with it, as in the slices.
  const history = affected.filter(({ number, base }) => number <= last && isDetermined(base));
  const later = affected.filter(({ number }) => number > last);
  return {
    n0: history.length,
    s0: history.filter(({ base }) => isPass(base)).length,
    head: [...history, ...later].map(({ head }) => head),
    initial: history.length,
    fresh: later.map(({ base }) => base),
    pairs: numbers,
  };
}

/** The trials `first`, `first + 1`, ... up to the first number that is absent. */
function unbroken(side: ReadonlyMap<number, ScoredTrial>, first: number): ScoredTrial[] {
  const trials: ScoredTrial[] = [];
  for (let number = first; ; number++) {
    const trial = side.get(number);
    if (trial === undefined) return trials;
    trials.push(trial);
  }
}
