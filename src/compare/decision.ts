import type { TrialRequest } from '../replay/index.ts';
import type { Limits } from './budget.ts';
import type { Settling } from './settling.ts';
import type { Spent } from './spent.ts';

export type SliceVerdict = 'regressed' | 'improved' | 'not_worse' | 'underpowered' | 'inconclusive' | 'no_evidence';
export type CaseVerdict = 'broken' | 'suspect' | 'flaky' | 'unaffected' | 'ok' | 'undetermined';
export type GateVerdict = 'pass' | 'not_affected' | 'block' | 'inconclusive' | 'error';

/** What head shares with base, decided before any new outcome is read. */
export type Affectedness = 'open' | 'prefix' | 'none' | 'not_exercised';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Passes of determined trials. `passes <= trials`. */
export interface Tally {
  readonly passes: number;
  readonly trials: number;
  readonly undetermined: number;
}

export interface TrafficRates {
  readonly baseRate: number;
  readonly headRate: number;
  readonly delta: number;
  /** 95 %, for other traffic of the same kind; left out = the cases are too few to tell. Not tested. */
  readonly intervals?: { readonly baseRate: Interval; readonly headRate: Interval; readonly delta: Interval };
}

/** `budget`: the next look would cost more than the run may. */
type LookStop = 'rejected' | 'futility' | 'looks' | 'budget';

export type SliceKind = 'slice' | 'cohort' | 'all';

/** One slice, cohort or the whole corpus: base against head. Rates are 0..1, `delta` = head - base. */
export interface Comparison {
  readonly kind: SliceKind;
  readonly name: string;
  readonly verdict: SliceVerdict;
  readonly cases: number;
  readonly affectedCases: number;
  /** On what share of their trials head left base's path, over the affected cases; null = no case is affected. */
  readonly affectedShare: number | null;
  readonly base: Tally;
  readonly head: Tally;
  /** Estimated over all cases, unaffected ones included; null = no determined trial on some side. */
  readonly baseRate: number | null;
  readonly headRate: number | null;
  readonly delta: number | null;
  /** The same of the traffic that the cases stand for, by their weights; left out = they all weigh the same. Not tested. */
  readonly traffic?: TrafficRates;
  /** 95 %, MOVER-Wilson with the design effect (docs/statistics.md). */
  readonly interval: Interval | null;
  /** The look that the figures stand on, counted from 1, and why sampling stopped there; null = it has not. */
  readonly look: number;
  readonly stopped: LookStop | null;
  /** How much better "head is worse" explains the data than "nothing changed"; null = nothing to test. Allocates only. */
  readonly eValue: number | null;
  /** Exact one-sided p of "head is worse" at that look, before correction; null = nothing to test. */
  readonly p: number | null;
  /** Smallest alphaSlices at which some look so far rejects; null for cohorts, which are not in the family. */
  readonly adjustedP: number | null;
  /** Smallest drop seen with 80 % power at the corrected level (rate); null = not even a total drop. */
  readonly mde80: number | null;
  /** What would settle an inconclusive slice; null = it is settled, or cannot be told. */
  readonly settling: Settling | null;
  readonly reasons: readonly string[];
  /** The pull request says that it may fall; left out = no. */
  readonly accepted?: true;
  /** Cases that moved, in both directions, strongest first. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
}

export interface CaseDecision {
  readonly caseId: string;
  readonly verdict: CaseVerdict;
  readonly affectedness: Affectedness;
  readonly base: Tally;
  readonly head: Tally;
  /** Exact one-sided p of the case rule's final table; null = not tested. */
  readonly p: number | null;
  readonly reason: string;
  /** The pull request says that it may fail, or that all of its slices may fall; left out = no. */
  readonly accepted?: true;
}

/** Why the gate decided as it did; the first one is the headline. */
export type GateReason =
  | { readonly kind: 'slice_regressed'; readonly slice: string }
  | { readonly kind: 'case_broken'; readonly caseId: string }
  | { readonly kind: 'slice_inconclusive'; readonly slice: string; readonly why: string }
  | { readonly kind: 'case_suspect'; readonly caseId: string }
  /** It fell, or may have, and the pull request says that this is intended. */
  | { readonly kind: 'slice_accepted'; readonly slice: string }
  | { readonly kind: 'case_accepted'; readonly caseId: string }
  | { readonly kind: 'nothing_exercised'; readonly why: string }
  | {
      readonly kind: 'too_many_errors';
      readonly side: 'base' | 'head';
      readonly errored: number;
      readonly trials: number;
    }
  | { readonly kind: 'missing_trials'; readonly missing: number }
  /** Head did as base wherever it was seen, but of so many cases too little was seen to say more. */
  | { readonly kind: 'not_seen'; readonly cases: number }
  /** Recorded only: what the store did not cover was not judged. */
  | { readonly kind: 'not_covered'; readonly cases: number; readonly uncovered: number; readonly trials: number }
  /** So many of head's trials asked for APIs that pawl does not speak, and that base does not ask for: they were refused. */
  | { readonly kind: 'not_spoken'; readonly apis: readonly string[]; readonly trials: number }
  /** These model pins name other models now, and head asked none of them: only `models`, as base did. */
  | {
      readonly kind: 'model_not_tried';
      readonly pins: readonly { readonly pin: string; readonly to: string }[];
      readonly models: readonly string[];
    }
  /** What stood in these lines of the corpus was not tested; `files` could not be read to their end. */
  | { readonly kind: 'corpus_unreadable'; readonly lines: number; readonly files: number }
  | { readonly kind: 'nothing_changed'; readonly why: string }
  | { readonly kind: 'all_unaffected'; readonly cases: number }
  /** Head did exactly as base in every one of the few trials that were drawn for cases without a reservoir. */
  | { readonly kind: 'not_exercised'; readonly cases: number; readonly trials: number }
  | { readonly kind: 'bootstrap'; readonly why: string }
  /** Nothing is settled within the budget: `more` runs at least would be needed. */
  | { readonly kind: 'budget_spent'; readonly spent: Spent; readonly budget: Limits; readonly more: number }
  /** The plan has no further round: `more` runs at least would be needed. */
  | { readonly kind: 'rounds_ended'; readonly more: number }
  | { readonly kind: 'no_regression_found' };

/** What the evidence says. While `next` is not empty the verdict is provisional: run those trials and ask again. */
export interface Decision {
  readonly verdict: GateVerdict;
  readonly reasons: readonly GateReason[];
  readonly comparisons: readonly Comparison[];
  readonly cases: readonly CaseDecision[];
  /** p of "fresh base trials are as the stored ones", where it is 0.1 or less: the reservoir is stale. */
  readonly staleReservoirP: number | null;
  readonly next: readonly TrialRequest[];
  /** Effective-N reconciliation, per side. */
  readonly base: SideCounts;
  readonly head: SideCounts;
}

/** attempted = determined + undetermined; the four kinds below are counted among attempted. */
export interface SideCounts {
  readonly attempted: number;
  readonly determined: number;
  readonly undetermined: number;
  readonly errored: number;
  readonly diverged: number;
  readonly notCovered: number;
  readonly assisted: number;
  readonly unaffected: number;
  readonly stored: number;
  readonly missing: number;
}
