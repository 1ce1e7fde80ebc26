import type { Expectation } from '../corpus/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';

/** At most so many steps, model calls and tool calls together. */
export function judgeMaxSteps(
  expected: Extract<Expectation, { kind: 'max_steps' }>,
  { trial, prefixOnly }: Subject,
): Outcome {
  return stepsWithin(expected.limit, trial.trajectory.steps.length, prefixOnly);
}

/** The same of so many steps, whoever counted them. */
export function stepsWithin(limit: number, steps: number, prefixOnly: string | null): Outcome {
  if (steps > limit) return fail(`${steps} steps, at most ${limit} are allowed`);
  return prefixOnly === null ? PASS : undetermined(prefixOnly);
}
