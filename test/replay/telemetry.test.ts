import { expect, test } from 'vitest';
import { Telemetry } from '../../src/replay/telemetry.ts';
import type { LogRecord, Span } from '../../src/trace/index.ts';

const SCOPE = { name: 's', version: null };

function span(name: string, traceId: string, startUs: number, attributes: Span['attributes'] = {}): Span {
  return {
    traceId,
    spanId: name,
    parentSpanId: null,
    name,
    scope: SCOPE,
    resource: {},
    attributes,
    events: [],
    startUs,
    endUs: startUs + 1,
    status: { code: 'unset', message: null },
  };
}

function log(traceId: string | null, timeUs: number): LogRecord {
  return { traceId, spanId: null, eventName: null, scope: SCOPE, resource: {}, attributes: {}, body: null, timeUs };
}

function held(telemetry: Telemetry, trialKey: string, fromUs: number, toUs: number, ...ids: string[]): void {
  telemetry.held({ trialKey, fromUs, toUs, ids: () => new Set(ids) });
}

const names = (telemetry: Telemetry, trialKey: string) => telemetry.of(trialKey)?.spans.map(({ name }) => name);

test('a span is of the trial whose answer or call it names, whatever the clock says', () => {
  const telemetry = new Telemetry();
  telemetry.take({
    spans: [
      span('tool', 't1', 500, { 'gen_ai.tool.call.id': 'call_b' }),
      span('chat', 't2', 900, { 'x.id': 'resp_a' }),
    ],
    logs: [],
  });
  held(telemetry, 'a', 100, 200, 'resp_a', 'call_a');
  held(telemetry, 'b', 300, 400, 'call_b');
  expect([names(telemetry, 'a'), names(telemetry, 'b')]).toEqual([['chat'], ['tool']]);
});

test('else it is of the trial that held the URLs when it began, in batches that come later too', () => {
  const telemetry = new Telemetry();
  held(telemetry, 'a', 100, 200);
  telemetry.take({ spans: [span('first', 't', 150)], logs: [log(null, 160), log('t', 350)] });
  held(telemetry, 'b', 300, 400);
  telemetry.take({ spans: [span('second', 't', 310), span('late', 't', 200)], logs: [] });
  const a = telemetry.of('a');
  expect(a?.spans.map(({ name }) => name)).toEqual(['first', 'late']);
  expect(a?.logs.map(({ timeUs }) => timeUs)).toEqual([160]);
  expect(telemetry.of('b')).toMatchObject({ spans: [{ name: 'second' }], logs: [{ timeUs: 350 }] });
});

test("else it is of the trial to which another span of its trace belongs; else it is nobody's", () => {
  const telemetry = new Telemetry();
  telemetry.take({
    spans: [span('root', 't1', 0), span('chat', 't1', 0, { id: 'resp_a' }), span('stranger', 't2', 0)],
    logs: [log('t1', 0), log(null, 0)],
  });
  held(telemetry, 'a', 100, 200, 'resp_a');
  const records = telemetry.of('a');
  expect(records?.spans.map(({ name }) => name)).toEqual(['root', 'chat']);
  expect(records?.logs).toHaveLength(1);
  expect(telemetry.of('a')).toBeNull();
});

test('of long texts nothing is kept, wherever they stand', () => {
  const telemetry = new Telemetry();
  held(telemetry, 'a', 0, 100);
  const long = 'x'.repeat(5000);
  const event = { name: 'e', timeUs: 1, attributes: { prompt: long } };
  telemetry.take({
    spans: [{ ...span('s', 't', 5, { prompt: long, n: 1 }), events: [event] }],
    logs: [{ ...log(null, 5), body: { parts: ['short', long] } }],
  });
  expect(telemetry.of('a')).toMatchObject({
    spans: [{ attributes: { prompt: null, n: 1 }, events: [{ attributes: { prompt: null } }] }],
    logs: [{ body: { parts: ['short', null] } }],
  });
});

test('a flood is not kept', () => {
  const telemetry = new Telemetry();
  held(telemetry, 'a', 0, 1e9);
  telemetry.take({ spans: Array.from({ length: 60_000 }, (_, index) => span(`${index}`, 't', index)), logs: [] });
  expect(telemetry.of('a')?.spans).toHaveLength(50_000);
});
