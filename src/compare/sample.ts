import type { TrialRequest } from '../replay/index.ts';
import type { Affectedness } from './decision.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import { pairSample } from './sample-pairs.ts';
import { storedSample } from './sample-stored.ts';
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
  /** Pairs of equal numbers in the window of which both trials are complete, in order. */
  readonly pairs: readonly Pair[];
  /**
   * Prefix: the numbers on which head leaves base's path, ascending. With a reservoir all of its numbers are looked through
   * and a look reads head on the first `depth` of these; without one they are the pairs that the look reads.
   */
  readonly affected: readonly number[];
  /** Trials to run before the sample is complete. */
  readonly wanted: readonly TrialRequest[];
}

/** Fewer stored trials than this are no history: the case is sampled in pairs. */
export const RESERVOIR_MIN = 3;

/** How many stored base trials serve the case as its history; 0 = it is sampled in pairs. */
export function reservoirOf({ storedTrials }: CaseFacts): number {
  return storedTrials >= RESERVOIR_MIN ? storedTrials : 0;
}

/** With a reservoir its stored trials are the history of base; else both sides are drawn in pairs. */
export function sampleAt(trials: CaseTrials, depth: number): Sample {
  const reservoir = reservoirOf(trials.facts);
  return reservoir === 0 ? pairSample(trials, depth) : storedSample(trials, depth, reservoir);
}

/** Number of an open case's i-th head trial (from 0): above the reservoir, so that none could have borrowed from it. */
export function openHeadNumber({ facts }: CaseTrials, index: number): number {
  return reservoirOf(facts) + index + 1;
}
