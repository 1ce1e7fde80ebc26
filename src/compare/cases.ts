import type { TrialRequest } from '../replay/index.ts';
import type { ConfirmationPlan } from '../stats/index.ts';
import { planConfirmation } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import { isTested } from './case-data.ts';
import type { CaseHistory } from './case-history.ts';
import { caseHistory } from './case-history.ts';
import { applyCaseRule, type RuleState } from './case-rule.ts';
import { confirmationTrials } from './confirmation.ts';
import type { Policy } from './evidence.ts';
import { type Unexercised, unexercised } from './exercised.ts';
import { type Evidence, isPass } from './trials.ts';

/** Where a case stands as far as its own trials go. All but the last need no test. */
type CaseState =
  /** No trial was affected, of the few that were drawn for it. */
  | { readonly kind: 'not_exercised'; readonly seen: Unexercised }
  /** Equal up to where both sides were cut short. */
  | { readonly kind: 'cut_short' }
  | { readonly kind: 'unaffected' }
  /** Some side has no determined trial. */
  | { readonly kind: 'no_trials' }
  /** The case does not gate. */
  | { readonly kind: 'reported' }
  /** Base did not pass reliably. */
  | { readonly kind: 'unprotected' }
  /** No determined head trial that the rule may read. */
  | { readonly kind: 'unread' }
  /** Head's first trial passed. */
  | { readonly kind: 'passes' }
  | { readonly kind: 'ruled'; readonly history: CaseHistory; readonly rule: RuleState };

export interface CaseJudgement {
  readonly data: CaseData;
  readonly state: CaseState;
  /** Trials that the case rule wants; whoever asks again with them gets a further step. */
  readonly requests: readonly TrialRequest[];
}

/** Extra trials a plan may take on each side. */
export const PLAN_MAX = 14;

/**
 * Judges every case, one by one, as the first look reads it. The level of one case is alphaCases over the number of affected
 * gating cases: that number is known before any outcome, so nothing is selected, and unaffected cases cannot be blocked and
 * need no share. What they ask for stands on the complete first look: before that the number of affected cases is unknown.
 * Where `all` are only a part of the cases, `affected` is that number.
 */
export function judgeCases(
  all: readonly CaseData[],
  policy: Policy,
  plans: Plans,
  affected = affectedCases(all),
): CaseJudgement[] {
  const level = (policy.alpha * (1 - policy.alphaSlicesShare)) / Math.max(1, affected);
  return all.map((data) => {
    const plain = plainState(data, policy);
    if (plain !== null) return { data, state: plain, requests: [] };
    const history = caseHistory(data, policy.looks[0] ?? 1);
    const rule = applyCaseRule(history, planOf(history, level, policy, plans));
    const requests = rule.kind === 'needs' ? confirmationTrials(data, history, rule.draws, policy) : [];
    return { data, state: { kind: 'ruled', history, rule }, requests };
  });
}

export function affectedCases(all: readonly CaseData[]): number {
  return all.filter((data) => data.facts.gates && isTested(data)).length;
}

/** null = the case rule has to look: base passed, at least `protectMin` of its trials, and head's first trial failed. */
function plainState(data: CaseData, policy: Policy): CaseState | null {
  const { affectedness, base, head, firstHead, effect, facts } = data;
  if (affectedness === 'not_exercised') return { kind: 'not_exercised', seen: unexercised(data) };
  if (affectedness === 'none') return { kind: base.trials === 0 ? 'cut_short' : 'unaffected' };
  if (base.trials === 0 || head.trials === 0) return { kind: 'no_trials' };
  if (!facts.gates) return { kind: 'reported' };
  // Whole trials: with three of them, one failure does not yet say that the case passes less often than that. There may be
  // fewer than three: the plan makes up for a thin history with more fresh base trials that must pass.
  // Of a prefix case the trials that are compared: where head leaves its path base may be less reliable than elsewhere.
  const { n0, s0 } = effect ?? { n0: base.trials, s0: base.passes };
  if (s0 < Math.max(1, Math.floor(policy.protectMin * n0))) return { kind: 'unprotected' };
  if (firstHead === null) return { kind: 'unread' };
  return isPass(firstHead) ? { kind: 'passes' } : null;
}

type Plans = Evidence['memo']['plans'];

function planOf(history: CaseHistory, level: number, policy: Policy, plans: Plans): ConfirmationPlan {
  const { n0, s0, initial, alone } = history;
  const question = {
    ...{ n0, s0, n1: initial, level },
    maxFresh: Math.min(PLAN_MAX, policy.maxConfirmTrials - (policy.looks[0] ?? 1)),
    maxTest: Math.min(Math.max(PLAN_MAX, initial), policy.maxConfirmTrials),
    alone,
  };
  const key = Object.values(question).join(' ');
  const plan = plans.get(key) ?? planConfirmation(question);
  plans.set(key, plan);
  return plan;
}
