import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { behaviour, computedBy, resultFolder, resultsIn } from '../../src/commands/backfill-days.ts';
import { backfillMergeCommand } from '../../src/commands/backfill-merge.ts';
import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { quietIn } from './quiet.ts';
import type { Scanned } from './scan.ts';

const SCAN = join(import.meta.dirname, 'scan.ts');

/** A backfill of a store in a process of its own. */
export function scan(store: string, what: 'all' | 'trajectories', shard?: string): Scanned {
  const args = [SCAN, store, what, ...(shard === undefined ? [] : [shard])];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** The same traffic below a store of its own, without results. */
function besides(store: string, other: string): string {
  mkdirSync(other, { recursive: true });
  symlinkSync(resolve(store, 'traffic'), join(other, 'traffic'));
  return other;
}

/** The results of so many shards of a store, merged into another one. */
export async function mergedShards(store: string, folder: string, of: number): Promise<string> {
  const shards = Array.from({ length: of }, (_, at) => besides(store, join(folder, `shard-${at + 1}`)));
  for (const [at, shard] of shards.entries()) scan(shard, 'all', `${at + 1}/${of}`);
  const merged = join(folder, 'merged');
  await backfillMergeCommand(shards, { store: merged }, quietIn('/'));
  return merged;
}

/** The files of results of a store as text, by day. */
export function resultTexts(store: string): ReadonlyMap<string, string> {
  const folder = resultFolder(store, behaviour.id, quietIn('/'));
  return new Map(folder.days().map((day) => [day, folder.read(day)]));
}

/** Trajectories, successes and those that made a failed call again, of all groups together. */
export function resultSums(store: string): readonly number[] {
  const sums = [0, 0, 0];
  const by = computedBy(behaviour, { projection: trafficProjection });
  for (const { summaries } of resultsIn(resultFolder(store, behaviour.id, quietIn('/')), by))
    for (const { summary } of summaries.list())
      for (const [at, n] of [
        summary.trajectories,
        summary.rates.get('success')?.successes ?? 0,
        summary.rates.get('retry')?.successes ?? 0,
      ].entries())
        sums[at] = (sums[at] ?? 0) + n;
  return sums;
}

export function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size > 0 && a.size === b.size && [...a].every(([day, text]) => b.get(day) === text);
}
