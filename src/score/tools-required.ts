import type { Expectation } from '../corpus/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import { asRecorded, type RunSubject, toolCallsOf } from './subject.ts';

/** Each tool is called at least once with arguments that its schema accepts, under its name then or now. */
export function judgeToolsRequired(
  expected: Extract<Expectation, { kind: 'tools_required' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const accepted = toolCallsOf(trial).filter((call) => call.match !== 'schema_error');
  const called = new Set(accepted.flatMap((call) => [call.name, asRecorded(call).name]));
  const missing = expected.tools.filter((tool) => !called.has(tool));
  return missing.length === 0 ? PASS : fail(`required but not called: ${missing.join(', ')}`);
}
