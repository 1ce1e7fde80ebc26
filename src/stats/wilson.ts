export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** A rate and the number of trials that it was measured on; `trials` > 0. */
export interface MeasuredRate {
  readonly rate: number;
  readonly trials: number;
}

/** One stratum's two arms; all `n` > 0. `weight` is its share of the difference (the weights sum to 1). */
interface WeightedStratum {
  readonly weight: number;
  readonly n0: number;
  readonly s0: number;
  readonly n1: number;
  readonly s1: number;
}

/**
 * Wilson's score interval of a binomial rate. Approximate; coverage near nominal also at 0 and 1. Not valid for trials
 * that depend on each other. Reference: Wilson (1927) doi:10.1080/01621459.1927.10502953.
 */
export function wilson({ rate, trials }: MeasuredRate, z: number): Limits {
  const zz = z * z;
  const centre = (rate + zz / (2 * trials)) / (1 + zz / trials);
  const half = (z / (1 + zz / trials)) * Math.sqrt((rate * (1 - rate)) / trials + zz / (4 * trials * trials));
  return { low: Math.max(0, Math.min(rate, centre - half)), high: Math.min(1, Math.max(rate, centre + half)) };
}

/**
 * How much narrower the interval of a difference may be because the strata are fixed: the standard deviation within strata
 * over the binomial one, `sqrt(clamp(within / binomial, 0.5, 1))`. Rates within a stratum are shrunk by one pseudo trial
 * towards the arm's mean, so that one trial a stratum is enough. Approximate.
 */
export function fixedStrataFactor(strata: readonly WeightedStratum[]): number {
  const arm0 = pooled(strata.map(({ n0, s0 }) => ({ n: n0, s: s0 })));
  const arm1 = pooled(strata.map(({ n1, s1 }) => ({ n: n1, s: s1 })));
  const binomial = variance(arm0.rate, arm0.trials) + variance(arm1.rate, arm1.trials);
  if (binomial === 0) return 1;
  let within = 0;
  for (const { weight, n0, s0, n1, s1 } of strata) {
    const rate0 = (s0 + arm0.rate) / (n0 + 1);
    const rate1 = (s1 + arm1.rate) / (n1 + 1);
    within += weight * weight * (variance(rate0, n0) + variance(rate1, n1));
  }
  return Math.sqrt(Math.min(1, Math.max(0.5, within / binomial)));
}

/**
 * Interval of `arm1.rate - arm0.rate` by Newcombe's square-and-add of Wilson limits, its widths times `factor` (see
 * `fixedStrataFactor`). Approximate: simulated coverage 93.5 to 100 % at 95 % nominal for 10 and 40 strata of 1 to 5
 * trials; 91 % for 40 strata with one trial against twenty and a drop of 35 points. Not valid for single strata of a few
 * trials that depend on each other. Reference: Newcombe (1998), Statistics in Medicine 17:873.
 */
export function moverWilson(arm0: MeasuredRate, arm1: MeasuredRate, z: number, factor: number): Limits {
  const limits0 = wilson(arm0, z);
  const limits1 = wilson(arm1, z);
  const difference = arm1.rate - arm0.rate;
  const down = Math.hypot(arm1.rate - limits1.low, limits0.high - arm0.rate);
  const up = Math.hypot(limits1.high - arm1.rate, arm0.rate - limits0.low);
  return { low: difference - factor * down, high: difference + factor * up };
}

function pooled(arms: readonly { readonly n: number; readonly s: number }[]): MeasuredRate {
  const trials = arms.reduce((sum, { n }) => sum + n, 0);
  return { trials, rate: arms.reduce((sum, { s }) => sum + s, 0) / trials };
}

function variance(rate: number, trials: number): number {
  return (rate * (1 - rate)) / trials;
}
