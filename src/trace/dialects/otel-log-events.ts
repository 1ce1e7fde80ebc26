import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Attributes, LogRecord, Span } from '../span.ts';
import { decoded } from './decode.ts';
import type { Dialect, DialectReading, SpanReading } from './dialect.ts';
import { answerOfEvents, isMessageEvent, messagesOfEvents, type TraceEvent, toolOfEvents } from './event-messages.ts';
import { answerOf, finishReasonOf, readGenAi } from './genai.ts';

/**
 * GenAI spans whose content stands in events beside them, as span events or as log records: a message an event
 * (`gen_ai.user.message` ... `gen_ai.choice`, conventions 1.28 to 1.36), or all at once
 * (`gen_ai.client.inference.operation.details` since 1.37, `gen_ai.content.*` before 1.28).
 * Source: gen-ai-events.md in v1.36.0 and v1.41.1.
 */
export const otelLogEvents: Dialect = {
  name: 'otel-log-events',
  reads: (span, logs) =>
    span.events.some(({ name }) => isContent(name)) || logs.some(({ eventName }) => isContent(eventName)),
  read(span, logs, texts) {
    const events = eventsOf(span, logs);
    const whole = events.filter(({ name }) => isWhole(name)).map(({ attributes }) => attributes);
    const reading = readGenAi(span, whole.length === 0 ? span.attributes : merged([span.attributes, ...whole]), texts);
    const problems = span.name === LOST_SPAN ? ['a model call of which only log records tell'] : [];
    return withMessages({ ...reading, problems: [...reading.problems, ...problems] }, events);
  },
  spansOf: lostSpans,
};

const LOST_SPAN = 'log records of a lost span';

function isWhole(name: string | null): boolean {
  return name === 'gen_ai.client.inference.operation.details' || name?.startsWith('gen_ai.content.') === true;
}

function isContent(name: string | null): boolean {
  return name !== null && (isMessageEvent(name) || isWhole(name));
}

/** In the order of their time; of equal times in that of their arrival, which is that of the conversation. */
function eventsOf(span: Span, logs: readonly LogRecord[]): readonly TraceEvent[] {
  const events: TraceEvent[] = [
    ...span.events.map(({ name, timeUs, attributes }) => ({
      name,
      timeUs,
      attributes,
      body: bodyOf(attributes, null),
    })),
    ...logs.map(({ eventName, timeUs, attributes, body }) => {
      return { name: eventName ?? '', timeUs, attributes, body: bodyOf(attributes, body) };
    }),
  ];
  return once(events.filter(({ name }) => isContent(name)).sort((a, b) => a.timeUs - b.timeUs));
}

/** The body with what stands in the attributes instead; some write it there as JSON text. */
function bodyOf(attributes: Attributes, body: Json): JsonObject {
  const inAttribute = attributes['gen_ai.event.content'];
  const own = typeof body === 'string' ? (decoded(body) ?? { content: body }) : body;
  const content = typeof inAttribute === 'string' ? decoded(inAttribute) : inAttribute;
  return merged([attributes, ...[content, own].filter((value) => value !== undefined).filter(isJsonObject)]);
}

function merged(objects: readonly Readonly<Record<string, Json>>[]): JsonObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)));
}

/** A request has one first choice: where it came k times, everything was delivered k times. */
function once(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const texts = events.map(({ name, timeUs, body }) => JSON.stringify([name, timeUs, body]));
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const choice = texts.find((_, index) => events[index]?.name === 'gen_ai.choice');
  const deliveries = choice === undefined ? 1 : (counts.get(choice) ?? 1);
  if (deliveries === 1) return events;
  const seen = new Map<string, number>();
  return events.filter((_, index) => {
    const text = texts[index] ?? '';
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before < (counts.get(text) ?? 0) / deliveries;
  });
}

function withMessages(reading: DialectReading, events: readonly TraceEvent[]): DialectReading {
  const { span } = reading;
  return { ...reading, span: spanWithMessages(span, events) };
}

function spanWithMessages(span: SpanReading, events: readonly TraceEvent[]): SpanReading {
  const answer = answerOfEvents(events);
  switch (span.kind) {
    case 'model_call': {
      const input = span.input ?? messagesOfEvents(events);
      const finish = answer.finishReason === null ? null : finishReasonOf(answer.finishReason);
      return { ...span, input, output: span.output ?? answer.message, finishReason: span.finishReason ?? finish };
    }
    case 'tool_call': {
      const told = toolOfEvents(events);
      const outcome = span.outcome.kind === 'unknown' ? told.outcome : span.outcome;
      return { ...span, arguments: span.arguments ?? told.arguments, outcome };
    }
    case 'agent':
      return { ...span, output: span.output ?? answerOf(answer.message, null) };
    case 'framework':
      return span;
    default:
      return span satisfies never;
  }
}

/** Model calls whose span was not recorded (sampled away, or the logs alone are exported), one a span id. */
function lostSpans(logs: readonly LogRecord[], known: ReadonlySet<string>): readonly Span[] {
  const lost = logs.filter(
    ({ traceId, spanId, eventName }) =>
      traceId !== null && spanId !== null && isContent(eventName) && !known.has(spanId),
  );
  return [...Map.groupBy(lost, ({ traceId, spanId }) => `${traceId} ${spanId}`).values()].flatMap((records) => {
    const [first] = records;
    if (first === undefined || first.traceId === null || first.spanId === null) return [];
    const times = records.map(({ timeUs }) => timeUs);
    const attributes = merged([{ 'gen_ai.operation.name': 'chat' }, ...records.map((record) => record.attributes)]);
    return [
      {
        traceId: first.traceId,
        spanId: first.spanId,
        parentSpanId: null,
        name: LOST_SPAN,
        scope: first.scope,
        resource: first.resource,
        attributes,
        events: [],
        startUs: times.reduce((a, b) => Math.min(a, b)),
        endUs: times.reduce((a, b) => Math.max(a, b)),
        status: { code: 'unset', message: null },
      },
    ];
  });
}
