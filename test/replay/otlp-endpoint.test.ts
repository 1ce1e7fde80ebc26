import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/trace/index.ts';
import { encoded } from '../trace/otlp/oracle.ts';
import { traceRequest } from '../trace/otlp/synthetic.ts';
import { type GatewayBench, openGatewayBench, type Running } from './gateway-bench.ts';

let bench: GatewayBench;
let running: Running;
beforeAll(async () => {
  bench = await openGatewayBench();
});
beforeEach(() => {
  running = bench.start();
});
afterAll(() => bench.close());

const REQUEST = traceRequest({ seed: 1, traces: 1, turns: 1 });
const SPANS = 4;
const PROTOBUF = encoded('traces', REQUEST);
const JSON_TYPE = { 'content-type': 'application/json' };
const PROTOBUF_TYPE = { 'content-type': 'application/x-protobuf' };
const MEGABYTE = 1024 * 1024;

async function send(
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
  url = running.lease.urls.otlp,
): Promise<{ status: number; type: string | null; body: Buffer; spans: number }> {
  const before = bench.telemetry.length;
  const response = await fetch(`${url}/${path}`, { method: 'POST', headers, body: Buffer.from(body) });
  const spans = bench.telemetry.slice(before).flatMap((content) => content.spans).length;
  const received = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), body: received, spans };
}

describe('the collector that an agent finds at OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  test.each([
    ['JSON', { ...JSON_TYPE }, JSON.stringify(REQUEST), '{}'],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(REQUEST), '{}'],
    ['gzipped JSON', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(JSON.stringify(REQUEST)), '{}'],
    ['protobuf', { ...PROTOBUF_TYPE }, PROTOBUF, ''],
    ['gzipped protobuf', { ...PROTOBUF_TYPE, 'content-encoding': 'gzip' }, gzipSync(PROTOBUF), ''],
  ])('takes %s and answers in kind', async (_, headers, body, reply) => {
    const sent = await send('v1/traces', headers, body);
    expect({ ...sent, body: sent.body.toString() }).toEqual({
      status: 200,
      type: headers['content-type'].split(';', 1)[0],
      body: reply,
      spans: SPANS,
    });
  });

  test('takes log records, and takes metrics only to drop them', async () => {
    const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [{ timeUnixNano: '1000' }] }] }] };
    expect((await send('v1/logs', PROTOBUF_TYPE, encoded('logs', logs))).status).toBe(200);
    expect(bench.telemetry.at(-1)?.logs).toMatchObject([{ timeUs: 1 }]);
    expect((await send('v1/metrics', JSON_TYPE, '{"resourceMetrics":[{}]}')).status).toBe(200);
    expect(bench.telemetry.at(-1)).toMatchObject({ spans: [], logs: [], droppedMetrics: 1, problems: [] });
  });

  test('takes what comes behind the trial, which is no late request', async () => {
    running.end();
    expect(await send('v1/traces', PROTOBUF_TYPE, PROTOBUF)).toMatchObject({ status: 200, spans: SPANS });
    expect(bench.late).toEqual([]);
  });
});

describe('what it refuses', () => {
  const message = (body: Buffer) => (JSON.parse(body.toString()) as JsonObject).message;

  test('more than 64 MiB, as it comes or decompressed: 413', async () => {
    const large = Buffer.alloc(66 * MEGABYTE, 0x20);
    // Again on the same connection, which the first one must not have spoiled.
    for (const _ of [1, 2]) expect(await send('v1/traces', JSON_TYPE, large)).toMatchObject({ status: 413, spans: 0 });
    const packed = gzipSync(large.subarray(0, 64 * MEGABYTE + 1), { level: 1 });
    expect(packed.length).toBeLessThan(MEGABYTE);
    const sent = await send('v1/traces', { ...JSON_TYPE, 'content-encoding': 'gzip' }, packed);
    expect([sent.status, message(sent.body)]).toEqual([413, 'the request is larger than 67108864 bytes']);
  });

  test('another type or encoding: 415', async () => {
    const typed = await send('v1/traces', { 'content-type': 'text/plain' }, 'x');
    expect([typed.status, message(typed.body)]).toEqual([
      415,
      'expected application/json or application/x-protobuf, received text/plain',
    ]);
    const encodedOtherwise = await send('v1/traces', { ...JSON_TYPE, 'content-encoding': 'br' }, 'x');
    expect(encodedOtherwise.status).toBe(415);
  });

  test('what is no request: 400 with a status in the type of the request', async () => {
    const json = await send('v1/traces', JSON_TYPE, '{"resourceSpans":');
    expect([json.status, message(json.body)]).toEqual([400, 'no JSON, request left out: v1/traces: {"resourceSpans":']);
    const gzip = await send('v1/traces', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'no gzip');
    expect([gzip.status, message(gzip.body)]).toEqual([400, 'damaged gzip: incorrect header check']);
    const protobuf = await send('v1/traces', PROTOBUF_TYPE, PROTOBUF.subarray(0, 20));
    expect([protobuf.status, protobuf.type]).toEqual([400, 'application/x-protobuf']);
    // google.rpc.Status: the code in field 1, the message in field 2.
    const [codeTag, code, messageTag, length, ...text] = protobuf.body;
    expect([codeTag, code, messageTag, length]).toEqual([0x08, 3, 0x12, text.length]);
    expect(Buffer.from(text).toString()).toMatch(/^malformed protobuf/);
  });

  test('another path, another method, an unknown token', async () => {
    expect((await send('v1/profiles', JSON_TYPE, '{}')).status).toBe(404);
    expect((await fetch(`${running.lease.urls.otlp}/v1/traces`)).status).toBe(405);
    const stranger = running.lease.urls.otlp.replace(/\/t\/\w+/, '/t/0000');
    expect((await send('v1/traces', JSON_TYPE, '{}', stranger)).status).toBe(404);
  });

  test('a half-read request is taken, and what is wrong with it counted', async () => {
    const half = {
      resourceSpans: [...(REQUEST.resourceSpans as []), { scopeSpans: [{ spans: [{ name: 'no ids' }] }] }],
    };
    expect(await send('v1/traces', JSON_TYPE, JSON.stringify(half))).toMatchObject({ status: 200, spans: SPANS });
    expect(bench.telemetry.at(-1)?.problems).toMatchObject([
      { reason: 'span without readable ids, left out', count: 1 },
    ]);
  });
});
