import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure } from '../otlp/measure.ts';
import { atMost } from '../traffic/figures.ts';
import { countWithDuck } from './duck.ts';
import { isSame, mergedShards, resultSums, resultTexts, scan } from './measure.ts';
import { writeStore } from './store.ts';

/**
 * How fast and how frugal history is scanned. Times are of the processor, of all threads. Prints each figure beside its goal and
 * ends with 1 where one is missed. `--trajectories N` in the store, over `--days N`.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    trajectories: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '60' },
  },
});
const SHARDS = 8;
const trajectories = Number(values.trajectories);
const days = Number(values.days);
const folder = mkdtempSync(join(tmpdir(), 'pawl-backfill-bench-'));
const figures: Figure[] = [];

function show(...more: readonly Figure[]): void {
  figures.push(...more);
  for (const { name, value, unit, goal, met } of more)
    console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${Number(value.toFixed(2))} ${unit} (goal: ${goal})`);
}

function same(name: string, holds: boolean): Figure {
  return { name, value: holds ? 1 : 0, unit: '', goal: 'the same', met: holds };
}

try {
  const [whole, half] = [join(folder, 'whole'), join(folder, 'half')];
  const steps = await writeStore(whole, { seed: values.seed, trajectories, days });
  await writeStore(half, { seed: values.seed, trajectories: trajectories / 2, days });
  const size = `${trajectories.toLocaleString('en-US')} trajectories with ${steps.toLocaleString('en-US')} steps`;
  const all = scan(whole, 'all');
  const table = scan(whole, 'trajectories');
  const halfOfAll = scan(half, 'all');
  show(
    atMost(`all dimensions and groups of ${size}`, all.seconds, 's', 60),
    atMost('peak of memory', all.peakMb, 'MB', 512),
    atMost('the table of trajectories alone', table.seconds, 's', 20),
    atMost('time for twice the data', all.seconds / halfOfAll.seconds, 'times', 2.2),
  );
  const merged = await mergedShards(whole, folder, SHARDS);
  show(same(`results of ${SHARDS} shards merged and of one run`, isSame(resultTexts(merged), resultTexts(whole))));
  show(atMost('the same once more, where nothing is new', scan(whole, 'all').seconds, 's', 10));
  const duck = await countWithDuck(whole, true);
  const duckTable = await countWithDuck(whole, false);
  const [counted, succeeded] = duck.sums;
  const [ownCounted, ownSucceeded] = resultSums(whole);
  show(
    same('trajectories and successes by DuckDB', counted === ownCounted && succeeded === ownSucceeded),
    atMost('time in times of what DuckDB takes for the same group-bys', all.seconds / duck.seconds, 'times', 25),
    atMost('the same of the table of trajectories alone', table.seconds / duckTable.seconds, 'times', 25),
  );
} finally {
  rmSync(folder, { recursive: true });
}
if (values.json !== undefined)
  writeFileSync(resolve(values.json), `${JSON.stringify({ seed: values.seed, figures }, null, 2)}\n`);
if (figures.some(({ met }) => !met)) process.exitCode = 1;
