import { cut } from '../errors.ts';
import {
  canonicalJson,
  type JsonObject,
  jsonShape,
  type ToolOutcome,
  type WireRequest,
  withToolResults,
} from '../trace/index.ts';
import type { LiveTrial } from './live-trial.ts';
import type { OwnResult } from './own-results.ts';
import { type CallOrigin, resolveCall, settleCall } from './tool-endpoint.ts';

type SettledRequest =
  | { readonly kind: 'as_it_is' }
  | { readonly kind: 'replaced'; readonly request: WireRequest; readonly body: JsonObject }
  /** A result that no recording has, under policy `stop`: the trial has ended. */
  | { readonly kind: 'stopped'; readonly reason: string };

/**
 * What becomes of the results of tools that the agent runs in its own process, where no gateway stands between agent and
 * tool: before a request reaches the model, each is replaced by the recorded one. Requests repeat earlier results, so
 * each is settled once in a trial.
 */
export async function settleOwnResults(
  trial: LiveTrial,
  request: WireRequest,
  body: JsonObject,
): Promise<SettledRequest> {
  if (trial.liveTools === null && trial.policy.inProcess === 'substitute') warnOfBuiltIn(trial, request);
  const replaced = new Map<number, Exclude<ToolOutcome, { kind: 'missing' }>>();
  for (const own of trial.recorder.ownResults.in(request.messages)) {
    const settled = trial.ownSettled.get(own.key) ?? settleOne(trial, own);
    trial.ownSettled.set(own.key, settled);
    const outcome = await settled;
    if (outcome?.kind === 'missing') return { kind: 'stopped', reason: outcome.reason };
    if (outcome !== null && !saysTheSame(own, outcome)) replaced.set(own.index, outcome);
  }
  if (replaced.size === 0) return { kind: 'as_it_is' };
  return { kind: 'replaced', ...withToolResults(request, body, (index) => replaced.get(index) ?? null) };
}

/** null = the agent's own result stands: it is recorded, or the user trusts it. */
async function settleOne(trial: LiveTrial, own: OwnResult): Promise<ToolOutcome | null> {
  const { name, arguments: args } = own.call;
  const place = trial.recorder.place();
  if (trial.liveTools !== null || trial.policy.inProcess === 'trust') {
    const found = { outcome: own.outcome, match: 'agent', recordedAs: null } as const;
    settleCall(trial, { tool: name, args, ...found }, 'kept', place);
    return null;
  }
  const resolved = await resolveCall(trial, name, args);
  if (resolved.outcome.kind === 'missing') {
    const reason = `${resolved.outcome.reason}; the agent ran it by itself, and tools.in_process is substitute`;
    return settleCall(trial, { ...resolved, outcome: { kind: 'missing', reason } }, 'same_shape', place);
  }
  return settleCall(trial, resolved, originOf(own, resolved.outcome), place);
}

/** Results of the providers' own tools that the agent runs (shell, computer): pawl does not read them. */
function warnOfBuiltIn(trial: LiveTrial, request: WireRequest): void {
  for (const part of request.messages.flatMap((message) => message.parts))
    if (part.kind === 'other' && part.type.endsWith('_call_output'))
      trial.warn(
        `results of a provider's built-in tool (${cut(part.type, 60)}) reach the model as the agent made them`,
      );
}

function originOf(own: OwnResult, outcome: Exclude<ToolOutcome, { kind: 'missing' }>): CallOrigin {
  if (saysTheSame(own, outcome)) return 'kept';
  const sameKind = own.outcome.kind === 'result' || outcome.kind === 'error';
  return sameKind && jsonShape(own.outcome.value) === jsonShape(outcome.value) ? 'same_shape' : 'other_shape';
}

/** The agent's own bytes stay where they say what the recording says. Not every wire can tell an error from a result. */
function saysTheSame(own: OwnResult, outcome: Exclude<ToolOutcome, { kind: 'missing' }>): boolean {
  if (own.outcome.kind === 'error' && outcome.kind !== 'error') return false;
  return canonicalJson(own.outcome.value) === canonicalJson(outcome.value);
}
