import type { Expectation } from '../corpus/index.ts';
import { compileSchema } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputValues } from './output.ts';
import type { Outcome } from './score.ts';
import type { RunSubject } from './subject.ts';

export function judgeOutputJsonSchema(
  expected: Extract<Expectation, { kind: 'output_json_schema' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const schema = compileSchema(expected.schema);
  if (schema.kind === 'unusable')
    return undetermined(`the expectation's schema is no valid JSON Schema: ${schema.problem}`);
  const readings = outputValues(trial.trajectory).map(schema.problemsOf);
  if (readings.some((problems) => problems.length === 0)) return PASS;
  return fail(`the output does not satisfy its schema: ${readings.at(-1)?.join('; ')}`);
}
