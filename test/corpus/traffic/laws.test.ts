import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrafficRecord } from '../../../src/corpus/index.ts';
import { dayOf } from '../../../src/trace/day.ts';
import { DAY_US, logOf, NOON_US, recordsOf } from './desk.ts';
import { contentOf, filesIn, ingest, never, openDesk } from './open.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-laws-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fresh = () => mkdtempSync(join(folder, 'store-'));

/** Thirty traces over two days, some with log records, some with a text that is longer than any buffer. */
const records: readonly TrafficRecord[] = Array.from({ length: 30 }, (_, id) => [
  ...recordsOf({
    id,
    tools: id % 4,
    startUs: NOON_US + (id % 2) * DAY_US,
    ...(id % 7 === 0 ? { text: `ü${'long '.repeat(9_000 * (1 + (id % 3)))}` } : {}),
  }),
  ...(id % 3 === 0 ? [logOf(id)] : []),
]).flat();

test('however records are split, ordered and repeated, and whatever fits in memory, the store is the same', async () => {
  const expected = await ingestedInto(fresh(), [records]);
  const way = fc.record({
    order: fc.shuffledSubarray([...records.keys()], { minLength: records.length }),
    cuts: fc.array(fc.nat(records.length), { maxLength: 2 }),
    repeated: fc.shuffledSubarray([...records.keys()], { maxLength: 20 }),
    heldBytes: fc.constantFrom(0, 1e9),
    bucketBytes: fc.constantFrom(0, 1500, 1e9),
    commitEntries: fc.constantFrom(4, 1e9),
    waitingRows: fc.constantFrom(0, 1e9),
    waitingBytes: fc.constantFrom(0, 1e9),
  });
  await fc.assert(
    fc.asyncProperty(way, async ({ order, cuts, repeated, ...limits }) => {
      const ends = [...cuts.toSorted((a, b) => a - b), order.length];
      const pieces = ends.map((end, index) => order.slice(ends[index - 1] ?? 0, end));
      const batches = [...pieces, repeated].map((indexes) => indexes.flatMap((index) => records[index] ?? []));
      expect(await ingestedInto(fresh(), batches, limits)).toEqual(expected);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

async function ingestedInto(directory: string, batches: readonly (readonly TrafficRecord[])[], limits = {}) {
  for (const batch of batches) await ingest(directory, batch, limits);
  const leftovers = readdirSync(join(directory, 'traffic')).filter((name) => !['inbox'].includes(name));
  expect(leftovers.sort()).toEqual(['pseudonyms.json', 'raw', 'steps', 'traffic.json', 'trajectories']);
  return contentOf(directory);
}

test('a fold that is ended goes on with the next one, also in another process', async () => {
  const expected = await ingestedInto(fresh(), [records]);
  const directory = fresh();
  const store = await openDesk(directory, { heldBytes: 0, commitEntries: 4 });
  for (const record of records) store.add(record);
  const abort = new AbortController();
  let steps = 0;
  const counts = await store.fold(abort.signal, () => {
    steps += 1;
    if (steps === 12) abort.abort();
  });
  expect(counts.added).toBeGreaterThan(0);
  expect(counts.added).toBeLessThan(30);
  store.close();
  const next = await openDesk(directory);
  expect(next.waitingBytes).toBeGreaterThan(0);
  const rest = await next.fold(never);
  expect(rest.added).toBe(30 - counts.added);
  next.close();
  expect(await contentOf(directory)).toEqual(expected);
});

test('a fold that is ended leaves nothing behind that the next one of the same process writes after', async () => {
  const expected = await ingestedInto(fresh(), [records]);
  const directory = fresh();
  const store = await openDesk(directory, { heldBytes: 0 });
  for (const record of records) store.add(record);
  const abort = new AbortController();
  await store.fold(abort.signal, () => abort.abort());
  await store.fold(never);
  store.close();
  expect(await contentOf(directory)).toEqual(expected);
});

test('what is added while a fold runs waits for the next one', async () => {
  const directory = fresh();
  const store = await openDesk(directory, { heldBytes: 0 });
  for (const record of recordsOf({ id: 1 })) store.add(record);
  const folding = store.fold(never);
  for (const record of recordsOf({ id: 2 })) store.add(record);
  expect(await folding).toMatchObject({ added: 1 });
  expect(await store.fold(never)).toMatchObject({ added: 1 });
  store.close();
});

test('compaction leaves one part a day without a trace of what was replaced, and the same content', async () => {
  const directory = fresh();
  for (let at = 0; at < 3; at += 1)
    await ingest(
      directory,
      records.filter((_, index) => index % 3 === at),
    );
  const before = await contentOf(directory);
  const store = await openDesk(directory);
  const counts = await store.compact(true, never);
  expect(counts.partsAfter).toBe(2);
  expect(counts.dropped).toBeGreaterThan(0);
  expect(await contentOf(directory)).toEqual(before);
  const files = filesIn(directory);
  expect(await store.compact(true, never)).toEqual({ partsBefore: 2, partsAfter: 2, dropped: 0 });
  expect(filesIn(directory)).toEqual(files);
  store.close();
  for (let day = 0; day < 2; day += 1)
    expect(readdirSync(join(directory, 'traffic/trajectories', `day=${dayOf(NOON_US + day * DAY_US)}`))).toHaveLength(
      1,
    );
});

test('compaction makes no part larger than the limit, and leaves days with few parts alone unless it is asked', async () => {
  const directory = fresh();
  const oneDay = Array.from({ length: 6 }, (_, id) => recordsOf({ id }));
  for (const trace of oneDay) await ingest(directory, trace);
  const store = await openDesk(directory, { smallParts: 7, entries: 4 });
  expect(await store.compact(false, never)).toEqual({ partsBefore: 6, partsAfter: 6, dropped: 0 });
  expect(await store.compact(true, never)).toEqual({ partsBefore: 6, partsAfter: 2, dropped: 0 });
  store.close();
});
