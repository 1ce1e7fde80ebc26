import type { Case, Expectation, RecordedStep } from '../../src/corpus/index.ts';
import type { Trial } from '../../src/replay/index.ts';
import { type ScoreContext, scoreTrial } from '../../src/score/index.ts';
import type { Json, JsonObject, ModelCall, Step, ToolCall } from '../../src/trace/index.ts';

export function toolCall(name: string, args: Json = {}, over: Partial<ToolCall> = {}): ToolCall {
  return {
    kind: 'tool_call',
    name,
    arguments: args,
    outcome: { kind: 'result', value: { ok: true } },
    match: 'exact',
    recordedAs: null,
    durationMs: 1,
    ...over,
  };
}

export function refused(name: string, args: Json, message: string): ToolCall {
  return toolCall(name, args, { match: 'schema_error', outcome: { kind: 'error', value: { error: message } } });
}

export function missed(name: string, args: Json): ToolCall {
  return toolCall(name, args, { match: 'miss', outcome: { kind: 'missing', reason: 'not on the tape' } });
}

export function modelCall(text: string | null, over: Partial<ModelCall> = {}): ModelCall {
  return {
    kind: 'model_call',
    wire: 'openai-chat',
    model: 'desk-1',
    requestKey: 'a'.repeat(64),
    instructionsHash: 'b'.repeat(64),
    toolsHash: 'c'.repeat(64),
    newMessages: [],
    response: { role: 'assistant', parts: text === null ? [] : [{ kind: 'text', text }] },
    finishReason: 'stop',
    usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 40 },
    source: 'provider',
    error: null,
    durationMs: 10,
    ...over,
  };
}

export function recorded(name: string, args: Json = {}, error = false): RecordedStep {
  const outcome = { kind: error ? 'error' : 'result', value: { ok: !error } } as const;
  return { kind: 'tool_call', name, arguments: args, outcome };
}

export function aCase(over: Partial<Case> = {}): Case {
  return {
    id: 'case-1',
    status: 'active',
    source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
    slices: ['refunds'],
    cohorts: [],
    weight: 1,
    cluster: null,
    input: { messages: [] },
    recordings: [],
    expectations: null,
    contentHash: 'd'.repeat(64),
    ...over,
  };
}

export function aTrial(steps: readonly Step[], output: Json | null, over: Partial<Trial> = {}): Trial {
  return {
    caseId: 'case-1',
    side: 'head',
    number: 1,
    standing: 'hermetic',
    end: { kind: 'answered' },
    trajectory: { steps, output },
    divergence: null,
    firstRequestKey: null,
    fingerprint: 'e'.repeat(64),
    answers: { provider: 0, store: 0, shared: 0 },
    durationMs: 1234,
    ...over,
  };
}

/** A trial that pawl stopped at a tool call that is on no tape. */
export function stopped(steps: readonly Step[], over: Partial<Trial> = {}): Trial {
  return aTrial(steps, null, { standing: 'diverged', end: { kind: 'stopped', reason: 'off the tape' }, ...over });
}

export function aContext(over: Partial<ScoreContext> = {}): ScoreContext {
  return {
    defaultExpectations: [{ kind: 'state_changes' }],
    isReadOnly: (tool) => tool.startsWith('get_'),
    tools: [],
    commandResults: new Map(),
    judgeResults: new Map(),
    prices: {},
    checks: [],
    ...over,
  };
}

/** How one expectation judges one trial: `pass`, or the kind and the reason. */
export function judged(expectation: Expectation, trial: Trial, theCase = aCase(), context = aContext()): string {
  const { outcome } = scoreTrial(trial, { ...theCase, expectations: [expectation] }, context);
  return outcome.kind === 'pass' ? 'pass' : `${outcome.kind}: ${outcome.reason}`;
}

export function tool(name: string, properties: JsonObject, required: string[] = []): ScoreContext['tools'][number] {
  const parameters: JsonObject = { type: 'object', properties, required, additionalProperties: false };
  return { name, description: null, parameters };
}
