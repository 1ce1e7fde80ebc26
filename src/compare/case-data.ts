import type { Side } from '../replay/index.ts';
import type { HistoryStratum, PairCounts, Stratum } from '../stats/index.ts';
import { openCase, prefixPairs, prefixStored, unaffectedCase } from './case-arms.ts';
import { isAffected } from './classify.ts';
import type { Affectedness, Tally } from './decision.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import { reservoirOf, type Sample, sampleAt } from './sample.ts';
import { tally } from './tally.ts';
import type { CaseTrials } from './trials.ts';

/** What a case brings to its slices' e-values, which say where to draw more. */
export type EvidenceStratum =
  | ({ readonly kind: 'pairs' } & PairCounts)
  | ({ readonly kind: 'history' } & HistoryStratum);

/** One case at one look: everything that slices, rates and reports need of the trials that this look reads. */
export interface CaseData {
  readonly facts: CaseFacts;
  readonly trials: CaseTrials;
  readonly sample: Sample;
  readonly affectedness: Affectedness;
  readonly base: Tally;
  readonly head: Tally;
  /** Trials of each side that errored. */
  readonly errored: Readonly<Record<Side, number>>;
  /** Head's first determined trial of those that are compared: what tells whether the case is suspicious. */
  readonly firstHead: ScoredTrial | null;
  /** What the case brings to its slices' tests; null = not tested (unaffected, or no determined trial on some side). */
  readonly stratum: Stratum | null;
  /** What it brings to its slices' e-values; null where `stratum` is. */
  readonly evidence: EvidenceStratum | null;
  /** null = no determined trial on some side. */
  readonly effect: CaseEffect | null;
}

/** What is estimated of a case: head = base + `affectedShare` x (rate1 - rate0). */
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

/** `depth` is the look's T: trials beyond its window are left out, however they came about. */
export function caseData(trials: CaseTrials, depth: number): CaseData {
  const { data } = trials.memo;
  const found = data.get(depth) ?? caseDataOf(trials, sampleAt(trials, depth), depth);
  data.set(depth, found);
  return found;
}

/** All trials of a case of which it is known that nothing was shared. */
export function caseDataWhole(trials: CaseTrials): CaseData {
  const [base, head] = [[...trials.base.values()], [...trials.head.values()]];
  return caseDataOf(
    trials,
    { affectedness: 'open', base, head, pairs: [], affected: [], wanted: [] },
    Number.POSITIVE_INFINITY,
  );
}

function caseDataOf(trials: CaseTrials, read: Sample, depth: number): CaseData {
  const sample = withoutHidden(read);
  const data = {
    ...{ facts: trials.facts, trials, sample, affectedness: sample.affectedness },
    base: tally(sample.base),
    head: tally(sample.head),
    errored: { base: countErrored(sample.base), head: countErrored(sample.head) },
  };
  switch (sample.affectedness) {
    case 'open':
      return { ...data, ...openCase(sample, isStored(data)) };
    case 'prefix':
      return { ...data, ...(isStored(data) ? prefixStored(sample, depth) : prefixPairs(sample)) };
    case 'none':
    case 'not_exercised':
      return { ...data, ...unaffectedCase(sample) };
    default:
      return sample.affectedness satisfies never;
  }
}

/** Whether the case is compared with a reservoir, and not in pairs. */
export function isStored({ facts }: Pick<CaseData, 'facts'>): boolean {
  return reservoirOf(facts) > 0;
}

export function isTested({ affectedness }: { readonly affectedness: Affectedness }): boolean {
  return affectedness === 'open' || affectedness === 'prefix';
}

/**
 * Pairs that are equal only up to the point where both were cut short: what head changed may lie behind it, so that they
 * are neither unaffected nor evidence of anything else.
 */
function withoutHidden(sample: Sample): Sample {
  const hidden = new Set<number>();
  for (const pair of sample.pairs) {
    if (!isAffected(pair) && (pair.base.cutShort || pair.head.cutShort)) hidden.add(pair.number);
  }
  if (hidden.size === 0) return sample;
  const hide = (trial: ScoredTrial): ScoredTrial => (hidden.has(trial.number) ? { ...trial, outcome: HIDDEN } : trial);
  return {
    ...sample,
    base: sample.base.map(hide),
    head: sample.head.map(hide),
    pairs: sample.pairs.map(({ number, base, head }) => ({ number, base: hide(base), head: hide(head) })),
  };
}

const HIDDEN = { kind: 'undetermined', reason: 'both sides were cut short at the same point' } as const;

function countErrored(trials: readonly ScoredTrial[]): number {
  let errored = 0;
  for (const { standing } of trials) if (standing === 'errored') errored++;
  return errored;
}
