import { type Limits, type SecondRound, type Spent, secondRoundRuns } from '../compare/index.ts';
import type { ShardPlan } from './plan-file.ts';
import { limitsOfShards } from './shard-limits.ts';

/** What round 1 left open, for the machines that have cases of it. */
export function planNextRound(
  plan: ShardPlan,
  second: SecondRound,
  { first, spent, limits }: { first: ShardPlan['first']; spent: Spent; limits: Limits },
): ShardPlan {
  const left = {
    runs: Math.max(0, limits.runs - spent.runs),
    calls: limits.calls === null ? null : Math.max(0, limits.calls - spent.calls),
    costUsd: limits.costUsd === null ? null : Math.max(0, limits.costUsd - (spent.costUsd ?? 0)),
  };
  return { ...plan, round: 2, second, first, limits: limitsOfShards(plan.cases, secondRoundRuns(second), left) };
}
