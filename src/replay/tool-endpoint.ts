import { cut } from '../errors.ts';
import type { Call, Json, Substitution, ToolCall, ToolOutcome } from '../trace/index.ts';
import type { LiveTrial } from './live-trial.ts';
import type { StepPlace } from './recorder.ts';
import type { MappedCall, Unrecorded } from './renames.ts';
import type { TapeHit } from './tape-reader.ts';

/** What the agent gets for `POST $PAWL_TOOLS_URL/<name>`: 200 = result, 422 = the tool's error, 404 = a miss. */
export interface ToolReply {
  readonly httpStatus: 200 | 404 | 422;
  readonly body: Json;
}

/** Answers one tool call that came over HTTP. */
export async function answerTool(trial: LiveTrial, tool: string, args: Json): Promise<ToolReply> {
  const outcome = await callTool(trial, tool, args);
  if (outcome.kind === 'result') return { httpStatus: 200, body: outcome.value };
  if (outcome.kind === 'error') return { httpStatus: 422, body: { error: outcome.value } };
  return { httpStatus: 404, body: { error: outcome.reason } };
}

/**
 * Answers one tool call of a trial as docs/agent.md says, however it came, and writes it into the trial's trajectory. What the
 * agent is told is a result or an error; `missing` = the trial has ended here.
 */
export async function callTool(trial: LiveTrial, tool: string, args: Json): Promise<ToolOutcome> {
  const place = trial.recorder.place();
  if (trial.liveTools === null) return settleCall(trial, await resolveCall(trial, tool, args), 'served', place);
  const outcome = await trial.liveTools(tool, args);
  if (outcome.kind !== 'failed')
    return settleCall(trial, { tool, args, outcome, match: 'live', recordedAs: null }, 'served', place);
  trial.recorder.providerFailed({ httpStatus: null, message: outcome.message });
  trial.stop(outcome.message);
  return { kind: 'missing', reason: outcome.message };
}

/** A call with the outcome that was found for it. */
export interface ResolvedCall
  extends Pick<ToolCall, 'outcome' | 'match' | 'recordedAs' | 'normalisations' | 'unrecorded'> {
  readonly tool: string;
  readonly args: Json;
}

/** Looks a call up, or has it answered by what stands in for the tape; nothing is written and nothing stopped yet. */
export async function resolveCall(trial: LiveTrial, tool: string, args: Json): Promise<ResolvedCall> {
  // A tool that no file defines may well be defined in the agent's code: then its model is told of it.
  const told = trial.toolbox.has(tool) ? null : trial.told;
  const checked = (told ?? trial.toolbox).check(tool, args);
  if (checked.kind === 'invalid' || trial.renames.isRemoved(tool)) {
    const why = checked.kind === 'invalid' ? checked.problems.join('; ') : 'there is no such tool';
    const outcome: ToolOutcome = { kind: 'error', value: `invalid arguments for ${cut(tool, 80)}: ${why}` };
    return { tool, args, outcome, match: 'schema_error', recordedAs: null };
  }
  const mapped = trial.renames.toBase(tool, args);
  const { unrecorded } = mapped;
  if (unrecorded !== null && !trial.policy.isReadOnly(mapped.name))
    return resolveUnrecorded(trial, tool, args, mapped, unrecorded);
  const hit = trial.tape.next(mapped);
  if (hit !== null) return { tool, args, ...foundOnTape(mapped, hit) };
  const reason = missReason(trial, tool, mapped);
  return { tool, args, recordedAs: inRecordedTerms(mapped), ...(await answerMiss(trial, mapped, reason)) };
}

/** What a state-changing call does that says more than any recorded one can, no tape knows: it may even be a dry run. */
async function resolveUnrecorded(
  trial: LiveTrial,
  tool: string,
  args: Json,
  mapped: MappedCall,
  { given, arguments: whole }: Unrecorded,
): Promise<ResolvedCall> {
  const call = { ...mapped, arguments: whole };
  const parameters = given.map(({ parameter }) => parameter);
  const reason =
    `head added ${parameters.map((one) => cut(one, 80)).join(', ')} to the state-changing tool ${cut(tool, 80)}: ` +
    'no recording can know what a call that gives it does';
  const unrecorded = { parameters, arguments: mapped.arguments };
  return { tool, args, recordedAs: inRecordedTerms(call), unrecorded, ...(await answerMiss(trial, call, reason)) };
}

function foundOnTape(mapped: MappedCall, hit: TapeHit): Omit<ResolvedCall, 'tool' | 'args'> {
  const { outcome, normalisations, recorded } = hit;
  const rewritten = normalisations.length > 0;
  const match = matchOf(mapped, hit);
  if (!rewritten) return { outcome, match, recordedAs: inRecordedTerms(mapped) };
  return { outcome, match, recordedAs: recorded, normalisations };
}

function matchOf(mapped: MappedCall, { otherCase, otherState, normalisations }: TapeHit): ToolCall['match'] {
  if (otherCase) return 'other_case';
  if (otherState) return 'other_state';
  if (mapped.changed) return 'renamed';
  return normalisations.length > 0 ? 'normalised' : 'exact';
}

function inRecordedTerms(mapped: MappedCall): ToolCall['recordedAs'] {
  return mapped.changed ? { name: mapped.name, arguments: mapped.arguments } : null;
}

/** What the user's policy for this tool makes of a call that is not on the tape. */
async function answerMiss(
  trial: LiveTrial,
  mapped: Call,
  reason: string,
): Promise<Pick<ResolvedCall, 'outcome' | 'match'>> {
  const policy = trial.policy.onMiss(mapped.name);
  const miss = (why: string) => ({ outcome: { kind: 'missing', reason: why }, match: 'miss' }) as const;
  switch (policy.kind) {
    case 'stop':
    case 'error':
      return miss(reason);
    case 'nearest': {
      const outcome = trial.tape.nearest(mapped);
      return outcome === null ? miss(reason) : { outcome, match: 'nearest' };
    }
    case 'simulate':
    case 'live': {
      const { theCase, recorder } = trial;
      const asked = { theCase, number: recorder.number, call: mapped, before: recorder.toolCalls() };
      const outcome = await trial.standIns.ask(policy, asked);
      if (outcome.kind === 'failed') return miss(`${reason}, and on_miss: ${policy.kind} failed: ${outcome.message}`);
      if (outcome.kind === 'result' && !trial.policy.isReadOnly(mapped.name)) trial.tape.changed(mapped);
      return { outcome, match: policy.kind === 'live' ? 'live' : 'simulated' };
    }
    default:
      return policy satisfies never;
  }
}

function missReason(trial: LiveTrial, tool: string, mapped: MappedCall): string {
  return trial.renames.isNew(tool)
    ? `head added the tool ${cut(tool, 80)}: no recording can know what it answers`
    : `no recording of this case has ${cut(mapped.name, 80)} with these arguments`;
}

/** `served` by the gateway; the others the agent ran by itself: its result was `kept`, or replaced by another. */
export type CallOrigin = 'served' | 'kept' | Substitution;

/** Writes the call into the trajectory and gives what the agent, or its model, is told: a miss by the policy. */
export function settleCall(
  trial: LiveTrial,
  { tool, args, ...found }: ResolvedCall,
  origin: CallOrigin,
  place: StepPlace,
): ToolOutcome {
  const { recorder, renames, policy } = trial;
  const { outcome } = found;
  const step: ToolCall = { kind: 'tool_call', name: tool, arguments: args, ...found, durationMs: 0 };
  if (origin === 'served') recorder.toolCall(step, place);
  else recorder.ownToolCall(origin === 'kept' ? step : { ...step, substituted: origin }, place);
  if (outcome.kind !== 'missing') return outcome;
  if (renames.isNew(tool) || found.unrecorded !== undefined) recorder.notCovered(outcome.reason);
  else recorder.diverge(tool, args, outcome.reason, place);
  if (policy.onMiss(renames.toBase(tool, args).name).kind === 'error')
    return { kind: 'error', value: `the tool ${tool} failed` };
  trial.stop(outcome.reason);
  return outcome;
}
