import { join } from 'node:path';
import { apply, dropUncommitted } from './commit.ts';
import { sizeOf } from './files.ts';
import { readIndex } from './index-reader.ts';
import { nextNumber, type Part, partOf, partsOf } from './parts.ts';
import { merged, type RewriteTask, type RewriteWatch } from './rewrite.ts';
import { isBy, versionsOf } from './table-reader.ts';

export interface CompactLimits {
  /** No part is made larger than this. */
  readonly entries: number;
  /** The parts below this are merged without being asked for, in a day that has so many of them. */
  readonly smallEntries: number;
  readonly smallParts: number;
}

export const COMPACT_LIMITS: CompactLimits = { entries: 200_000, smallEntries: 5_000, smallParts: 8 };

export interface CompactCounts {
  readonly partsBefore: number;
  readonly partsAfter: number;
  /** Entries that had been replaced and are dropped from the raw files. */
  readonly dropped: number;
}

interface Sized {
  readonly part: Part;
  readonly live: number;
  readonly dead: number;
  /** Its rows are by other slice definitions or readers than those of now. */
  readonly isStale: boolean;
}

/**
 * Merges the parts of each day and drops what was replaced, a day at a time, each committed by itself. `all` = as far as the
 * limit goes, and with rows by the slice definitions and readers of now; else only small parts, where there are many. Ended, it
 * keeps the days that are done.
 */
export async function compact(
  task: RewriteTask,
  all: boolean,
  limits: CompactLimits,
  watch: RewriteWatch,
): Promise<CompactCounts> {
  const parts = partsOf(task.root, task.codec);
  const groups: Sized[][] = [];
  for (const own of Map.groupBy(parts, ({ name }) => name.day).values()) {
    if (watch.signal.aborted) break;
    const sizes = await Promise.all(own.map((part) => sized(task, part, all)));
    const small = sizes.filter(({ live }) => live < limits.smallEntries);
    if (all || small.length >= limits.smallParts) groups.push(...groupsOf(all ? sizes : small, limits.entries));
  }
  if (groups.length > 0)
    watch.planned(
      'writing days anew',
      sumOf(groups.flat(), ({ live }) => live),
    );
  let dropped = 0;
  for (const group of groups) {
    if (watch.signal.aborted || !(await rewrite(task, group, watch))) break;
    dropped += sumOf(group, ({ dead }) => dead);
  }
  return { partsBefore: parts.length, partsAfter: partsOf(task.root, task.codec).length, dropped };
}

/** Parts of one day become one. false = it was ended, and nothing has changed. */
async function rewrite(task: RewriteTask, group: readonly Sized[], watch: RewriteWatch): Promise<boolean> {
  const old = group.map(({ part }) => part);
  const name = { day: old[0]?.name.day ?? null, number: nextNumber(task.root, task.codec) };
  const put = await merged(task, old, partOf(name, task.codec), watch);
  if (put === null) {
    dropUncommitted(task.root);
    return false;
  }
  await apply(task.root, { put, remove: old.flatMap(({ files }) => Object.values(files)) });
  return true;
}

function sumOf(parts: readonly Sized[], of: (part: Sized) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}

async function sized({ root, projection }: RewriteTask, part: Part, all: boolean): Promise<Sized> {
  const { head, blocks } = readIndex(root, part);
  const live = blocks.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const table = join(root, part.files.trajectories);
  // What no table was written of could be read by now.
  const isStale = async () => (sizeOf(table) > 0 ? !isBy(await versionsOf(table), projection) : live > 0);
  return { part, live, dead: head.entries - live, isStale: all && (await isStale()) };
}

/** Parts to be written as one: the smallest together, as many as fit; alone only one that has something to drop or to read anew. */
function groupsOf(parts: readonly Sized[], maxEntries: number): Sized[][] {
  const groups: Sized[][] = [];
  for (const part of [...parts].sort((a, b) => a.live - b.live)) {
    const last = groups.at(-1);
    const entries = sumOf(last ?? [], ({ live }) => live);
    if (last !== undefined && entries + part.live <= maxEntries) last.push(part);
    else groups.push([part]);
  }
  return groups.filter((group) => group.length > 1 || group.some(({ dead, isStale }) => dead > 0 || isStale));
}
