import {
  isJsonObject,
  type Json,
  type LogRecord,
  type ObservedTrajectory,
  parseJson,
  type Span,
  sha256,
} from '../../trace/index.ts';

/** What the store keeps: spans and log records as they came, or a finished run that has none. */
export type TrafficRecord =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'log'; readonly log: LogRecord }
  | { readonly kind: 'trajectory'; readonly trajectory: ObservedTrajectory };

/**
 * A record with the JSON it is kept as, redacted, as UTF-8: it is encoded once and copied from then on. Instrumentation
 * and resource stand apart, since all records of a request share them.
 */
export interface Item {
  readonly record: TrafficRecord;
  readonly bytes: Buffer;
  /** `{"scope":..,"resource":..}`; empty for a finished run. */
  readonly origin: string;
}

/** A record that waits: as bytes, which take a fraction of the record's room and give the garbage collector nothing to do. */
export interface HeldItem extends Omit<Item, 'record'> {
  /** Of its key. */
  readonly hash: string;
  /** Where it was read; null = it never left the memory. */
  readonly file: string | null;
}

export const NO_RECORD = 'a line that is no record was left out';

/** What made a record, and where. */
export type Origin = Pick<Span, 'scope' | 'resource'>;

/** Attributes that say what a log record belongs to where it names no trace. */
const SESSIONS = ['session.id', 'gen_ai.conversation.id'];

/** What is read as one: a trace id, `session:<id>` for a log record without a trace, or a finished run's id. */
export function keyOf(record: TrafficRecord): string | null {
  switch (record.kind) {
    case 'span':
      return record.span.traceId;
    case 'trajectory':
      return record.trajectory.id;
    case 'log': {
      const { traceId, attributes, resource } = record.log;
      if (traceId !== null) return traceId;
      const session = SESSIONS.map((name) => attributes[name] ?? resource[name]).find((id) => typeof id === 'string');
      return session === undefined ? null : `session:${String(session)}`;
    }
    default:
      return record satisfies never;
  }
}

/** Entries are ordered and told apart by so many hexadecimal digits of their key's SHA-256. */
const HASH_DIGITS = 16;

export function hashOfKey(key: string): string {
  return sha256(key).slice(0, HASH_DIGITS);
}

export function originOf(record: TrafficRecord): Origin | null {
  switch (record.kind) {
    case 'span':
      return record.span;
    case 'log':
      return record.log;
    case 'trajectory':
      return null;
    default:
      return record satisfies never;
  }
}

export function originText({ scope, resource }: Origin): string {
  return JSON.stringify({ scope, resource });
}

/** The record on one line of JSON, without its origin; `attributes` is the part of a span that holds nearly all of its text. */
export interface WrittenRecord {
  readonly text: string;
  readonly attributes: string | null;
}

export function writtenRecord(record: TrafficRecord): WrittenRecord {
  switch (record.kind) {
    case 'span': {
      const { traceId, spanId, parentSpanId, name, events, startUs, endUs, status } = record.span;
      const attributes = JSON.stringify(record.span.attributes);
      const head = JSON.stringify({ traceId, spanId, parentSpanId, name }).slice(0, -1);
      const tail = JSON.stringify({ events, startUs, endUs, status }).slice(1);
      return { text: `{"span":${head},"attributes":${attributes},${tail}}`, attributes };
    }
    case 'log': {
      const { traceId, spanId, eventName, attributes, body, timeUs } = record.log;
      const text = JSON.stringify({ log: { traceId, spanId, eventName, attributes, body, timeUs } });
      return { text, attributes: null };
    }
    case 'trajectory':
      return { text: JSON.stringify({ trajectory: record.trajectory }), attributes: null };
    default:
      return record satisfies never;
  }
}

/** Reads what `writtenRecord` and `originText` wrote, and remembers the last origin; null where it is no record. */
export class RecordParser {
  #text: string | null = null;
  #origin: Origin | null = null;

  record(text: string, origin: string): TrafficRecord | null {
    const line = parseJson(text);
    if (!isJsonObject(line)) return null;
    const { span, log, trajectory } = line;
    if (isTrajectory(trajectory)) return { kind: 'trajectory', trajectory };
    const { scope, resource } = this.#originOf(origin) ?? {};
    if (scope === undefined || resource === undefined) return null;
    if (isSpan(span)) return { kind: 'span', span: Object.assign(span, { scope, resource }) };
    if (isLog(log)) return { kind: 'log', log: Object.assign(log, { scope, resource }) };
    return null;
  }

  #originOf(text: string): Origin | null {
    if (text === this.#text) return this.#origin;
    const origin = parseJson(text);
    this.#text = text;
    this.#origin = isOrigin(origin) ? origin : null;
    return this.#origin;
  }
}

type Value = Json | undefined;
const isTextOrNull = (value: Value) => value === null || typeof value === 'string';
const isTimeOrNull = (value: Value) => value === null || typeof value === 'number';

function isOrigin(value: unknown): value is Origin {
  if (!isJsonObject(value) || !isJsonObject(value.scope)) return false;
  const { name, version } = value.scope;
  return typeof name === 'string' && isTextOrNull(version) && isJsonObject(value.resource);
}

function isSpan(value: unknown): value is Omit<Span, 'scope' | 'resource'> {
  if (!isJsonObject(value)) return false;
  const { traceId, spanId, parentSpanId, name, attributes, events, startUs, endUs, status } = value;
  return (
    typeof traceId === 'string' &&
    typeof spanId === 'string' &&
    isTextOrNull(parentSpanId) &&
    typeof name === 'string' &&
    isJsonObject(attributes) &&
    Array.isArray(events) &&
    events.every((event) => isJsonObject(event) && isJsonObject(event.attributes)) &&
    typeof startUs === 'number' &&
    typeof endUs === 'number' &&
    isJsonObject(status)
  );
}

function isLog(value: unknown): value is Omit<LogRecord, 'scope' | 'resource'> {
  if (!isJsonObject(value)) return false;
  const { traceId, spanId, eventName, attributes, body, timeUs } = value;
  const texts = [traceId, spanId, eventName].every(isTextOrNull);
  return texts && isJsonObject(attributes) && body !== undefined && typeof timeUs === 'number';
}

function isTrajectory(value: unknown): value is ObservedTrajectory {
  if (!isJsonObject(value)) return false;
  const { id, format, attributes, startUs, endUs, steps, outcomes, problems } = value;
  return (
    typeof id === 'string' &&
    typeof format === 'string' &&
    isJsonObject(attributes) &&
    isTimeOrNull(startUs) &&
    isTimeOrNull(endUs) &&
    Array.isArray(steps) &&
    steps.every((step) => isJsonObject(step) && (step.kind === 'model_call' || step.kind === 'tool_call')) &&
    Array.isArray(outcomes) &&
    outcomes.every(isJsonObject) &&
    Array.isArray(problems)
  );
}
