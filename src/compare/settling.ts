import type { CaseData } from './case-data.ts';
import { isStored } from './case-data.ts';
import { sliceMde80 } from './rates.ts';
import { projected, type Spent } from './spent.ts';

/** What would settle a slice: so many more runs show a drop of `drop` (rate) with 80 % power. */
export interface Settling extends Spent {
  readonly drop: number;
}

const TRIALS_MAX = 1000;

/**
 * The further runs with which the slice's test, at `level`, finds a drop of `drop` with 80 % power, when each case has
 * `depth` trials now; null = 1,000 trials a case would not do, or nothing was spent yet to tell the price by.
 */
export function settling(
  cases: readonly CaseData[],
  drop: number,
  depth: number,
  level: number,
  spent: Spent,
): Settling | null {
  const seen = (trials: number): boolean => (sliceMde80(cases, level, 1, trials) ?? 1) <= drop;
  if (!seen(TRIALS_MAX)) return null;
  let low = depth;
  let high = TRIALS_MAX;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (seen(middle)) high = middle;
    else low = middle;
  }
  const perTrial = cases.reduce((sum, data) => sum + runsPerTrial(data), 0);
  const taking = projected(spent, Math.ceil((high - depth) * perTrial));
  return taking === null ? null : { ...taking, drop };
}

/** Runs that one more trial of head on an affected number takes: with a reservoir base needs none. */
function runsPerTrial(data: CaseData): number {
  const share = data.effect?.affectedShare ?? 0;
  if (share === 0) return 0;
  return isStored(data) ? 1 : 1 + 1 / share;
}
