import { cut } from '../errors.ts';
import type { Json, ToolCall, ToolMatch, ToolOutcome } from '../trace/index.ts';
import type { LiveTrial } from './live-trial.ts';

/** What the agent gets for `POST $PAWL_TOOLS_URL/<name>`: 200 = result, 422 = the tool's error, 404 = a miss. */
export interface ToolReply {
  readonly httpStatus: 200 | 404 | 422;
  readonly body: Json;
}

/** Asks the user's real tools; only while recording. `failed`: what came back is no answer of a tool. */
export type LiveTools = (
  tool: string,
  args: Json,
) => Promise<Exclude<ToolOutcome, { kind: 'missing' }> | { readonly kind: 'failed'; readonly message: string }>;

/** Answers one tool call that came over HTTP. */
export async function answerTool(trial: LiveTrial, tool: string, args: Json): Promise<ToolReply> {
  const outcome = await callTool(trial, tool, args);
  if (outcome.kind === 'result') return { httpStatus: 200, body: outcome.value };
  if (outcome.kind === 'error') return { httpStatus: 422, body: { error: outcome.value } };
  return { httpStatus: 404, body: { error: outcome.reason } };
}

/**
 * Answers one tool call of a trial by DESIGN.md 4.4, however it came, and writes it into the trial's trajectory. What the
 * agent is told is a result or an error; `missing` = the trial has ended here.
 */
export async function callTool(trial: LiveTrial, tool: string, args: Json): Promise<ToolOutcome> {
  if (trial.liveTools === null) return settleCall(trial, resolveCall(trial, tool, args), 'served');
  const outcome = await trial.liveTools(tool, args);
  if (outcome.kind !== 'failed')
    return settleCall(trial, { tool, args, outcome, match: 'live', recordedAs: null }, 'served');
  trial.recorder.providerFailed({ httpStatus: null, message: outcome.message });
  trial.stop(outcome.message);
  return { kind: 'missing', reason: outcome.message };
}

/** A call with the outcome that was found for it. */
export interface ResolvedCall {
  readonly tool: string;
  readonly args: Json;
  readonly outcome: ToolOutcome;
  readonly match: ToolMatch;
  readonly recordedAs: ToolCall['recordedAs'];
}

/** Looks a call up; nothing is written and nothing stopped yet. */
export function resolveCall(trial: LiveTrial, tool: string, args: Json): ResolvedCall {
  const checked = trial.toolbox.check(tool, args);
  // A tool that no file defines may well be defined in the agent's code: it cannot be checked, which is no fault of it.
  if (checked.kind === 'invalid' || trial.renames.isRemoved(tool)) {
    const why = checked.kind === 'invalid' ? checked.problems.join('; ') : 'there is no such tool';
    const outcome: ToolOutcome = { kind: 'error', value: `invalid arguments for ${cut(tool, 80)}: ${why}` };
    return { tool, args, outcome, match: 'schema_error', recordedAs: null };
  }
  const mapped = trial.renames.toBase(tool, args);
  const readOnly = trial.isReadOnly(mapped.name);
  const outcome = trial.tape.next(mapped.name, mapped.arguments, readOnly);
  const recordedAs = mapped.changed ? { name: mapped.name, arguments: mapped.arguments } : null;
  if (outcome !== null) return { tool, args, outcome, match: mapped.changed ? 'renamed' : 'exact', recordedAs };
  const reason = trial.renames.isNew(tool)
    ? `head added the tool ${cut(tool, 80)}: no recording can know what it answers`
    : `no recording of this case has ${cut(mapped.name, 80)} with these arguments`;
  return { tool, args, outcome: { kind: 'missing', reason }, match: 'miss', recordedAs };
}

/** `served` by the gateway; the others the agent ran by itself: its result was `kept` or `replaced`. */
export type CallOrigin = 'served' | 'kept' | 'replaced';

/** Writes the call into the trajectory and gives what the agent, or its model, is told: a miss by the policy. */
export function settleCall(trial: LiveTrial, resolved: ResolvedCall, origin: CallOrigin): ToolOutcome {
  const { outcome, tool, args, match, recordedAs } = resolved;
  const step: ToolCall = { kind: 'tool_call', name: tool, arguments: args, outcome, match, recordedAs, durationMs: 0 };
  if (origin === 'served') trial.recorder.toolCall(step);
  else trial.recorder.ownToolCall(origin === 'kept' ? step : { ...step, substituted: true });
  if (outcome.kind !== 'missing') return outcome;
  if (trial.renames.isNew(tool)) trial.recorder.notCovered(outcome.reason);
  else trial.recorder.diverge(tool, args, outcome.reason);
  if (trial.onMiss === 'error') return { kind: 'error', value: `the tool ${tool} failed` };
  trial.stop(outcome.reason);
  return outcome;
}
