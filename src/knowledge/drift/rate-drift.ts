import { type BinCount, type SeasonalRate, seasonalRate, seasonalZ } from '../../stats/index.ts';
import { type DriftRules, type WatchedDay, watchDays } from './watch.ts';

const WEEK = 7;

/** Watches a rate. */
export function watchRate(
  days: readonly BinCount[],
  rules: DriftRules,
  acceptedAt: readonly number[],
): readonly WatchedDay<SeasonalRate>[] {
  return watchDays(days, rules, acceptedAt, {
    trials: ({ trials }) => trials,
    baselineOf: (bins) => rateBaseline(bins, rules),
    scores: (waiting, baseline) => new Map([['', seasonalZ(waiting, baseline)]]),
  });
}

/** What a rate was, where its days are enough to tell. */
export function rateBaseline(bins: readonly BinCount[], { minDegreesOfFreedom }: DriftRules): SeasonalRate | null {
  const baseline = seasonalRate(bins, WEEK);
  return baseline === null || baseline.degreesOfFreedom < minDegreesOfFreedom ? null : baseline;
}
