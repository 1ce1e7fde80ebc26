import type { Attributes, LogRecord, Scope, Span, SpanEvent } from '../span.ts';
import { type OtlpProblem, ProblemCounter, type ProblemKind } from './problems.ts';

/** What one OTLP request holds. Metrics are recognised and dropped; `droppedMetrics` counts their resources. */
export interface OtlpContent {
  readonly spans: Span[];
  readonly logs: LogRecord[];
  readonly droppedMetrics: number;
  readonly problems: readonly OtlpProblem[];
}

/** Longer text in an attribute or a body is cut. A million tokens of conversation still fit. */
export const MAX_TEXT_CHARS = 8 * 1024 * 1024;
/** Lists and maps in attributes that stand deeper in one another are left out; protobuf libraries end at about 48. */
export const MAX_VALUE_LEVELS = 32;

/** A span as either encoding gives it. A null id could not be read; a null time is not set. */
export interface RawSpan {
  traceId: string | null;
  spanId: string | null;
  parentSpanId: string | null;
  name: string;
  attributes: Attributes;
  events: SpanEvent[];
  startUs: number | null;
  endUs: number | null;
  statusCode: number;
  statusMessage: string;
}

export interface RawLog {
  traceId: string | null;
  spanId: string | null;
  eventName: string;
  attributes: Attributes;
  body: LogRecord['body'];
  timeUs: number | null;
  observedUs: number | null;
}

type List = 'resourceSpans' | 'resourceLogs';

/**
 * Gathers what a request holds, under the same rules for both encodings, and knows where the decoder stands, so that each
 * problem can name its place.
 */
export class Intake {
  readonly spans: Span[] = [];
  readonly logs: LogRecord[] = [];
  droppedMetrics = 0;
  resource: Attributes = {};
  scope: Scope = { name: '', version: null };
  list: List = 'resourceSpans';
  resourceIndex = -1;
  scopeIndex = -1;
  itemIndex = -1;
  readonly #where: string;
  readonly #problems = new ProblemCounter();

  constructor(where: string) {
    this.#where = where;
  }

  content(): OtlpContent {
    const { spans, logs, droppedMetrics } = this;
    return { spans, logs, droppedMetrics, problems: this.#problems.list() };
  }

  problem(reason: string, received: string, kind?: ProblemKind): void {
    this.#problems.add(reason, () => `${this.#place()}: ${received}`, kind);
  }

  startResource(list: List, index: number): void {
    this.list = list;
    this.resourceIndex = index;
    this.scopeIndex = -1;
    this.itemIndex = -1;
    this.resource = {};
  }

  startScope(index: number): void {
    this.scopeIndex = index;
    this.itemIndex = -1;
    this.scope = { name: '', version: null };
  }

  /** Made once: texts are many. */
  readonly textFault = (what: 'cut' | 'not_utf8', bytes: number): void => {
    if (what === 'cut') this.problem(`value cut to ${MAX_TEXT_CHARS} characters`, `${bytes} bytes`);
    else this.problem('text that is not UTF-8, its faulty bytes replaced', `${bytes} bytes`);
  };

  event(name: string, timeUs: number | null, attributes: Attributes): SpanEvent {
    if (timeUs === null) this.problem('event without a time, taken as 0', name);
    return { name, timeUs: timeUs ?? 0, attributes };
  }

  /** Without its ids a span belongs to nothing and is left out. A span never ends before it starts. */
  addSpan(raw: RawSpan): void {
    const { traceId, spanId, name, attributes, events } = raw;
    if (traceId === null || spanId === null) {
      this.problem('span without readable ids, left out', name);
      return;
    }
    this.spans.push({
      traceId,
      spanId,
      parentSpanId: raw.parentSpanId === spanId ? this.#ownParent(spanId) : raw.parentSpanId,
      name,
      scope: this.scope,
      resource: this.resource,
      attributes,
      events,
      startUs: this.#start(raw),
      endUs: this.#end(raw),
      status: { code: CODES[raw.statusCode] ?? 'unset', message: raw.statusMessage === '' ? null : raw.statusMessage },
    });
  }

  addLog(raw: RawLog): void {
    const timeUs = raw.timeUs ?? raw.observedUs;
    if (timeUs === null) this.problem('log record without a time, taken as 0', raw.eventName);
    const named = raw.attributes['event.name'];
    this.logs.push({
      traceId: raw.traceId,
      spanId: raw.spanId,
      eventName: raw.eventName !== '' ? raw.eventName : typeof named === 'string' ? named : null,
      scope: this.scope,
      resource: this.resource,
      attributes: raw.attributes,
      body: raw.body,
      timeUs: timeUs ?? 0,
    });
  }

  #start({ startUs, endUs, name }: RawSpan): number {
    if (startUs === null) this.problem('span without a start time, taken as its end', name);
    return startUs ?? endUs ?? 0;
  }

  #end({ startUs, endUs, name }: RawSpan): number {
    if (endUs === null) {
      this.problem('span without an end time, taken as its start', name);
      return startUs ?? 0;
    }
    if (startUs === null || endUs >= startUs) return endUs;
    this.problem('span that ends before it starts, duration taken as 0', `${name}: ${endUs - startUs} us`);
    return startUs;
  }

  #ownParent(spanId: string): null {
    this.problem('span that is its own parent, taken as a root', spanId);
    return null;
  }

  #place(): string {
    const steps = [
      [this.list, this.resourceIndex],
      [this.list === 'resourceSpans' ? 'scopeSpans' : 'scopeLogs', this.scopeIndex],
      [this.list === 'resourceSpans' ? 'spans' : 'logRecords', this.itemIndex],
    ] as const;
    const path = steps.filter(([, index]) => index >= 0).map(([name, index]) => `${name}[${index}]`);
    return [this.#where, path.join('.')].filter((part) => part !== '').join(' ') || 'request';
  }
}

const CODES = ['unset', 'ok', 'error'] as const;

/** Sets a member whatever its name: `__proto__` must not change the object's prototype. */
export function setMember<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}

/** Cuts text so that what is kept does not hold on to the whole. */
export function cutText(text: string): string {
  const last = text.charCodeAt(MAX_TEXT_CHARS - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return Buffer.from(text.slice(0, MAX_TEXT_CHARS - (isHalf ? 1 : 0)), 'utf8').toString('utf8');
}
