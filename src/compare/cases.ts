import type { TrialRequest } from '../replay/index.ts';
import type { ConfirmationPlan } from '../stats/index.ts';
import { fisherLower, planConfirmation } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import { isTested } from './case-data.ts';
import type { CaseHistory } from './case-history.ts';
import { caseHistory } from './case-history.ts';
import { applyCaseRule, type RuleState } from './case-rule.ts';
import { confirmationTrials } from './confirmation.ts';
import type { CaseDecision, CaseVerdict } from './decision.ts';
import type { Policy } from './evidence.ts';
import type { GuardOutcome } from './guard.ts';
import { count, passed, pValue } from './text.ts';
import { isDetermined, isPass } from './trials.ts';

/** One case's verdict as far as its own trials go. */
export interface CaseJudgement {
  readonly data: CaseData;
  readonly verdict: CaseVerdict;
  readonly reason: string;
  readonly p: number | null;
  /** Trials that the case rule wants; whoever asks again with them gets a further step. */
  readonly requests: readonly TrialRequest[];
}

/** Extra trials a plan may take on each side. */
const PLAN_MAX = 14;

/**
 * Judges every case, one by one, as the first look reads it. The level of one case is alphaCases over the number of affected
 * gating cases: that number is known before any outcome, so nothing is selected, and unaffected cases cannot be blocked and
 * need no share. What they ask for stands on the complete first look: before that the number of affected cases is unknown.
 */
export function judgeCases(all: readonly CaseData[], policy: Policy): CaseJudgement[] {
  const affected = all.filter((data) => data.facts.gates && isTested(data)).length;
  const level = (policy.alpha * (1 - policy.alphaSlicesShare)) / Math.max(1, affected);
  const plan = rememberPlans(level, policy);
  return all.map((data) => {
    const plain = plainVerdict(data);
    if (plain !== null) return { data, ...plain, p: null, requests: [] };
    const history = caseHistory(data, policy.looks[0] ?? 1);
    const screened = screen(data, history, policy);
    if (screened !== null) return { data, verdict: 'ok', reason: screened, p: null, requests: [] };
    const state = applyCaseRule(history, plan(data, history));
    const requests = state.kind === 'needs' ? confirmationTrials(data, history, state.draws, policy) : [];
    return { data, ...ruled(state, history), p: tableP(history), requests };
  });
}

/** The verdict after the guard. `waived`: the slice that speaks for the case, or what else kept it from being confirmed. */
export function decideCase(judgement: CaseJudgement, guard: GuardOutcome | null, waived: string | null): CaseDecision {
  const { data, verdict, reason, p } = judgement;
  const { facts, affectedness, base, head } = data;
  const decided = (final: CaseVerdict, why: string): CaseDecision => ({
    ...{ caseId: facts.id, verdict: final, affectedness, base, head, p, reason: why },
  });
  if (verdict !== 'broken') return decided(verdict, waived === null ? reason : `${reason}; ${waived}`);
  switch (guard?.kind) {
    case 'confirmed':
      return decided('broken', `${reason}; base still passes: ${passed(guard.base)} fresh trials`);
    case 'refuted':
      return decided('flaky', `${reason}; but base itself now passes only ${passed(guard.base)} fresh trials`);
    case 'unpaid':
      return decided('suspect', `${reason}; the budget does not reach to confirm it on fresh base trials`);
    case 'unclear':
      return decided('suspect', `${reason}; too few fresh base trials are affected and determined to confirm it`);
    case 'pending':
    case undefined:
      return decided('suspect', `${reason}; fresh base trials have to confirm it`);
    default:
      return guard satisfies never;
  }
}

/** Verdicts that need no test; null = the case rule has to look. */
function plainVerdict(data: CaseData): { verdict: CaseVerdict; reason: string } | null {
  const { affectedness, base, head } = data;
  if (affectedness === 'not_exercised') {
    return { verdict: 'undetermined', reason: 'not exercised: no trial called the model or a tool' };
  }
  if (affectedness === 'none' && base.trials === 0) {
    return { verdict: 'undetermined', reason: 'head behaves as base up to where every trial was cut short' };
  }
  if (affectedness === 'none') return { verdict: 'unaffected', reason: 'head behaves exactly as base in every trial' };
  if (base.trials === 0 || head.trials === 0) {
    const sides = [...(base.trials === 0 ? ['base'] : []), ...(head.trials === 0 ? ['head'] : [])].join(' and ');
    return { verdict: 'undetermined', reason: `no determined trial on ${sides}` };
  }
  if (!data.facts.gates) {
    return { verdict: 'ok', reason: `reported only: base passed ${passed(base)}, head ${passed(head)}` };
  }
  return null;
}

/**
 * Why the case is not suspicious; null = it is: base passed (at least `protectMin` of its determined trials, of which there
 * may be fewer than three, since the plan makes up for a thin history with more fresh base trials that must pass) and
 * head's first determined trial failed.
 */
function screen({ base, head }: CaseData, history: CaseHistory, policy: Policy): string | null {
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  // Whole trials: with three of them, one failure does not yet say that the case passes less often than that.
  if (base.passes < Math.max(1, Math.floor(policy.protectMin * base.trials)))
    return `${tallies}: base did not pass reliably, so nothing to protect`;
  const first = history.head.slice(0, history.initial).find(isDetermined);
  if (first === undefined) return `${tallies}: no determined trial on an affected number`;
  return isPass(first) ? tallies : null;
}

function rememberPlans(level: number, policy: Policy): (data: CaseData, history: CaseHistory) => ConfirmationPlan {
  const known = new Map<string, ConfirmationPlan>();
  return ({ affectedness }, { n0, s0, initial }) => {
    const paired = affectedness === 'prefix';
    const key = `${n0} ${s0} ${initial} ${paired}`;
    const plan =
      known.get(key) ??
      planConfirmation({
        n0,
        s0,
        n1: initial,
        level,
        maxFresh: Math.min(PLAN_MAX, policy.maxConfirmTrials - (policy.looks[0] ?? 1)),
        maxTest: Math.min(Math.max(PLAN_MAX, initial), policy.maxConfirmTrials),
        paired,
      });
    known.set(key, plan);
    return plan;
  };
}

function ruled(state: RuleState, history: CaseHistory): { verdict: CaseVerdict; reason: string } {
  const seen = describe(history);
  switch (state.kind) {
    case 'broken':
      return { verdict: 'broken', reason: `${seen} (p ${pValue(tableP(history))})` };
    case 'flaky':
      return { verdict: 'flaky', reason: `${seen}: it does not fail repeatably` };
    case 'undetermined':
      return { verdict: 'undetermined', reason: `${seen}: ${count(state.trials, 'trial')} undetermined` };
    case 'underpowered':
      return {
        verdict: 'suspect',
        reason: `${seen}: underpowered, no plan within ${PLAN_MAX} more trials a side can reach the case's level`,
      };
    case 'needs': {
      const { fresh, test } = state.draws;
      return {
        verdict: 'suspect',
        reason: `${seen}: not confirmed, that takes ${count(test, 'head trial')} and ${count(fresh, 'fresh base trial')}`,
      };
    }
    default:
      return state satisfies never;
  }
}

function describe(history: CaseHistory): string {
  const { base, head } = table(history);
  return `head failed ${head.n - head.s} of ${count(head.n, 'trial')}, base passed ${base.s} of ${base.n}`;
}

function tableP(history: CaseHistory): number {
  const { base, head } = table(history);
  return fisherLower(base.n, base.s, head.n, head.s);
}

/** All determined trials that the rule has drawn so far. */
function table({ n0, s0, head, fresh }: CaseHistory): Record<'base' | 'head', { n: number; s: number }> {
  const determinedFresh = fresh.filter(isDetermined);
  const determinedHead = head.filter(isDetermined);
  return {
    base: { n: n0 + determinedFresh.length, s: s0 + determinedFresh.filter(isPass).length },
    head: { n: determinedHead.length, s: determinedHead.filter(isPass).length },
  };
}
