import type { TrialRequest } from '../replay/index.ts';
import { assess } from './assess.ts';
import type { Budget } from './budget.ts';
import { decideCase } from './case-verdict.ts';
import { sideCounts } from './counts.ts';
import { decide } from './decide.ts';
import type { Decision, GateReason } from './decision.ts';
import type { Policy } from './evidence.ts';
import type { LookResult } from './looks.ts';
import { compareSlices } from './slices.ts';
import type { Evidence } from './trials.ts';

export interface CompareOptions {
  /** No further trial can be run: decide with what is there. Planned trials that are absent make the verdict `error`. */
  readonly exhausted: boolean;
  /** The run was ended because its budget is spent: what is absent is inconclusive and no error. */
  readonly overspent?: boolean;
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
  const { gating, judgements, looks, guarded, waived, budget, wanted } = assess(evidence, policy);
  const overspent = options.overspent ?? false;
  const results = overspent ? looks.map(endedByBudget) : looks;
  const comparisons = compareSlices({ results, guarded, policy, spent: budget.spent, designOf: () => 1 });
  const cases = judgements.map((each) => {
    const { id } = each.data.facts;
    return decideCase(each, guarded.cases.get(id) ?? null, waived.get(id) ?? null);
  });
  const missing = options.exhausted && !overspent ? wanted.length : 0;
  return {
    ...decide({
      ...{ gating, comparisons, cases, missing, overBudget: overBudget(budget, overspent ? wanted : []) },
      recordedOnly: options.recordedOnly ?? false,
    }),
    comparisons,
    cases,
    staleReservoirP: guarded.staleP,
    next: options.exhausted ? [] : wanted,
    base: sideCounts(evidence.cases, 'base', wanted),
    head: sideCounts(evidence.cases, 'head', wanted),
  };
}

function endedByBudget(result: LookResult): LookResult {
  return result.end === 'sampling' && result.group.kind !== 'cohort' ? { ...result, end: 'budget' } : result;
}

type OverBudget = Extract<GateReason, { kind: 'budget_spent' }>;

function overBudget(budget: Budget, unpaid: readonly TrialRequest[]): OverBudget | null {
  const more = budget.refused + budget.costOf(unpaid);
  return more === 0 ? null : { kind: 'budget_spent', spent: budget.spent, budget: budget.limits, more };
}
