import type { Side, Standing } from '../replay/index.ts';
import type { Outcome } from '../score/index.ts';

export interface CaseFacts {
  readonly id: string;
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
  readonly cluster: string | null;
  /** How many trajectories of the traffic it stands for; left out = 1. Shown, and in no test. */
  readonly weight?: number;
  /** false = reported only (a case that head added). */
  readonly gates: boolean;
  /** What the pull request declares as intended; left out = nothing. */
  readonly accepted?: AcceptedCase;
  /** Base trials 1 to this number lie in the store, drawn by earlier jobs in this order; 0 = none. */
  readonly storedTrials: number;
  /** What one run of it is expected to take, by its recording; null = there is none to tell. */
  readonly expected: RunPrice | null;
}

/** `named`: the case itself may fail. `slices`: those of its slices that may fall. */
export interface AcceptedCase {
  readonly named: boolean;
  readonly slices: readonly string[];
}

/** Model calls of one run and their price in US dollars; null = it is not known. */
export interface RunPrice {
  readonly calls: number;
  readonly costUsd: number | null;
}

export interface ScoredTrial {
  readonly caseId: string;
  readonly side: Side;
  readonly number: number;
  /** `external`: another harness ran it. */
  readonly standing: Standing | 'external';
  readonly firstRequestKey: string | null;
  readonly fingerprint: string;
  /** What the agent asked for of APIs that pawl does not speak; left out = nothing. */
  readonly unspoken?: readonly string[];
  /** true = neither model nor tool was called. */
  readonly idle: boolean;
  /** pawl or the provider ended the trial: what the agent would have done next is not known. */
  readonly cutShort: boolean;
  /** The trial came out of the store, drawn in an earlier job. */
  readonly stored: boolean;
  /** Head's dry run, stopped where it asked what base had not: it shows that head is affected, and no outcome. */
  readonly probe: boolean;
  readonly outcome: Outcome;
  /** Model calls of its own, drawn now or at hand from an earlier attempt, and their price; null = it is not known. */
  readonly took: RunPrice;
}

/** How it is decided; `gate` in the settings, docs/statistics.md has the formulas. */
export interface Policy {
  /** False-block probability per gate run, upper bound. */
  readonly alpha: number;
  readonly alphaSlicesShare: number;
  /** Trials a case at each look, ascending. One look is the fixed design. */
  readonly looks: readonly number[];
  /** What share of the slices' alpha each look may spend; sums to 1. */
  readonly spend: readonly number[];
  /** A slice whose e-value is below this is sampled no further. */
  readonly futility: number;
  /** Most runs (trials that cost something) a gate run may take; null = `defaultBudgetRuns`. */
  readonly budgetRuns: number | null;
  /** Most model calls, and most US dollars; null = no such limit. */
  readonly budgetCalls: number | null;
  readonly budgetCostUsd: number | null;
  /** A case is "previously passing" when at least this share of its base trials passed. */
  readonly protectMin: number;
  /** The drop (in rate, 0..1) that matters; for `underpowered` and `not_worse`. */
  readonly deltaRelevant: number;
  /** Point drop (in rate) a slice must reach to block, besides being significant. */
  readonly minEffect: number;
  /** Most trials a side that the case rule may read of one case, stored ones aside. */
  readonly maxConfirmTrials: number;
}
