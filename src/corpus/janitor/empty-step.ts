import type { ObservedStep } from '../../trace/index.ts';
import { withoutSteps } from './cleaned.ts';
import type { Rule } from './rule.ts';

/** Frameworks wrap a call into spans that look like one. */
export const emptyStep: Rule = {
  name: 'empty_step',
  about: 'a model call of which neither input nor answer, tokens nor error are known',
  apply: (cleaned) => {
    const empty = cleaned.kept.filter(({ step }) => isEmptyStep(step));
    return withoutSteps(cleaned, 'empty_step', new Map(empty.map(({ index }) => [index, null])));
  },
};

export function isEmptyStep(step: ObservedStep): boolean {
  if (step.kind !== 'model_call') return false;
  const { input, output, usage, error } = step;
  return input === null && output === null && usage === null && error === null;
}
