import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countWithDuck } from '../../evals/backfill/duck.ts';
import { isSame, mergedShards, resultSums, resultTexts, scan } from '../../evals/backfill/measure.ts';
import { writeStore } from '../../evals/backfill/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pawl-backfill-quick-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the bench of backfill at a small size: as DuckDB counts, and the same from shards', async () => {
  const store = join(folder, 'whole');
  await writeStore(store, { seed: 'quick', trajectories: 2400, days: 4 });
  expect(scan(store, 'all')).toEqual({ seconds: expect.any(Number), peakMb: expect.any(Number) });
  const { sums } = await countWithDuck(store, true);
  // The last pairs of numbers of the query of all groups, and of the one that knows who tried again.
  expect(resultSums(store)).toEqual([sums[0], sums[1], sums[13]]);
  expect(isSame(resultTexts(await mergedShards(store, folder, 2)), resultTexts(store))).toBe(true);
});
