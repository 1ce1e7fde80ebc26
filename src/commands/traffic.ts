import { SUMMARY_COLUMNS, SummaryBuilder } from '../corpus/index.ts';
import { renderTraffic } from '../report/index.ts';
import { foldAll } from './ingest.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, readTraffic, type TrafficStoreOptions, type TrafficWriterOptions } from './traffic-store.ts';

export interface TrafficCommandOptions extends TrafficStoreOptions {
  readonly json?: boolean;
}

const SHOWN_DAYS = 14;

/** `pawl traffic show`: what the traffic store holds. */
export async function trafficCommand(options: TrafficCommandOptions, surroundings: Surroundings): Promise<number> {
  const reader = await readTraffic(options, surroundings);
  const builder = new SummaryBuilder();
  for await (const group of reader.table('trajectories', SUMMARY_COLUMNS, null)) builder.add(group);
  const summary = builder.build();
  const { waitingBytes } = reader;
  if (options.json === true) surroundings.print(JSON.stringify({ v: 1, ...summary, waitingBytes }, null, 2));
  else surroundings.print(renderTraffic(summary, waitingBytes, SHOWN_DAYS));
  return 0;
}

/** `pawl traffic compact`: takes in what waits, merges small parts and drops what was replaced. */
export async function compactCommand(options: TrafficWriterOptions, surroundings: Surroundings): Promise<number> {
  await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    await foldAll(store, surroundings);
    const progress = new ProgressLine(surroundings, 'traces');
    const { partsBefore, partsAfter, dropped } = await store
      .compact(true, surroundings.signal, progress.rewriting())
      .finally(() => progress.end());
    for (const notice of store.notices) surroundings.warn(notice);
    const before = partsBefore === 1 ? '1 part' : `${partsBefore} parts`;
    surroundings.print(`${before} before, ${partsAfter} now; ${dropped} replaced traces and runs dropped`);
    if (!surroundings.signal.aborted) return 0;
    surroundings.warn('interrupted: run the same command again to go on from here');
    return 4;
  } finally {
    store.close();
  }
}
