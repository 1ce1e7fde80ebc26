import type { Attributes, Json, LogRecord, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import type { Loss } from './losses.ts';
import { EVALUATION, type Fixture, log, span } from './telling.ts';

const SPANS = 'com.anthropic.claude_code.tracing';
const EVENTS = 'com.anthropic.claude_code.events';
const SESSION = { 'session.id': 'conv-1', 'user.id': 'u-7' };
const EVALUATED = log({ span: 'i0', event: 'gen_ai.evaluation.result', atMs: 500, attributes: EVALUATION });

const BOTH: readonly Loss[] = ['own agent name', 'agent version', 'user attributes'];

export const CLAUDE_CODE_FIXTURES: readonly Fixture[] = [
  {
    dialect: 'claude-code',
    name: 'spans with prompts and tool content',
    spans: tracing(),
    logs: [EVALUATED],
    losses: [
      ...BOTH,
      'response model',
      'model input but the question',
      'model output',
      'tool definitions',
      'request parameters',
      'final answer',
    ],
    problems: ['of a request only what its agent was asked is recorded'],
  },
  {
    dialect: 'claude-code',
    name: 'log events alone, with the bodies of the Messages API',
    spans: [],
    logs: events(null),
    losses: [...BOTH, 'evaluations'],
  },
  {
    dialect: 'claude-code',
    name: 'spans and log events of the same session',
    spans: tracing(),
    logs: [...events('i0'), EVALUATED],
    losses: BOTH,
  },
];

function tracing(): Span[] {
  const interaction = span({
    id: 'i0',
    parent: null,
    name: 'claude_code.interaction',
    startMs: 0,
    endMs: 500,
    scope: SPANS,
    attributes: { ...SESSION, 'span.type': 'interaction', user_prompt: desk.QUESTION },
  });
  return [
    interaction,
    ...desk.TURNS.map((_, index) => requestSpan(index)),
    ...desk.TOOL_RUNS.flatMap((_, index) => toolSpans(index)),
  ];
}

function requestAttributes(index: number): Attributes {
  const { input, output, cached, responseId, text, startMs, endMs } = desk.TURNS[index] ?? desk.TURNS[0];
  return {
    model: 'gpt-5-mini',
    request_id: responseId,
    // This wire counts cached tokens apart.
    input_tokens: input - cached,
    output_tokens: output,
    cache_read_tokens: cached,
    cache_creation_tokens: 0,
    stop_reason: text === null ? 'tool_use' : 'end_turn',
    duration_ms: endMs - startMs,
  };
}

function requestSpan(index: number): Span {
  const { startMs, endMs } = desk.TURNS[index] ?? desk.TURNS[0];
  const attributes = { ...SESSION, 'span.type': 'llm_request', 'gen_ai.system': 'openai', ...requestAttributes(index) };
  return span({
    id: `c${index}`,
    parent: 'i0',
    name: 'claude_code.llm_request',
    startMs,
    endMs,
    scope: SPANS,
    attributes,
  });
}

function toolSpans(index: number): Span[] {
  const { startMs, endMs, call } = desk.TOOL_RUNS[index] ?? desk.TOOL_RUNS[0];
  const failed = call === desk.PAYBACK;
  const id = { tool_use_id: call.id };
  const output = failed ? {} : { output: JSON.stringify(desk.ORDER) };
  const content = { input: JSON.stringify(call.arguments), ...output };
  const tool = span({
    id: `t${index}`,
    parent: 'i0',
    name: 'claude_code.tool',
    startMs,
    endMs,
    scope: SPANS,
    attributes: { 'span.type': 'tool', tool_name: call.name, ...id },
    events: [{ name: 'tool.output', timeUs: 0, attributes: content }],
  });
  const asked = { 'span.type': 'tool.blocked_on_user', decision: 'accept', source: 'config' };
  const ran = { 'span.type': 'tool.execution', success: !failed, ...id, ...(failed ? { error: desk.REFUSAL } : {}) };
  const part = (suffix: string, attributes: Attributes) =>
    span({
      id: `t${index}${suffix}`,
      parent: `t${index}`,
      name: `claude_code.tool.${suffix}`,
      startMs,
      endMs,
      scope: SPANS,
      attributes,
    });
  return [tool, part('blocked_on_user', asked), part('execution', ran)];
}

/** `active` is the span that was active when the events were logged; null = the session was not traced. */
function events(active: string | null): LogRecord[] {
  const told: { event: string; atMs: number; attributes: Attributes }[] = [
    { event: 'user_prompt', atMs: 0, attributes: { prompt: desk.QUESTION } },
    ...desk.TURNS.flatMap(({ startMs, endMs, responseId }, index) => [
      { event: 'api_request_body', atMs: startMs, attributes: { body: requestBody(index), query_source: 'main' } },
      {
        event: 'api_response_body',
        atMs: endMs,
        attributes: { body: responseBody(index), request_id: responseId, query_source: 'main' },
      },
      {
        event: 'api_request',
        atMs: endMs,
        attributes: { 'gen_ai.system': 'openai', ...requestAttributes(index), query_source: 'main' },
      },
    ]),
    ...desk.TOOL_RUNS.map(({ startMs, endMs, call }) => {
      const failure = call === desk.PAYBACK ? { success: 'false', error: desk.REFUSAL } : { success: 'true' };
      const attributes = {
        tool_name: call.name,
        tool_use_id: call.id,
        tool_input: JSON.stringify(call.arguments),
        ...failure,
      };
      return { event: 'tool_result', atMs: endMs, attributes: { ...attributes, duration_ms: endMs - startMs } };
    }),
  ];
  const sorted = told.sort((a, b) => a.atMs - b.atMs);
  return sorted.map(({ event, atMs, attributes }, index) => {
    const all = { ...SESSION, 'prompt.id': 'p1', 'event.sequence': index, ...attributes };
    const record = log({ span: active, event: `claude_code.${event}`, atMs, attributes: all, scope: EVENTS });
    return active === null ? { ...record, traceId: null } : record;
  });
}

function requestBody(index: number): string {
  const messages: Json[] = [
    { role: 'user', content: desk.QUESTION },
    { role: 'assistant', content: answerBlocks(0) },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_1', content: JSON.stringify(desk.ORDER) }] },
    { role: 'assistant', content: answerBlocks(1) },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_2', content: desk.REFUSAL }] },
  ];
  return JSON.stringify({
    model: 'gpt-5-mini',
    temperature: 0,
    system: desk.SYSTEM,
    tools: [
      { name: 'get_order', description: 'Looks an order up.', input_schema: desk.GET_ORDER },
      { name: 'refund', description: 'Pays back.', input_schema: desk.REFUND },
    ],
    messages: messages.slice(0, 1 + 2 * index),
  });
}

function answerBlocks(index: number): Json[] {
  const { calls, text } = desk.TURNS[index] ?? desk.TURNS[0];
  if (text !== null) return [{ type: 'text', text }];
  return calls.map(({ id, name, arguments: input }) => ({ type: 'tool_use', id, name, input }));
}

function responseBody(index: number): string {
  const { responseId } = desk.TURNS[index] ?? desk.TURNS[0];
  return JSON.stringify({ id: responseId, model: 'gpt-5-mini-2026-01', content: answerBlocks(index) });
}
