import type { JudgedTrial } from '../report/index.ts';
import type { PlannedCase } from './plan.ts';

/** Cases that gate and that base itself fails, in words; empty = there are none. What head breaks of them cannot be seen. */
export function failingBaseInWords(planned: readonly PlannedCase[], judged: readonly JudgedTrial[]): readonly string[] {
  const seen = new Map<string, 'passes' | 'fails'>();
  for (const { trial, score } of judged) {
    const { kind } = score.outcome;
    if (trial.side !== 'base' || kind === 'undetermined') continue;
    seen.set(trial.caseId, kind === 'pass' || seen.get(trial.caseId) === 'passes' ? 'passes' : 'fails');
  }
  const gating = planned.filter(({ gates }) => gates);
  const failing = gating.filter(({ theCase }) => seen.get(theCase.id) === 'fails').length;
  if (failing === 0) return [];
  return [`base fails every trial of ${failing} of ${gating.length} cases: what head breaks there cannot be seen`];
}
