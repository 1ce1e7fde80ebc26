import type { Expectation } from '../corpus/index.ts';
import { type Call, callText } from '../trace/index.ts';
import { type CallMatcher, callMatcher, pairCalls } from './call-match.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import { asRecorded, type RunSubject, type Subject, toolCallsOf } from './subject.ts';

type TrajectoryExpectation = Extract<Expectation, { kind: 'trajectory' }>;

/**
 * The trial's tool calls against the expected ones, in the terms of LangChain's agentevals: `strict` the same calls in the
 * same order; `unordered` the same calls in any order; `subset` no call beyond the expected ones; `superset` at least the
 * expected ones. Calls are matched one to one.
 */
export function judgeTrajectory(expected: TrajectoryExpectation, subject: Subject): Outcome {
  const wanted = expected.calls ?? callsOfFirstRecording(subject);
  if (wanted === null) return undetermined('the case has no recording to take the expected calls from');
  return judgeCalls(expected, wanted, subject);
}

/** The same against these calls. */
export function judgeCalls(expected: TrajectoryExpectation, wanted: readonly Call[], subject: RunSubject): Outcome {
  const matches = callMatcher(expected.arguments, expected.argumentOverrides);
  const actual = toolCallsOf(subject.trial).map(asRecorded);
  const problem =
    expected.mode === 'strict'
      ? strictProblem(actual, wanted, matches, subject.prefixOnly !== null)
      : setProblem(expected.mode, actual, wanted, matches, subject.prefixOnly !== null);
  if (problem !== null) return fail(problem);
  return subject.prefixOnly === null ? PASS : undetermined(subject.prefixOnly);
}

function callsOfFirstRecording({ theCase }: Subject): readonly Call[] | null {
  return theCase.recordings[0]?.steps.filter((step) => step.kind === 'tool_call') ?? null;
}

function strictProblem(
  actual: readonly Call[],
  wanted: readonly Call[],
  matches: CallMatcher,
  prefix: boolean,
): string | null {
  for (const [index, call] of actual.entries()) {
    const expected = wanted[index];
    if (expected === undefined) return `tool call ${index + 1} is one too many: ${callText(call)}`;
    if (!matches(call, expected)) {
      return `tool call ${index + 1}: expected ${callText(expected)}, received ${callText(call)}`;
    }
  }
  const missing = wanted[actual.length];
  return missing === undefined || prefix ? null : `tool call ${actual.length + 1} is missing: ${callText(missing)}`;
}

/** More calls may still come after a prefix, so a missing one is no problem there; one too many stays too many. */
function setProblem(
  mode: 'unordered' | 'subset' | 'superset',
  actual: readonly Call[],
  wanted: readonly Call[],
  matches: CallMatcher,
  prefix: boolean,
): string | null {
  const partners = pairCalls(actual, wanted, matches);
  const extra = actual.find((_, index) => partners[index] === null);
  if (mode !== 'superset' && extra !== undefined) return `a call that is not expected: ${callText(extra)}`;
  const missing = wanted.find((_, index) => !partners.includes(index));
  if (mode !== 'subset' && missing !== undefined && !prefix) return `an expected call is missing: ${callText(missing)}`;
  return null;
}
