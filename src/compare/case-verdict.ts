import { fisherLower } from '../stats/index.ts';
import { isAcceptedCase } from './acceptance.ts';
import type { CaseHistory } from './case-history.ts';
import type { RuleState } from './case-rule.ts';
import { type CaseJudgement, PLAN_MAX } from './cases.ts';
import type { CaseDecision, CaseVerdict } from './decision.ts';
import type { Unexercised } from './exercised.ts';
import type { GuardOutcome } from './guard.ts';
import { count, passed, pValue } from './text.ts';
import { isDetermined, isPass } from './trials.ts';

interface Verdict {
  readonly verdict: CaseVerdict;
  readonly reason: string;
}

/** The verdict after the guard. `waived`: the slice that speaks for the case, or what else kept it from being confirmed. */
export function decideCase(judgement: CaseJudgement, guard: GuardOutcome | null, waived: string | null): CaseDecision {
  const { data, state } = judgement;
  const { facts, affectedness, base, head } = data;
  const own = ownVerdict(judgement);
  const accepted = isAcceptedCase(facts);
  const { verdict, reason } =
    own.verdict === 'broken' && !accepted
      ? guardedVerdict(own.reason, guard)
      : { verdict: own.verdict, reason: waived === null ? own.reason : `${own.reason}; ${waived}` };
  const p = state.kind === 'ruled' ? tableP(state.history) : null;
  return { caseId: facts.id, verdict, affectedness, base, head, p, reason, ...(accepted ? { accepted } : {}) };
}

function ownVerdict({ data, state }: CaseJudgement): Verdict {
  const { base, head } = data;
  const tallies = `base passed ${passed(base)}, head ${passed(head)}`;
  switch (state.kind) {
    case 'not_exercised':
      return {
        verdict: state.seen.kind === 'equal' ? 'unaffected' : 'undetermined',
        reason: unexercisedText(state.seen),
      };
    case 'cut_short':
      return { verdict: 'undetermined', reason: 'head behaves as base up to where every trial was cut short' };
    case 'unaffected':
      return { verdict: 'unaffected', reason: 'head behaves exactly as base in every trial' };
    case 'no_trials': {
      const sides = [...(base.trials === 0 ? ['base'] : []), ...(head.trials === 0 ? ['head'] : [])].join(' and ');
      return { verdict: 'undetermined', reason: `no determined trial on ${sides}` };
    }
    case 'reported':
      return { verdict: 'ok', reason: `reported only: ${tallies}` };
    case 'unprotected':
      return {
        verdict: 'ok',
        reason: `${tallies}: base did not pass reliably where it is compared, so nothing to protect`,
      };
    case 'unread':
      return { verdict: 'ok', reason: `${tallies}: no determined trial on an affected number` };
    case 'passes':
      return { verdict: 'ok', reason: tallies };
    case 'ruled':
      return ruledVerdict(state.rule, state.history);
    default:
      return state satisfies never;
  }
}

function ruledVerdict(rule: RuleState, history: CaseHistory): Verdict {
  const seen = describe(history);
  switch (rule.kind) {
    case 'broken':
      return { verdict: 'broken', reason: `${seen} (p ${pValue(tableP(history))})` };
    case 'flaky':
      return { verdict: 'flaky', reason: `${seen}: it does not fail repeatably` };
    case 'undetermined':
      return { verdict: 'undetermined', reason: `${seen}: ${count(rule.trials, 'trial')} undetermined` };
    case 'underpowered':
      return {
        verdict: 'suspect',
        reason: `${seen}: underpowered, no plan within ${PLAN_MAX} more trials a side can reach the case's level`,
      };
    case 'needs': {
      const { fresh, test } = rule.draws;
      return {
        verdict: 'suspect',
        reason: `${seen}: not confirmed, that takes ${count(test, 'head trial')} and ${count(fresh, 'fresh base trial')}`,
      };
    }
    default:
      return rule satisfies never;
  }
}

function guardedVerdict(reason: string, guard: GuardOutcome | null): Verdict {
  switch (guard?.kind) {
    case 'confirmed':
      return { verdict: 'broken', reason: `${reason}; base still passes: ${passed(guard.base)} fresh trials` };
    case 'refuted':
      return {
        verdict: 'flaky',
        reason: `${reason}; but base itself now passes only ${passed(guard.base)} fresh trials`,
      };
    case 'unpaid':
      return { verdict: 'suspect', reason: `${reason}; the budget does not reach to confirm it on fresh base trials` };
    case 'unclear':
      return {
        verdict: 'suspect',
        reason: `${reason}; too few fresh base trials are determined to confirm it`,
      };
    case 'pending':
    case 'elsewhere':
    case undefined:
      return { verdict: 'suspect', reason: `${reason}; fresh base trials have to confirm it` };
    default:
      return guard satisfies never;
  }
}

function unexercisedText(seen: Unexercised): string {
  switch (seen.kind) {
    case 'equal': {
      const past = seen.trials - seen.determined;
      const open = past === 0 ? '' : `; ${past} came to no result on either side`;
      return `not exercised by this change (0 of ${count(seen.trials, 'trial')} affected${open})`;
    }
    case 'idle':
      return 'not exercised: no trial called the model or a tool';
    case 'unseen':
      return `not exercised: head did as base as far as was seen, but only ${seen.determined} of ${count(seen.trials, 'trial')} came to a result on both sides`;
    default:
      return seen satisfies never;
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
