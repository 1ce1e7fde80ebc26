import type { Attributes, Json } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { EVALUATION, type Fixture, span, timeUs } from './telling.ts';

/** What the versions of the semantic conventions write differently. */
interface Flavour {
  readonly name: string;
  /** Messages as JSON text, as most exporters must, or structured. */
  readonly encode: (value: Json) => Json;
  readonly provider: 'gen_ai.provider.name' | 'gen_ai.system';
  readonly cacheWritten: string;
  readonly response: 'response' | 'result';
  readonly schema: 'parameters' | 'inputSchema';
  readonly callsFinish: string;
  readonly errorType: boolean;
}

const TEXT: Flavour = {
  name: '1.37, messages as JSON text',
  encode: (value) => JSON.stringify(value),
  provider: 'gen_ai.provider.name',
  cacheWritten: 'gen_ai.usage.cache_creation.input_tokens',
  response: 'result',
  schema: 'parameters',
  callsFinish: 'tool_call',
  errorType: true,
};

const FLAVOURS: readonly Flavour[] = [
  TEXT,
  { ...TEXT, name: '1.41, structured messages', encode: (value) => value, response: 'response' },
  { ...TEXT, name: 'gen-ai-dev', cacheWritten: 'gen_ai.usage.cache_write.input_tokens', response: 'response' },
  {
    ...TEXT,
    name: 'AI SDK 7: inputSchema, tool-calls, an exception event in place of error.type',
    schema: 'inputSchema',
    response: 'response',
    callsFinish: 'tool-calls',
    errorType: false,
  },
  { ...TEXT, name: 'everything encoded twice', encode: (value) => JSON.stringify(JSON.stringify(value)) },
];

export const GENAI_FIXTURES: readonly Fixture[] = FLAVOURS.map((flavour) => ({
  dialect: 'genai',
  name: flavour.name,
  spans: [agentSpan(flavour), ...desk.TURNS.map((_, index) => chatSpan(flavour, index)), ...toolSpans(flavour)],
  logs: [],
  losses: [],
}));

function agentSpan({ provider, encode }: Flavour) {
  return span({
    id: 'a0',
    parent: null,
    name: 'invoke_agent order-desk',
    startMs: 0,
    endMs: 500,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      [provider]: 'openai',
      'gen_ai.agent.name': 'order-desk',
      'gen_ai.agent.version': '3',
      'gen_ai.conversation.id': 'conv-1',
      'user.id': 'u-7',
      tier: 'gold',
      'gen_ai.output.messages': encode([
        { role: 'assistant', parts: [{ type: 'text', content: desk.ANSWER }], finish_reason: 'stop' },
      ]),
    },
    events: [{ name: 'gen_ai.evaluation.result', timeUs: timeUs(500), attributes: EVALUATION }],
  });
}

function chatSpan(flavour: Flavour, index: number) {
  const { encode, provider } = flavour;
  const turn = desk.TURNS[index] ?? desk.TURNS[0];
  const finish = turn.text === null ? flavour.callsFinish : 'stop';
  const attributes: Attributes = {
    'gen_ai.operation.name': 'chat',
    [provider]: 'openai',
    'gen_ai.request.model': 'gpt-5-mini',
    'gen_ai.request.temperature': 0,
    'gen_ai.response.model': 'gpt-5-mini-2026-01',
    'gen_ai.response.id': turn.responseId,
    'gen_ai.response.finish_reasons': [finish],
    'gen_ai.usage.input_tokens': turn.input,
    'gen_ai.usage.output_tokens': turn.output,
    'gen_ai.usage.cache_read.input_tokens': turn.cached,
    [flavour.cacheWritten]: 0,
    'gen_ai.system_instructions': encode([{ type: 'text', content: desk.SYSTEM }]),
    'gen_ai.input.messages': encode(history(flavour).slice(0, 1 + 2 * index)),
    'gen_ai.output.messages': encode([{ ...answer(index), finish_reason: 'stop' }]),
    'gen_ai.tool.definitions': encode([
      { type: 'function', name: 'get_order', description: 'Looks an order up.', [flavour.schema]: desk.GET_ORDER },
      { type: 'function', name: 'refund', description: 'Pays back.', [flavour.schema]: desk.REFUND },
    ]),
  };
  const { startMs, endMs } = turn;
  return span({ id: `c${index}`, parent: 'a0', name: 'chat gpt-5-mini', startMs, endMs, attributes });
}

function history({ response }: Flavour): Json[] {
  return [
    { role: 'user', parts: [{ type: 'text', content: desk.QUESTION }] },
    answer(0),
    { role: 'tool', parts: [{ type: 'tool_call_response', id: 'call_1', [response]: desk.ORDER }] },
    answer(1),
    { role: 'tool', parts: [{ type: 'tool_call_response', id: 'call_2', [response]: desk.REFUSAL }] },
  ];
}

function answer(index: number) {
  const { calls, text } = desk.TURNS[index] ?? desk.TURNS[0];
  const parts: Json[] = calls.map((call) => ({ type: 'tool_call', ...call }));
  return { role: 'assistant', parts: text === null ? parts : [{ type: 'text', content: text }] };
}

function toolSpans({ encode, errorType }: Flavour) {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    return span({
      id: `t${index}`,
      parent: 'a0',
      name: `execute_tool ${call.name}`,
      startMs,
      endMs,
      attributes: {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': call.name,
        'gen_ai.tool.call.id': call.id,
        'gen_ai.tool.call.arguments': encode(call.arguments),
        ...(failed ? {} : { 'gen_ai.tool.call.result': encode(desk.ORDER) }),
        ...(failed && errorType ? { 'error.type': 'LimitError' } : {}),
      },
      ...(failed ? { error: errorType ? desk.REFUSAL : '', events: [exceptionEvent()] } : {}),
    });
  });
}

function exceptionEvent() {
  return { name: 'exception', timeUs: timeUs(340), attributes: { 'exception.message': desk.REFUSAL } };
}
