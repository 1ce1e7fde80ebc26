import type { Stratum } from '../stats/index.ts';
import { stratExact } from '../stats/index.ts';
import { classify, isAffected } from './classify.ts';
import type { Affectedness, Tally } from './decision.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import type { CaseTrials } from './trials.ts';
import { firstPairs, firstTrials, isDetermined, isPass } from './trials.ts';

/** One case of the fixed design: everything that slices, rates and reports need of its first T trials. */
export interface CaseData {
  readonly facts: CaseFacts;
  readonly trials: CaseTrials;
  readonly affectedness: Affectedness;
  readonly base: Tally;
  readonly head: Tally;
  /** What the case brings to its slices' tests; null = not tested (unaffected, or no determined trial on some side). */
  readonly stratum: Stratum | null;
  /** null = no determined trial on some side. */
  readonly effect: CaseEffect | null;
  /** Mid-p of this case alone, for ranking: small = worse, or better. 0.5 where nothing was tested. */
  readonly midP: number;
  readonly midPUpper: number;
}

/** STATISTICS.md 9, estimand in its pairs form: head = base + `affectedShare` x (rate1 - rate0). */
export interface CaseEffect {
  readonly baseRate: number;
  /** Share of the case's trials that head affected; 1 for an open case. */
  readonly affectedShare: number;
  /** Determined trials on the affected numbers and their passes: base is arm 0, head arm 1. */
  readonly n0: number;
  readonly s0: number;
  readonly n1: number;
  readonly s1: number;
  /** How many trials `affectedShare` was measured on. */
  readonly pairs: number;
}

/** `last` is T: later trials belong to the case rule and are left out here, however they came about. */
export function caseData(trials: CaseTrials, last: number): CaseData {
  return caseDataAs(classify(trials, last), trials, last);
}

/** The same where it is known from elsewhere what both sides share. */
export function caseDataAs(affectedness: Affectedness, trials: CaseTrials, last: number): CaseData {
  const hidden = hiddenNumbers(trials, last);
  const base = withoutOutcome(firstTrials(trials.base, last), hidden);
  const head = withoutOutcome(firstTrials(trials.head, last), hidden);
  const { effect, stratum } = measured(affectedness, trials, last);
  const alone = stratum === null ? null : stratExact([stratum]);
  return {
    facts: trials.facts,
    trials,
    affectedness,
    base: tally(base),
    head: tally(head),
    stratum,
    effect,
    midP: alone?.midP ?? 0.5,
    midPUpper: alone?.midPUpper ?? 0.5,
  };
}

export function isTested({ affectedness }: { readonly affectedness: Affectedness }): boolean {
  return affectedness === 'open' || affectedness === 'prefix';
}

/**
 * Pairs that are equal only up to the point where both were cut short: what head changed may lie behind it, so that they
 * are neither unaffected nor evidence of anything else.
 */
function hiddenNumbers(trials: CaseTrials, last: number): ReadonlySet<number> {
  const pairs = firstPairs(trials, last).filter((pair) => !isAffected(pair));
  return new Set(pairs.filter(({ base, head }) => base.cutShort || head.cutShort).map(({ number }) => number));
}

function withoutOutcome(trials: readonly ScoredTrial[], numbers: ReadonlySet<number>): readonly ScoredTrial[] {
  const outcome = { kind: 'undetermined', reason: 'both sides were cut short at the same point' } as const;
  return trials.map((trial) => (numbers.has(trial.number) ? { ...trial, outcome } : trial));
}

export function tally(trials: readonly ScoredTrial[]): Tally {
  const determined = trials.filter(isDetermined);
  return {
    passes: determined.filter(isPass).length,
    trials: determined.length,
    undetermined: trials.length - determined.length,
  };
}

interface Measured {
  readonly effect: CaseEffect | null;
  readonly stratum: Stratum | null;
}

const NOTHING: Measured = { effect: null, stratum: null };

function measured(affectedness: Affectedness, trials: CaseTrials, last: number): Measured {
  switch (affectedness) {
    case 'open':
      return openCase(tally(firstTrials(trials.base, last)), tally(firstTrials(trials.head, last)));
    case 'prefix':
      return prefixCase(trials, last);
    case 'none':
    case 'not_exercised': {
      const base = tally(firstPairs(trials, last).map((pair) => pair.base));
      return base.trials === 0 ? NOTHING : { effect: unaffectedEffect(base), stratum: null };
    }
    default:
      return affectedness satisfies never;
  }
}

/** Nothing was shared, so every determined trial counts and the labels within the case are exchangeable under the null. */
function openCase(base: Tally, head: Tally): Measured {
  if (base.trials === 0 || head.trials === 0) return NOTHING;
  const arms = { n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  return {
    effect: {
      baseRate: base.passes / base.trials,
      affectedShare: 1,
      pairs: Math.min(base.trials, head.trials),
      ...arms,
    },
    stratum: { kind: 'labels', ...arms },
  };
}

/**
 * Both arms keep exactly the affected pairs. Leaving unaffected trials out on one side only would compare base's average
 * with head's harder trials and block unchanged pull requests. A pair that is undetermined on some side tells nothing about
 * passes and is left out whole.
 */
function prefixCase(trials: CaseTrials, last: number): Measured {
  const pairs = firstPairs(trials, last).filter(({ base, head }) => isDetermined(base) && isDetermined(head));
  if (pairs.length === 0) return NOTHING;
  const affected = pairs.filter(isAffected);
  const discordant = affected.filter(({ base, head }) => isPass(base) !== isPass(head));
  return {
    effect: {
      baseRate: pairs.filter(({ base }) => isPass(base)).length / pairs.length,
      affectedShare: affected.length / pairs.length,
      n0: affected.length,
      s0: affected.filter(({ base }) => isPass(base)).length,
      n1: affected.length,
      s1: affected.filter(({ head }) => isPass(head)).length,
      pairs: pairs.length,
    },
    stratum: {
      kind: 'swaps',
      discordant: discordant.length,
      wins1: discordant.filter(({ head }) => isPass(head)).length,
    },
  };
}

function unaffectedEffect(base: Tally): CaseEffect {
  return { baseRate: base.passes / base.trials, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials };
}
