import { betaTails } from './beta.ts';
import { normalOfT, zOf } from './normal-score.ts';
import { phaseOf } from './phase.ts';

/** One bin of a series: `at` counts bins from anywhere, and bins that are a whole number of periods apart are alike. */
export interface BinCount {
  readonly at: number;
  readonly trials: number;
  readonly successes: number;
}

/** What a rate has been, by phase of its period. */
export interface SeasonalRate {
  /** Shrunk towards the whole baseline's rate, and never 0 or 1. */
  rate(at: number): number;
  /** Baseline trials in the phase of `at`. */
  trials(at: number): number;
  /** How much more than a binomial of so many trials a bin varies, at least 1. */
  overdispersion(trials: number): number;
  /** Bins beyond those that the rates took: what the overdispersion was found from. 0 = nothing is known of it. */
  readonly degreesOfFreedom: number;
}

/** As if so many trials more at the overall rate had been seen in each phase. */
const PSEUDO_TRIALS = 20;

/**
 * The rate of a baseline by phase (weekday for daily bins and period 7); null = it has no trial.
 *
 * Rates are shrunk by 20 pseudo-trials at the overall rate, itself shrunk by half a success and half a failure. A bin of n trials
 * varies 1 + (n - 1) rho times as much as a binomial (beta-binomial), rho from Pearson's statistic by the method of moments, so that
 * a quiet Sunday is not judged by the noise of Mondays. References: McCullagh and Nelder (1989), Generalized Linear Models, 4.5;
 * Williams (1982) doi:10.2307/2347977. Not valid where the baseline itself moves: cut it there.
 */
export function seasonalRate(bins: readonly BinCount[], period: number): SeasonalRate | null {
  const sums = Array.from({ length: period }, () => ({ trials: 0, successes: 0 }));
  let trials = 0;
  let successes = 0;
  for (const bin of bins) {
    const sum = sums[phaseOf(bin.at, period)];
    if (sum === undefined) continue;
    sum.trials += bin.trials;
    sum.successes += bin.successes;
    trials += bin.trials;
    successes += bin.successes;
  }
  if (trials === 0) return null;
  const overall = (successes + 0.5) / (trials + 1);
  const rates = sums.map((sum) => (sum.successes + PSEUDO_TRIALS * overall) / (sum.trials + PSEUDO_TRIALS));
  const rate = (at: number): number => rates[phaseOf(at, period)] ?? overall;
  const phases = sums.filter((sum) => sum.trials > 0).length;
  const { rho, degreesOfFreedom } = noiseOf(bins, rate, phases);
  return {
    rate,
    trials: (at) => sums[phaseOf(at, period)]?.trials ?? 0,
    overdispersion: (n) => 1 + Math.max(0, n - 1) * rho,
    degreesOfFreedom,
  };
}

/** The correlation of trials within a bin, at least 0. */
function noiseOf(bins: readonly BinCount[], rate: (at: number) => number, phases: number) {
  let chiSquare = 0;
  let used = 0;
  let others = 0;
  for (const { at, trials, successes } of bins) {
    if (trials === 0) continue;
    const p = rate(at);
    chiSquare += (successes - trials * p) ** 2 / (trials * p * (1 - p));
    used += 1;
    others += trials - 1;
  }
  const degreesOfFreedom = Math.max(0, used - phases);
  if (degreesOfFreedom === 0 || others === 0) return { rho: 0, degreesOfFreedom };
  return { rho: Math.max(0, ((chiSquare * used) / degreesOfFreedom - used) / others), degreesOfFreedom };
}

/**
 * The successes of these bins (one, or several small ones together) against a baseline, as the normal score of their tail: about
 * standard normal where nothing changed, also for rare events. 0 = no trial.
 *
 * The tail is the mid-p of the rarer side's count given the count of bin and baseline together (the exact comparison of two Poisson
 * counts, Przyborowski and Wilenski 1940, doi:10.1093/biomet/31.3-4.313), with both counts divided by their dispersion. The
 * overdispersion is itself an estimate: the score is taken for a Student t and brought back to a normal. Without that step quiet
 * streams alarm twice as often as they may.
 */
export function seasonalZ(bins: readonly BinCount[], baseline: SeasonalRate): number {
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  if (trials === 0) return 0;
  const expected = bins.reduce((sum, bin) => sum + bin.trials * baseline.rate(bin.at), 0);
  const seen = bins.reduce((sum, bin) => sum + bin.successes, 0);
  const isRare = expected * 2 <= trials;
  const rate = (at: number): number => (isRare ? baseline.rate(at) : 1 - baseline.rate(at));
  let [variance, ofBaseline] = [0, 0];
  for (const { at, trials: n } of bins) {
    const own = n * rate(at) * (1 - rate(at)) * baseline.overdispersion(n);
    variance += own;
    ofBaseline += (own * n) / (baseline.trials(at) + PSEUDO_TRIALS);
  }
  const rare = isRare ? { seen, expected } : { seen: trials - seen, expected: trials - expected };
  const score = countScore(rare.seen, rare.expected, variance / rare.expected, ofBaseline / variance);
  return normalOfT(isRare ? score : -score, baseline.degreesOfFreedom);
}

/**
 * The normal score of a count whose expectation stems from a baseline `1 / ratio` times as large, both `dispersion` times as
 * variable as Poisson counts.
 */
export function countScore(seen: number, expected: number, dispersion: number, ratio: number): number {
  const [now, before] = [seen / dispersion, expected / ratio / dispersion];
  const share = ratio / (1 + ratio);
  const atLeast = now === 0 ? { lower: 1, upper: 0 } : betaTails(share, now, before + 1);
  const more = betaTails(share, now + 1, before);
  return zOf({ lower: (atLeast.upper + more.upper) / 2, upper: (atLeast.lower + more.lower) / 2 });
}
