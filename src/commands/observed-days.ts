import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import packageFile from '../../package.json' with { type: 'json' };
import type { TrafficReader } from '../corpus/index.ts';
import {
  DayFolder,
  mergedObserved,
  nothingObserved,
  OBSERVED_VERSION,
  type Observed,
  ObservedBuilder,
  observedHead,
  observedText,
  readObserved,
} from '../knowledge/index.ts';
import { eachTrajectory } from './corpus-traffic.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import type { TrafficStoreOptions } from './traffic-store.ts';

/** Contracts and models are compared over the newest days of the traffic, as baselines of drift are. */
const TRAFFIC_DAYS = 70;

const PHASE = 'reading what tools and models answered';

/** The readers of recordings are those of this pawl: another one may read them in another way. */
const BY = `${OBSERVED_VERSION} of pawl ${packageFile.version}`;

/**
 * What tools and models answered in the newest days. Each day is kept in a file as soon as it is read, and read again only when
 * its recordings have changed, or what reads them has. null = the run was ended before the last day.
 */
export async function observedDays(
  reader: TrafficReader,
  options: TrafficStoreOptions,
  surroundings: Pick<Surroundings, 'directory' | 'signal' | 'warn' | 'terminal'>,
): Promise<Observed | null> {
  const folder = folderOf(options, surroundings);
  const days = reader.sources().slice(-TRAFFIC_DAYS);
  for (const day of folder.days()) if (!days.some((one) => one.day === day)) folder.remove(day);
  const kept = keptIn(folder, days);
  const progress = new ProgressLine(surroundings, 'days');
  if (kept.size < days.length) progress.plan(PHASE, days.length - kept.size);
  let all = nothingObserved();
  try {
    for (const { day, source } of days) {
      await setImmediate(); // a signal can come in
      if (surroundings.signal.aborted) return null;
      if (!kept.has(day)) {
        const observed = await readDay(reader, day, surroundings.signal, progress);
        if (observed === null) return null;
        folder.write(day, observedText({ by: BY, day, source, observed }));
        progress.step();
      }
      all = mergedObserved(all, readObserved(folder.read(day), folder.pathOf(day)).observed);
    }
  } finally {
    progress.end();
  }
  return all;
}

/** Removes what was read of recordings that are gone, or others by now. */
export function dropObserved(
  reader: TrafficReader,
  options: TrafficStoreOptions,
  surroundings: Pick<Surroundings, 'directory'>,
): void {
  const folder = folderOf(options, surroundings);
  const sources = new Map(reader.sources().map(({ day, source }) => [day, source]));
  for (const day of folder.days()) {
    const { source } = observedHead(folder.read(day), folder.pathOf(day));
    if (sources.get(day) !== source) folder.remove(day);
  }
}

interface Source {
  readonly day: string;
  readonly source: string;
}

function folderOf({ store }: TrafficStoreOptions, { directory }: Pick<Surroundings, 'directory'>): DayFolder {
  return new DayFolder(join(resolve(directory, store), 'knowledge', 'observed'), 'pawl ledger');
}

/** Those of the days whose files were written by this pawl, of the recordings that are there now. */
function keptIn(folder: DayFolder, days: readonly Source[]): ReadonlySet<string> {
  const sources = new Map(days.map(({ day, source }) => [day, source]));
  const kept = folder.days().filter((day) => {
    const { by, source } = observedHead(folder.read(day), folder.pathOf(day));
    return by === BY && source === sources.get(day);
  });
  return new Set(kept);
}

/** null = the run was ended. */
async function readDay(
  reader: TrafficReader,
  day: string,
  signal: AbortSignal,
  progress: ProgressLine,
): Promise<Observed | null> {
  const builder = new ObservedBuilder();
  const isWhole = await eachTrajectory(
    reader,
    [day],
    `${PHASE} on ${day}`,
    ({ trajectory }) => builder.add(trajectory),
    { signal, warn: (text) => progress.note(text) },
  );
  return isWhole ? builder.build() : null;
}
