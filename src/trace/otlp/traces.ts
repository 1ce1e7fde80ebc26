import type { LogRecord, Span } from '../span.ts';
import type { OtlpContent } from './intake.ts';

/** All that is known of one trace. */
interface TraceRecords {
  readonly traceId: string;
  /** By start, the longer first where two start at once; each span id once, and no span above itself. */
  readonly spans: readonly Span[];
  /** By time. */
  readonly logs: readonly LogRecord[];
  /** What was repaired, a line each. */
  readonly problems: readonly string[];
}

/** Gathers spans and log records by trace, in whatever order and from however many requests and files they come. */
export class TraceGatherer {
  readonly #traces = new Map<string, { readonly spans: Span[]; readonly logs: LogRecord[] }>();
  readonly #loose: LogRecord[] = [];

  add({ spans, logs }: Pick<OtlpContent, 'spans' | 'logs'>): void {
    for (const span of spans) this.#trace(span.traceId).spans.push(span);
    for (const log of logs) (log.traceId === null ? this.#loose : this.#trace(log.traceId).logs).push(log);
  }

  /** Log records that name no trace. */
  get loose(): readonly LogRecord[] {
    return this.#loose;
  }

  /** Every trace, in the order in which they were first seen. */
  *traces(): Generator<TraceRecords> {
    for (const [traceId, { spans, logs }] of this.#traces) yield settledTrace(traceId, spans, logs);
  }

  #trace(traceId: string) {
    const known = this.#traces.get(traceId);
    if (known !== undefined) return known;
    const fresh = { spans: [], logs: [] };
    this.#traces.set(traceId, fresh);
    return fresh;
  }
}

/**
 * One trace's records in an order that does not depend on how they arrived. Exporters repeat what was not acknowledged: of
 * spans with one id the one that tells most is kept. Where parents lead round in a circle, its first span becomes a root.
 */
export function settledTrace(traceId: string, spans: readonly Span[], logs: readonly LogRecord[]): TraceRecords {
  const places = placesOf(spans).sort(byStart);
  const circles = firstOfCircles(places);
  const repeated = spans.length - places.length;
  const problems = [
    ...(repeated > 0 ? [`${repeated} spans came more than once`] : []),
    ...(circles.size > 0 ? [`the parents of ${circles.size} spans lead back to themselves: taken as roots`] : []),
  ];
  const settled = places.map(({ span, index }) => (circles.has(index) ? { ...span, parentSpanId: null } : span));
  return { traceId, spans: settled, logs: logs.toSorted((a, b) => a.timeUs - b.timeUs), problems };
}

/** A span with its place in the trace's order, which is known once they are sorted. */
interface Place {
  readonly span: Span;
  /** The span's: at hand for sorting, which takes half the time then. */
  readonly startUs: number;
  /** That of the span's parent; null = the parent is not in the trace. */
  parent: Place | null;
  index: number;
}

/** In the order in which they came. */
function placesOf(spans: readonly Span[]): Place[] {
  const byId = new Map<string, Place>();
  for (const span of spans) {
    const known = byId.get(span.spanId);
    if (known !== undefined && !tellsMore(span, known.span)) continue;
    byId.set(span.spanId, { span, startUs: span.startUs, parent: null, index: 0 });
  }
  const places = [...byId.values()];
  // Before they are sorted, since what came together is together in memory: of a million spans this is most of the time.
  for (const place of places) {
    const { parentSpanId } = place.span;
    if (parentSpanId !== null) place.parent = byId.get(parentSpanId) ?? null;
  }
  return places;
}

/** A span may be sent while it is still open, and again when it is complete. */
function tellsMore(one: Span, other: Span): boolean {
  if (one.endUs !== other.endUs) return one.endUs > other.endUs;
  const more = Object.keys(one.attributes).length - Object.keys(other.attributes).length;
  return more === 0 ? JSON.stringify(one) > JSON.stringify(other) : more > 0;
}

function byStart(one: Place, other: Place): number {
  if (one.startUs !== other.startUs) return one.startUs - other.startUs;
  const [a, b] = [one.span, other.span];
  if (a.endUs !== b.endUs) return b.endUs - a.endUs;
  return a.spanId < b.spanId ? -1 : 1;
}

/** Indexes of the first span of every circle of parents. Walks up from each span, and passes each one once. */
function firstOfCircles(places: readonly Place[]): Set<number> {
  for (const [index, place] of places.entries()) place.index = index;
  const none = places.length;
  const parents = Int32Array.from(places, ({ parent }) => parent?.index ?? none);
  // The walk that passed a span first; what lies beyond the last span is nobody's parent.
  const walkOf = new Int32Array(places.length).fill(none);
  const found = new Set<number>();
  for (let start = 0; start < places.length; start += 1) {
    let at = start;
    while (walkOf[at] === none) {
      walkOf[at] = start;
      at = parents[at] ?? none;
    }
    if (walkOf[at] === start) found.add(firstOfCircle(parents, at));
  }
  return found;
}

function firstOfCircle(parents: Int32Array, member: number): number {
  let first = member;
  for (let at = parents[member]; at !== undefined && at !== member; at = parents[at]) first = Math.min(first, at);
  return first;
}
