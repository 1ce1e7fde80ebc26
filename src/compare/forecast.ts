import { type Limits, limitsOf } from './budget.ts';
import type { CaseFacts, Policy } from './evidence.ts';
import { added, NOTHING_SPENT, type Spent } from './spent.ts';

/** What a gate run will take, told before it begins. */
export interface Forecast {
  /** The first look of every case where nothing is shared, by what the recordings took; `costUsd` null = not known. */
  readonly first: Spent;
  /** Where it stops at the latest. */
  readonly limits: Limits;
}

/** `runsOf`: how often a case is run before anything of it is known. */
export function forecast(
  cases: readonly CaseFacts[],
  policy: Policy,
  runsOf: (facts: CaseFacts) => number = (facts) => plannedRuns([facts], policy),
): Forecast {
  const first = cases.reduce((sum, facts) => {
    const runs = runsOf(facts);
    const { calls, costUsd } = facts.expected ?? { calls: 1, costUsd: null };
    return added(sum, {
      runs,
      calls: runs * calls,
      costUsd: costUsd === null && runs > 0 ? null : runs * (costUsd ?? 0),
    });
  }, NOTHING_SPENT);
  return { first, limits: limitsOf(cases.length, policy) };
}

/** Runs before any case is suspicious and any slice goes on: the first look of every case. */
export function plannedRuns(cases: readonly CaseFacts[], policy: Pick<Policy, 'looks'>): number {
  const depth = policy.looks[0] ?? 1;
  return cases.reduce((sum, { storedTrials }) => sum + depth + Math.max(0, depth - storedTrials), 0);
}
