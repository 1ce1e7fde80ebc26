import type { Attributes, Json, LogRecord, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import type { Loss } from './losses.ts';
import { EVALUATION, type Fixture, log, span, timeUs } from './telling.ts';

const NO_AGENT: readonly Loss[] = ['agent name', 'agent version', 'conversation', 'user', 'user attributes'];
const NO_TOOL_SPANS: readonly Loss[] = ['tool latency', 'tool errors'];

export const LOG_EVENTS_FIXTURES: readonly Fixture[] = [
  {
    dialect: 'otel-log-events',
    name: '1.36, a log record a message, model calls alone',
    spans: chatSpans(null),
    logs: [...desk.TURNS.flatMap((_, index) => messageLogs(index)), evaluation('c2')],
    losses: [...NO_AGENT, ...NO_TOOL_SPANS, 'tool definitions', 'cached tokens'],
  },
  {
    dialect: 'otel-log-events',
    name: '1.36, a span event a message, content as JSON text in an attribute, tools with events of their own',
    spans: [agentSpan(), ...chatSpans('a0').map(withEvents), ...toolSpans()],
    logs: [],
    losses: ['tool definitions', 'cached tokens'],
  },
  {
    dialect: 'otel-log-events',
    name: '1.37, one log record with all that a model call was',
    spans: [agentSpan(), ...chatSpans('a0'), ...toolSpans()],
    logs: desk.TURNS.map((_, index) => detailsLog(index)),
    losses: ['cached tokens'],
  },
  {
    dialect: 'otel-log-events',
    name: '1.37, the same without any span',
    spans: [],
    logs: [...desk.TURNS.map((_, index) => detailsLog(index)), evaluation(null)],
    losses: [...NO_AGENT, ...NO_TOOL_SPANS, 'cached tokens'],
    problems: ['a model call of which only log records tell (3 times)'],
  },
];

function evaluation(of: string | null): LogRecord {
  return log({ span: of, event: 'gen_ai.evaluation.result', atMs: 500, attributes: EVALUATION });
}

function agentSpan(): Span {
  const attributes = {
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': 'order-desk',
    'gen_ai.agent.version': '3',
    'gen_ai.conversation.id': 'conv-1',
    'user.id': 'u-7',
    tier: 'gold',
  };
  const events = [{ name: 'gen_ai.evaluation.result', timeUs: timeUs(500), attributes: EVALUATION }];
  return span({ id: 'a0', parent: null, name: 'invoke_agent', startMs: 0, endMs: 500, attributes, events });
}

function chatAttributes(index: number): Attributes {
  const turn = desk.TURNS[index] ?? desk.TURNS[0];
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.system': 'openai',
    'gen_ai.request.model': 'gpt-5-mini',
    'gen_ai.request.temperature': 0,
    'gen_ai.response.model': 'gpt-5-mini-2026-01',
    'gen_ai.response.id': turn.responseId,
    'gen_ai.usage.input_tokens': turn.input,
    'gen_ai.usage.output_tokens': turn.output,
  };
}

function chatSpans(parent: string | null): Span[] {
  return desk.TURNS.map(({ startMs, endMs }, index) =>
    span({ id: `c${index}`, parent, name: 'chat', startMs, endMs, attributes: chatAttributes(index) }),
  );
}

interface Told {
  readonly event: string;
  readonly atMs: number;
  readonly body: { [name: string]: Json };
}

/** One request and its answer in OpenAI's words. */
function toldMessages(index: number): Told[] {
  const { startMs, endMs, text } = desk.TURNS[index] ?? desk.TURNS[0];
  const history = [
    { event: 'gen_ai.system.message', body: { content: desk.SYSTEM } },
    { event: 'gen_ai.user.message', body: { content: desk.QUESTION } },
    { event: 'gen_ai.assistant.message', body: calls(0) },
    { event: 'gen_ai.tool.message', body: { id: 'call_1', content: JSON.stringify(desk.ORDER) } },
    { event: 'gen_ai.assistant.message', body: calls(1) },
    { event: 'gen_ai.tool.message', body: { id: 'call_2', content: desk.REFUSAL } },
  ];
  const finish = text === null ? 'tool_calls' : 'stop';
  const message = text === null ? calls(index) : { content: text };
  const choice = { event: 'gen_ai.choice', body: { index: 0, finish_reason: finish, message } };
  return [...history.slice(0, 2 + 2 * index).map((told) => ({ ...told, atMs: startMs })), { ...choice, atMs: endMs }];
}

function calls(index: number) {
  const asked = (desk.TURNS[index] ?? desk.TURNS[0]).calls;
  return {
    tool_calls: asked.map(({ id, name, arguments: args }) => ({
      id,
      type: 'function',
      function: { name, arguments: JSON.stringify(args) },
    })),
  };
}

function messageLogs(index: number): LogRecord[] {
  return toldMessages(index).map(({ event, atMs, body }) => log({ span: `c${index}`, event, atMs, body }));
}

function withEvents(each: Span, index: number): Span {
  const events = toldMessages(index).map(({ event, atMs, body }) => ({
    name: event,
    timeUs: timeUs(atMs),
    attributes: { 'gen_ai.system': 'openai', 'gen_ai.event.content': JSON.stringify(body) },
  }));
  return { ...each, events };
}

/** Strands writes what a tool was given and gave as events on its span. */
function toolSpans(): Span[] {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    const given = { role: 'tool', id: call.id, content: JSON.stringify(call.arguments) };
    const gave = { id: call.id, message: JSON.stringify([{ text: JSON.stringify(desk.ORDER) }]) };
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
      },
      events: [
        { name: 'gen_ai.tool.message', timeUs: timeUs(startMs), attributes: given },
        ...(failed ? [] : [{ name: 'gen_ai.choice', timeUs: timeUs(endMs), attributes: gave }]),
      ],
      ...(failed ? { error: desk.REFUSAL } : {}),
    });
  });
}

function detailsLog(index: number): LogRecord {
  const { endMs, text } = desk.TURNS[index] ?? desk.TURNS[0];
  const asked = (at: number): Json => {
    const parts = (desk.TURNS[at] ?? desk.TURNS[0]).calls.map((call) => ({ type: 'tool_call', ...call }));
    return { role: 'assistant', parts };
  };
  const answered = (id: string, response: Json): Json => ({
    role: 'tool',
    parts: [{ type: 'tool_call_response', id, response }],
  });
  const history = [
    { role: 'user', parts: [{ type: 'text', content: desk.QUESTION }] },
    asked(0),
    answered('call_1', desk.ORDER),
    asked(1),
    answered('call_2', desk.REFUSAL),
  ];
  const answer = text === null ? asked(index) : { role: 'assistant', parts: [{ type: 'text', content: text }] };
  return log({
    span: `c${index}`,
    event: 'gen_ai.client.inference.operation.details',
    atMs: endMs,
    attributes: {
      ...chatAttributes(index),
      'gen_ai.response.finish_reasons': [text === null ? 'tool_call' : 'stop'],
      'gen_ai.system_instructions': [{ type: 'text', content: desk.SYSTEM }],
      'gen_ai.input.messages': history.slice(0, 1 + 2 * index),
      'gen_ai.output.messages': [answer],
      'gen_ai.tool.definitions': [
        { type: 'function', name: 'get_order', description: 'Looks an order up.', parameters: desk.GET_ORDER },
        { type: 'function', name: 'refund', description: 'Pays back.', parameters: desk.REFUND },
      ],
    },
  });
}
