import { isAffected } from './classify.ts';
import type { CaseTrials, Evidence } from './trials.ts';

/** What trials took. A run is a trial that takes model calls of its own; `costUsd` null = some price is not known. */
export interface Spent {
  readonly runs: number;
  readonly calls: number;
  readonly costUsd: number | null;
}

export const NOTHING_SPENT: Spent = { runs: 0, calls: 0, costUsd: 0 };

export function spentOn({ cases }: Evidence): Spent {
  return cases.reduce((sum, trials) => {
    const spent = spentOnCase(trials);
    return spent.runs === 0 ? sum : added(sum, spent);
  }, NOTHING_SPENT);
}

export function added(a: Spent, b: Spent): Spent {
  const costUsd = a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd;
  return { runs: a.runs + b.runs, calls: a.calls + b.calls, costUsd };
}

/** What so many runs take, as those did that were taken; null = none was. */
export function projected({ runs, calls, costUsd }: Spent, more: number): Spent | null {
  if (runs === 0) return null;
  return {
    runs: more,
    calls: Math.ceil((calls / runs) * more),
    costUsd: costUsd === null ? null : (costUsd / runs) * more,
  };
}

/** Stored base trials, and head trials that did exactly what their base trial did, took nothing. */
export function spentOnCase({ base, head, memo }: CaseTrials): Spent {
  if (memo.spent !== null) return memo.spent;
  let spent = NOTHING_SPENT;
  for (const trial of base.values()) if (!trial.stored) spent = added(spent, { runs: 1, ...trial.took });
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    const free = partner !== undefined && !isAffected({ number: trial.number, base: partner, head: trial });
    if (!free) spent = added(spent, { runs: 1, ...trial.took });
  }
  memo.spent = spent;
  return spent;
}
