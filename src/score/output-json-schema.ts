import type { Expectation } from '../corpus/index.ts';
import { checkSchema } from './json-schema.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputValues } from './output.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';

export function judgeOutputJsonSchema(
  expected: Extract<Expectation, { kind: 'output_json_schema' }>,
  { trial, prefixOnly }: Subject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const checks = outputValues(trial.trajectory).map((value) => checkSchema(expected.schema, value));
  if (checks.some((check) => check.kind === 'valid')) return PASS;
  const unusable = checks.find((check) => check.kind === 'bad_schema');
  if (unusable !== undefined) return undetermined(`the expectation's schema is ${unusable.problem}`);
  const problems = checks.flatMap((check) => (check.kind === 'invalid' ? [check.problem] : []));
  return fail(`the output does not satisfy its schema: ${problems.at(-1)}`);
}
