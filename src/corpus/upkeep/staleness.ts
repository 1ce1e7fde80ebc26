import { cut } from '../../errors.ts';
import type { Case, Recording } from '../case.ts';
import { callsOf, type Present, recordedCalls, type Staleness } from './present.ts';
import { unreachable } from './unreachable.ts';

/** Everything that is stale about a case; empty = nothing. */
export function stalenessOf(one: Case, present: Present): readonly Staleness[] {
  return [...contractFaults(one, present), ...tapeFaults(one), ...unreachable(one, present)];
}

const MAX_PROBLEM = 300;

/** Each tool once. A call that failed when it was recorded may well have been refused then. */
function contractFaults(one: Case, present: Present): readonly Staleness[] {
  if (!present.knowsTools) return [];
  const faults = new Map<string, Staleness>();
  for (const { name, arguments: args, outcome } of recordedCalls(one)) {
    if (faults.has(name)) continue;
    const found = present.faultsOf(name, args);
    if (found === null) faults.set(name, { kind: 'tool_gone', tool: name });
    else if (found.length > 0 && outcome.kind === 'result')
      faults.set(name, { kind: 'arguments_refused', tool: name, problem: cut(found.join('; '), MAX_PROBLEM) });
  }
  return [...faults.values()];
}

function tapeFaults({ recordings }: Case): readonly Staleness[] {
  if (recordings.every(({ steps }) => steps.length === 0)) return [{ kind: 'nothing_recorded' }];
  const tools = new Set(recordings.flatMap(missingCalls));
  return [...tools].map((tool) => ({ kind: 'call_not_on_tape', tool }));
}

/** What the model called and no step answers. A call that the answer itself has the result of, the provider made. */
function missingCalls(recording: Recording): readonly string[] {
  const onTape = counted(callsOf(recording).map(({ name }) => name));
  const asked = recording.steps.flatMap((step) => {
    const parts = step.kind === 'model_call' ? (step.response?.parts ?? []) : [];
    const answered = new Set(parts.flatMap((part) => (part.kind === 'tool_result' ? [part.id] : [])));
    return parts.flatMap((part) => (part.kind === 'tool_call' && !answered.has(part.id) ? [part.name] : []));
  });
  return [...counted(asked)].flatMap(([tool, times]) => (times > (onTape.get(tool) ?? 0) ? [tool] : []));
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
