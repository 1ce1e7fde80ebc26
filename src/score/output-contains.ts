import type { Expectation } from '../corpus/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputText } from './output.ts';
import type { Outcome } from './score.ts';
import type { RunSubject } from './subject.ts';

export function judgeOutputContains(
  expected: Extract<Expectation, { kind: 'output_contains' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const text = outputText(trial.trajectory);
  if (text === null) return fail(`expected an output that contains "${expected.text}", received none`);
  const found = expected.ignoreCase
    ? text.toLowerCase().includes(expected.text.toLowerCase())
    : text.includes(expected.text);
  return found ? PASS : fail(`the output does not contain "${expected.text}": ${text}`);
}
