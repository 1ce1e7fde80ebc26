import { type TrafficLimits, TrafficStore } from '../../src/corpus/index.ts';
import { type Json, readTrace, type Span, sha256 } from '../../src/trace/index.ts';
import { asItIs } from '../corpus/traffic/open.ts';
import { never } from './corpus-desk.ts';

const NOON_US = Date.UTC(2026, 10, 20, 12) * 1000;

/** One trace of the desk as the GenAI conventions have it: an agent that asks a model, calls a tool and answers. */
export function deskSpans(n: number): Span[] {
  const traceId = sha256(`trace ${n}`).slice(0, 32);
  const span = (name: string, at: number, parent: string | null, attributes: Record<string, Json>): Span => ({
    ...{ traceId, spanId: sha256(`${traceId} ${name}`).slice(0, 16), name, events: [], attributes },
    parentSpanId: parent === null ? null : sha256(`${traceId} ${parent}`).slice(0, 16),
    ...{ scope: { name: 'desk', version: null }, resource: { 'service.name': 'desk', 'service.version': '1.4' } },
    ...{ startUs: NOON_US + n * 1_000_000 + at * 1000, endUs: NOON_US + n * 1_000_000 + at * 1000 + 500 },
    status: { code: 'unset', message: null },
  });
  const order = `o-${n}`;
  const asked = { role: 'user', parts: [{ type: 'text', content: `Pay back ${order} for customer ${n * 7}` }] };
  const call = { type: 'tool_call', id: `c${n}`, name: 'pay_back', arguments: { order } };
  const result = { type: 'tool_call_response', id: `c${n}`, response: { done: order } };
  const chat = (name: string, at: number, input: Json, output: Json): Span =>
    span(name, at, 'invoke_agent desk', {
      ...{ 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'm' },
      ...{ 'gen_ai.input.messages': JSON.stringify(input), 'gen_ai.output.messages': JSON.stringify(output) },
    });
  const wants = { role: 'assistant', parts: [call], finish_reason: 'tool_call' };
  const done = { role: 'assistant', parts: [{ type: 'text', content: 'done' }], finish_reason: 'stop' };
  return [
    span('invoke_agent desk', 0, null, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'desk' }),
    chat('chat 1', 1, [asked], [wants]),
    span('execute_tool pay_back', 2, 'invoke_agent desk', {
      ...{ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'pay_back', 'gen_ai.tool.call.id': `c${n}` },
      'gen_ai.tool.call.arguments': JSON.stringify({ order }),
      'gen_ai.tool.call.result': JSON.stringify({ done: order }),
    }),
    chat('chat 2', 3, [asked, wants, { role: 'tool', parts: [result] }], [done]),
  ];
}

export async function storeSpans(
  directory: string,
  spans: readonly Span[],
  limits: Partial<TrafficLimits> = {},
): Promise<void> {
  const projection = {
    assemble: readTrace,
    labels: () => ({ slices: [], cohorts: [] }),
    slicesVersion: 'one',
    readersVersion: 'one',
  };
  const traffic = await TrafficStore.open(directory, { projection, redactorOf: () => asItIs, limits });
  try {
    for (const span of spans) traffic.add({ kind: 'span', span });
    await traffic.fold(never);
  } finally {
    traffic.close();
  }
}
