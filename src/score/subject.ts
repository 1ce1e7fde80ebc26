import type { Case, Expectation } from '../corpus/index.ts';
import type { Trial } from '../replay/index.ts';
import type { Call, ToolCall, ToolDefinition } from '../trace/index.ts';
import type { CheckName } from './checks/check.ts';
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
  /** What the user's judges said of this trial, by judge name. */
  readonly judgeResults: ReadonlyMap<string, Outcome>;
  readonly prices: PriceTable;
  /** Those that are reported beside the verdict; they do not decide. */
  readonly checks: readonly CheckName[];
}

/** What each scorer sees. */
export interface Subject {
  readonly trial: Trial;
  readonly theCase: Case;
  readonly context: ScoreContext;
  /** Why only the beginning of the trial is known; a scorer may then fail it but never pass it. null = the agent answered. */
  readonly prefixOnly: string | null;
}

export function toolCallsOf(trial: Trial): readonly ToolCall[] {
  return trial.trajectory.steps.filter((step) => step.kind === 'tool_call');
}

/** In the recording's terms: a rename done right is the same call as before, judged under its recorded name. */
export function asRecorded(call: ToolCall): Call {
  return call.recordedAs ?? call;
}
