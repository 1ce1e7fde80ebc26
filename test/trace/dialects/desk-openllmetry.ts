import type { Attributes, Json, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { GENAI_FIXTURES } from './desk-genai.ts';
import type { Loss } from './losses.ts';
import { EVALUATION, type Fixture, span, timeUs } from './telling.ts';

const ASSOCIATIONS = {
  'traceloop.association.properties.session_id': 'conv-1',
  'traceloop.association.properties.user_id': 'u-7',
  'traceloop.association.properties.tier': 'gold',
};

const LANGCHAIN = 'opentelemetry.instrumentation.langchain';
const CLIENT_ONLY: readonly Loss[] = [
  'agent name',
  'agent version',
  'conversation',
  'user',
  'user attributes',
  'evaluations',
];

export const OPENLLMETRY_FIXTURES: readonly Fixture[] = [
  {
    dialect: 'openllmetry',
    name: 'messages flattened into gen_ai.prompt.N, LangChain around them',
    spans: [workflowSpan(), agentSpan(), ...desk.TURNS.map((_, index) => flatChat(index)), ...toolSpans()],
    logs: [],
    losses: ['agent version'],
  },
  {
    dialect: 'openllmetry',
    name: 'the conventions of 2026, the OpenAI client alone',
    spans: (GENAI_FIXTURES[0]?.spans ?? []).filter(({ spanId }) => spanId.startsWith('c')).map(clientSpan),
    logs: [],
    losses: [...CLIENT_ONLY, 'tool latency', 'tool errors'],
  },
];

function clientSpan(each: Span): Span {
  return { ...each, parentSpanId: null, scope: { name: '@traceloop/instrumentation-openai', version: '0.27.0' } };
}

function workflowSpan(): Span {
  const attributes = { 'traceloop.span.kind': 'workflow', 'traceloop.entity.name': 'support', ...ASSOCIATIONS };
  return span({
    id: 'w0',
    parent: null,
    name: 'support.workflow',
    startMs: 0,
    endMs: 500,
    scope: LANGCHAIN,
    attributes,
  });
}

function agentSpan(): Span {
  const attributes = { 'traceloop.span.kind': 'agent', 'traceloop.entity.name': 'order-desk' };
  const events = [{ name: 'gen_ai.evaluation.result', timeUs: timeUs(500), attributes: EVALUATION }];
  return span({
    id: 'a0',
    parent: 'w0',
    name: 'order-desk.agent',
    startMs: 1,
    endMs: 499,
    scope: LANGCHAIN,
    attributes,
    events,
  });
}

function flatChat(index: number): Span {
  const { startMs, endMs, input, output, cached, responseId, text } = desk.TURNS[index] ?? desk.TURNS[0];
  const prompt = [
    { role: 'system', content: desk.SYSTEM },
    { role: 'user', content: JSON.stringify([{ type: 'text', text: desk.QUESTION }]) },
    { role: 'assistant', ...flatCalls(0) },
    { role: 'tool', content: JSON.stringify(desk.ORDER), tool_call_id: 'call_1' },
    { role: 'assistant', ...flatCalls(1) },
    { role: 'tool', content: desk.REFUSAL, tool_call_id: 'call_2' },
  ];
  const answer =
    text === null ? { finish_reason: 'tool_calls', ...flatCalls(index) } : { finish_reason: 'stop', content: text };
  const tools = [
    { name: 'get_order', description: 'Looks an order up.', parameters: JSON.stringify(desk.GET_ORDER) },
    { name: 'refund', description: 'Pays back.', parameters: JSON.stringify(desk.REFUND) },
  ];
  const attributes = {
    'gen_ai.system': 'OpenAI',
    'llm.request.type': 'chat',
    'gen_ai.request.model': 'gpt-5-mini',
    'gen_ai.request.temperature': 0,
    'gen_ai.response.model': 'gpt-5-mini-2026-01',
    'gen_ai.response.id': responseId,
    'gen_ai.usage.prompt_tokens': input,
    'gen_ai.usage.completion_tokens': output,
    'gen_ai.usage.cache_read_input_tokens': cached,
    'llm.usage.total_tokens': input + output,
    ...flattened('gen_ai.prompt', prompt.slice(0, 2 + 2 * index)),
    ...flattened('gen_ai.completion', [{ role: 'assistant', ...answer }]),
    ...flattened('llm.request.functions', tools),
  };
  return span({ id: `c${index}`, parent: 'a0', name: 'ChatOpenAI.chat', startMs, endMs, scope: LANGCHAIN, attributes });
}

function flatCalls(index: number): Record<string, Json> {
  const { calls } = desk.TURNS[index] ?? desk.TURNS[0];
  return flattened(
    'tool_calls',
    calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: JSON.stringify(args) })),
  );
}

function flattened(prefix: string, rows: readonly Readonly<Record<string, Json>>[]): Record<string, Json> {
  return Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${prefix}.${index}.${name}`, value])),
  );
}

/** The tool's span carries LangChain's ToolMessage, whose id its span has not; a failed call has nothing but its status. */
function toolSpans(): Span[] {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    const message = {
      type: 'constructor',
      id: ['ToolMessage'],
      kwargs: { content: JSON.stringify(desk.ORDER), tool_call_id: call.id, name: call.name },
    };
    const attributes: Attributes = {
      'traceloop.span.kind': 'tool',
      'traceloop.entity.name': call.name,
      'traceloop.entity.input': JSON.stringify({
        input_str: JSON.stringify(call.arguments),
        tags: [],
        inputs: call.arguments,
      }),
      ...(failed ? {} : { 'traceloop.entity.output': JSON.stringify({ output: message, kwargs: {} }) }),
    };
    const status = failed ? { error: desk.REFUSAL } : {};
    return span({
      id: `t${index}`,
      parent: 'a0',
      name: `${call.name}.tool`,
      startMs,
      endMs,
      scope: LANGCHAIN,
      attributes,
      ...status,
    });
  });
}
