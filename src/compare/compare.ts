import type { TrialRequest } from '../replay/index.ts';
import { caseData } from './case-data.ts';
import { decideCases } from './cases.ts';
import { sideCounts } from './counts.ts';
import { decide, failures } from './decide.ts';
import type { Decision } from './decision.ts';
import type { CaseFacts, Evidence, Policy } from './evidence.ts';
import { compareSlices } from './slices.ts';
import type { CaseTrials } from './trials.ts';
import { groupTrials } from './trials.ts';

export interface CompareOptions {
  /** No further trial can be run: decide with what is there. Planned trials that are absent make the verdict `error`. */
  readonly exhausted: boolean;
  /** Nothing may be drawn: what the recordings do not cover leaves the gate inconclusive. */
  readonly recordedOnly?: boolean;
}

/**
 * What the evidence says, and which trials to run next. Round 1: T trials of every case on both sides, the fixed design on
 * which every slice is tested once. Later rounds: the case rule's confirmation of suspicious cases. While `next` is not
 * empty the verdict is provisional; run `next` (base and head interleaved), add the trials and ask again.
 *
 * A gate run blocks an unchanged pull request with probability at most `policy.alpha`: slices take `alphaSlicesShare` of it
 * (exact tests on the first T trials only, discrete Holm), cases the rest (a share each, see `decideCases`); the two are
 * added. That holds where base and head trials are exchangeable under no change, so they must run interleaved.
 *
 * Throws when the evidence contradicts itself (`groupTrials`).
 */
export function compare(evidence: Evidence, policy: Policy, options: CompareOptions = { exhausted: false }): Decision {
  const trials = groupTrials(evidence);
  const all = trials.map((each) => caseData(each, policy.trials));
  const gating = all.filter(({ facts }) => facts.gates);
  const planned = trials.flatMap((each) => absentTrials(each, policy.trials));
  const { decisions, next: confirming } = decideCases(all, policy);
  const wanted = planned.length > 0 ? planned : failures(gating, policy.trials).length > 0 ? [] : confirming;
  const comparisons = compareSlices(all, policy);
  return {
    ...decide({
      gating,
      comparisons,
      cases: decisions,
      missing: options.exhausted ? wanted.length : 0,
      trials: policy.trials,
      recordedOnly: options.recordedOnly ?? false,
    }),
    comparisons,
    cases: decisions,
    next: options.exhausted ? [] : wanted,
    base: sideCounts(trials, 'base', wanted),
    head: sideCounts(trials, 'head', wanted),
  };
}

/** Trials of the fixed design, both sides together: what a run costs before any case is suspicious. */
export function plannedTrials(cases: readonly CaseFacts[], policy: Policy): number {
  return 2 * cases.length * policy.trials;
}

function absentTrials({ facts, base, head }: CaseTrials, last: number): TrialRequest[] {
  const requests: TrialRequest[] = [];
  for (let number = 1; number <= last; number++) {
    if (!base.has(number)) requests.push({ caseId: facts.id, side: 'base', number });
    if (!head.has(number)) requests.push({ caseId: facts.id, side: 'head', number });
  }
  return requests;
}
