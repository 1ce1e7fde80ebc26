import fc from 'fast-check';
import type {
  Message,
  ObservedModelCall,
  ObservedStep,
  ObservedToolCall,
  ObservedToolOutcome,
  ObservedTrajectory,
} from '../../../src/trace/index.ts';

export function trajectory(steps: readonly ObservedStep[]): ObservedTrajectory {
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
    steps: steps.map((step, index) => ({ ...step, sources: [`span-${index}`] })),
    output: 'done',
    outcomes: [],
    problems: [],
  };
}

export function call(name: string, over: Partial<ObservedToolCall> = {}): ObservedToolCall {
  const outcome = { kind: 'result', value: 1 } as const;
  return { kind: 'tool_call', ...BASE, id: null, name, arguments: { order: 'W1' }, outcome, ...over };
}

export function asked(input: readonly Message[] | null, over: Partial<ObservedModelCall> = {}): ObservedModelCall {
  return {
    kind: 'model_call',
    ...BASE,
    provider: null,
    requestModel: 'm',
    responseModel: null,
    responseId: null,
    input,
    output: say('assistant', 'ok'),
    tools: null,
    parameters: {},
    finishReason: null,
    usage: { inputTokens: 100, outputTokens: 5, cachedInputTokens: 0 },
    costUsd: null,
    error: null,
    ...over,
  };
}

const BASE = { agent: [], startUs: null, durationMs: null, sources: [] };

export function say(role: Message['role'], text: string, reasoning: string | null = null): Message {
  const thought = reasoning === null ? [] : [{ kind: 'reasoning' as const, text: reasoning }];
  return { role, parts: [...thought, { kind: 'text', text }] };
}

const messages = fc.array(
  fc
    .tuple(fc.constantFrom('user', 'assistant', 'tool'), fc.constantFrom('a', 'b'), fc.constantFrom(null, 'hm', 'W1'))
    .map(([role, text, reasoning]) => say(role as Message['role'], text, reasoning)),
  { maxLength: 4 },
);

const modelCalls = fc
  .record({
    input: fc.option(messages, { nil: null }),
    agent: fc.constantFrom<readonly string[]>([], ['sub']),
    output: fc.constantFrom(null, say('assistant', 'a'), say('assistant', 'b', 'check W2 with get_order')),
    error: fc.constantFrom(null, null, 'overloaded'),
    usage: fc.constantFrom(null, { inputTokens: 200, outputTokens: 5, cachedInputTokens: 0 }),
  })
  .map(({ input, ...over }) => asked(input, over));

const toolCalls = fc
  .record({
    agent: fc.constantFrom<readonly string[]>([], ['sub']),
    name: fc.constantFrom('get_order', 'get_order', 'list_orders', 'refund'),
    arguments: fc.constantFrom({ order: 'W1' }, { order: 'W1', note: null }, { order: 7 }),
    outcome: fc.constantFrom<ObservedToolOutcome>(
      { kind: 'result', value: 1 },
      { kind: 'result', value: { items: [2] } },
      { kind: 'error', value: 'timeout' },
      { kind: 'error', value: 'no such order' },
      { kind: 'unknown' },
    ),
  })
  .map(({ name, ...over }) => call(name, over));

/** Runs in which calls and conversations come again often, as agents' loops make them. */
export const runs: fc.Arbitrary<ObservedTrajectory> = fc
  .array(fc.oneof(toolCalls, toolCalls, modelCalls), { maxLength: 14 })
  .map(trajectory);
