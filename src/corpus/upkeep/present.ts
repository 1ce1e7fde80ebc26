import type { Json } from '../../trace/index.ts';
import type { Case, RecordedToolCall, Recording } from '../case.ts';
import type { Expectation } from '../expectation.ts';

/** Why a case no longer tells what it should. */
export type Staleness =
  | { readonly kind: 'tool_gone'; readonly tool: string }
  /** The tool refuses recorded arguments by now. */
  | { readonly kind: 'arguments_refused'; readonly tool: string; readonly problem: string }
  /** The model called the tool, and the recording has fewer calls of it. */
  | { readonly kind: 'call_not_on_tape'; readonly tool: string }
  | { readonly kind: 'nothing_recorded' }
  | { readonly kind: 'unreachable'; readonly expectation: Expectation['kind']; readonly reason: string };

/** The agent and its settings as they are now. */
export interface Present {
  /** What is wrong with arguments by a tool's schema; null = no definition names the tool. */
  readonly faultsOf: (tool: string, args: Json) => readonly string[] | null;
  /** false = no definition of any tool is known: nothing can be said of contracts. */
  readonly knowsTools: boolean;
  readonly isReadOnly: (tool: string) => boolean;
  /** A call of the tool that is not on the tape ends the trial without an answer. */
  readonly stopsOnMiss: (tool: string) => boolean;
  readonly defaultExpectations: readonly Expectation[];
  readonly commandScorers: readonly string[];
  readonly judges: readonly string[];
}

export function recordedCalls({ recordings }: Pick<Case, 'recordings'>): readonly RecordedToolCall[] {
  return recordings.flatMap(callsOf);
}

export function callsOf({ steps }: Recording): readonly RecordedToolCall[] {
  return steps.filter((step) => step.kind === 'tool_call');
}
