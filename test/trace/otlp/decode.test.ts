import { describe, expect, test } from 'vitest';
import { decodeOtlp, decodeOtlpText, type Json, type OtlpContent } from '../../../src/trace/index.ts';
import { encoded } from './oracle.ts';

const TRACE = '5b8efff798038103d269b633813fc60c';
const SPAN = 'eee19b7ec3c1b174';

function spanRequest(...spans: Json[]): Json {
  return { resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope: { name: 's' }, spans }] }] };
}

function span(members: { [key: string]: Json } = {}): Json {
  return { traceId: TRACE, spanId: SPAN, name: 'n', startTimeUnixNano: '1000', endTimeUnixNano: '2000', ...members };
}

function fromJson(request: Json): OtlpContent {
  return decodeOtlpText(JSON.stringify(request), 'file:1');
}

/** The request as both encodings give it, which must be the same. */
function fromBoth(request: Json): OtlpContent {
  const content = fromJson(request);
  const { spans, logs, problems } = decodeOtlp(encoded('traces', request), { encoding: 'protobuf', signal: 'traces' });
  expect({ spans, logs, reasons: problems.map(({ reason }) => reason) }).toEqual({
    spans: content.spans,
    logs: content.logs,
    reasons: content.problems.map(({ reason }) => reason),
  });
  return content;
}

function attribute(value: Json): Json {
  return fromJson(spanRequest(span({ attributes: [{ key: 'a', value }] }))).spans[0]?.attributes.a ?? null;
}

describe('ids', () => {
  const ids = (members: { [key: string]: Json }) => {
    const { traceId, spanId, parentSpanId } = fromJson(spanRequest(span(members))).spans[0] ?? {};
    return [traceId, spanId, parentSpanId];
  };

  test('are lower-case hex, whatever case they were written in', () => {
    expect(ids({ traceId: TRACE.toUpperCase(), spanId: SPAN.toUpperCase() })).toEqual([TRACE, SPAN, null]);
  });

  test('are read as base64 too, which the plain protobuf mapping writes', () => {
    const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
    const parent = 'eee19b7ec3c1b173';
    expect(ids({ traceId: base64(TRACE), spanId: base64(SPAN), parentSpanId: base64(parent) })).toEqual([
      TRACE,
      SPAN,
      parent,
    ]);
  });

  test('without an id, with zeros or with one of another length a span is left out and counted', () => {
    const bad = [{ traceId: '' }, { spanId: '0'.repeat(16) }, { traceId: 'abc' }, { spanId: null }];
    const { spans, problems } = fromJson(spanRequest(...bad.map((members) => span(members)), span()));
    expect(spans).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: 'span without readable ids, left out', count: 4 }]);
    expect(problems[0]?.examples[1]).toBe('file:1 resourceSpans[0].scopeSpans[0].spans[1]: n');
  });

  test('a parent of zeros is no parent; an unreadable one is a problem; an own parent is taken as none', () => {
    expect(fromBoth(spanRequest(span({ parentSpanId: '0'.repeat(16) }))).problems).toEqual([]);
    expect(fromJson(spanRequest(span({ parentSpanId: 'x' }))).problems).toMatchObject([{ count: 1 }]);
    const own = fromBoth(spanRequest(span({ parentSpanId: SPAN })));
    expect(own.spans[0]?.parentSpanId).toBeNull();
    expect(own.problems).toMatchObject([{ reason: 'span that is its own parent, taken as a root', count: 1 }]);
  });
});

describe('times', () => {
  const times = (startTimeUnixNano: Json, endTimeUnixNano: Json) => {
    const { spans, problems } = fromBoth(spanRequest(span({ startTimeUnixNano, endTimeUnixNano })));
    return [spans[0]?.startUs, spans[0]?.endUs, problems.map(({ reason }) => reason)];
  };

  test('are whole microseconds, from a string or a number of nanoseconds', () => {
    expect(times('1795290539353000999', '1795290539402755286')).toEqual([1795290539353000, 1795290539402755, []]);
    const number = fromJson(spanRequest(span({ startTimeUnixNano: 1795290539353000000, endTimeUnixNano: 2e18 })));
    expect(number.spans[0]?.startUs).toBe(1795290539353000);
  });

  test('a span that ends before it starts has no duration, and is counted', () => {
    expect(times('5000', '2000')).toEqual([5, 5, ['span that ends before it starts, duration taken as 0']]);
  });

  test('a span without one of its times has the other one', () => {
    expect(times('0', '2000')).toEqual([2, 2, ['span without a start time, taken as its end']]);
    expect(times('2000', '0')).toEqual([2, 2, ['span without an end time, taken as its start']]);
  });

  test('what is no time is a problem', () => {
    const { problems } = fromJson(spanRequest(span({ startTimeUnixNano: 'yesterday' })));
    expect(problems[0]).toMatchObject({ reason: 'time that is no count of nanoseconds', count: 1 });
    expect(problems[0]?.examples).toEqual(['file:1 resourceSpans[0].scopeSpans[0].spans[0]: yesterday']);
  });
});

describe('values', () => {
  test.each([
    [{ stringValue: 'x' }, 'x'],
    [{ stringValue: '' }, ''],
    [{ boolValue: false }, false],
    [{ intValue: '-12' }, -12],
    [{ intValue: '9007199254740993' }, '9007199254740993'],
    [{ intValue: '-9223372036854775808' }, '-9223372036854775808'],
    [{ doubleValue: 0.5 }, 0.5],
    [{ doubleValue: 'NaN' }, 'NaN'],
    [{ doubleValue: '-Infinity' }, '-Infinity'],
    [{ bytesValue: '/+8=' }, '/+8='],
    [{ arrayValue: { values: [{ intValue: '1' }, {}, { arrayValue: {} }] } }, [1, null, []]],
    [{ kvlistValue: { values: [{ key: 'k', value: { boolValue: true } }] } }, { k: true }],
    [{ kvlistValue: {} }, {}],
    [{}, null],
  ] as [Json, Json][])('%j is %j in both encodings', (value, expected) => {
    const request = spanRequest(span({ attributes: [{ key: 'a', value }] }));
    const { spans, problems } = fromBoth(request);
    expect(spans[0]?.attributes).toEqual({ a: expected });
    expect(problems).toEqual([]);
  });

  test('integers come as JSON numbers too; beyond 2^53 their lost digits are a problem', () => {
    expect(attribute({ intValue: 7 })).toBe(7);
    const { problems } = fromJson(spanRequest(span({ attributes: [{ key: 'a', value: { intValue: 2 ** 60 } }] })));
    expect(problems).toMatchObject([{ count: 1 }]);
  });

  test('a list where a number or an id belongs is left out, however deeply it is nested', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const attributes = [{ key: 'a', value: { intValue: 'DEEP' } }];
    const request = spanRequest(span({ attributes, startTimeUnixNano: 'DEEP', parentSpanId: 'DEEP' }));
    const { spans, problems } = decodeOtlpText(JSON.stringify(request).replaceAll('"DEEP"', deep), 'file:1');
    expect(spans).toMatchObject([{ attributes: { a: null }, parentSpanId: null }]);
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(expect.stringMatching(/: a list$/));
  });

  test('an attribute named __proto__ is an attribute', () => {
    const { spans } = fromBoth(spanRequest(span({ attributes: [{ key: '__proto__', value: { stringValue: 'x' } }] })));
    expect(Object.entries(spans[0]?.attributes ?? {})).toEqual([['__proto__', 'x']]);
  });

  test('nested deeper than 32 levels, a value is left out and its neighbours are kept', () => {
    let deep: Json = { stringValue: 'x' };
    for (let level = 0; level < 40; level += 1) deep = { arrayValue: { values: [deep] } };
    const attributes = [
      { key: 'deep', value: deep },
      { key: 'near', value: { boolValue: true } },
    ];
    const { spans, problems } = fromBoth(spanRequest(span({ attributes })));
    expect(spans[0]?.attributes.near).toBe(true);
    expect(problems).toMatchObject([{ reason: 'value nested deeper than 32 levels, left out', count: 1 }]);
  });

  test('a text of 20 MB is cut and said so', () => {
    const value = { stringValue: `${'x'.repeat(8 * 1024 * 1024 - 1)}é${'x'.repeat(12e6)}` };
    const { spans, problems } = fromJson(spanRequest(span({ attributes: [{ key: 'a', value }] })));
    expect(String(spans[0]?.attributes.a).slice(-2)).toBe('xé');
    expect(problems).toMatchObject([{ reason: 'value cut to 8388608 characters', count: 1 }]);
    const bytes = encoded('traces', spanRequest(span({ attributes: [{ key: 'a', value }] })));
    const cut = decodeOtlp(bytes, { encoding: 'protobuf', signal: 'traces' });
    // The cut counts bytes here, and never halves a character.
    expect(cut.spans[0]?.attributes.a).toBe('x'.repeat(8 * 1024 * 1024 - 1));
    expect(cut.problems).toMatchObject([{ reason: 'value cut to 8388608 characters', count: 1 }]);
  });
});

describe('what is no request', () => {
  test.each([
    ['{"a":1}', 'no OTLP request'],
    ['[]', 'no OTLP request'],
    ['{"resourceSpans":[{]', 'no JSON, request left out'],
    ['{"resourceSpans":{}}', 'no list where one belongs'],
    ['{"resourceSpans":[{"scopeSpans":[{"spans":[7]}]}]}', 'no object where one belongs'],
  ])('%s: %s', (text, reason) => {
    expect(decodeOtlpText(text)).toMatchObject({ spans: [], logs: [], problems: [{ reason, count: 1 }] });
  });

  test('bytes that are no UTF-8', () => {
    const { problems } = decodeOtlp(Buffer.from([0x7b, 0xff, 0x7d]), { encoding: 'json' });
    expect(problems).toMatchObject([{ reason: 'no UTF-8, request left out' }]);
  });

  test('an empty object is a request with nothing in it', () => {
    expect(fromJson({}).problems).toEqual([]);
  });

  test('of many problems every one is counted and five are shown', () => {
    const { problems } = fromJson(spanRequest(...Array.from({ length: 1000 }, () => span({ traceId: '' }))));
    expect(problems).toMatchObject([{ count: 1000 }]);
    expect(problems[0]?.examples).toHaveLength(5);
  });
});
