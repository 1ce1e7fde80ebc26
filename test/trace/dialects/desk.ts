import type { ObservedModelCall, ObservedToolCall, ObservedTrajectory } from '../../../src/trace/index.ts';

/**
 * One run that every dialect tells: an order desk is asked, looks an order up, is refused a refund, answers. What each
 * dialect cannot say stands in its fixture as a loss.
 */
export type DeskStep =
  | Omit<ObservedModelCall, 'startUs' | 'durationMs' | 'sources'>
  | (Omit<ObservedToolCall, 'startUs' | 'durationMs' | 'sources'> & { readonly durationMs: number | null });

export type Desk = Pick<
  ObservedTrajectory,
  'agentName' | 'agentVersion' | 'conversationId' | 'userId' | 'attributes' | 'output' | 'outcomes' | 'problems'
> & { readonly steps: readonly DeskStep[] };

export const SYSTEM = 'You are an order desk.';
export const QUESTION = 'Where is A1? Refund it if it is late.';
export const ANSWER = 'A1 is three days late; the refund was refused.';
export const REFUSAL = 'limit exceeded';
export const ORDER = { status: 'late', days: 3 };
export const GET_ORDER = { type: 'object', properties: { order_id: { type: 'string' } }, required: ['order_id'] };
export const REFUND = { type: 'object', properties: { order_id: { type: 'string' }, amount: { type: 'number' } } };
export const LOOKUP = { id: 'call_1', name: 'get_order', arguments: { order_id: 'A1' } };
export const PAYBACK = { id: 'call_2', name: 'refund', arguments: { order_id: 'A1', amount: 12.5 } };
export const RESOURCE = {
  'service.name': 'desk',
  'service.version': '1.4.2',
  'deployment.environment': 'prod',
  'telemetry.sdk.language': 'nodejs',
};

/** Three requests: what is new in each, and its answer. Times are milliseconds of the run. */
export const TURNS = [
  { startMs: 10, endMs: 110, input: 120, output: 9, cached: 0, responseId: 'resp_1', calls: [LOOKUP], text: null },
  { startMs: 200, endMs: 290, input: 150, output: 12, cached: 100, responseId: 'resp_2', calls: [PAYBACK], text: null },
  { startMs: 400, endMs: 480, input: 180, output: 14, cached: 128, responseId: 'resp_3', calls: [], text: ANSWER },
] as const;
export const TOOL_RUNS = [
  { startMs: 120, endMs: 150, call: LOOKUP },
  { startMs: 300, endMs: 340, call: PAYBACK },
] as const;

const AGENT = ['order-desk'];
const OPENING = [
  { role: 'system' as const, parts: [{ kind: 'text' as const, text: SYSTEM }] },
  { role: 'user' as const, parts: [{ kind: 'text' as const, text: QUESTION }] },
];
const ASKS = [LOOKUP, PAYBACK].map((call) => ({
  role: 'assistant' as const,
  parts: [{ kind: 'tool_call' as const, ...call }],
}));
const RESULTS = [
  { id: 'call_1', result: ORDER, isError: false },
  { id: 'call_2', result: REFUSAL, isError: false },
].map((result) => ({ role: 'tool' as const, parts: [{ kind: 'tool_result' as const, ...result }] }));
const HISTORY = [...OPENING, ...ASKS.flatMap((ask, index) => [ask, RESULTS[index] ?? ask])];

function modelCall(index: number): DeskStep {
  const turn = TURNS[index] ?? TURNS[2];
  return {
    kind: 'model_call',
    agent: AGENT,
    provider: 'openai',
    requestModel: 'gpt-5-mini',
    responseModel: 'gpt-5-mini-2026-01',
    responseId: turn.responseId,
    input: HISTORY.slice(0, 2 + 2 * index),
    output: ASKS[index] ?? { role: 'assistant', parts: [{ kind: 'text', text: ANSWER }] },
    tools: [
      { name: 'get_order', description: 'Looks an order up.', parameters: GET_ORDER },
      { name: 'refund', description: 'Pays back.', parameters: REFUND },
    ],
    parameters: { temperature: 0 },
    finishReason: turn.text === null ? 'tool_call' : 'stop',
    usage: { inputTokens: turn.input, outputTokens: turn.output, cachedInputTokens: turn.cached },
    costUsd: null,
    error: null,
  };
}

/** The run as it was. */
export const DESK: Desk = {
  agentName: 'order-desk',
  agentVersion: '3',
  conversationId: 'conv-1',
  userId: 'u-7',
  attributes: { 'service.name': 'desk', 'service.version': '1.4.2', 'deployment.environment': 'prod', tier: 'gold' },
  steps: [
    modelCall(0),
    { kind: 'tool_call', agent: AGENT, ...LOOKUP, outcome: { kind: 'result', value: ORDER }, durationMs: 30 },
    modelCall(1),
    { kind: 'tool_call', agent: AGENT, ...PAYBACK, outcome: { kind: 'error', value: REFUSAL }, durationMs: 40 },
    modelCall(2),
  ],
  output: ANSWER,
  outcomes: [
    { name: 'resolved', value: 'fail', passed: false, source: 'evaluation', explanation: 'the refund was not paid' },
  ],
  problems: [],
};
