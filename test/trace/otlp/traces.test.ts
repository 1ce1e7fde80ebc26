import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, shuffled } from '../../../src/stats/index.ts';
import { type LogRecord, type Span, settledTrace, TraceGatherer } from '../../../src/trace/index.ts';

const TRACE = 'a'.repeat(32);

function id(number: number): string {
  return number.toString(16).padStart(16, '0');
}

function span(number: number, parent: number | null, changes: Partial<Span> = {}): Span {
  return {
    traceId: TRACE,
    spanId: id(number),
    parentSpanId: parent === null ? null : id(parent),
    name: `span ${number}`,
    scope: { name: 's', version: null },
    resource: {},
    attributes: {},
    events: [],
    startUs: number,
    endUs: number + 10,
    status: { code: 'unset', message: null },
    ...changes,
  };
}

function log(traceId: string | null, timeUs: number): LogRecord {
  const scope = { name: 's', version: null };
  return { traceId, spanId: null, eventName: null, scope, resource: {}, attributes: {}, body: null, timeUs };
}

function parents(spans: readonly Span[]): (number | null)[] {
  return spans.map(({ parentSpanId }) => (parentSpanId === null ? null : Number.parseInt(parentSpanId, 16)));
}

test('traces come together from requests in any order, log records with them', () => {
  const gatherer = new TraceGatherer();
  const other = span(9, null, { traceId: 'b'.repeat(32) });
  gatherer.add({ spans: [span(2, 1), other], logs: [log(TRACE, 5), log(null, 1)] });
  gatherer.add({ spans: [span(1, null)], logs: [log(TRACE, 3)] });
  const traces = [...gatherer.traces()];
  expect(
    traces.map(({ traceId, spans, logs }) => [traceId, spans.map(({ name }) => name), logs.map((one) => one.timeUs)]),
  ).toEqual([
    [TRACE, ['span 1', 'span 2'], [3, 5]],
    ['b'.repeat(32), ['span 9'], []],
  ]);
  expect(gatherer.loose).toEqual([log(null, 1)]);
});

test('of a span that came more than once the complete one is kept', () => {
  const open = span(1, null, { endUs: 1 });
  const complete = span(1, null, { attributes: { a: 1 } });
  const less = span(1, null);
  for (const spans of [
    [open, complete, less],
    [less, complete, open],
    [complete, open, complete],
  ]) {
    const trace = settledTrace(TRACE, spans, []);
    expect(trace.spans).toEqual([complete]);
    expect(trace.problems).toEqual(['2 spans came more than once']);
  }
});

test('a circle of parents is opened at its first span; what hangs on it and other circles are kept', () => {
  const spans = [span(1, 3), span(2, 1), span(3, 2), span(4, 3), span(5, 6), span(6, 5), span(7, null), span(8, 99)];
  const trace = settledTrace(TRACE, spans.toReversed(), []);
  expect(parents(trace.spans)).toEqual([null, 1, 2, 3, null, 5, null, 99]);
  expect(trace.problems).toEqual(['the parents of 2 spans lead back to themselves: taken as roots']);
});

test('no order of arrival changes a trace, and nobody stands above himself', () => {
  const spans = fc.array(
    fc.record({ number: fc.nat(12), parent: fc.option(fc.nat(12)), startUs: fc.nat(3), lengthUs: fc.nat(3) }),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(spans, fc.string(), (drawn, seed) => {
      const made = drawn.map(({ number, parent, startUs, lengthUs }) =>
        span(number, parent === number ? null : parent, { startUs, endUs: startUs + lengthUs }),
      );
      const trace = settledTrace(TRACE, made, []);
      expect(settledTrace(TRACE, shuffled(made, seededRandom(seed)), [])).toEqual(trace);
      const parentOf = new Map(trace.spans.map(({ spanId, parentSpanId }) => [spanId, parentSpanId]));
      for (const { spanId } of trace.spans) {
        let steps = 0;
        for (let at = parentOf.get(spanId) ?? null; at !== null; at = parentOf.get(at) ?? null) steps += 1;
        expect(steps).toBeLessThanOrEqual(trace.spans.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('100,000 spans in one trace, each under the one before, and a circle through all of them', () => {
  const spans = Array.from({ length: 100_000 }, (_, index) => span(index, index === 0 ? 99_999 : index - 1));
  const gatherer = new TraceGatherer();
  gatherer.add({ spans: shuffled(spans, seededRandom('order')), logs: [] });
  const [trace] = gatherer.traces();
  expect(trace?.spans[0]?.parentSpanId).toBeNull();
  expect(parents(trace?.spans.slice(1) ?? [])).toEqual(spans.slice(1).map((_, index) => index));
  expect(trace?.problems).toHaveLength(1);
});
