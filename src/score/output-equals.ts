import type { Expectation } from '../corpus/index.ts';
import { canonicalJson } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputValues } from './output.ts';
import type { Outcome } from './score.ts';
import type { RunSubject } from './subject.ts';

export function judgeOutputEquals(
  expected: Extract<Expectation, { kind: 'output_equals' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const wanted = canonicalJson(expected.value);
  const equal = outputValues(trial.trajectory).some((value) => canonicalJson(value) === wanted);
  return equal ? PASS : fail(`expected the output ${wanted}, received ${canonicalJson(trial.trajectory.output)}`);
}
