import type { CaseData } from './case-data.ts';
import { isTested } from './case-data.ts';
import type { SliceVerdict, Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import type { SliceTest } from './family.ts';
import type { Rates } from './rates.ts';
import { count, passed, percent, points, pValue } from './text.ts';
import { undeterminedReasons } from './undetermined.ts';

export interface SliceFigures {
  readonly cases: readonly CaseData[];
  readonly tested: SliceTest | null;
  readonly base: Tally;
  readonly head: Tally;
  readonly estimate: Rates | null;
  readonly mde80: number | null;
}

interface Judgement {
  readonly verdict: SliceVerdict;
  readonly reasons: readonly string[];
}

/** An improvement never gates, so it has the ordinary level. */
const IMPROVED_LEVEL = 0.05;

/** The first rung that holds is the verdict; STATISTICS.md 5.2. Its reason comes first, then what limits it. */
export function sliceVerdict(figures: SliceFigures, policy: Policy): Judgement {
  const { cases } = figures;
  if (cases.length === 0) return { verdict: 'no_evidence', reasons: ['no case of this slice gates'] };
  const undetermined = undeterminedReasons(figures.base, figures.head);
  if (undetermined.length > 0) return { verdict: 'inconclusive', reasons: [...undetermined, ...coverage(figures)] };
  const { verdict, reasons } = moved(figures, policy) ?? notMoved(figures, policy);
  return { verdict, reasons: [...reasons, ...coverage(figures)] };
}

function moved({ tested, base, head, estimate }: SliceFigures, policy: Policy): Judgement | null {
  if (tested === null || estimate === null || tested.adjustedP === null || tested.adjustedPUpper === null) return null;
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  const tallies = `head passed ${passed(head)} trials, base ${passed(base)}`;
  if (tested.adjustedP <= alphaSlices && -estimate.delta >= policy.minEffect) {
    const why = `adjusted p ${pValue(tested.adjustedP)} is within ${pValue(alphaSlices)}`;
    return { verdict: 'regressed', reasons: [`${tallies}; ${why}`] };
  }
  if (tested.adjustedPUpper <= IMPROVED_LEVEL) {
    return { verdict: 'improved', reasons: [`${tallies}; adjusted p of "better" ${pValue(tested.adjustedPUpper)}`] };
  }
  return null;
}

function notMoved(figures: SliceFigures, policy: Policy): Judgement {
  const { cases, tested, estimate, mde80 } = figures;
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  const relevant = points(policy.deltaRelevant);
  if (!cases.some(isTested)) return untouched(cases);
  if (tested === null || estimate === null) {
    return { verdict: 'no_evidence', reasons: ['no affected case has determined trials on both sides'] };
  }
  const small =
    tested.adjustedP !== null && tested.adjustedP <= alphaSlices
      ? [`significant, but the drop of ${points(-estimate.delta)} is below minEffect (${points(policy.minEffect)})`]
      : [];
  if (estimate.lowerLimit > -policy.deltaRelevant) {
    const limit = `one-sided 95 % lower limit of the difference is ${points(estimate.lowerLimit)}`;
    return { verdict: 'not_worse', reasons: [...small, `${limit}, above -${relevant}`] };
  }
  if (mde80 === null || mde80 > policy.deltaRelevant) {
    const seen = mde80 === null ? 'not even a total drop' : `only drops of ${points(mde80)} or more`;
    return { verdict: 'underpowered', reasons: [...small, `would show ${seen} with 80 % power; ${relevant} matter`] };
  }
  const least = tested.test.attainable[0] ?? 1;
  if (least > alphaSlices) {
    const why = `the smallest p these outcomes allow is ${pValue(least)}, the level is ${pValue(alphaSlices)}`;
    return { verdict: 'underpowered', reasons: [...small, why] };
  }
  return { verdict: 'no_evidence', reasons: [...small, `no evidence of a change (p ${pValue(tested.test.p)})`] };
}

function untouched(cases: readonly CaseData[]): Judgement {
  const unaffected = cases.filter(({ affectedness }) => affectedness === 'none').length;
  return unaffected === 0
    ? { verdict: 'no_evidence', reasons: ['not exercised: no trial called the model or a tool'] }
    : { verdict: 'not_worse', reasons: [`nothing changed: ${count(unaffected, 'case')} unaffected`] };
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
