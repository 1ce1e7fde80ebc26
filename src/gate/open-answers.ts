import type { Settings } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import { areMetByNothing } from '../score/index.ts';
import type { PlannedCase } from './plan.ts';
import { toolPolicyOf } from './tool-policy.ts';

/**
 * Cases that pass whatever the agent answers, in words; empty = there are none. What they expect are limits, or the state changes
 * of a recording that has none, so that neither an answer nor a call is asked for.
 */
export function openAnswersInWords(planned: readonly PlannedCase[], settings: Settings): readonly string[] {
  const { isReadOnly } = toolPolicyOf(settings);
  const changesNothing = ({ recordings }: Case): boolean =>
    recordings.some(({ steps }) => steps.every((step) => step.kind === 'model_call' || isReadOnly(step.name)));
  const gating = planned.filter(({ gates }) => gates);
  const open = gating.filter(({ theCase }) => {
    const expected = theCase.expectations ?? settings.defaultExpectations;
    return (
      areMetByNothing(expected) && (expected.every(({ kind }) => kind !== 'state_changes') || changesNothing(theCase))
    );
  });
  if (open.length === 0) return [];
  const cases = `${open.length} of ${gating.length} cases ${open.length === 1 ? 'expects' : 'expect'}`;
  return [
    `${cases} neither an answer nor a call: whatever the agent says passes there. Give them expectations of the output, or a judge`,
  ];
}
