import { expect, test } from 'vitest';
import { idsOnTheWire, joinTelemetry } from '../../src/replay/join-telemetry.ts';
import type { Json, ModelCall, Span, Step, ToolCall } from '../../src/trace/index.ts';

const AGENT = '00000000000000aa';

let count = 0;
function span(operation: string, startUs: number, attributes: Record<string, Json>, changes: Partial<Span> = {}): Span {
  count += 1;
  return {
    traceId: 'a'.repeat(32),
    spanId: count.toString(16).padStart(16, '0'),
    parentSpanId: AGENT,
    name: operation,
    scope: { name: 'gen_ai', version: null },
    resource: {},
    attributes: { 'gen_ai.operation.name': operation, ...attributes },
    events: [],
    startUs,
    endUs: startUs + 7000,
    status: { code: 'unset', message: null },
    ...changes,
  };
}

const agent = (name: string) =>
  span('invoke_agent', 0, { 'gen_ai.agent.name': name }, { spanId: AGENT, parentSpanId: null, endUs: 900_000 });

const tool = (name: string, startUs: number, more: Record<string, Json> = {}, changes: Partial<Span> = {}) =>
  span('execute_tool', startUs, { 'gen_ai.tool.name': name, ...more }, changes);

const chat = (startUs: number, responseId: string | null) =>
  span('chat', startUs, {
    'gen_ai.request.model': 'm',
    ...(responseId === null ? {} : { 'gen_ai.response.id': responseId }),
  });

function model(responseId: string | null, ...calls: { id: string; name: string; arguments: Json }[]): ModelCall {
  return {
    kind: 'model_call',
    wire: 'openai-chat',
    model: 'm',
    requestKey: 'k',
    instructionsHash: 'i',
    toolsHash: 't',
    newMessages: [],
    response: { role: 'assistant', parts: calls.map((call) => ({ kind: 'tool_call', ...call })) },
    finishReason: null,
    ...(responseId === null ? {} : { responseId }),
    usage: null,
    source: 'provider',
    error: null,
    durationMs: 3,
  };
}

function called(name: string, args: Json): ToolCall {
  const outcome = { kind: 'result', value: 'ok' } as const;
  return { kind: 'tool_call', name, arguments: args, outcome, match: 'exact', recordedAs: null, durationMs: 0 };
}

function join(steps: readonly Step[], ...spans: Span[]) {
  return joinTelemetry({ steps, output: null }, { spans, logs: [] });
}

const STEPS = [
  model('r1', { id: 'c1', name: 'pay', arguments: { o: 1 } }, { id: 'c2', name: 'pay', arguments: { o: 2 } }),
  called('pay', { o: 2 }),
  called('pay', { o: 1 }),
  model('r2'),
];

test('steps and spans are joined by the ids of answers and calls, in whatever order either comes', () => {
  const spans = [
    chat(500, 'r2'),
    tool('pay', 300, { 'gen_ai.tool.call.id': 'c1' }),
    tool('pay', 200, { 'gen_ai.tool.call.id': 'c2' }, { endUs: 42_200 }),
    chat(100, 'r1'),
    agent('desk'),
  ];
  const { steps, unseen } = join(STEPS, ...spans);
  expect(unseen).toEqual([]);
  expect(steps).toMatchObject([
    { stepIndex: 0, joinedBy: 'id', agent: ['desk'], durationMs: 7, sources: [spans[3]?.spanId] },
    { stepIndex: 1, joinedBy: 'id', agent: ['desk'], durationMs: 42, sources: [spans[2]?.spanId] },
    { stepIndex: 2, joinedBy: 'id', sources: [spans[1]?.spanId] },
    { stepIndex: 3, joinedBy: 'id', sources: [spans[0]?.spanId] },
  ]);
});

test('where spans lack the ids, by arguments, then by name, in order of time', () => {
  const args = JSON.stringify({ o: 1 });
  const spans = [
    tool('pay', 300),
    tool('pay', 200, { 'gen_ai.tool.call.arguments': args }),
    chat(500, null),
    chat(100, null),
  ];
  const { steps } = join(STEPS, ...spans);
  expect(steps.map(({ stepIndex, joinedBy, sources }) => [stepIndex, joinedBy, sources[0]])).toEqual([
    [0, 'order', spans[3]?.spanId],
    [1, 'order', spans[0]?.spanId],
    [2, 'order', spans[1]?.spanId],
    [3, 'order', spans[2]?.spanId],
  ]);
});

test('an error of the tool itself is added, and the step stays as the gateway saw it', () => {
  const failed = tool(
    'pay',
    1,
    { 'gen_ai.tool.call.id': 'c1', 'error.type': 'TimeoutError' },
    { status: { code: 'error', message: 'timed out' } },
  );
  const [joined] = join(STEPS, failed).steps;
  expect(joined).toMatchObject({ stepIndex: 2, error: expect.stringContaining('timed out') });
});

test('a tool and a model that the gateway did not see are named; one call told twice is not', () => {
  const { steps, unseen } = join(
    STEPS,
    tool('pay', 10, { 'gen_ai.tool.call.id': 'c1' }),
    tool('pay', 11, { 'gen_ai.tool.call.id': 'c1' }, { parentSpanId: null }),
    tool('read_clock', 12, { 'gen_ai.tool.call.id': 'x' }),
    chat(1, 'r1'),
    chat(2, 'r2'),
    chat(3, 'elsewhere'),
  );
  expect(steps.map(({ stepIndex }) => stepIndex)).toEqual([0, 2, 3]);
  expect(unseen.map(({ kind, name }) => [kind, name])).toEqual([
    ['model_call', 'm'],
    ['tool_call', 'read_clock'],
  ]);
});

test('the ids on the wire are those of answers and of all calls that they ask for', () => {
  expect([...idsOnTheWire({ steps: STEPS.slice(0, 1), output: null })].sort()).toEqual(['c1', 'c2', 'r1']);
});

test('joins ten thousand calls in the time that they take one by one', () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => index);
  const steps: Step[] = numbers.map((number) => called('look_up', { number }));
  const spans = numbers.map((number) =>
    tool(
      'look_up',
      1000 + number,
      { 'gen_ai.tool.call.arguments': JSON.stringify({ number: 9999 - number }) },
      { spanId: (0x10000 + number).toString(16).padStart(16, '0') },
    ),
  );
  const { steps: joined, unseen } = join(steps, agent('desk'), ...spans);
  expect([joined.length, unseen.length]).toEqual([10_000, 0]);
  expect(joined[0]?.sources).toEqual([spans[9999]?.spanId]);
});
