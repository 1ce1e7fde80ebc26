import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnswerReader, type ReadAnswer } from '../../src/replay/http-answer.ts';

/** What the reader says when the bytes come in pieces of these sizes, the rest at once. */
function read(bytes: Buffer, sizes: readonly number[] = [], maxBytes = 10_000): ReadAnswer {
  const reader = new AnswerReader(maxBytes);
  let said: ReadAnswer = { kind: 'more' };
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    if (at >= bytes.length) break;
    expect(said.kind).toBe('more');
    said = reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  return said.kind === 'more' ? reader.end() : said;
}

function readText(text: string, maxBytes?: number): ReadAnswer {
  return read(Buffer.from(text, 'latin1'), [], maxBytes);
}

const framings = {
  length: (body: Buffer) => [Buffer.from(`content-length: ${body.length}\r\n\r\n`), body],
  chunks: (body: Buffer) => {
    const half = Math.ceil(body.length / 2);
    const chunks = [body.subarray(0, half), body.subarray(half)].filter((chunk) => chunk.length > 0);
    const written = chunks.flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16).toUpperCase()};ext="a"\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]);
    return [Buffer.from('Transfer-Encoding: Chunked\r\n\r\n'), ...written, Buffer.from('0\r\nx-trailer: 1\r\n\r\n')];
  },
  close: (body: Buffer) => [Buffer.from('\r\n'), body],
};

test('an answer is the same however long the pieces are that it comes in, and however its end is told', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom<(keyof typeof framings)[]>('length', 'chunks', 'close'),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
      (content, framing, interim, sizes) => {
        const body = Buffer.from(content);
        const head = `${interim ? 'HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n' : ''}HTTP/1.1 200 OK\r\nX-Id:  7 \r\n`;
        const said = read(Buffer.concat([Buffer.from(head), ...framings[framing](body)]), sizes);
        expect(
          said.kind === 'whole' && [said.answer.status, said.answer.headers.get('x-id'), said.answer.keepsAlive],
        ).toEqual([200, '7', framing !== 'close']);
        expect(said.kind === 'whole' && said.answer.body.equals(body)).toBe(true);
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test.each([
  ['cut short', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nabcd', /closed before the end/],
  ['cut short between two chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n', /closed before/],
  ['without its last chunk’s end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n', /closed before/],
  ['with a chunk of no length', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxy\r\nab\r\n', /broken chunk/],
  [
    'with a chunk that is longer than it says',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n',
    /chunk/,
  ],
  ['of another protocol', 'SSH-2.0-OpenSSH\r\n\r\n', /not HTTP/],
  ['with a line that is no header', 'HTTP/1.1 200 OK\r\nno header\r\n\r\n', /not HTTP/],
  ['with a line end within a value', 'HTTP/1.1 200 OK\r\na: b\nc: d\r\n\r\n', /not HTTP/],
  ['of two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', /how long/],
  ['in a coding that nobody asked for', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n', /how long/],
  ['without an end of its head', `HTTP/1.1 200 OK\r\na: ${'b'.repeat(70_000)}`, /not HTTP/],
])('an answer %s is broken', (_, text, reason) => {
  expect(readText(text)).toEqual({ kind: 'broken', reason: expect.stringMatching(reason) });
});

test.each([
  ['by its length', 'content-length: 50\r\n\r\n'],
  ['at once', 'content-length: 31\r\n\r\n'],
  ['in chunks', 'transfer-encoding: chunked\r\n\r\n32\r\n'],
  ['until the end', '\r\n'],
])('an answer that is larger than allowed is broken as soon as that is known (%s)', (_, rest) => {
  const said = new AnswerReader(30).push(Buffer.from(`HTTP/1.1 200 OK\r\n${rest}${'x'.repeat(31)}`));
  expect(said).toEqual({ kind: 'broken', reason: expect.stringContaining('larger than 30 bytes') });
});

test.each([
  ['says that it is closed', 'HTTP/1.1 200 OK\r\nconnection: Close\r\ncontent-length: 1\r\n\r\na', false],
  ['has more bytes behind its answer', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nab', false],
  ['is of the old protocol', 'HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\na', false],
  ['is of the old protocol and kept', 'HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 1\r\n\r\na', true],
  ['answers without a body', 'HTTP/1.1 204 No Content\r\n\r\n', true],
])('a connection that %s is asked again or not', (_, text, keepsAlive) => {
  expect(readText(text)).toMatchObject({ kind: 'whole', answer: { keepsAlive } });
});
