import type { Side } from '../replay/index.ts';
import type { HistoryStratum, PairCounts, Stratum } from '../stats/index.ts';
import { isAffected } from './classify.ts';
import type { Affectedness, Tally } from './decision.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import { reservoirOf, type Sample, sampleAt } from './sample.ts';
import type { CaseTrials, Pair } from './trials.ts';
import { isDetermined, isPass } from './trials.ts';

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

/** STATISTICS.md 9, estimand: head = base + `affectedShare` x (rate1 - rate0). */
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
  return caseDataOf(trials, { affectedness: 'open', base, head, pairs: [], wanted: [] }, Number.POSITIVE_INFINITY);
}

function caseDataOf(trials: CaseTrials, read: Sample, depth: number): CaseData {
  const sample = withoutHidden(read);
  const base = tally(sample.base);
  const head = tally(sample.head);
  const { affectedness } = sample;
  const found = affectedness === 'open' ? openCase(sample, base, head, trials) : sharedCase(sample, depth);
  const firstHead = (affectedness === 'open' ? sample.head : affectedHeads(sample, depth)).find(isDetermined) ?? null;
  const errored = { base: countErrored(sample.base), head: countErrored(sample.head) };
  return { facts: trials.facts, trials, sample, affectedness, base, head, errored, firstHead, ...found };
}

/** A pair without a determined base trial is left out whole. */
function affectedHeads({ pairs }: Sample, depth: number): ScoredTrial[] {
  const affected = pairs.filter(isAffected).slice(0, depth);
  return affected.filter(({ base }) => isDetermined(base)).map(({ head }) => head);
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

export function tally(trials: readonly ScoredTrial[]): Tally {
  let passes = 0;
  let undetermined = 0;
  for (const trial of trials) {
    if (isPass(trial)) passes++;
    else if (!isDetermined(trial)) undetermined++;
  }
  return { passes, trials: trials.length - undetermined, undetermined };
}

function countErrored(trials: readonly ScoredTrial[]): number {
  let errored = 0;
  for (const { standing } of trials) if (standing === 'errored') errored++;
  return errored;
}

type Measured = Pick<CaseData, 'effect' | 'stratum' | 'evidence'>;

const NOTHING: Measured = { effect: null, stratum: null, evidence: null };

/** Nothing was shared, so every determined trial counts and the labels within the case are exchangeable under the null. */
function openCase(sample: Sample, base: Tally, head: Tally, { facts }: CaseTrials): Measured {
  if (base.trials === 0 || head.trials === 0) return NOTHING;
  const arms = { n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  const pairs = Math.min(base.trials, head.trials);
  return {
    effect: { baseRate: base.passes / base.trials, affectedShare: 1, pairs, ...arms },
    stratum: { kind: 'labels', ...arms },
    evidence:
      reservoirOf(facts) === 0 ? pairEvidence(sample.pairs.filter(isPairDetermined)) : { kind: 'history', ...arms },
  };
}

function sharedCase(sample: Sample, depth: number): Measured {
  if (sample.affectedness === 'prefix') return prefixCase(sample, depth);
  const base = tally(sample.pairs.map((pair) => pair.base));
  return base.trials === 0 ? NOTHING : { ...NOTHING, effect: unaffectedEffect(base) };
}

/**
 * Both arms keep exactly the first `depth` affected pairs. Leaving unaffected trials out on one side only would compare
 * base's average with head's harder trials and block unchanged pull requests. A pair that is undetermined on some side
 * tells nothing about passes and is left out whole.
 */
function prefixCase(sample: Sample, depth: number): Measured {
  const pairs = sample.pairs.filter(isPairDetermined);
  if (pairs.length === 0) return NOTHING;
  const affected = sample.pairs.filter(isAffected).slice(0, depth).filter(isPairDetermined);
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
    evidence: pairEvidence(affected),
  };
}

function pairEvidence(pairs: readonly Pair[]): EvidenceStratum {
  const count = { both: 0, only0: 0, only1: 0, neither: 0 };
  for (const { base, head } of pairs) {
    if (isPass(base)) count[isPass(head) ? 'both' : 'only0']++;
    else count[isPass(head) ? 'only1' : 'neither']++;
  }
  return { kind: 'pairs', ...count };
}

function isPairDetermined({ base, head }: Pair): boolean {
  return isDetermined(base) && isDetermined(head);
}

function unaffectedEffect(base: Tally): CaseEffect {
  return { baseRate: base.passes / base.trials, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials };
}
