import type { TrialRequest } from '../replay/index.ts';
import { assess } from './assess.ts';
import type { Budget } from './budget.ts';
import { decideCase } from './case-verdict.ts';
import { sideCounts } from './counts.ts';
import { decide, type Unpaid } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './evidence.ts';
import type { LookResult } from './looks.ts';
import { compareSlices } from './slices.ts';
import type { Evidence } from './trials.ts';

export interface CompareOptions {
  /** No further trial can be run: decide with what is there. Planned trials that are absent make the verdict `error`. */
  readonly exhausted: boolean;
  /** Why, where nobody is to blame: what is absent is then inconclusive and no error. `rounds`: there were to be no more. */
  readonly ended?: 'budget' | 'rounds';
  /** Trials that were planned and did not come back; left out = all that is absent, unless `ended` says why. */
  readonly missing?: number;
  /** Nothing may be drawn: what the recordings do not cover leaves the gate inconclusive. */
  readonly recordedOnly?: boolean;
}

/**
 * Which trials to run next. Run them (base and head interleaved), add them to the evidence and ask again; empty = the
 * evidence decides, or cannot. Nothing is remembered between calls: the evidence is the state.
 */
export function nextTrials(evidence: Evidence, policy: Policy): readonly TrialRequest[] {
  return assess(evidence, policy).wanted;
}

/**
 * What the evidence says. While its `next`, which is `nextTrials`, is not empty the verdict is provisional.
 *
 * A gate run blocks an unchanged pull request with probability at most `policy.alpha`: slices take `alphaSlicesShare` of it
 * (`runLooks`), cases the rest (`judgeCases`); the two are added. That holds where base and head trials are exchangeable
 * under no change, so they must run interleaved; where stored base trials are not, the guard catches it.
 */
export function compare(evidence: Evidence, policy: Policy, options: CompareOptions = { exhausted: false }): Decision {
  const { gating, judgements, looks, guarded, storedBase, waived, budget, wanted } = assess(evidence, policy);
  const { exhausted, ended } = options;
  const results = ended === undefined ? looks : looks.map(endedByBudget);
  const comparisons = compareSlices({
    results,
    guarded,
    lowBase: storedBase.low,
    policy,
    spent: budget.spent,
    designOf: () => 1,
  });
  const cases = judgements.map((each) => {
    const { id } = each.data.facts;
    return decideCase(each, guarded.cases.get(id) ?? null, waived.get(id) ?? null);
  });
  const missing = options.missing ?? (exhausted && ended === undefined ? wanted.length : 0);
  return {
    ...decide({
      ...{ gating, comparisons, cases, missing, unpaid: unpaidReason(budget, ended, wanted) },
      recordedOnly: options.recordedOnly ?? false,
    }),
    comparisons,
    cases,
    staleReservoirP: leastOf(guarded.staleP, ...storedBase.low.values()),
    next: exhausted ? [] : wanted,
    base: sideCounts(evidence.cases, 'base', wanted),
    head: sideCounts(evidence.cases, 'head', wanted),
  };
}

function leastOf(...ps: readonly (number | null)[]): number | null {
  const known = ps.filter((p) => p !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function endedByBudget(result: LookResult): LookResult {
  return result.end === 'sampling' && result.group.kind !== 'cohort' ? { ...result, end: 'budget' } : result;
}

/** What the run would still need, and why it did not get it; null = nothing. */
function unpaidReason(budget: Budget, ended: CompareOptions['ended'], wanted: readonly TrialRequest[]): Unpaid | null {
  const more = budget.refused + (ended === undefined ? 0 : budget.costOf(wanted));
  if (more === 0) return null;
  return ended === 'rounds'
    ? { kind: 'rounds_ended', more }
    : { kind: 'budget_spent', spent: budget.spent, budget: budget.limits, more };
}
