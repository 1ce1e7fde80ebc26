import process from 'node:process';
import type { TrafficRecord } from '../../../src/corpus/index.ts';
import { DAY_US, logOf, NOON_US, recordsOf, traceIdOf } from './desk.ts';
import { never, openDesk } from './open.ts';

/** All that happens to a store, in a process of its own: `node life.ts DIRECTORY`. Every step can be repeated. */
async function live(directory: string): Promise<void> {
  const all = Array.from({ length: 6 }, (_, id) => recordsOf({ id, tools: 2, startUs: NOON_US + (id % 2) * DAY_US }));
  // Half of each trace, then the other half, what is known already and a log record more of one.
  await ingest(
    directory,
    all.flatMap((trace) => trace.slice(0, 2)),
  );
  await ingest(directory, [...all.flatMap((trace) => trace.slice(1)), logOf(3)]);
  const store = await openDesk(directory);
  await store.forget('trace', traceIdOf(1), never);
  await store.compact(true, never);
  store.close();
}

async function ingest(directory: string, records: readonly TrafficRecord[]): Promise<void> {
  const store = await openDesk(directory, { heldBytes: 0, bucketBytes: 3000, commitEntries: 3 });
  for (const record of records) store.add(record);
  await store.checkpoint([{ path: 'input', bytes: 1, modifiedMs: 1, format: null, records: records.length }]);
  await store.fold(never);
  store.close();
}

await live(process.argv[2] ?? '');
