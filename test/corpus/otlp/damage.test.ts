import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/stats/index.ts';
import { decodeOtlp, type OtlpProblem } from '../../../src/trace/index.ts';
import { encoded } from '../../trace/otlp/oracle.ts';
import { traceLines, traceRequest } from '../../trace/otlp/synthetic.ts';
import { prefixed, readBytes } from './read.ts';

const LINES = traceLines({ seed: 5, traces: 50, turns: 3 });
const SPANS = 50 * 8;

function reasons(problems: readonly OtlpProblem[]): string[] {
  return problems.map(({ reason, count }) => `${count} ${reason}`);
}

test.each([
  ['gzip', (text: string) => gzipSync(text)],
  ['zstd', (text: string) => zstdCompressSync(text)],
])('%s that is cut off gives what stands before the cut', async (_, compress) => {
  // Stored in small blocks: compressed as a whole, so little text would come out all at once or not at all.
  const bytes = Buffer.concat(LINES.split(/(?<=\n)/).map((line) => compress(line)));
  const { spans, problems } = await readBytes(bytes.subarray(0, Math.floor(bytes.length * 0.9)));
  expect(spans.length).toBeGreaterThan(SPANS * 0.8);
  expect(spans.length).toBeLessThan(SPANS);
  expect(reasons(problems)).toContain('1 file that could not be read to its end');
});

test('a bad line costs no other line: invalid UTF-8, half a request, something else', async () => {
  const [one = '', two = '', ...others] = LINES.split(/(?<=\n)/);
  const bytes = Buffer.concat([
    Buffer.from(one.slice(0, 300)),
    Buffer.from('\n'),
    Buffer.from(two.replace('größer', 'gr\u0000er'), 'latin1'),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    Buffer.from('"resourceSpans"\n'),
    Buffer.from(others.join('')),
  ]);
  const { spans, problems } = await readBytes(bytes);
  expect(spans).toHaveLength(SPANS - 8 * 2);
  expect(problems).toEqual([
    {
      reason: 'no JSON, request left out',
      kind: 'no_json',
      count: 1,
      examples: [expect.stringMatching(/^file:1: \{"resourceSpans/)],
    },
    {
      reason: 'unreadable line, left out',
      count: 2,
      examples: ['file:2: expected UTF-8, received other bytes', 'file:3: expected UTF-8, received other bytes'],
    },
    { reason: 'no OTLP request', count: 1, examples: [expect.stringMatching(/^file:4: .*received a string/)] },
  ]);
});

test('an attribute of 100 MB is cut, and the rest of the file is read', async () => {
  const [one = '', ...others] = LINES.split(/(?<=\n)/);
  const huge = one.replace('You are the desk', 'x'.repeat(100_000_000));
  const { spans, problems } = await readBytes(Buffer.from(huge + others.join('')), 1_000_000);
  expect(spans).toHaveLength(SPANS);
  expect(reasons(problems)).toEqual(['1 value cut to 8388608 characters']);
});

test('a request beyond 128 MiB is left out and counted, as a line, a document or behind its length', async () => {
  const filler = Buffer.alloc(129 * 1024 * 1024, 0x20);
  const line = Buffer.concat([Buffer.from('{"resourceSpans":['), filler, Buffer.from(`]}\n${LINES}`)]);
  const lines = await readBytes(line, 1_000_000);
  expect(lines.spans).toHaveLength(SPANS);
  expect(reasons(lines.problems)).toEqual(['1 unreadable line, left out']);
  const document = await readBytes(
    Buffer.concat([Buffer.from('{\n"resourceSpans":[\n'), filler, Buffer.from(']}')]),
    1_000_000,
  );
  expect(reasons(document.problems)).toEqual(['1 request too large, left out']);
  const message = encoded('traces', traceRequest({ seed: 1, traces: 1, turns: 1 }));
  const behind = await readBytes(prefixed([message, filler, message]), 1_000_000);
  expect(behind.spans).toHaveLength(8);
  expect(reasons(behind.problems)).toEqual(['1 request too large, left out']);
});

test('a file that ends within a length-prefixed request, and one with a damaged frame', async () => {
  const message = encoded('traces', traceRequest({ seed: 1, traces: 1, turns: 1 }));
  const cut = await readBytes(prefixed([message, message]).subarray(0, -10));
  expect(cut.spans).toHaveLength(4);
  expect(cut.problems).toEqual([
    {
      reason: 'file that ends within a request',
      kind: 'open_end',
      count: 1,
      examples: [`file request 2: ${message.length - 10} of ${message.length} bytes`],
    },
  ]);
  const frame = zstdCompressSync(message);
  const damaged = await readBytes(prefixed([frame, frame.subarray(0, -9), frame]));
  expect(damaged.spans).toHaveLength(8);
  expect(reasons(damaged.problems)).toEqual(['1 damaged zstd frame, left out']);
});

test('10,000 mutations of a protobuf request: never an exception, and what is lost is counted', () => {
  const random = seededRandom('protobuf mutations');
  const original = encoded('traces', traceRequest({ seed: 9, traces: 1, turns: 1 }));
  let kept = 0;
  let silent = 0;
  for (let run = 0; run < 10_000; run += 1) {
    const bytes = Uint8Array.from(original);
    for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const length = random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length;
    const { spans, problems } = decodeOtlp(bytes.subarray(0, length), { encoding: 'protobuf', signal: 'traces' });
    kept += spans.length;
    // A mutated field number makes an unknown field, which protobuf skips: that loses spans without a fault.
    if (spans.length < 4 && problems.length === 0) silent += 1;
    expect(
      spans.every(
        ({ traceId, spanId, startUs, endUs }) =>
          /^[0-9a-f]{32}$/.test(traceId) && /^[0-9a-f]{16}$/.test(spanId) && endUs >= startUs,
      ),
    ).toBe(true);
  }
  expect(kept).toBeGreaterThan(25_000);
  expect(silent).toBeLessThan(300);
});
