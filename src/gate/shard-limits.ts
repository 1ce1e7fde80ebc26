import type { Limits } from '../compare/index.ts';
import type { ShardLimits, ShardPlan } from './plan-file.ts';

/** The budget, in parts as large as what each shard is to run. */
export function limitsOfShards(
  cases: ShardPlan['cases'],
  runs: ReadonlyMap<string, number>,
  limits: Limits,
): readonly ShardLimits[] {
  const work = new Map<number, number>();
  for (const { id, shard } of cases) {
    const own = runs.get(id) ?? 0;
    if (own > 0) work.set(shard, (work.get(shard) ?? 0) + own);
  }
  const total = [...work.values()].reduce((sum, one) => sum + one, 0);
  return [...work]
    .toSorted(([a], [b]) => a - b)
    .map(([shard, own]) => ({
      shard,
      runs: Math.ceil((limits.runs * own) / total),
      calls: limits.calls === null ? null : Math.ceil((limits.calls * own) / total),
      costUsd: limits.costUsd === null ? null : (limits.costUsd * own) / total,
    }));
}
