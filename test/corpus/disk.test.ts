import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CaseDraft,
  type Corpus,
  type CorpusSource,
  diffCorpus,
  readCorpus,
  withContentHash,
  writeCaseLine,
  writeCorpus,
} from '../../src/corpus/index.ts';
import { UserError } from '../../src/errors.ts';

function draftOf(id: string, change: Partial<CaseDraft> = {}): CaseDraft {
  return {
    id,
    status: 'active',
    source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
    slices: ['refunds'],
    cohorts: [],
    weight: 1,
    cluster: null,
    input: `question of ${id}`,
    recordings: [{ steps: [], output: 'answer' }],
    expectations: null,
    ...change,
  };
}

const lineOf = (id: string, change: Partial<CaseDraft> = {}) => writeCaseLine(draftOf(id, change));
const idsOf = (corpus: Corpus) => corpus.cases.map(({ id }) => id);
const readText = (text: string | Buffer) => readCorpus([bytesSource('cases.jsonl', Buffer.from(text))]);

const bytesSource = (path: string, bytes: Buffer): CorpusSource => ({ path, open: () => Readable.from([bytes]) });
const fileSource = (path: string): CorpusSource => ({ path, open: () => createReadStream(join(folder, path)) });

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pawl-corpus-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a corpus file', () => {
  const drafts = [draftOf('a'), draftOf('b', { weight: 2.5 }), draftOf('ü', { input: 'x'.repeat(200_000) })];

  test.each(['cases.jsonl', 'cases.jsonl.gz', 'cases.jsonl.zst'])('%s reads back as it was written', async (name) => {
    await writeCorpus(join(folder, name), drafts);
    expect(await readCorpus([fileSource(name)])).toEqual({
      cases: drafts.map(withContentHash),
      problems: [],
      retired: 0,
      files: [{ path: name, cases: 3, problems: 0 }],
    });
  });

  test('is compressed as its extension says', async () => {
    await writeCorpus(join(folder, 'x.jsonl.gz'), drafts);
    await writeCorpus(join(folder, 'x.jsonl.zst'), drafts);
    const text = drafts.map((draft) => `${writeCaseLine(draft)}\n`).join('');
    expect(gunzipSync(await readFile(join(folder, 'x.jsonl.gz'))).toString()).toBe(text);
    expect(zstdDecompressSync(await readFile(join(folder, 'x.jsonl.zst'))).toString()).toBe(text);
  });

  // Node's own streams would end after the first member, or pass over what follows the last.
  test.each([1, 7, 64 * 1024])('may be concatenated from compressed files (in chunks of %d bytes)', async (size) => {
    const parts = ['a', 'b', 'c'].map((id) => Buffer.from(`${lineOf(id)}\n`));
    for (const [path, compress] of [['x.jsonl.gz', gzipSync] as const, ['x.jsonl.zst', zstdCompressSync] as const]) {
      const bytes = Buffer.concat(parts.map((part) => compress(part)));
      const corpus = await readCorpus([{ path, open: () => Readable.from(chunksOf(bytes, size)) }]);
      expect(idsOf(corpus), path).toEqual(['a', 'b', 'c']);
      expect(corpus.problems).toEqual([]);
    }
  });

  test.each([
    ['x.jsonl.gz', gzipSync],
    ['x.jsonl.zst', zstdCompressSync],
  ] as const)('%s with something else behind it is a problem', async (path, compress) => {
    const bytes = Buffer.concat([compress(`${lineOf('a')}\n`), Buffer.from(`${lineOf('b')}\n`)]);
    const corpus = await readCorpus([bytesSource(path, bytes)]);
    expect(corpus.problems).toEqual([
      { file: path, line: null, reason: expect.stringMatching(/^unreadable after \d complete lines: /) },
    ]);
  });

  test('keeps what it was when writing fails', async () => {
    const path = join(folder, 'kept', 'kept.jsonl');
    await writeCorpus(path, [draftOf('a')]);
    const failing = function* () {
      yield draftOf('b');
      throw new Error('the recorder stopped');
    };
    await expect(writeCorpus(path, failing())).rejects.toThrow('the recorder stopped');
    expect(await readFile(path, 'utf8')).toBe(`${lineOf('a')}\n`);
    expect(await readdir(join(folder, 'kept'))).toEqual(['kept.jsonl']);
  });

  test('that the disk refuses is for the user to mend', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const refused = writeCorpus(join(file, 'below.jsonl'), [draftOf('a')]);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/a-file\/below\.jsonl: .*\n {2}name a file that can be written/);
  });

  test('of another extension is neither read nor written', async () => {
    const expected = 'expected a file name that ends in .jsonl, .jsonl.gz, .jsonl.zst';
    expect(await readCorpus([bytesSource('cases.csv', Buffer.from(lineOf('a')))])).toMatchObject({
      cases: [],
      problems: [{ file: 'cases.csv', line: null, reason: expected }],
    });
    await expect(writeCorpus(join(folder, 'cases.json'), [])).rejects.toThrow(expected);
  });

  test('that is missing is a problem of that file alone', async () => {
    const corpus = await readCorpus([fileSource('none.jsonl'), bytesSource('b.jsonl', Buffer.from(lineOf('b')))]);
    expect(idsOf(corpus)).toEqual(['b']);
    expect(corpus.problems).toEqual([
      { file: 'none.jsonl', line: null, reason: expect.stringMatching(/^unreadable after 0 complete lines: ENOENT/) },
    ]);
  });
});

describe('lines', () => {
  test('a broken one in the middle is skipped, counted and shown with its number', async () => {
    const corpus = await readText([lineOf('a'), '{"v":1,', lineOf('b'), '7', lineOf('c')].join('\n'));
    expect(idsOf(corpus)).toEqual(['a', 'b', 'c']);
    expect(corpus.problems.map(({ line }) => line)).toEqual([2, 4]);
    expect(corpus.files).toEqual([{ path: 'cases.jsonl', cases: 3, problems: 2 }]);
  });

  test('byte order mark, CRLF, empty lines and a missing last line end are no problem', async () => {
    const corpus = await readText(`\uFEFF${lineOf('a')}\r\n\r\n   \n${lineOf('b')}\r\n\n${lineOf('c')}`);
    expect(corpus).toMatchObject({ problems: [], files: [{ cases: 3, problems: 0 }] });
  });

  test('one that is not UTF-8 is a problem, its neighbours are not', async () => {
    const broken = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    const corpus = await readText(
      Buffer.concat([Buffer.from(`${lineOf('a')}\n`), broken, Buffer.from(`\n${lineOf('b')}\n`)]),
    );
    expect(idsOf(corpus)).toEqual(['a', 'b']);
    expect(corpus.problems).toEqual([{ file: 'cases.jsonl', line: 2, reason: 'expected UTF-8, received other bytes' }]);
  });

  test('one of more than 32 MiB is a problem, its neighbours are not', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 'x');
    const bytes = function* () {
      yield Buffer.from(`${lineOf('a')}\n`);
      for (let i = 0; i < 33; i += 1) yield mebibyte;
      yield Buffer.from(`\n${lineOf('b')}\n`);
    };
    const corpus = await readCorpus([{ path: 'cases.jsonl', open: () => Readable.from(bytes()) }]);
    expect(idsOf(corpus)).toEqual(['a', 'b']);
    expect(corpus.problems).toEqual([
      {
        file: 'cases.jsonl',
        line: 2,
        reason: `expected a line of at most ${32 * 1024 * 1024} bytes, received ${33 * 1024 * 1024}`,
      },
    ]);
  });

  test('an id that was used before is a problem of the later line, over all files', async () => {
    const first = bytesSource('a.jsonl', Buffer.from(`${lineOf('a', { status: 'retired' })}\n${lineOf('b')}\n`));
    const second = bytesSource('b.jsonl', Buffer.from(`${lineOf('c')}\n${lineOf('a')}\n`));
    const corpus = await readCorpus([first, second]);
    expect(idsOf(corpus)).toEqual(['b', 'c']);
    expect(corpus.problems).toEqual([{ file: 'b.jsonl', line: 2, reason: 'id "a" is already the case of a.jsonl:1' }]);
  });

  test('retired cases are counted and left out, quarantined ones stay', async () => {
    const corpus = await readText(
      `${lineOf('a', { status: 'retired' })}\n${lineOf('b', { status: 'quarantined' })}\n${lineOf('c')}`,
    );
    expect(corpus).toMatchObject({ retired: 1, files: [{ cases: 3 }] });
    expect(idsOf(corpus)).toEqual(['b', 'c']);
  });

  test('more problems than anybody reads are counted, not kept', async () => {
    const corpus = await readText('no JSON\n'.repeat(5000));
    expect(corpus.problems).toHaveLength(100);
    expect(corpus.files).toEqual([{ path: 'cases.jsonl', cases: 0, problems: 5000 }]);
  });
});

describe('a compressed file that ends early', () => {
  // Noise, so that many compressed blocks lie between the first case and the cut.
  const ids = Array.from({ length: 60 }, (_, i) => `case-${i}`);
  const noise = (id: string) => createHash('shake256', { outputLength: 9000 }).update(id).digest('base64');
  const text = ids.map((id) => `${lineOf(id, { input: noise(id) })}\n`).join('');

  test.each([0.1, 0.5, 0.97])('gives all complete lines before %f of its bytes', async (share) => {
    const whole = gzipSync(text);
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    const complete = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString().split('\n').length - 1;
    const corpus = await readCorpus([
      bytesSource('cut.jsonl.gz', cut),
      bytesSource('b.jsonl', Buffer.from(lineOf('b'))),
    ]);
    expect(complete).toBeGreaterThan(3);
    expect(idsOf(corpus)).toEqual([...ids.slice(0, complete), 'b']);
    expect(corpus.problems).toEqual([
      {
        file: 'cut.jsonl.gz',
        line: null,
        reason: `unreadable after ${complete} complete lines: unexpected end of file`,
      },
    ]);
  });

  test('is a problem for zstd as well', async () => {
    const whole = zstdCompressSync(text);
    const corpus = await readCorpus([bytesSource('cut.jsonl.zst', whole.subarray(0, whole.length >> 1))]);
    expect(idsOf(corpus)).toEqual(ids.slice(0, corpus.cases.length));
    expect(corpus.cases.length).toBeGreaterThan(3);
    expect(corpus.problems).toEqual([
      { file: 'cut.jsonl.zst', line: null, reason: expect.stringMatching(/^unreadable after \d+ complete lines: /) },
    ]);
  });

  test('is a problem when it is no compressed file at all', async () => {
    const corpus = await readCorpus([bytesSource('plain.jsonl.gz', Buffer.from(lineOf('a')))]);
    expect(corpus).toMatchObject({ cases: [], problems: [{ line: null }], files: [{ cases: 0, problems: 1 }] });
  });
});

test('memory does not grow with the file', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const heapBytes = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  // 48 MB of cases that nobody keeps, then a few that stay.
  const recordings = [{ steps: [], output: 'y'.repeat(16 * 1024) }];
  const before = heapBytes();
  let grown = Number.POSITIVE_INFINITY;
  const bytes = function* () {
    for (let i = 0; i < 3000; i += 1) yield Buffer.from(`${lineOf(`r${i}`, { status: 'retired', recordings })}\n`);
    grown = heapBytes() - before;
    for (let i = 0; i < 5; i += 1) yield Buffer.from(`${lineOf(`k${i}`)}\n`);
  };
  const corpus = await readCorpus([{ path: 'large.jsonl', open: () => Readable.from(bytes()) }]);
  expect(corpus).toMatchObject({ retired: 3000, problems: [] });
  expect(idsOf(corpus)).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
  expect(grown).toBeLessThan(8 * 1024 * 1024);
});

describe('the difference of two corpora', () => {
  const corpusOf = (...lines: string[]) => readText(lines.join('\n'));

  test('names added, removed and edited cases, sorted', async () => {
    const base = await corpusOf(lineOf('same'), lineOf('z'), lineOf('gone'), lineOf('a'), lineOf('b'), lineOf('c'));
    const head = await corpusOf(
      lineOf('new'),
      lineOf('a', { input: 'other' }),
      lineOf('b', { slices: ['refunds', 'tickets'] }),
      lineOf('c', { status: 'quarantined' }),
      lineOf('z', { weight: 3 }),
      lineOf('same'),
    );
    expect(diffCorpus(base, head)).toEqual({ added: ['new'], removed: ['gone'], edited: ['a', 'b', 'c', 'z'] });
  });

  test('a case that head retires is removed', async () => {
    const diff = diffCorpus(await corpusOf(lineOf('a')), await corpusOf(lineOf('a', { status: 'retired' })));
    expect(diff).toEqual({ added: [], removed: ['a'], edited: [] });
  });

  test('order, sources and cohorts are no edit', async () => {
    const source = { traceId: 't', recordedAt: '2026-11-21T10:00:00Z', agentVersion: 'v2', model: 'm' };
    const base = await corpusOf(lineOf('a', { slices: ['x', 'y'] }), lineOf('b'));
    const head = await corpusOf(lineOf('b', { source, cohorts: ['eu'] }), lineOf('a', { slices: ['y', 'x'] }));
    expect(diffCorpus(base, head)).toEqual({ added: [], removed: [], edited: [] });
  });
});
