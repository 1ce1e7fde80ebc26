import type { ExactTest } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import { isStored, isTested } from './case-data.ts';
import type { SliceVerdict, Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import { unexercised } from './exercised.ts';
import type { GuardOutcome } from './guard.ts';
import type { LookEnd } from './looks.ts';
import type { Rates } from './rates.ts';
import { count, passed, percent, points, pValue } from './text.ts';
import { undeterminedReasons } from './undetermined.ts';

export interface SliceFigures {
  readonly cases: readonly CaseData[];
  readonly look: number;
  readonly end: LookEnd;
  /** false = not even the first look is. */
  readonly lookIsComplete: boolean;
  readonly test: ExactTest | null;
  /** Both null outside the family. */
  readonly adjustedP: number | null;
  readonly adjustedPUpper: number | null;
  readonly logE: number | null;
  readonly guard: GuardOutcome | null;
  readonly staleP: number | null;
  /** p of "base passes no more now than in its stored trials", where it is small enough to say that it does. */
  readonly lowBaseP: number | null;
  readonly base: Tally;
  readonly head: Tally;
  readonly estimate: Rates | null;
  readonly mde80: number | null;
}

export interface Judgement {
  readonly verdict: SliceVerdict;
  readonly reasons: readonly string[];
  /** Inconclusive for want of trials: so many runs, or as many as the test needs, would settle it. */
  readonly lacks?: { readonly runs: number } | 'power';
}

/** An improvement never gates, so it has the ordinary level. */
const IMPROVED_LEVEL = 0.05;

/** The first rung that holds is the verdict. Its reason comes first, then what limits it. */
export function sliceVerdict(figures: SliceFigures, policy: Policy): Judgement {
  const { cases } = figures;
  if (cases.length === 0) return { verdict: 'no_evidence', reasons: ['no case of this slice gates'] };
  const undetermined = undeterminedReasons(figures.base, figures.head);
  if (undetermined.length > 0) return { verdict: 'inconclusive', reasons: [...undetermined, ...coverage(figures)] };
  const judged = worse(figures, policy) ?? notWorse(figures, policy);
  return { ...judged, reasons: [...judged.reasons, ...coverage(figures)] };
}

/** A significant drop, and what the guard says of it. */
function worse(figures: SliceFigures, policy: Policy): Judgement | null {
  const { end, adjustedP, estimate, base, head, guard } = figures;
  if (end !== 'rejected' || adjustedP === null || estimate === null) return null;
  if (-estimate.delta < policy.minEffect) return null;
  const level = policy.alpha * policy.alphaSlicesShare;
  const why = `head passed ${passed(head)} trials, base ${passed(base)}; adjusted p ${pValue(adjustedP)} is within ${pValue(level)}`;
  switch (guard?.kind) {
    case undefined:
      return { verdict: 'regressed', reasons: [why] };
    case 'confirmed':
      return { verdict: 'regressed', reasons: [why, `again on fresh trials: ${freshText(guard)}`] };
    case 'refuted':
      return null;
    case 'elsewhere':
      return { verdict: 'no_evidence', reasons: [`${why}; its slices are judged in its place`] };
    case 'pending':
      return { verdict: 'inconclusive', reasons: [`${why}; fresh trials have to confirm it`] };
    case 'unpaid':
      return {
        verdict: 'inconclusive',
        reasons: [`${why}; the budget does not reach to confirm it on fresh trials`],
        lacks: guard,
      };
    case 'unclear':
      return {
        verdict: 'inconclusive',
        reasons: [`${why}; the fresh trials that were to confirm it are undetermined`],
      };
    default:
      return guard satisfies never;
  }
}

function notWorse(figures: SliceFigures, policy: Policy): Judgement {
  const { cases, look, end, test, estimate, mde80, base, head, adjustedPUpper, logE } = figures;
  const level = policy.alpha * policy.alphaSlicesShare;
  const relevant = points(policy.deltaRelevant);
  if (!cases.some(isTested)) return untouched(cases);
  if (test === null || estimate === null) {
    return { verdict: 'no_evidence', reasons: ['no affected case has determined trials on both sides'] };
  }
  if (figures.lowBaseP !== null) {
    const why = `base passes more now than in its stored trials (p ${pValue(figures.lowBaseP)})`;
    return {
      verdict: 'inconclusive',
      reasons: [`${why}, behind which a loss may hide: remove the store and fill it anew`],
    };
  }
  if (adjustedPUpper !== null && adjustedPUpper <= IMPROVED_LEVEL) {
    const tallies = `head passed ${passed(head)} trials, base ${passed(base)}`;
    return { verdict: 'improved', reasons: [`${tallies}; adjusted p of "better" ${pValue(adjustedPUpper)}`] };
  }
  const first = takenBack(figures, policy);
  const moved = movedText(figures);
  if (moved !== null) return { verdict: 'inconclusive', reasons: [[...first, moved].join('; ')] };
  if (end === 'budget') {
    const next = figures.lookIsComplete ? look + 1 : 1;
    return {
      verdict: 'inconclusive',
      reasons: [`the budget does not reach look ${next} of ${policy.looks.length}`],
      lacks: 'power',
    };
  }
  if (estimate.lowerLimit > -policy.deltaRelevant) {
    const limit = `one-sided 95 % lower limit of the difference is ${points(estimate.lowerLimit)}`;
    return { verdict: 'not_worse', reasons: [...first, `${limit}, above -${relevant}`] };
  }
  if (mde80 === null || mde80 > policy.deltaRelevant) {
    const seen = mde80 === null ? 'not even a total drop' : `only drops of ${points(mde80)} or more`;
    return { verdict: 'underpowered', reasons: [...first, `would show ${seen} with 80 % power; ${relevant} matter`] };
  }
  const least = test.attainable[0] ?? 1;
  if (least > level) {
    const why = `the smallest p these outcomes allow is ${pValue(least)}, the level is ${pValue(level)}`;
    return { verdict: 'underpowered', reasons: [...first, why] };
  }
  if (end === 'looks' && logE !== null) {
    const why = `${count(policy.looks.length, 'look')} taken, and the evidence still points to a loss (p ${pValue(test.p)})`;
    return { verdict: 'inconclusive', reasons: [why], lacks: 'power' };
  }
  return {
    verdict: 'no_evidence',
    reasons: first.length > 0 ? first : [`no evidence of a change (p ${pValue(test.p)})`],
  };
}

/** Why a significant drop does not block, if there was one. */
function takenBack({ end, estimate, guard }: SliceFigures, policy: Policy): string[] {
  if (end !== 'rejected' || estimate === null) return [];
  if (-estimate.delta < policy.minEffect) {
    return [`significant, but the drop of ${points(-estimate.delta)} is below minEffect (${points(policy.minEffect)})`];
  }
  if (guard?.kind !== 'refuted') return [];
  return [`the drop did not show again on fresh trials (${freshText(guard)})`];
}

/** A slice that the guard took back, where base has moved: its figures stand on trials of base that count no more. */
function movedText({ cases, guard, staleP }: SliceFigures): string | null {
  if (guard?.kind !== 'refuted') return null;
  if (staleP !== null && cases.some((data) => isTested(data) && isStored(data)))
    return `base itself has moved since its stored trials were drawn (p ${pValue(staleP)}), so nothing is concluded from them`;
  if (guard.movedP === null) return null;
  return `base itself has changed while the gate ran (p ${pValue(guard.movedP)}), so what was drawn before says nothing of head`;
}

function freshText({ base, head }: { readonly base: Tally; readonly head: Tally | null }): string {
  return head === null ? `base passed ${passed(base)}` : `head passed ${passed(head)}, base ${passed(base)}`;
}

function untouched(cases: readonly CaseData[]): Judgement {
  const unaffected = cases.filter(({ affectedness }) => affectedness === 'none').length;
  if (unaffected > 0)
    return { verdict: 'not_worse', reasons: [`nothing changed: ${count(unaffected, 'case')} unaffected`] };
  const unseen = cases.filter((data) => unexercised(data).kind !== 'equal').length;
  const reason =
    unseen === 0
      ? 'not exercised by this change: head did as base in every trial'
      : `not exercised: of ${count(unseen, 'case')} too little was seen to say more`;
  return { verdict: 'no_evidence', reasons: [reason] };
}

/** What the verdict does not stand on, said after it. */
function coverage({ cases, base, head, estimate }: SliceFigures): string[] {
  const reasons: string[] = [];
  const affected = cases.filter(isTested);
  if (affected.length > 0 && affected.length < cases.length) {
    reasons.push(`${affected.length} of ${count(cases.length, 'case')} affected`);
  }
  const idle = cases.filter(({ affectedness }) => affectedness === 'not_exercised').length;
  if (idle > 0 && idle < cases.length) reasons.push(`${count(idle, 'case')} not exercised`);
  const left = base.undetermined + head.undetermined;
  const all = left + base.trials + head.trials;
  if (left > 0) reasons.push(`${count(left, 'trial')} undetermined (${percent(left / all)})`);
  const unrated = cases.filter(({ effect }) => effect === null).length;
  if (unrated > 0 && estimate !== null) {
    reasons.push(`rates leave out ${count(unrated, 'case')} without determined trials on both sides`);
  }
  return reasons;
}
