import type { Expectation } from '../corpus/index.ts';
import { callText } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import { asRecorded, type RunSubject, toolCallsOf } from './subject.ts';

/** None of the tools is called, under its name then or now; an attempt that the schema refused is one too. */
export function judgeToolsForbidden(
  expected: Extract<Expectation, { kind: 'tools_forbidden' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  const forbidden = new Set(expected.tools);
  const call = toolCallsOf(trial).find((made) => forbidden.has(made.name) || forbidden.has(asRecorded(made).name));
  if (call !== undefined) return fail(`called a forbidden tool: ${callText(call)}`);
  return prefixOnly === null ? PASS : undetermined(prefixOnly);
}
