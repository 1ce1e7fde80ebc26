import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { indexBytes } from './block-index.ts';
import type { Codec } from './codec.ts';
import { type Commit, workFolder } from './commit.ts';
import { append, makeFolder } from './files.ts';
import { readIndex } from './index-reader.ts';
import { PartWriter } from './part-writer.ts';
import type { Part } from './parts.ts';
import { type Projection, project, rowsIn } from './projection.ts';
import { type LiveEntry, liveEntries, RawReader } from './raw-reader.ts';
import type { Rows } from './rows.ts';
import type { StoredEntry } from './stored-entry.ts';
import type { TableFacts } from './table-writer.ts';
import { TablesWriter } from './tables-writer.ts';

export interface RewriteTask {
  readonly root: string;
  readonly codec: Codec;
  readonly projection: Projection;
}

/** How rewriting is followed. */
export interface RewriteProgress {
  /** So many more traces are to be gone through; `phase` says in a few words what for. */
  readonly planned: (phase: string, traces: number) => void;
  readonly went: (traces: number) => void;
}

/** The same, and how it is ended. */
export interface RewriteWatch extends RewriteProgress {
  readonly signal: AbortSignal;
}

/** Gets ready a part of which only some live entries stay: its index and its tables. The raw file stays as it is. */
export function withoutEntries(task: RewriteTask, part: Part, stays: (hash: string) => boolean): Commit {
  const { root, codec } = task;
  const { head, blocks } = readIndex(root, part);
  const left = blocks.map((block) => ({ ...block, hashes: block.hashes.filter(stays) }));
  if (left.every(({ hashes }) => hashes.length === 0)) return gone(part);
  const work = workFolder(root);
  makeFolder(dirname(join(work, part.files.index)));
  append(join(work, part.files.index), indexBytes(head.entries, left));
  const tables = new TablesWriter(work, part.files, factsOf(task));
  const reader = new RawReader(root, part, codec);
  try {
    for (const { entry } of liveEntries(reader, left)) tables.add(rowsOfEntry(task, part, reader, entry));
  } finally {
    reader.close();
  }
  return replacing(part, [...tables.finish(), part.files.index]);
}

/**
 * Gets ready a part that is written anew: what was replaced, or does not stay, is in none of its files. null = it was ended.
 */
export async function purged(
  task: RewriteTask,
  part: Part,
  watch: RewriteWatch,
  stays: (entry: StoredEntry) => boolean,
): Promise<Commit | null> {
  const written = await merged(task, [part], part, watch, stays);
  if (written === null) return null;
  return written.length === 0 ? gone(part) : replacing(part, written);
}

/** Entries that are written in one go: a signal can come in between. */
const PAUSE_EVERY = 200;

/** Gets ready one part with the live entries of several of its day; the files it has then. null = it was ended. */
export async function merged(
  task: RewriteTask,
  parts: readonly Part[],
  { name }: Pick<Part, 'name'>,
  { signal, went }: RewriteWatch,
  stays: (entry: StoredEntry) => boolean = () => true,
): Promise<string[] | null> {
  const { root, codec } = task;
  const writer = new PartWriter(workFolder(root), name, factsOf(task));
  const sources = parts.map((part) => {
    const reader = new RawReader(root, part, codec);
    return { part, reader, entries: liveEntries(reader, readIndex(root, part).blocks) };
  });
  let count = 0;
  let seen = 0;
  try {
    for (const { source, hash, entry } of inOrder(sources)) {
      seen += 1;
      if (seen % PAUSE_EVERY === 0) {
        went(PAUSE_EVERY);
        await setImmediate();
        if (signal.aborted) return null;
      }
      if (!stays(entry)) continue;
      writer.add(hash, entry, rowsOfEntry(task, source.part, source.reader, entry));
      count += 1;
    }
    went(seen % PAUSE_EVERY);
    return count === 0 ? [] : writer.finish();
  } finally {
    for (const { reader } of sources) reader.close();
  }
}

function factsOf({ codec, projection }: RewriteTask): TableFacts {
  return { codec, versions: projection };
}

interface Source {
  readonly part: Part;
  readonly reader: RawReader;
  readonly entries: Iterator<LiveEntry>;
}

/** Each source is in the order of the hashes, and so is what comes out. */
function* inOrder(sources: readonly Source[]): Generator<LiveEntry & { readonly source: Source }> {
  const heads = sources.flatMap((source) => nextOf(source));
  while (heads.length > 0) {
    const first = heads.reduce((least, head) => (head.hash < least.hash ? head : least));
    yield first;
    heads.splice(heads.indexOf(first), 1, ...nextOf(first.source));
  }
}

function nextOf(source: Source): (LiveEntry & { readonly source: Source })[] {
  const next = source.entries.next();
  return next.done === true ? [] : [{ ...next.value, source }];
}

function rowsOfEntry(task: RewriteTask, { name }: Part, reader: RawReader, entry: StoredEntry): Rows[] {
  const projected = project(entry.key, reader.items(entry), entry.leftOut, task.projection);
  return rowsIn(name.day, entry.otherDays, projected);
}

function gone(part: Part): Commit {
  return { put: [], remove: Object.values(part.files) };
}

/** Files of the part that are not written any more go. */
function replacing({ files }: Part, put: readonly string[]): Commit {
  return { put, remove: [files.trajectories, files.steps].filter((file) => !put.includes(file)) };
}
