import type { Json } from './json.ts';

/** Attributes as OTLP carries them. Integers beyond 2^53 and bytes (base64) are strings. */
export type Attributes = Readonly<Record<string, Json>>;

/** The instrumentation that made a span or log record. */
export interface Scope {
  readonly name: string;
  readonly version: string | null;
}

export interface SpanEvent {
  readonly name: string;
  readonly timeUs: number;
  readonly attributes: Attributes;
}

/**
 * One OpenTelemetry span, the same whether it came as OTLP JSON or protobuf. Ids are lower-case hex; times are whole
 * microseconds since the Unix epoch (a double holds them exactly until the year 2255; nanoseconds would not fit). A span
 * never ends before it starts: a clock that went backwards is a problem of the decoder's, and the duration 0.
 */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly scope: Scope;
  readonly resource: Attributes;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  readonly startUs: number;
  readonly endUs: number;
  readonly status: { readonly code: 'unset' | 'ok' | 'error'; readonly message: string | null };
}

/** One OpenTelemetry log record. `eventName` is the field of that name, else the attribute `event.name`. */
export interface LogRecord {
  readonly traceId: string | null;
  readonly spanId: string | null;
  readonly eventName: string | null;
  readonly scope: Scope;
  readonly resource: Attributes;
  readonly attributes: Attributes;
  readonly body: Json;
  readonly timeUs: number;
}
