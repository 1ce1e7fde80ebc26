import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Attributes, isJsonObject, type Json } from '../../trace/index.ts';
import type { Block } from './block-index.ts';
import { apply, type Commit, dropUncommitted } from './commit.ts';
import { sizeOf } from './files.ts';
import { readIndex } from './index-reader.ts';
import { type Part, partsOf } from './parts.ts';
import { RawReader } from './raw-reader.ts';
import { hashOfKey, type TrafficRecord } from './record.ts';
import { purged, type RewriteTask, type RewriteWatch } from './rewrite.ts';
import { entryBytes, itemsOf, type StoredEntry } from './stored-entry.ts';
import { readTable } from './table-reader.ts';

/** Whose data goes: one trace or finished run, or all of one user. `ids` are all forms that the store may have it in. */
export interface Forgotten {
  readonly kind: 'trace' | 'user';
  readonly ids: readonly string[];
}

export interface ForgetCounts {
  /** Traces and finished runs that are gone. */
  readonly entries: number;
  /** Ids of these traces and runs, and of those that had been replaced. */
  readonly ids: readonly string[];
  /** Parts that were written anew. */
  readonly parts: number;
}

/**
 * Takes data out of every file: the parts that hold any are written anew, without it and without what was replaced, and
 * take the place of the old ones in one commit. What is still scattered must have been folded before. null = it was ended,
 * and nothing is gone.
 */
export async function forget(
  task: RewriteTask,
  forgotten: Forgotten,
  watch: RewriteWatch,
): Promise<ForgetCounts | null> {
  const parts = partsOf(task.root, task.codec);
  const sizes = new Map(parts.map((part) => [part, liveIn(task, part)]));
  const sizeOfAll = (those: readonly Part[]): number => those.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0);
  watch.planned('looking for it', sizeOfAll(parts));
  const wanted = await wantedOf(task, parts, forgotten);
  const ids = new Set<string>();
  const touched: Part[] = [];
  let entries = 0;
  for (const part of parts) {
    const found = await foundIn(task, part, wanted, watch);
    if (found === null) return null;
    if (found.keys.length === 0) continue;
    for (const key of found.keys) ids.add(key);
    entries += found.live;
    touched.push(part);
  }
  if (touched.length > 0) watch.planned('writing days anew', sizeOfAll(touched));
  const changes: Commit[] = [];
  for (const part of touched) {
    const change = await purged(task, part, watch, (entry) => !belongs(entry, wanted));
    if (change === null || watch.signal.aborted) {
      dropUncommitted(task.root);
      return null;
    }
    changes.push(change);
  }
  if (changes.length > 0) {
    await apply(task.root, { put: changes.flatMap(({ put }) => put), remove: changes.flatMap(({ remove }) => remove) });
  }
  return { entries, ids: [...ids], parts: changes.length };
}

interface Wanted {
  readonly keys: ReadonlySet<string>;
  readonly hashes: ReadonlySet<string>;
  /** Users; empty when one trace is wanted. */
  readonly users: ReadonlySet<string>;
  /** A block that has none of these in its text says nothing of the users. */
  readonly needles: readonly string[];
}

/** A trajectory's own id may differ from its trace's, and its user may stand in attributes that only its reader knows. */
async function wantedOf({ root }: RewriteTask, parts: readonly Part[], { kind, ids }: Forgotten): Promise<Wanted> {
  const asked = new Set<unknown>(ids);
  const keys = new Set(kind === 'trace' ? ids : []);
  for (const { files } of parts) {
    const path = join(root, files.trajectories);
    if (sizeOf(path) === 0) continue;
    for await (const { rows, of } of readTable(path, 'trajectories', ['id', 'trace_id', 'user_id'])) {
      for (let row = 0; row < rows; row += 1) {
        if (asked.has(kind === 'user' ? of.user_id[row] : of.id[row])) keys.add(String(of.trace_id[row] ?? of.id[row]));
      }
    }
  }
  const users = new Set(kind === 'user' ? ids : []);
  const needles = [...users].map((id) => JSON.stringify(id).slice(1, -1));
  return { keys, hashes: new Set([...keys].map(hashOfKey)), users, needles };
}

function liveIn({ root }: RewriteTask, part: Part): number {
  return readIndex(root, part).blocks.reduce((sum, { hashes }) => sum + hashes.length, 0);
}

/** null = it was ended. */
async function foundIn(
  { root, codec }: RewriteTask,
  part: Part,
  wanted: Wanted,
  { signal, went }: RewriteWatch,
): Promise<{ readonly keys: readonly string[]; readonly live: number } | null> {
  const { head, blocks } = readIndex(root, part);
  const hasReplaced = head.entries > blocks.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const reader = new RawReader(root, part, codec);
  const mayHold = (block: Block): boolean =>
    hasReplaced || block.hashes.some((hash) => wanted.hashes.has(hash)) || mentions(reader.bytes(block), wanted);
  try {
    const keys: string[] = [];
    let count = 0;
    for (const block of blocks) {
      await setImmediate(); // a signal can come in
      if (signal.aborted) return null;
      went(block.hashes.length);
      if (!mayHold(block)) continue;
      const own = reader.all(block).filter((entry) => belongs(entry, wanted));
      const live = new Set(block.hashes);
      keys.push(...own.map(({ key }) => key));
      count += own.filter(({ key }) => live.has(hashOfKey(key))).length;
    }
    return { keys, live: count };
  } finally {
    reader.close();
  }
}

function mentions(bytes: Buffer, { needles }: Wanted): boolean {
  return needles.some((needle) => bytes.includes(needle));
}

function belongs(entry: StoredEntry, wanted: Wanted): boolean {
  if (wanted.keys.has(entry.key)) return true;
  if (wanted.users.size === 0 || !mentions(Buffer.concat(entryBytes(entry)), wanted)) return false;
  return (itemsOf(entry) ?? []).some(({ record }) => isOf(record, wanted.users));
}

function isOf(record: TrafficRecord, users: ReadonlySet<string>): boolean {
  switch (record.kind) {
    case 'trajectory': {
      const { userId, attributes } = record.trajectory;
      return (userId !== null && users.has(userId)) || names(attributes, users);
    }
    case 'span': {
      const { attributes, resource, events } = record.span;
      return [attributes, resource, ...events.map((event) => event.attributes)].some((one) => names(one, users));
    }
    case 'log': {
      const { attributes, resource, body } = record.log;
      return [attributes, resource, ...(isJsonObject(body) ? [body] : [])].some((one) => names(one, users));
    }
    default:
      return record satisfies never;
  }
}

/** `user.id`, `enduser.id`, `user_id`, `langfuse.user.id`, `ai.telemetry.metadata.userId` ... */
const USER_ATTRIBUTE = /user[._]?id$/i;

function names(attributes: Attributes, users: ReadonlySet<string>): boolean {
  const isUser = (value: Json): boolean => (typeof value === 'object' ? false : users.has(String(value)));
  return Object.entries(attributes).some(([name, value]) => USER_ATTRIBUTE.test(name) && isUser(value));
}
