import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AssembleTrace, type TrafficLimits, type TrafficRecord, TrafficStore } from '../../../src/corpus/index.ts';
import { assembleDesk, logOf, recordsOf } from './desk.ts';
import { asItIs, contentOf, ingest, never, projection } from './open.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-whole-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Adds batches, folds and closes. Gives how many traces were read before the fold and in all. */
async function ingestBatches(batches: readonly (readonly TrafficRecord[])[], limits: Partial<TrafficLimits> = {}) {
  let read = 0;
  const assemble: AssembleTrace = (spans, logs) => {
    read += 1;
    return assembleDesk(spans, logs);
  };
  const options = { projection: { ...projection, assemble }, redactorOf: () => asItIs, limits };
  const store = await TrafficStore.open(join(directory, 'batches'), options);
  try {
    for (const batch of batches) store.addAll(batch);
    const before = read;
    const counts = await store.fold(never);
    return { before, read, counts };
  } finally {
    store.close();
  }
}

/** The store has what it would have from the same records, added one by one. */
async function expectSameAsOneByOne(records: readonly TrafficRecord[], limits: Partial<TrafficLimits> = {}) {
  const counts = await ingest(join(directory, 'one by one'), records, limits);
  expect(await contentOf(join(directory, 'batches'))).toEqual(await contentOf(join(directory, 'one by one')));
  return counts;
}

describe('spans that come together', () => {
  test('are read as they come, once, in whatever order they stand', async () => {
    const batch = [...recordsOf({ id: 1, tools: 2 }), ...recordsOf({ id: 2 }).toReversed()];
    const mixed = [0, 5, 1, 6, 2, 4, 3].flatMap((at) => batch[at] ?? []);
    const { before, read, counts } = await ingestBatches([mixed]);
    expect([before, read]).toEqual([2, 2]);
    expect(await expectSameAsOneByOne(mixed)).toEqual(counts);
    expect(counts.added).toBe(2);
  });

  test('wait where the root is missing, or a parent, or a span came twice, or log records tell of them', async () => {
    const [root, model, tool] = recordsOf({ id: 1 });
    if (root === undefined || model === undefined || tool === undefined) throw new Error('expected three spans');
    for (const batch of [[model, tool], [root, model, model], [root, model, tool, logOf(1)], [tool], [logOf(1)]]) {
      const { before } = await ingestBatches([batch]);
      expect(before).toBe(0);
      rmSync(join(directory, 'batches'), { recursive: true });
    }
    const orphan = {
      kind: 'span',
      span: { ...(tool.kind === 'span' ? tool.span : null), parentSpanId: 'f'.repeat(16) },
    };
    expect((await ingestBatches([[root, orphan as TrafficRecord]])).before).toBe(0);
  });

  test('are put together with what comes later, whether it waits beside them or they are in the store already', async () => {
    const [first, later] = [recordsOf({ id: 1, tools: 1 }), recordsOf({ id: 1, tools: 3 })];
    const { before, counts } = await ingestBatches([first, later, [logOf(1)]]);
    expect(before).toBe(2);
    expect(counts).toMatchObject({ added: 1, trajectories: 1 });
    await expectSameAsOneByOne([...later, logOf(1)]);
    expect((await ingestBatches([later])).counts).toMatchObject({ added: 0, unchanged: 1 });
    expect((await ingestBatches([recordsOf({ id: 1, tools: 4 })])).counts).toMatchObject({ added: 0, replaced: 1 });
    await ingest(join(directory, 'one by one'), recordsOf({ id: 1, tools: 4 }));
    expect(await contentOf(join(directory, 'batches'))).toEqual(await contentOf(join(directory, 'one by one')));
  });

  test('are cut where a trace has too many of them, and go to the disk where the memory is full', async () => {
    const batches = [1, 2, 3].map((id) => recordsOf({ id, tools: id }));
    const limits = { traceRecords: 4, heldBytes: 100 };
    const { counts } = await ingestBatches(batches, limits);
    expect(counts).toEqual(await expectSameAsOneByOne(batches.flat(), limits));
    expect(counts.leftOut).toBe(1);
  });
});
