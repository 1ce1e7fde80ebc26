import type { Side, Standing, TrialRequest } from '../replay/index.ts';
import type { Outcome } from '../score/index.ts';

/** Everything the decision stands on. `compare` reads nothing else: evidence in, decision out. */
export interface Evidence {
  readonly cases: readonly CaseFacts[];
  readonly trials: readonly ScoredTrial[];
}

export interface CaseFacts {
  readonly id: string;
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
  readonly cluster: string | null;
  /** false = reported only (a case that head added). */
  readonly gates: boolean;
}

export interface ScoredTrial {
  readonly caseId: string;
  readonly side: Side;
  readonly number: number;
  /** `external`: another harness ran it. */
  readonly standing: Standing | 'external';
  readonly firstRequestKey: string | null;
  readonly fingerprint: string;
  /** true = neither model nor tool was called. */
  readonly idle: boolean;
  /** pawl or the provider ended the trial: what the agent would have done next is not known. */
  readonly cutShort: boolean;
  /** The trial came out of the store, drawn in an earlier job. */
  readonly stored: boolean;
  readonly outcome: Outcome;
}

/** STATISTICS.md 5.1. */
export interface Policy {
  /** False-block probability per gate run, upper bound. */
  readonly alpha: number;
  readonly alphaSlicesShare: number;
  /** Trials per case and side of the fixed design. */
  readonly trials: number;
  /** A case is "previously passing" when at least this share of its base trials passed. */
  readonly protectMin: number;
  /** The drop (in rate, 0..1) that matters; for `underpowered` and `not_worse`. */
  readonly deltaRelevant: number;
  /** Point drop (in rate) a slice must reach to block, besides being significant. */
  readonly minEffect: number;
  /** Greatest trial number that the case rule may ask for. */
  readonly maxConfirmTrials: number;
}

export type { TrialRequest };
