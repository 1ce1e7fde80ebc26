import { type BinCount, countScore, type SeasonalRate, seasonalZ } from '../../stats/index.ts';
import type { CategoryBin } from '../behaviour/streams.ts';
import { mostFrequent, OTHERS } from '../behaviour/summary.ts';
import { rateBaseline } from './rate-drift.ts';
import { type DriftRules, type WatchedDay, watchDays } from './watch.ts';

/** So many categories are watched one by one; those that are rarer in the baseline together. */
const MAX_CATEGORIES = 12;
/** What was in no day of the baseline. */
export const NEW = '(new)';
/** The rule of three: what was never seen in N may be as frequent as 3 in N. */
const UNSEEN = 3;

/** What categories were: the share of each. */
interface CategoryBaseline {
  readonly trials: number;
  readonly shares: ReadonlyMap<string, SeasonalRate>;
  /** Categories that are watched together with others. */
  readonly rare: ReadonlySet<string>;
}

/** Watches the shares of categories, each against all others, and whether there are new ones. */
export function watchCategories(
  days: readonly CategoryBin[],
  rules: DriftRules,
  acceptedAt: readonly number[],
): readonly WatchedDay<CategoryBaseline>[] {
  return watchDays(days, rules, acceptedAt, {
    trials: ({ counts }) => total(counts),
    baselineOf: (bins) => baselineOf(bins, rules),
    scores,
  });
}

function baselineOf(bins: readonly CategoryBin[], rules: DriftRules): CategoryBaseline | null {
  const sums = new Map<string, number>();
  for (const { counts } of bins) for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  const kept = mostFrequent(sums, MAX_CATEGORIES);
  const rare = new Set([...sums.keys()].filter((name) => !kept.has(name)));
  const shares = new Map<string, SeasonalRate>();
  for (const name of kept.keys()) {
    const share = rateBaseline(
      bins.map((bin) => shareOf(bin, name, { shares: kept, rare })),
      rules,
    );
    if (share === null) return null;
    shares.set(name, share);
  }
  return { trials: total(sums), shares, rare };
}

function scores(waiting: readonly CategoryBin[], baseline: CategoryBaseline): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const sharesOf = (name: string): readonly BinCount[] => waiting.map((bin) => shareOf(bin, name, baseline));
  for (const [name, share] of baseline.shares) found.set(name, seasonalZ(sharesOf(name), share));
  const unseen = sharesOf(NEW).reduce((sum, { successes }) => sum + successes, 0);
  const ratio = waiting.reduce((sum, { counts }) => sum + total(counts), 0) / baseline.trials;
  // That nothing is new is no news.
  found.set(NEW, unseen === 0 ? 0 : Math.max(0, countScore(unseen, UNSEEN * ratio, 1, ratio)));
  return found;
}

/** The share of a category as a rate; `OTHERS` are all that are rare, `NEW` those that the baseline did not have. */
export function shareOf(
  { at, counts }: CategoryBin,
  name: string,
  { shares, rare }: { readonly shares: ReadonlyMap<string, unknown>; readonly rare: ReadonlySet<string> },
): BinCount {
  let successes = 0;
  for (const [one, count] of counts) {
    const watchedAs = shares.has(one) ? one : rare.has(one) || one === OTHERS ? OTHERS : NEW;
    if (watchedAs === name) successes += count;
  }
  return { at, trials: total(counts), successes };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
