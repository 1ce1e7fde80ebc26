import type { Expectation } from '../corpus/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';

/** At most so many steps, model calls and tool calls together. */
export function judgeMaxSteps(
  expected: Extract<Expectation, { kind: 'max_steps' }>,
  { trial, prefixOnly }: Subject,
): Outcome {
  const steps = trial.trajectory.steps.length;
  if (steps > expected.limit) return fail(`${steps} steps, at most ${expected.limit} are allowed`);
  return prefixOnly === null ? PASS : undetermined(prefixOnly);
}
