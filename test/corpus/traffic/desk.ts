import type { AssembleTrace, TrafficRecord } from '../../../src/corpus/index.ts';
import {
  type Json,
  type LogRecord,
  type ObservedStep,
  type ObservedTrajectory,
  type Span,
  sha256,
} from '../../../src/trace/index.ts';

/** Noon of 2026-11-20, UTC. */
export const NOON_US = 1_795_176_000_000_000;
export const DAY_US = 86_400_000_000;

/** A trace of an agent that calls a model and then tools, one root span and a span a step. */
export interface Told {
  readonly id: number;
  readonly tools?: number;
  readonly startUs?: number;
  readonly user?: string;
  readonly text?: string;
}

export function traceIdOf(id: number): string {
  return sha256(`trace ${id}`).slice(0, 32);
}

export function spansOf({
  id,
  tools = 1,
  startUs = NOON_US + id * 1_000_000,
  user = `user-${id}`,
  text,
}: Told): Span[] {
  const traceId = traceIdOf(id);
  const spanIdOf = (name: string): string => sha256(`${traceId} ${name}`).slice(0, 16);
  const span = (name: string, at: number, parent: string | null, attributes: Record<string, Json>): Span => ({
    traceId,
    spanId: spanIdOf(name),
    parentSpanId: parent === null ? null : spanIdOf(parent),
    name,
    scope: { name: 'desk', version: null },
    resource: { 'service.name': 'desk', 'service.version': '1.4' },
    attributes,
    events: [],
    startUs: startUs + at * 1000,
    endUs: startUs + at * 1000 + 40_000,
    status: { code: 'unset', message: null },
  });
  const question = text ?? `Where is order o-${id}? Größer als 5 €.`;
  return [
    span('agent', 0, null, { 'user.id': user }),
    span('chat', 1, 'agent', { model: 'gpt-4o-mini', question, tokens: 100 + id }),
    ...Array.from({ length: tools }, (_, n) =>
      span(`tool ${n}`, 50 * (n + 1), 'agent', { tool: 'get_order', arguments: { id, n }, result: { eta: n } }),
    ),
  ];
}

export function recordsOf(told: Told): TrafficRecord[] {
  return spansOf(told).map((span) => ({ kind: 'span', span }));
}

export function logOf(id: number, at = 0): TrafficRecord {
  const log: LogRecord = {
    traceId: traceIdOf(id),
    spanId: null,
    eventName: 'rated',
    scope: { name: 'desk', version: null },
    resource: {},
    attributes: { score: 1 },
    body: null,
    timeUs: NOON_US + at,
  };
  return { kind: 'log', log };
}

/** A reader of these spans: a trajectory for every root, with its children as steps; a log record is an outcome. */
export const assembleDesk: AssembleTrace = (spans, logs) => {
  const roots = spans.filter(({ parentSpanId }) => parentSpanId === null);
  return roots.map((root, index) => {
    const own = spans.filter(({ parentSpanId }) => parentSpanId === root.spanId);
    return {
      ...emptyTrajectory(index === 0 ? root.traceId : `${root.traceId}-${index}`),
      agentName: 'desk',
      agentVersion: String(root.resource['service.version']),
      userId: String(root.attributes['user.id']),
      startUs: root.startUs,
      endUs: Math.max(...[root, ...own].map(({ endUs }) => endUs)),
      steps: own.map(stepOf),
      outcomes: logs.map(() => ({ name: 'rated', value: 1, passed: true, source: 'feedback', explanation: null })),
    };
  });
};

export function emptyTrajectory(id: string): ObservedTrajectory {
  return {
    id,
    format: 'desk',
    conversationId: null,
    agentName: null,
    agentVersion: null,
    userId: null,
    attributes: {},
    startUs: null,
    endUs: null,
    steps: [],
    output: null,
    outcomes: [],
    problems: [],
  };
}

function stepOf({ spanId, attributes, startUs, endUs }: Span): ObservedStep {
  const base = { agent: ['desk'], startUs, durationMs: (endUs - startUs) / 1000, sources: [spanId] };
  if (attributes.tool !== undefined) {
    const outcome = { kind: 'result', value: attributes.result ?? null } as const;
    return {
      ...base,
      kind: 'tool_call',
      id: null,
      name: String(attributes.tool),
      arguments: attributes.arguments ?? null,
      outcome,
    };
  }
  return {
    ...base,
    kind: 'model_call',
    provider: 'openai',
    requestModel: String(attributes.model),
    responseModel: null,
    responseId: null,
    input: [{ role: 'user', parts: [{ kind: 'text', text: String(attributes.question) }] }],
    output: null,
    tools: null,
    parameters: {},
    finishReason: 'stop',
    usage: { inputTokens: Number(attributes.tokens), outputTokens: 7, cachedInputTokens: 0 },
    costUsd: null,
    error: null,
  };
}
