import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeOtlpText, type Json } from '../../../src/trace/index.ts';
import { encoded } from '../../trace/otlp/oracle.ts';
import { traceLines, traceRequest } from '../../trace/otlp/synthetic.ts';
import { prefixed, readBytes } from './read.ts';

const PLAN = { seed: 3, traces: 4, turns: 2 };
const LINES = Buffer.from(traceLines(PLAN));
const REQUESTS = LINES.toString()
  .trim()
  .split('\n')
  .map((line): Json => JSON.parse(line));
const MESSAGES = REQUESTS.map((request) => encoded('traces', request));
const SPANS = REQUESTS.flatMap((request) => decodeOtlpText(JSON.stringify(request)).spans);
const PRETTY = Buffer.from(JSON.stringify(traceRequest(PLAN), null, 2));
const MANY_MEMBERS = concatenated(LINES, 2);

function concatenated(bytes: Buffer, parts: number): Buffer[] {
  const size = Math.ceil(bytes.length / parts);
  return Array.from({ length: parts }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

describe('a file of requests is read, whatever holds them', () => {
  test.each([
    ['a request a line', LINES, 'json_lines'],
    ['a request a line, with white space between and a byte order mark', spaced(), 'json_lines'],
    ['protobuf behind lengths', prefixed(MESSAGES), 'length_prefixed'],
    [
      'protobuf in zstd frames behind lengths',
      prefixed(MESSAGES.map((one) => zstdCompressSync(one))),
      'length_prefixed',
    ],
    ['JSON in zstd frames behind lengths', prefixed(jsonFrames()), 'length_prefixed'],
    ['gzip of lines', gzipSync(LINES), 'json_lines'],
    ['gzip in several members', Buffer.concat(MANY_MEMBERS.map((part) => gzipSync(part))), 'json_lines'],
    ['zstd in several frames', Buffer.concat(MANY_MEMBERS.map((part) => zstdCompressSync(part))), 'json_lines'],
    ['zstd of protobuf behind lengths', zstdCompressSync(prefixed(MESSAGES)), 'length_prefixed'],
  ])('%s', async (_, bytes, kind) => {
    for (const pieceBytes of [1, 7, 65_536]) {
      const read = await readBytes(bytes, pieceBytes);
      expect(read.format).toEqual({ kind });
      expect(read.problems).toEqual([]);
      expect(read.spans).toEqual(SPANS);
    }
  });

  test('one document, spread over lines or not', async () => {
    const whole = decodeOtlpText(JSON.stringify(traceRequest(PLAN))).spans;
    expect(await readBytes(PRETTY)).toMatchObject({ format: { kind: 'json_document' }, spans: whole, problems: [] });
    const compact = Buffer.from(JSON.stringify(traceRequest(PLAN)));
    expect(await readBytes(compact)).toMatchObject({ format: { kind: 'json_lines' }, spans: whole, problems: [] });
  });

  test('one protobuf request, of spans, of log records, of metrics', async () => {
    const [message = Buffer.alloc(0)] = MESSAGES;
    const traces = await readBytes(message, 5);
    expect(traces).toMatchObject({ format: { kind: 'protobuf', signal: 'traces' }, problems: [] });
    expect(traces.spans).toEqual(SPANS.slice(0, traces.spans.length));
    const logRecords = [
      { observedTimeUnixNano: '5000', traceId: '5b8efff798038103d269b633813fc60c', body: { stringValue: 'x' } },
    ];
    const logs = encoded('logs', { resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
    expect(await readBytes(logs)).toMatchObject({
      format: { kind: 'protobuf', signal: 'logs' },
      logs: [{ body: 'x', timeUs: 5 }],
      problems: [],
    });
    const metrics = [{ name: 'my.gauge', gauge: { dataPoints: [{ asDouble: 1, timeUnixNano: '1' }] } }];
    const dropped = encoded('metrics', { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
    expect(await readBytes(dropped)).toMatchObject({
      format: { kind: 'protobuf', signal: 'metrics' },
      droppedMetrics: 1,
      problems: [],
    });
  });
});

describe('what is no such file is said with what was seen', () => {
  test.each([
    ['{"id":"run-1","messages":[]}\n', 'JSON with the members id, messages'],
    ['a,b\n1,2\n', 'text that begins with "a,b 1,2"'],
    ['\0\u0001\u0002\u0003', 'bytes that begin with 00010203'],
    ['', 'nothing'],
  ])('%j', async (text, seen) => {
    const read = await readBytes(Buffer.from(text));
    expect(read.format).toEqual({ kind: 'unknown', seen });
    expect(read.problems).toEqual([{ reason: 'no OTLP file', count: 1, examples: [`file: ${seen}`] }]);
  });

  test('text that only speaks of resourceSpans is no OTLP', async () => {
    const chat = `${JSON.stringify({ messages: [{ content: 'what is "resourceSpans": in OTLP?' }] })}\n`;
    expect((await readBytes(Buffer.from(chat))).format.kind).toBe('unknown');
  });
});

function spaced(): Buffer {
  const lines = REQUESTS.map((request) => JSON.stringify(request));
  return Buffer.from(`\ufeff${lines.join('\r\n\r\n')}`);
}

function jsonFrames(): Buffer[] {
  return REQUESTS.map((request) => zstdCompressSync(JSON.stringify(request)));
}
