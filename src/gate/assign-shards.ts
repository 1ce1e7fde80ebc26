import { sha256 } from '../trace/index.ts';

/** A case and how long one run of it is expected to take. */
interface Weighed {
  readonly id: string;
  /** Above zero. */
  readonly expectedMs: number;
}

/** A shard may be so much longer than the mean before a case goes elsewhere than its hash says. */
const SLACK = 1.05;
/** A shard should have so much to do, since every one of them sets both sides up first. */
const SHARD_MS = 5 * 60_000;
const MAX_AUTO = 16;
/** GitHub's limit of a matrix. */
export const MAX_SHARDS = 256;

/**
 * Case id -> its shard, from 1. Each goes to the shard that its hash prefers (rendezvous hashing), long ones first, as long
 * as that shard stays near the mean: when cases come and go the others mostly stay where they are, and with them what a
 * shard's cache holds.
 */
export function assignShards(cases: readonly Weighed[], shards: number): ReadonlyMap<string, number> {
  const most = (SLACK * cases.reduce((sum, { expectedMs }) => sum + expectedMs, 0)) / shards;
  const loads = new Map(Array.from({ length: shards }, (_, index) => [index + 1, 0]));
  const loadOf = (shard: number): number => loads.get(shard) ?? 0;
  const assigned = new Map<string, number>();
  for (const { id, expectedMs } of cases.toSorted(longestFirst)) {
    const preferred = [...loads.keys()]
      .map((shard) => ({ shard, rank: sha256(`${shard} ${id}`) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const fitting = preferred.find(({ shard }) => loadOf(shard) + expectedMs <= most);
    const shortest = preferred.toSorted((a, b) => loadOf(a.shard) - loadOf(b.shard))[0];
    const { shard } = fitting ?? shortest ?? { shard: 1 };
    loads.set(shard, loadOf(shard) + expectedMs);
    assigned.set(id, shard);
  }
  return assigned;
}

/** How many shards work of this length is worth; never more than there are cases. */
export function shardsFor(expectedMs: number, cases: number): number {
  return Math.max(1, Math.min(Math.ceil(expectedMs / SHARD_MS), MAX_AUTO, cases));
}

function longestFirst(a: Weighed, b: Weighed): number {
  return b.expectedMs - a.expectedMs || (sha256(a.id) < sha256(b.id) ? -1 : 1);
}
