import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Bucket, bucketOf, bucketsOf, type Held, isBelow } from './buckets.ts';
import type { Codec } from './codec.ts';
import { apply, dropUncommitted, splitFolder, workFolder } from './commit.ts';
import { ENTRY_LIMITS, Entry, type EntryLimits } from './entry.ts';
import { namesIn, sizeOf } from './files.ts';
import { type Counts, type FoldCounts, NO_COUNTS } from './fold-counts.ts';
import { LiveIndex, type Place } from './live-index.ts';
import { PartWriter } from './part-writer.ts';
import { nextNumber, type Part } from './parts.ts';
import { PROGRESS, progressReady } from './progress-file.ts';
import { type Projected, type Projection, project } from './projection.ts';
import { RawReaders } from './raw-reader.ts';
import { type Item, RecordParser } from './record.ts';
import { withoutEntries } from './rewrite.ts';
import { type StoredEntry, sameContent, storedEntry } from './stored-entry.ts';
import { WaitingRecords } from './waiting-records.ts';

export interface FoldLimits extends EntryLimits {
  /** Entries that are committed at once: what is lost when the run is ended, and the most that a part holds. */
  readonly commitEntries: number;
  /** Of one bucket, on the disk: it is put together in memory. */
  readonly bucketBytes: number;
  /** Rows and bytes that may wait for a full block or row group, over all days. */
  readonly waitingRows: number;
  readonly waitingBytes: number;
}

export const FOLD_LIMITS: FoldLimits = {
  ...ENTRY_LIMITS,
  commitEntries: 200_000,
  bucketBytes: 16 * 1024 * 1024,
  waitingRows: 30_000,
  waitingBytes: 16 * 1024 * 1024,
};

interface FoldTask {
  readonly root: string;
  readonly codec: Codec;
  readonly projection: Projection;
  readonly limits: FoldLimits;
  /** Scattered records, below the store, older folders first; they are removed when their content is in the store. */
  readonly folders: readonly string[];
  /** What is not on the disk; then there are no folders. */
  readonly held: readonly Held[];
  /** How far the inputs were read, for the last commit; null = nobody needs to know any longer. */
  readonly progressText: string | null;
  readonly problem: (text: string) => void;
  /** Bytes of the folders that are done. */
  readonly progress: (doneBytes: number) => void;
  readonly signal: AbortSignal;
}

/** What the store has of a key: its content and every copy. */
interface Known {
  readonly stored: StoredEntry;
  readonly items: () => Item[];
  readonly places: Place[];
}

/**
 * Takes scattered records into the store: bucket after bucket in the order of the hashes, beside the live entries in the
 * same order. What is known already changes nothing; what is known in part is put together again and replaces the old.
 */
export class Fold {
  readonly #task: FoldTask;
  readonly #live: LiveIndex;
  readonly #parser = new RecordParser();
  readonly #counts: Counts = { ...NO_COUNTS };
  #number: number;
  #writers = new Map<string | null, PartWriter>();
  #dead = new Map<string, { readonly part: Part; readonly hashes: Set<string> }>();
  #pending = 0;

  constructor(task: FoldTask) {
    this.#task = task;
    this.#number = nextNumber(task.root, task.codec);
    this.#live = new LiveIndex(task.root, task.codec);
  }

  /** What it committed counts; what an abort cut short is done again by the next fold. */
  async run(): Promise<FoldCounts> {
    const { root, folders, held, limits, signal, progress, problem } = this.#task;
    const sources = folders.map((folder) => join(root, folder));
    const split = { bytes: limits.bucketBytes, splitFolder: splitFolder(root) };
    const say = (file: string, reason: string): void => problem(`${file}: ${reason}`);
    let doneBytes = 0;
    let committed: FoldCounts = { ...this.#counts };
    try {
      for (const bucket of held.length > 0 ? [bucketOf(held)] : bucketsOf(sources, split, say)) {
        await setImmediate();
        if (!signal.aborted) await this.#take(bucket);
        if (signal.aborted) {
          dropUncommitted(root);
          return committed;
        }
        doneBytes += bucket.bytes;
        progress(doneBytes);
        if (this.#pending < limits.commitEntries) continue;
        await this.#commit(finishedFiles(root, folders, bucket.until));
        committed = { ...this.#counts };
      }
      await this.#commit(folders, true);
      return this.#counts;
    } finally {
      this.#live.close();
      rmSync(splitFolder(root), { recursive: true, force: true });
    }
  }

  /** Holds the records of one key at a time; the others wait as bytes. */
  async #take(bucket: Bucket): Promise<void> {
    const waiting = new Map<string, WaitingRecords>();
    const { limits, problem, signal } = this.#task;
    const gathering = { limits, problem, parser: this.#parser };
    let records = 0;
    for (const item of bucket.items()) {
      const own = waiting.get(item.hash) ?? new WaitingRecords(gathering);
      waiting.set(item.hash, own);
      own.add(item);
      records += 1;
      // A bucket may be one huge trace.
      if (records % BREAK_EVERY === 0) await setImmediate();
      if (signal.aborted) return;
    }
    const places = Map.groupBy(this.#live.find(waiting.keys()), ({ hash }) => hash);
    const readers = new RawReaders(this.#task.root, this.#task.codec);
    try {
      for (const hash of [...waiting.keys()].sort()) {
        const own = waiting.get(hash);
        waiting.delete(hash);
        const known = places.get(hash) ?? [];
        if (own?.whole && known.length === 0) {
          this.#counts.added += 1;
          this.#put(hash, own.whole.stored, own.whole.projected);
        } else {
          for (const entry of own?.entries() ?? []) this.#settle(hash, entry, knownOf(entry.key, known, readers));
        }
      }
    } finally {
      readers.close();
    }
  }

  #settle(hash: string, entry: Entry, known: Known | null): void {
    const items = entry.items();
    this.#counts.leftOut += entry.leftOut;
    this.#counts.repeated += entry.repeated;
    if (known === null) {
      this.#counts.added += 1;
      const stored = storedEntry(entry, items);
      this.#put(hash, stored, this.#projected(stored, items));
      return;
    }
    const merged = new Entry(entry.key, this.#task.limits);
    for (const item of [...known.items(), ...items]) merged.add(item);
    this.#counts.leftOut += merged.leftOut;
    const all = merged.items();
    // What was left out comes again when the same input does.
    const leftOut = Math.max(known.stored.leftOut, entry.leftOut + merged.leftOut);
    const stored = { ...storedEntry(merged, all), leftOut };
    if (sameContent(stored, known.stored)) {
      this.#counts.unchanged += 1;
      return;
    }
    this.#counts.replaced += 1;
    for (const place of known.places) this.#bury(place);
    this.#put(hash, stored, this.#projected(stored, all));
  }

  #bury({ part, hash }: Place): void {
    const dead = this.#dead.get(part.files.index);
    if (dead === undefined) this.#dead.set(part.files.index, { part, hashes: new Set([hash]) });
    else dead.hashes.add(hash);
  }

  #projected({ key, leftOut }: StoredEntry, items: readonly Item[]): Projected {
    return project(key, items, leftOut, this.#task.projection);
  }

  #put(hash: string, stored: StoredEntry, { days, trajectories, problem }: Projected): void {
    this.#counts.trajectories += trajectories;
    if (problem !== null) this.#counts.unreadable += 1;
    else if (trajectories === 0) this.#counts.withoutTrajectory += 1;
    for (const { day, rows } of days) {
      const otherDays = days.flatMap((other) => (other.day === day ? [] : [other.day]));
      this.#writerOf(day).add(hash, { ...stored, otherDays }, rows);
    }
    this.#pending += 1;
    if (this.#pending % CHECK_EVERY === 0) relieve([...this.#writers.values()], this.#task.limits);
  }

  #writerOf(day: string | null): PartWriter {
    const { root, codec, projection } = this.#task;
    const facts = { codec, versions: projection };
    const writer = this.#writers.get(day) ?? new PartWriter(workFolder(root), { day, number: this.#number }, facts);
    this.#writers.set(day, writer);
    return writer;
  }

  async #commit(remove: readonly string[], last = false): Promise<void> {
    const { root, progressText } = this.#task;
    const changes = [...this.#dead.values()].map(({ part, hashes }) =>
      withoutEntries(this.#task, part, (hash) => !hashes.has(hash)),
    );
    // The old rows go before the new ones come: a foreign reader must not see one twice.
    const put = [
      ...changes.flatMap((change) => change.put),
      ...[...this.#writers.values()].flatMap((one) => one.finish()),
    ];
    const gone = [...changes.flatMap((change) => change.remove), ...remove];
    if (last && progressText !== null) put.push(progressReady(root, progressText));
    if (last && progressText === null && sizeOf(join(root, PROGRESS)) > 0) gone.push(PROGRESS);
    if (put.length + gone.length > 0) await apply(root, { put, remove: gone });
    this.#number += 1;
    this.#writers = new Map();
    this.#dead = new Map();
    this.#pending = 0;
  }
}

const CHECK_EVERY = 64;
/** Records that are read in one go. */
const BREAK_EVERY = 20_000;

/** Writes out what waits longest for a full block or row group, until the memory of all days together is small again. */
function relieve(writers: readonly PartWriter[], { waitingRows, waitingBytes }: FoldLimits): void {
  const total = (of: (writer: PartWriter) => number): number => writers.reduce((sum, writer) => sum + of(writer), 0);
  const fullest = (of: (writer: PartWriter) => number): PartWriter | undefined =>
    writers.reduce<PartWriter | undefined>(
      (most, one) => (most === undefined || of(one) > of(most) ? one : most),
      undefined,
    );
  if (total(({ heldBytes }) => heldBytes) > waitingBytes) fullest(({ heldBytes }) => heldBytes)?.flushRaw();
  if (total(({ heldRows }) => heldRows) > waitingRows) fullest(({ heldRows }) => heldRows)?.flushRows();
}

function knownOf(key: string, places: readonly Place[], readers: RawReaders): Known | null {
  let known: Known | null = null;
  for (const place of places) {
    const reader = readers.of(place.part);
    const stored = reader.all(place).find((one) => one.key === key);
    if (stored === undefined) continue;
    if (known === null) known = { stored, items: () => reader.items(stored), places: [place] };
    else known.places.push(place);
  }
  return known;
}

/** Files of the folders whose buckets are all done. */
function finishedFiles(root: string, folders: readonly string[], until: string): string[] {
  return folders.flatMap((folder) =>
    namesIn(join(root, folder)).flatMap((name) => (isBelow(name, until) ? [join(folder, name)] : [])),
  );
}
