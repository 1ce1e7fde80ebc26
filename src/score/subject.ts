import type { Case, Expectation } from '../corpus/index.ts';
import type { Trial } from '../replay/index.ts';
import { canonicalJson, type Json, type ToolCall, type ToolDefinition } from '../trace/index.ts';
import type { Outcome, PriceTable } from './score.ts';

/** What a score needs besides the trial and its case. The same for all trials of a side, except `commandResults`. */
export interface ScoreContext {
  /** Judge a case that states no expectations of its own. */
  readonly defaultExpectations: readonly Expectation[];
  readonly isReadOnly: (tool: string) => boolean;
  /** The tools of the trial's side; empty = not known. */
  readonly tools: readonly ToolDefinition[];
  /** Results of the user's commands for this trial, by scorer name. */
  readonly commandResults: ReadonlyMap<string, Outcome>;
  readonly prices: PriceTable;
}

/** What each scorer sees. */
export interface Subject {
  readonly trial: Trial;
  readonly theCase: Case;
  readonly context: ScoreContext;
  /** Why only the beginning of the trial is known; a scorer may then fail it but never pass it. null = the agent answered. */
  readonly prefixOnly: string | null;
}

/** A call by name and arguments, in the recording's terms. */
export interface Call {
  readonly name: string;
  readonly arguments: Json;
}

export function toolCallsOf(trial: Trial): readonly ToolCall[] {
  return trial.trajectory.steps.filter((step) => step.kind === 'tool_call');
}

/** A rename done right is the same call as before: it is judged under its recorded name. */
export function asRecorded(call: ToolCall): Call {
  return call.recordedAs ?? call;
}

/** Equal calls give equal text. An absent argument and a null one are the same to every tool we know of. */
export function callText(call: Call): string {
  return `${call.name} ${canonicalJson(withoutNulls(call.arguments))}`;
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(present.map(([key, member]) => [key, withoutNulls(member)]));
}
