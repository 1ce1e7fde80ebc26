import { type CheckName, checkTrajectory } from '../../../src/score/index.ts';
import type { Json, Message, ModelCall, ObservedStep, ObservedTrajectory, Step } from '../../../src/trace/index.ts';
import { aCase, aContext, aTrial, judged, modelCall, stopped, toolCall } from '../build.ts';

export function user(text: string): Message {
  return { role: 'user', parts: [{ kind: 'text', text }] };
}

/** An answer of the model: what it says, the calls that it asks for, and what it has been told before. */
export function answer(text: string, calls: readonly [string, Json][] = [], told: readonly Message[] = []): ModelCall {
  const asked = calls.map(([name, args], index) => ({
    kind: 'tool_call' as const,
    id: `c${index}`,
    name,
    arguments: args,
  }));
  const parts = [...(text === '' ? [] : [{ kind: 'text' as const, text }]), ...asked];
  return modelCall(null, { newMessages: told, response: { role: 'assistant', parts } });
}

export function failed(name: string, args: Json, error: string): Step {
  return toolCall(name, args, { outcome: { kind: 'error', value: error } });
}

export function gave(name: string, args: Json, value: Json): Step {
  return toolCall(name, args, { outcome: { kind: 'result', value } });
}

/** How the check as an expectation judges a trial that ended with this output. */
export function verdict(kind: CheckName, steps: readonly Step[], output: Json = 'Done.'): string {
  return judged(expectation(kind), aTrial(steps, output), aCase(), aContext());
}

/** The same where only the beginning is known. */
export function prefixVerdict(kind: CheckName, steps: readonly Step[]): string {
  return judged(expectation(kind), stopped(steps), aCase(), aContext());
}

function expectation(kind: CheckName): Parameters<typeof judged>[0] {
  return kind === 'answer_supported' ? { kind, tools: [] } : { kind };
}

/** The sentences of a check over the same steps as production would have recorded them. */
export function observedTexts(check: CheckName, steps: readonly Step[], output: Json): readonly string[] {
  const results = checkTrajectory(observed(steps, output), { isReadOnly: aContext().isReadOnly, checks: [check] });
  return results.flatMap(({ firings }) => firings.map(({ text }) => text));
}

const BASE = { agent: [], startUs: null, durationMs: null, sources: [] };

export function observed(steps: readonly Step[], output: Json): ObservedTrajectory {
  const conversation: Message[] = [];
  return {
    id: 'run-1',
    format: 'test',
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: null,
    attributes: {},
    startUs: null,
    endUs: null,
    steps: steps.map((step) => observedStep(step, conversation)),
    output,
    outcomes: [],
    problems: [],
  };
}

/** Each request sends the whole conversation again. */
function observedStep(step: Step, conversation: Message[]): ObservedStep {
  if (step.kind === 'tool_call') {
    const { kind, name, arguments: args, outcome } = step;
    const seen = outcome.kind === 'missing' ? ({ kind: 'unknown' } as const) : outcome;
    const result = outcome.kind === 'missing' ? null : outcome.value;
    conversation.push({ role: 'tool', parts: [{ kind: 'tool_result', id: 'c0', result, isError: false }] });
    return { kind, ...BASE, id: null, name, arguments: args, outcome: seen };
  }
  const input = [...conversation, ...step.newMessages];
  conversation.splice(0, conversation.length, ...input, ...(step.response === null ? [] : [step.response]));
  return {
    kind: 'model_call',
    ...BASE,
    provider: null,
    requestModel: step.model,
    responseModel: null,
    responseId: null,
    input,
    output: step.response,
    tools: null,
    parameters: {},
    finishReason: null,
    usage: null,
    costUsd: null,
    error: null,
  };
}
