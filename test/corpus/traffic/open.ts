import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TrafficLimits, TrafficReader, type TrafficRecord, TrafficStore } from '../../../src/corpus/index.ts';
import { CODECS } from '../../../src/corpus/traffic/codec.ts';
import { COLUMNS } from '../../../src/corpus/traffic/columns.ts';
import { readIndex } from '../../../src/corpus/traffic/index-reader.ts';
import type { TableName } from '../../../src/corpus/traffic/layout.ts';
import { partsOf } from '../../../src/corpus/traffic/parts.ts';
import { liveEntries, RawReader } from '../../../src/corpus/traffic/raw-reader.ts';
import type { Redactor } from '../../../src/trace/index.ts';
import { assembleDesk } from './desk.ts';

/** Redacts nothing. */
export const asItIs: Redactor = {
  json: (value) => value,
  text: (text) => text,
  selected: (value) => value,
  isClean: () => true,
  report: () => [],
};

export const never = new AbortController().signal;
export const projection = {
  assemble: assembleDesk,
  labels: () => ({ slices: ['orders'], cohorts: [] }),
  slicesVersion: 'one',
  readersVersion: 'one',
};

export function openDesk(directory: string, limits: Partial<TrafficLimits> = {}): Promise<TrafficStore> {
  return TrafficStore.open(directory, { projection, redactorOf: () => asItIs, limits });
}

/** Adds records, folds and closes. */
export async function ingest(
  directory: string,
  records: readonly TrafficRecord[],
  limits: Partial<TrafficLimits> = {},
) {
  const store = await openDesk(directory, limits);
  try {
    for (const record of records) store.add(record);
    return await store.fold(never);
  } finally {
    store.close();
  }
}

/** Every row of a table with its day, in the order of their text. */
export async function rowsIn(directory: string, table: TableName): Promise<Record<string, unknown>[]> {
  const names = COLUMNS[table].map(({ name }) => name);
  const rows: Record<string, unknown>[] = [];
  for await (const group of (await TrafficReader.open(directory)).table(table, names, null)) {
    for (let row = 0; row < group.rows; row += 1)
      rows.push({ day: group.day, ...Object.fromEntries(names.map((name) => [name, group.of[name]?.[row] ?? null])) });
  }
  return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What the raw files hold that is live: a text an entry and day, in the order of days and keys. */
export function rawIn(directory: string): string[] {
  const root = join(directory, 'traffic');
  return CODECS.flatMap((codec) =>
    partsOf(root, codec).flatMap((part) => {
      const names = readdirSync(join(root, 'raw', `day=${part.name.day ?? '__HIVE_DEFAULT_PARTITION__'}`));
      if (!names.some((name) => part.files.raw.endsWith(name))) return [];
      const reader = new RawReader(root, part, codec);
      const texts = [...liveEntries(reader, readIndex(root, part).blocks)].map(({ entry }) => {
        const lines = entry.lines.map(({ bytes, origin }) => `${origin} ${bytes.toString()}`);
        return JSON.stringify({ day: part.name.day, ...entry, lines });
      });
      reader.close();
      return texts;
    }),
  ).sort();
}

/** All that a store says, in a form that does not depend on how it came to say it. */
export async function contentOf(directory: string) {
  return {
    trajectories: await rowsIn(directory, 'trajectories'),
    steps: await rowsIn(directory, 'steps'),
    raw: rawIn(directory),
  };
}

/** Every file of a store with its bytes. */
export function filesIn(directory: string): Map<string, Buffer> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(directory.length + 1), readFileSync(path)]),
  );
}
