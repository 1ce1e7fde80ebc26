import { type LocationBin, locationZ, type SeasonalLocation, seasonalLocation } from '../../stats/index.ts';
import { type DriftRules, type WatchedDay, watchDays } from './watch.ts';

const WEEK = 7;

/** Watches where the numbers of a day lie, on the scale of logarithms. */
export function watchNumber(
  days: readonly LocationBin[],
  rules: DriftRules,
  acceptedAt: readonly number[],
): readonly WatchedDay<SeasonalLocation>[] {
  return watchDays(days, rules, acceptedAt, {
    trials: ({ count }) => count,
    baselineOf: (bins) => numberBaseline(bins, rules),
    scores: (waiting, baseline) => new Map([['', locationZ(waiting, baseline)]]),
  });
}

/** Where numbers were, where their days are enough to tell. */
export function numberBaseline(
  bins: readonly LocationBin[],
  { minDegreesOfFreedom }: DriftRules,
): SeasonalLocation | null {
  const baseline = seasonalLocation(bins, WEEK);
  return baseline === null || baseline.degreesOfFreedom < minDegreesOfFreedom ? null : baseline;
}
