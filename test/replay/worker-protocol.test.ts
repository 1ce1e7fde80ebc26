import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter, readWorkerLine, trialLine } from '../../src/replay/worker-protocol.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a line of a worker', () => {
  it.each([
    ['{"id":"a","output":null}', { kind: 'output', id: 'a', output: null }],
    ['{"id":"a","output":{"x":[1]},"took":3}', { kind: 'output', id: 'a', output: { x: [1] } }],
    ['{"id":"a","error":"no"}', { kind: 'error', id: 'a', message: 'no' }],
    ['{"id":"a","error":{"message":"no","code":7}}', { kind: 'error', id: 'a', message: 'no' }],
    ['{"id":"a","error":{"code":7}}', { kind: 'error', id: 'a', message: '{"code":7}' }],
  ])('%s is read', (line, expected) => {
    expect(readWorkerLine(line)).toEqual(expected);
  });

  it.each([
    'hello',
    '7',
    '[]',
    '{}',
    '{"id":"a"}',
    '{"output":1}',
    '{"id":7,"output":1}',
    '{"id":"a","output":1,"error":"x"}',
  ])('%s is garbage, and says what was expected', (line) => {
    expect(readWorkerLine(line)).toEqual({
      kind: 'garbage',
      expected: 'one JSON line {"id", "output"} or {"id", "error"}',
      received: line,
    });
  });

  it.each([
    ['output', '['],
    ['error', '['],
    ['output', '{"a":'],
  ])('whose %s is nested without end in %s is garbage', (member, open) => {
    const nested = (levels: number) =>
      `{"id":"a","${member}":${open.repeat(levels)}0${(open === '[' ? ']' : '}').repeat(levels)}}`;
    const expected = { kind: 'garbage', expected: 'at most 200 levels of nesting' };
    expect(readWorkerLine(nested(100_000))).toMatchObject(expected);
    expect(readWorkerLine(nested(201))).toMatchObject(expected);
    expect(readWorkerLine(nested(200))).toMatchObject({ kind: member });
  });

  it('that is long garbage is cut', () => {
    const said = readWorkerLine('x'.repeat(100_000));
    expect(said.kind === 'garbage' && said.received.length).toBeLessThan(400);
  });
});

describe('the line splitter', () => {
  it('gives the same lines however the bytes are cut', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !text.includes('\n') && text.trim() !== '' && !text.startsWith('\uFEFF'));
    fc.assert(
      fc.property(fc.array(line), fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (lines, sizes) => {
        const splitter = new LineSplitter(1000);
        const all = bytes(lines.map((one) => `${one}\n`).join(''));
        const read = [];
        for (let at = 0; at < all.length; ) {
          const size = sizes.next().value ?? 1;
          read.push(...splitter.push(all.subarray(at, at + size)));
          at += size;
        }
        expect(read).toEqual(lines);
      }),
    );
  });

  it('leaves out blank lines and a last line that was never ended', () => {
    expect(new LineSplitter(100).push(bytes('\n \r\na\nb'))).toEqual(['a']);
  });

  it('calls a line over the limit garbage, also before its end has come, and keeps the lines before it', () => {
    const tooLong = { kind: 'garbage', expected: 'a line of at most 10 bytes', received: 'b'.repeat(11) };
    expect(new LineSplitter(10).push(bytes(`a\n${'b'.repeat(11)}`))).toEqual(['a', tooLong]);
    expect(new LineSplitter(10).push(bytes(`a\n${'b'.repeat(11)}\nc\n`))).toEqual(['a', tooLong]);
    expect(new LineSplitter(10).push(bytes(`${'b'.repeat(10)}\n`))).toEqual(['b'.repeat(10)]);
  });

  it('calls a line that is not UTF-8 garbage', () => {
    expect(new LineSplitter(10).push(new Uint8Array([0xff, 0xfe, 10]))).toMatchObject([
      { kind: 'garbage', expected: 'a line in UTF-8' },
    ]);
  });
});

it('a trial is one line, whatever its input holds', () => {
  const urls = { openai: 'o', anthropic: 'a', tools: 't', mcp: 'm', otlp: 'x' };
  const line = trialLine({ id: 'a', input: { text: 'two\nlines' }, urls });
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({ v: 1, id: 'a', input: { text: 'two\nlines' }, urls });
});
