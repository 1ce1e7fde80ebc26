import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CorpusSource, readCorpus, writeCaseLine } from '../../src/corpus/index.ts';

const LINE = writeCaseLine({
  id: 'a',
  status: 'active',
  source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
  slices: ['refunds'],
  cohorts: [],
  weight: 1,
  cluster: null,
  input: 'question',
  recordings: [{ steps: [], output: 'answer' }],
  expectations: null,
});
const bytesSource = (path: string, bytes: Buffer): CorpusSource => ({ path, open: () => Readable.from([bytes]) });

describe('a file that is made to be waited for', () => {
  const fileProblem = (reason: RegExp) => ({
    file: expect.any(String),
    line: null,
    reason: expect.stringMatching(reason),
  });

  test('ends where it passes the limit of bytes, in the middle of what a few bytes hold', async () => {
    const bomb = zstdCompressSync(Buffer.concat([Buffer.from(`${LINE}\n`), Buffer.alloc(50_000_000, ' ')]));
    expect(bomb.length).toBeLessThan(10_000);
    const limits = { bytes: 1_000_000, fruitlessLines: 10 };
    for (const source of [
      bytesSource('bomb.jsonl.zst', bomb),
      bytesSource('bomb.jsonl.gz', gzipSync(zstdDecompressSync(bomb))),
      bytesSource('bomb.jsonl', zstdDecompressSync(bomb)),
    ]) {
      const corpus = await readCorpus(
        [source, bytesSource('b.jsonl', Buffer.from(LINE.replace('"a"', '"b"')))],
        limits,
      );
      expect(corpus.problems).toEqual([fileProblem(/expected at most 1000000 bytes/)]);
      expect(corpus.cases.map(({ id }) => id).at(-1)).toBe('b');
    }
  });

  test.for(['bad', ''])('ends after too many lines of "%s", with one problem of the whole file', async (line) => {
    const bytes = zstdCompressSync(Buffer.from(`${LINE}\n${`${line}\n`.repeat(300_000)}`));
    const corpus = await readCorpus([bytesSource('bad.jsonl.zst', bytes)]);
    expect(corpus.cases.map(({ id }) => id)).toEqual(['a']);
    expect(corpus.problems.filter((problem) => problem.line === null)).toEqual([
      fileProblem(/^unreadable after 100002 complete lines: expected at most 100000 lines without a case/),
    ]);
    expect(corpus.files[0]?.problems).toBe(line === '' ? 1 : 100_002);
  });
});
