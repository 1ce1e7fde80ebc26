import { type Json, type JsonObject, sha256 } from '../../../src/trace/index.ts';

/** Requests as an exporter of GenAI spans sends them: agents that call a model and a tool in turn. All from a seed. */
export interface Plan {
  readonly seed: number;
  /** Traces in the request. */
  readonly traces: number;
  /** Turns of a model call and a tool call in each; one more model call gives the answer. */
  readonly turns: number;
}

const START_MS = 1_795_000_000_000;
const TOOLS = ['get_order', 'refund_order', 'search_flights', 'send_message'];

/** ExportTraceServiceRequest as OTLP/JSON. */
export function traceRequest(plan: Plan): JsonObject {
  const spans = Array.from({ length: plan.traces }, (_, index) => traceSpans(plan, index)).flat();
  const resource = { attributes: [text('service.name', 'desk'), text('service.version', '1.4.2')] };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'gen_ai', version: '1.0.0' }, spans }] }] };
}

/** The same as lines of a collector's file, one trace a line, with a line feed each. */
export function traceLines(plan: Plan): string {
  const line = (_: unknown, index: number) => traceRequest({ ...plan, seed: plan.seed + index, traces: 1 });
  return Array.from({ length: plan.traces }, line)
    .map((request) => `${JSON.stringify(request)}\n`)
    .join('');
}

function traceSpans({ seed, turns }: Plan, index: number): JsonObject[] {
  const id = sha256(`${seed} ${index}`);
  const traceId = id.slice(0, 32);
  const root = id.slice(32, 48);
  const startMs = START_MS + seed * 1000 + index * 7;
  const span = (name: string, at: number, parent: string | null, attributes: Json[]): JsonObject => ({
    traceId,
    spanId: name === 'invoke_agent desk' ? root : sha256(`${id} ${name} ${at}`).slice(0, 16),
    ...(parent === null ? {} : { parentSpanId: parent }),
    name,
    kind: 3,
    startTimeUnixNano: `${startMs + at}000000`,
    endTimeUnixNano: `${startMs + at + 40}123456`,
    attributes,
    droppedAttributesCount: 0,
    events: [],
    droppedEventsCount: 0,
    status: { code: 0 },
    links: [],
    droppedLinksCount: 0,
    flags: 257,
  });
  const messages: Json[] = [{ role: 'user', parts: [{ type: 'text', content: `Where is my order ${id.slice(48)}?` }] }];
  const spans: JsonObject[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const input = JSON.stringify(messages);
    const called = toolCall(id, turn);
    const answer = turn === turns ? { type: 'text', content: 'It arrives on Monday. Anything else?' } : called.call;
    const output = { role: 'assistant', parts: [answer] };
    const at = turn * 100;
    spans.push(span('chat gpt-4o-mini', at, root, modelAttributes(input, JSON.stringify([output]), `${id} ${turn}`)));
    if (turn < turns) spans.push(span(`execute_tool ${called.name}`, at + 50, root, called.attributes));
    messages.push(output, { role: 'tool', parts: [called.response] });
  }
  // Children are sent before their parents, which end later.
  spans.push(
    span('invoke_agent desk', 0, null, [text('gen_ai.operation.name', 'invoke_agent'), number('turns', turns)]),
  );
  return spans;
}

function toolCall(id: string, turn: number) {
  const name = TOOLS[(turn + Number.parseInt(id.slice(0, 4), 16)) % TOOLS.length] ?? '';
  const callId = `call_${sha256(`${id} call ${turn}`).slice(0, 24)}`;
  const args = { order_id: id.slice(48), lines: [turn, turn + 1], note: 'größer als 5 €' };
  const result = { status: 'shipped', carrier: 'DHL', eta_days: turn + 1, order_id: id.slice(48) };
  return {
    name,
    call: { type: 'tool_call', id: callId, name, arguments: args },
    response: { type: 'tool_call_response', id: callId, response: result },
    attributes: [
      text('gen_ai.operation.name', 'execute_tool'),
      text('gen_ai.tool.name', name),
      text('gen_ai.tool.call.id', callId),
      text('gen_ai.tool.call.arguments', JSON.stringify(args)),
      text('gen_ai.tool.call.result', JSON.stringify(result)),
    ],
  };
}

function modelAttributes(input: string, output: string, responseId: string): Json[] {
  return [
    text('gen_ai.operation.name', 'chat'),
    text('gen_ai.provider.name', 'openai'),
    text('gen_ai.request.model', 'gpt-4o-mini'),
    { key: 'gen_ai.request.temperature', value: { doubleValue: 0.25 } },
    text(
      'gen_ai.system_instructions',
      '[{"type":"text","content":"You are the desk of a shop. Be brief and be right."}]',
    ),
    text('gen_ai.input.messages', input),
    { key: 'gen_ai.response.finish_reasons', value: { arrayValue: { values: [{ stringValue: 'stop' }] } } },
    text('gen_ai.response.id', `chatcmpl-${sha256(responseId).slice(0, 24)}`),
    text('gen_ai.response.model', 'gpt-4o-mini-2024-07-18'),
    number('gen_ai.usage.input_tokens', input.length >> 2),
    number('gen_ai.usage.output_tokens', output.length >> 2),
    text('gen_ai.output.messages', output),
  ];
}

function text(key: string, stringValue: string): JsonObject {
  return { key, value: { stringValue } };
}

function number(key: string, intValue: number): JsonObject {
  return { key, value: { intValue } };
}
