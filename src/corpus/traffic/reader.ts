import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { LogRecord, ObservedTrajectory, Span } from '../../trace/index.ts';
import { dayOf, sha256 } from '../../trace/index.ts';
import type { Codec } from './codec.ts';
import { isUnfinished, recover } from './commit.ts';
import { sizeOf } from './files.ts';
import { codecOf } from './home.ts';
import { waitingBytes } from './inbox.ts';
import { readIndex } from './index-reader.ts';
import type { RowVersions, TableName } from './layout.ts';
import { LiveIndex, type Place } from './live-index.ts';
import { lock } from './lock.ts';
import { type Part, partsOf } from './parts.ts';
import {
  type AssembleTrace,
  belongsTo,
  type DerivedTrajectory,
  derivedIn,
  type Projection,
  trajectoriesOf,
  withLeftOut,
} from './projection.ts';
import { liveEntries, RawReader } from './raw-reader.ts';
import { hashOfKey, type Item } from './record.ts';
import type { StoredEntry } from './stored-entry.ts';
import { type Columns, isBy, readTable, versionsOf } from './table-reader.ts';

export interface StoredTrajectory {
  /** UTC day of its start; null = it has no time. */
  readonly day: string | null;
  /** The trace it was read from; null for a finished run. */
  readonly traceId: string | null;
  readonly trajectory: ObservedTrajectory;
}

/** All that the store has of one trace or finished run. */
export interface StoredTrace {
  readonly key: string;
  readonly spans: readonly Span[];
  readonly logs: readonly LogRecord[];
  readonly trajectories: readonly ObservedTrajectory[];
}

/** The folder `traffic` of a store, for reading: any number of processes, beside one that writes. */
export class TrafficReader {
  readonly directory: string;
  readonly #codec: Codec;

  static async open(storeDirectory: string): Promise<TrafficReader> {
    const root = join(storeDirectory, 'traffic');
    const codec = codecOf(root);
    if (codec === null) {
      const hint = 'fill it with "pawl ingest", or name another store with --store';
      throw new UserError({ where: root, message: 'there is no traffic store here', hint });
    }
    if (isUnfinished(root)) await recoverUnlessHeld(root);
    return new TrafficReader(root, codec);
  }

  private constructor(root: string, codec: Codec) {
    this.directory = root;
    this.#codec = codec;
  }

  /** Bytes that were added and are in no table yet. */
  get waitingBytes(): number {
    return waitingBytes(this.directory);
  }

  /** Ascending; what has no time comes first. */
  days(): (string | null)[] {
    const days = new Set(this.#parts(null).map(({ name }) => name.day));
    return [...days].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  }

  /** For each day that has a date, ascending, what tells its files from others: equal for equal ones. */
  sources(): { readonly day: string; readonly source: string }[] {
    const lines = new Map<string, string[]>();
    for (const { name, files } of this.#parts(null)) {
      if (name.day === null) continue;
      const sizes = [files.trajectories, files.steps].map((path) => sizeOf(join(this.directory, path)));
      const index = readFileSync(join(this.directory, files.index));
      const line = `${name.number} ${sizes.join(' ')} ${createHash('sha256').update(index).digest('hex')}`;
      lines.set(name.day, [...(lines.get(name.day) ?? []), line]);
    }
    return [...lines].map(([day, parts]) => ({ day, source: sha256(parts.join('\n')).slice(0, 32) }));
  }

  /** Every trajectory of those days (null = of all), read again from its records. Holds one block of them. */
  *trajectories(assemble: AssembleTrace, days: readonly (string | null)[] | null): Generator<StoredTrajectory> {
    for (const part of this.#parts(days)) {
      const { day } = part.name;
      const reader = new RawReader(this.directory, part, this.#codec);
      try {
        for (const { entry } of liveEntries(reader, readIndex(this.directory, part).blocks)) {
          for (const { trajectory, given } of trajectoriesOf(reader.items(entry), assemble).trajectories) {
            if (!belongsTo(day, entry.otherDays, dayOf(trajectory.startUs))) continue;
            yield { day, traceId: given ? null : entry.key, trajectory: withLeftOut(trajectory, entry.leftOut) };
          }
        }
      } finally {
        reader.close();
      }
    }
  }

  /** Whether the tables of a day hold what would be written now; what no table was written of could be read by now. */
  async isCurrent(day: string, now: RowVersions): Promise<boolean> {
    for (const part of this.#parts([day])) {
      const table = join(this.directory, part.files.trajectories);
      if (sizeOf(table) > 0 ? !isBy(await versionsOf(table), now) : isLive(this.directory, part)) return false;
    }
    return true;
  }

  /** Every trajectory of a day with its rows as they would be written now. Holds one block. */
  *derive(day: string, projection: Projection): Generator<DerivedTrajectory> {
    for (const part of this.#parts([day])) {
      const reader = new RawReader(this.directory, part, this.#codec);
      try {
        for (const { entry } of liveEntries(reader, readIndex(this.directory, part).blocks))
          yield* derivedIn(day, entry, reader.items(entry), projection);
      } finally {
        reader.close();
      }
    }
  }

  /** By the id of a trace, of a finished run or of a trajectory. */
  async find(id: string, assemble: AssembleTrace): Promise<StoredTrace | null> {
    return this.#entry(id, assemble) ?? this.#entry((await this.#keyOf(id)) ?? id, assemble);
  }

  /**
   * By the ids of traces and finished runs, any number of them, in whatever order. Each index is gone through once and each
   * block is read once; holds one block.
   */
  *findAll(keys: Iterable<string>, assemble: AssembleTrace): Generator<StoredTrace> {
    const hashes = new Map([...keys].map((key) => [key, hashOfKey(key)]));
    for (const [part, places] of Map.groupBy(this.#places(hashes.values()), (place) => place.part)) {
      const reader = new RawReader(this.directory, part, this.#codec);
      try {
        for (const place of places.toSorted((a, b) => a.offset - b.offset)) {
          for (const entry of reader.all(place)) {
            // Others in the block may have been replaced. A copy for another day holds the same.
            if (hashes.get(entry.key) !== place.hash) continue;
            hashes.delete(entry.key);
            yield storedTrace(entry, reader.items(entry), assemble);
          }
        }
      } finally {
        reader.close();
      }
    }
  }

  /** Some columns of a table, a row group at a time. */
  async *table<Name extends string>(
    table: TableName,
    names: readonly Name[],
    days: readonly (string | null)[] | null,
  ): AsyncGenerator<Columns<Name> & { readonly day: string | null }> {
    for (const { name, files } of this.#parts(days)) {
      const path = join(this.directory, files[table]);
      if (sizeOf(path) === 0) continue;
      for await (const columns of readTable(path, table, names)) yield { ...columns, day: name.day };
    }
  }

  #parts(days: readonly (string | null)[] | null): Part[] {
    return partsOf(this.directory, this.#codec).filter(({ name }) => days === null || days.includes(name.day));
  }

  #entry(key: string, assemble: AssembleTrace): StoredTrace | null {
    const [entry] = this.findAll([key], assemble);
    return entry ?? null;
  }

  #places(hashes: Iterable<string>): Place[] {
    const live = new LiveIndex(this.directory, this.#codec);
    try {
      return live.find(new Set(hashes));
    } finally {
      live.close();
    }
  }

  async #keyOf(id: string): Promise<string | null> {
    for await (const { rows, of } of this.table('trajectories', ['id', 'trace_id'], null)) {
      for (let row = 0; row < rows; row += 1) if (of.id[row] === id) return String(of.trace_id[row] ?? id);
    }
    return null;
  }
}

function isLive(directory: string, part: Part): boolean {
  return readIndex(directory, part).blocks.some(({ hashes }) => hashes.length > 0);
}

function storedTrace({ key, leftOut }: StoredEntry, items: readonly Item[], assemble: AssembleTrace): StoredTrace {
  return {
    key,
    spans: items.flatMap(({ record }) => (record.kind === 'span' ? [record.span] : [])),
    logs: items.flatMap(({ record }) => (record.kind === 'log' ? [record.log] : [])),
    trajectories: trajectoriesOf(items, assemble).trajectories.map(({ trajectory }) =>
      withLeftOut(trajectory, leftOut),
    ),
  };
}

/** Whoever holds the lock is about to finish the commit itself. */
async function recoverUnlessHeld(root: string): Promise<void> {
  let unlock: () => void;
  try {
    unlock = lock(join(root, 'lock'));
  } catch (error) {
    if (error instanceof UserError) return;
    throw error;
  }
  try {
    await recover(root);
  } finally {
    unlock();
  }
}
