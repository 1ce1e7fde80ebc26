import type { Recording } from '../corpus/index.ts';
import { type Call, callText } from '../trace/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import { asRecorded, type JudgedCall, type Subject, toolCallsOf } from './subject.ts';

/** How often each call was made, by `callText`. */
type Multiset = ReadonlyMap<string, number>;

/**
 * Passes when the trial changed the world as one of the case's recordings did: the same multiset of successful
 * state-changing calls, by name and canonical arguments. A call that the tool refused changed nothing. A call that is
 * on no tape would have reached the real tool in production, so it counts as made. What was made cannot be unmade:
 * a prefix fails as soon as no recording holds all of it. A call that says more than any recorded one can must be a recorded
 * one in all else; whether it then does the same is open.
 */
export function judgeStateChanges(subject: Subject): Outcome {
  const { theCase, trial, context, prefixOnly } = subject;
  if (theCase.recordings.length === 0) return undetermined('the case has no recording to compare state changes with');
  const calls = toolCallsOf(trial).filter((call) => !context.isReadOnly(asRecorded(call).name));
  // In a trial that is not covered, a missing call may be one to a tool that no tape can know.
  const unknowable = calls.filter((call) => trial.standing === 'not_covered' && isUnknown(call));
  const known = calls.filter((call) => !unknowable.includes(call) && changedState(call));
  const made = countCalls(known.map(withoutUnrecorded));
  const recorded = theCase.recordings.map((recording) => stateChangesOf(recording, context.isReadOnly));
  if (recorded.every((expected) => !isWithin(made, expected))) return fail(differenceText(made, recorded));
  const [unknown] = unknowable;
  if (unknown !== undefined) return undetermined(`what ${unknown.name} changes is not on any tape`);
  const beyond = known.find((call) => call.unrecorded !== undefined);
  if (beyond !== undefined) return undetermined(beyondText(beyond));
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const same = recorded.some((expected) => isWithin(made, expected) && isWithin(expected, made));
  return same ? PASS : fail(differenceText(made, recorded));
}

function isUnknown({ outcome, unrecorded }: JudgedCall): boolean {
  return outcome.kind === 'missing' && unrecorded === undefined;
}

function withoutUnrecorded(call: JudgedCall): Call {
  const { name, arguments: args } = asRecorded(call);
  return { name, arguments: call.unrecorded?.arguments ?? args };
}

function beyondText({ name, unrecorded }: JudgedCall): string {
  const parameters = unrecorded?.parameters.join(', ') ?? '';
  return `whether ${name} with ${parameters} does what was recorded is not known: no recording can have what head added`;
}

function changedState(call: JudgedCall): boolean {
  return call.outcome.kind !== 'error';
}

function stateChangesOf(recording: Recording, isReadOnly: (tool: string) => boolean): Multiset {
  const calls = recording.steps.filter((step) => step.kind === 'tool_call');
  return countCalls(calls.filter((call) => call.outcome.kind === 'result' && !isReadOnly(call.name)));
}

function countCalls(calls: readonly Call[]): Multiset {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(callText(call), (counts.get(callText(call)) ?? 0) + 1);
  return counts;
}

function isWithin(part: Multiset, whole: Multiset): boolean {
  return [...part].every(([call, count]) => count <= (whole.get(call) ?? 0));
}

/** Against the recording that is nearest, so that the reader sees the smallest difference. */
function differenceText(made: Multiset, recorded: readonly Multiset[]): string {
  const differences = recorded.map((expected) => ({ extra: minus(made, expected), missing: minus(expected, made) }));
  const nearest = differences.toSorted((a, b) => size(a) - size(b))[0] ?? { extra: [], missing: [] };
  const parts = [
    ...nearest.extra.map((call) => `made ${call}`),
    ...nearest.missing.map((call) => `did not make ${call}`),
  ];
  return `state changes differ from every recording: ${parts.join('; ')}`;
}

function size(difference: { readonly extra: readonly string[]; readonly missing: readonly string[] }): number {
  return difference.extra.length + difference.missing.length;
}

function minus(a: Multiset, b: Multiset): readonly string[] {
  return [...a].flatMap(([call, count]) => {
    const surplus = count - (b.get(call) ?? 0);
    if (surplus <= 0) return [];
    return [surplus === 1 ? call : `${call} (${surplus} times)`];
  });
}
