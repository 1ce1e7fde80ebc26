import { join } from 'node:path';

/** What stands first in every file of the store that is no Parquet, and under `pawl.format` in those. A reader refuses another. */
export const FORMATS = {
  store: 'pawl traffic v1',
  raw: 'pawl traffic raw v1',
  index: 'pawl traffic index v1',
  trajectories: 'pawl trajectories v2',
  steps: 'pawl steps v2',
  commit: 'pawl traffic commit v1',
  progress: 'pawl traffic progress v1',
  pseudonyms: 'pawl traffic pseudonyms v1',
} as const;

/** Under these keys a Parquet file says its format, and by which slice definitions and readers its rows are. */
export const FORMAT_KEY = 'pawl.format';
export const SLICES_KEY = 'pawl.slices_version';
export const READERS_KEY = 'pawl.readers_version';

/** By which slice definitions and readers rows are: equal ones give equal rows for equal records. */
export interface RowVersions {
  readonly slicesVersion: string;
  readonly readersVersion: string;
}

export const TABLES = ['trajectories', 'steps'] as const;
export type TableName = (typeof TABLES)[number];

/** The day folder of what has no time, by the name that Hive, Spark and DuckDB give a partition whose value is null. */
const UNDATED = 'day=__HIVE_DEFAULT_PARTITION__';

/** One part of the store: what one commit put into one day. Its files have the same name in each of the folders. */
export interface PartName {
  readonly day: string | null;
  readonly number: number;
}

export interface PartFiles {
  readonly raw: string;
  readonly index: string;
  readonly trajectories: string;
  readonly steps: string;
}

function dayFolder(day: string | null): string {
  return day === null ? UNDATED : `day=${day}`;
}

/** The day of a folder's name; undefined = no day folder. */
export function dayOfFolder(name: string): string | null | undefined {
  if (name === UNDATED) return null;
  return /^day=(\d{4}-\d{2}-\d{2})$/.exec(name)?.[1];
}

/** Paths below the store. `extension` is that of the compression. */
export function partFiles({ day, number }: PartName, extension: string): PartFiles {
  const folder = dayFolder(day);
  const name = `part-${String(number).padStart(6, '0')}`;
  return {
    raw: join('raw', folder, `${name}.jsonl${extension}`),
    index: join('raw', folder, `${name}.index`),
    trajectories: join('trajectories', folder, `${name}.parquet`),
    steps: join('steps', folder, `${name}.parquet`),
  };
}

/** The number of a part by the name of its index, without which it is none. */
export function numberOfIndex(name: string): number | null {
  const digits = /^part-(\d{6,})\.index$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}
