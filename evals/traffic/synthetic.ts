import { closeSync, openSync, writeSync } from 'node:fs';
import { sha256 } from '../../src/trace/index.ts';

/** Traces of a desk agent in the GenAI conventions, about 2 kB of OTLP JSON each, the same for the same seed. */
export interface Plan {
  readonly seed: number;
  readonly traces: number;
  /** Days that they are spread over, in order of time. */
  readonly days: number;
  /** The first span of every trace comes before the rest of any. */
  readonly spread?: boolean;
}

const TRACES_A_REQUEST = 20;
const FIRST_US = 1_790_000_000_000_000;
const DAY_US = 86_400_000_000;
const TOOLS = ['get_order', 'refund_order', 'search_flights', 'send_message'];
const MODELS = ['gpt-4.1-mini', 'gpt-4.1', 'claude-sonnet-4-5'];
const QUESTIONS = [
  'Where is my order? It should have been here last week, and nobody answers the phone.',
  'I want my money back for the blue shoes, they are größer than the ones I tried on.',
  'Which flight to Paris on Monday costs less than 200 €? Write to kim.larsen@example.com, please.',
];

/** Requests as the collector's file exporter writes them, a line each. */
export function* requestLines(plan: Plan): Generator<string> {
  if (plan.spread !== true) yield* requestsOf(plan, (spans) => spans);
  else
    for (const part of [0, 1]) yield* requestsOf(plan, (spans) => spans.filter((_, at) => (at === 0 ? 0 : 1) === part));
}

function* requestsOf(plan: Plan, keep: (spans: readonly string[]) => readonly string[]): Generator<string> {
  for (let first = 0; first < plan.traces; first += TRACES_A_REQUEST) {
    const count = Math.min(TRACES_A_REQUEST, plan.traces - first);
    const spans = Array.from({ length: count }, (_, at) => keep(spansOf(plan, first + at)).join(','));
    const resource = `{"attributes":[${text('service.name', 'desk')},${text('service.version', '1.4.2')}]}`;
    yield `{"resourceSpans":[{"resource":${resource},"scopeSpans":[{"scope":{"name":"gen_ai","version":"1.0.0"},"spans":[${spans.join(',')}]}]}]}\n`;
  }
}

/** Bytes that were written. */
export function writeRequests(path: string, plan: Plan): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  let waiting = '';
  const write = (): void => {
    bytes += writeSync(file, waiting);
    waiting = '';
  };
  for (const line of requestLines(plan)) {
    waiting += line;
    if (waiting.length > 4e6) write();
  }
  write();
  closeSync(file);
  return bytes;
}

export function traceIdOf(seed: number, index: number): string {
  return sha256(`${seed} ${index}`).slice(0, 32);
}

function spansOf({ seed, traces, days }: Plan, index: number): readonly string[] {
  const id = sha256(`${seed} ${index}`);
  const traceId = id.slice(0, 32);
  const pick = Number.parseInt(id.slice(32, 40), 16);
  const startUs = FIRST_US + Math.floor((index * days * DAY_US) / traces);
  const spanId = (at: number): string => `${id.slice(40, 55)}${at}`;
  const span = (at: number, name: string, attributes: readonly string[]): string =>
    `{"traceId":"${traceId}","spanId":"${spanId(at)}",${at === 0 ? '' : `"parentSpanId":"${spanId(0)}",`}"name":"${name}","kind":1,` +
    `"startTimeUnixNano":"${startUs + at * 100_000}000","endTimeUnixNano":"${startUs + at * 100_000 + 90_000}000",` +
    `"attributes":[${attributes.join(',')}],"status":{}}`;
  const tool = TOOLS[pick % TOOLS.length] ?? '';
  const model = MODELS[pick % MODELS.length] ?? '';
  const order = `o-${pick % 100_000}`;
  const question = `${QUESTIONS[pick % QUESTIONS.length]} ${order}`;
  const call = { type: 'tool_call', id: `call_${id.slice(0, 12)}`, name: tool, arguments: { order_id: order } };
  const result = { status: 'shipped', order_id: order, eta_days: pick % 9 };
  return [
    span(1, `chat ${model}`, [
      text('gen_ai.operation.name', 'chat'),
      text('gen_ai.provider.name', 'openai'),
      text('gen_ai.request.model', model),
      json('gen_ai.input.messages', [{ role: 'user', parts: [{ type: 'text', content: question }] }]),
      json('gen_ai.output.messages', [{ role: 'assistant', parts: [call] }]),
      number('gen_ai.usage.input_tokens', 900 + (pick % 100)),
      number('gen_ai.usage.output_tokens', 20 + (pick % 10)),
    ]),
    span(2, `execute_tool ${tool}`, [
      text('gen_ai.operation.name', 'execute_tool'),
      text('gen_ai.tool.name', tool),
      text('gen_ai.tool.call.id', call.id),
      json('gen_ai.tool.call.arguments', call.arguments),
      json('gen_ai.tool.call.result', result),
    ]),
    span(0, 'invoke_agent desk', [
      text('gen_ai.operation.name', 'invoke_agent'),
      text('gen_ai.agent.name', 'desk'),
      text('user.id', `user-${pick % 5000}`),
    ]),
  ];
}

function text(key: string, value: string): string {
  return `{"key":"${key}","value":{"stringValue":${JSON.stringify(value)}}}`;
}

function json(key: string, value: object): string {
  return text(key, JSON.stringify(value));
}

function number(key: string, value: number): string {
  return `{"key":"${key}","value":{"intValue":${value}}}`;
}
