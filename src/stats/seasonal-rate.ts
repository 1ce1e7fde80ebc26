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
  /** Pearson's chi-square over its degrees of freedom, at least 1: how much more than a binomial the bins vary. */
  readonly overdispersion: number;
}

/** As if so many trials more at the overall rate had been seen in each phase. */
const PSEUDO_TRIALS = 20;

/**
 * The rate of a baseline by phase (weekday for daily bins and period 7); null = it has no trial.
 *
 * Rates are shrunk by 20 pseudo-trials at the overall rate, itself shrunk by half a success and half a failure. The
 * overdispersion is Pearson's statistic over bins minus phases. Reference: McCullagh and Nelder (1989), Generalized Linear
 * Models, section 4.5 (quasi-binomial). Not valid where the baseline itself moves: cut it there.
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
  return {
    rate,
    trials: (at) => sums[phaseOf(at, period)]?.trials ?? 0,
    overdispersion: overdispersionOf(bins, rate, phases),
  };
}

function overdispersionOf(bins: readonly BinCount[], rate: (at: number) => number, phases: number): number {
  let chiSquare = 0;
  let used = 0;
  for (const { at, trials, successes } of bins) {
    if (trials === 0) continue;
    const p = rate(at);
    chiSquare += (successes - trials * p) ** 2 / (trials * p * (1 - p));
    used += 1;
  }
  return used > phases ? Math.max(1, chiSquare / (used - phases)) : 1;
}

/**
 * How many standard deviations the successes of these bins (one, or several small ones together) are from a baseline's rate,
 * with the baseline's own uncertainty and its overdispersion in the denominator; about normal from 20 trials on. 0 = no trial.
 */
export function seasonalZ(bins: readonly BinCount[], baseline: SeasonalRate): number {
  let difference = 0;
  let variance = 0;
  for (const { at, trials, successes } of bins) {
    const p = baseline.rate(at);
    const known = baseline.trials(at) + PSEUDO_TRIALS;
    difference += successes - trials * p;
    variance += trials * p * (1 - p) * (1 + trials / known);
  }
  return variance === 0 ? 0 : difference / Math.sqrt(variance * baseline.overdispersion);
}

function phaseOf(at: number, period: number): number {
  return ((at % period) + period) % period;
}
