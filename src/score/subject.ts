import type { Case, Expectation } from '../corpus/index.ts';
import type { Trial } from '../replay/index.ts';
import type { Call, Json, ModelCall, ToolCall, ToolDefinition } from '../trace/index.ts';
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

/** What a scorer sees that asks of a run nothing but what was done and answered in it: a trial's, or a recorded one. */
export interface RunSubject {
  readonly trial: {
    readonly trajectory: { readonly steps: readonly (ModelCall | JudgedCall)[]; readonly output: Json | null };
  };
  readonly context: Pick<ScoreContext, 'tools'>;
  /** Why only the beginning of the run is known; a scorer may then fail it but never pass it. null = the agent answered. */
  readonly prefixOnly: string | null;
}

/** Scorers do not ask how long a call took. */
export type JudgedCall = Omit<ToolCall, 'durationMs'>;

/** What each scorer sees. */
export interface Subject extends RunSubject {
  readonly trial: Trial;
  readonly theCase: Case;
  readonly context: ScoreContext;
}

export function toolCallsOf(trial: RunSubject['trial']): readonly JudgedCall[] {
  return trial.trajectory.steps.filter((step) => step.kind === 'tool_call');
}

/** In the recording's terms: a rename done right is the same call as before, judged under its recorded name. */
export function asRecorded(call: JudgedCall): Call {
  return call.recordedAs ?? call;
}
