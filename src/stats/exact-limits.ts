import { betaQuantile } from './beta.ts';
import { requireProbability } from './tails.ts';
import type { Limits } from './wilson.ts';

/**
 * Clopper and Pearson's interval of a binomial rate, two-sided, e.g. `confidence` 0.95. Exact for every number of trials >= 1:
 * it covers the rate with at least that probability, mostly more. Unit: the rate, 0..1. Throws RangeError for impossible
 * counts. Not valid for trials that depend on each other or whose number was chosen by looking at their outcomes.
 * Reference: Clopper and Pearson (1934) doi:10.1093/biomet/26.4.404.
 */
export function clopperPearson(successes: number, trials: number, confidence: number): Limits {
  const tail = tailOf(successes, trials, confidence);
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, trials - successes, successes + 1),
  };
}

/**
 * Jeffreys' interval of a binomial rate: the central part of the posterior Beta(s + 1/2, n - s + 1/2), reaching 0 when
 * nothing succeeded and 1 when everything did. Approximate: its coverage averages the nominal one from a handful of trials
 * on, but falls below it at single rates. For display, not for a decision. Otherwise as `clopperPearson`.
 * Reference: Brown, Cai and DasGupta (2001) doi:10.1214/ss/1009213286.
 */
export function jeffreys(successes: number, trials: number, confidence: number): Limits {
  const tail = tailOf(successes, trials, confidence);
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, a, b),
    high: successes === trials ? 1 : 1 - betaQuantile(tail, b, a),
  };
}

function tailOf(successes: number, trials: number, confidence: number): number {
  const areCounts = Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0;
  if (!areCounts || trials < 1 || successes > trials) {
    throw new RangeError(`interval of a rate: ${successes} successes of ${trials} trials`);
  }
  requireProbability(confidence);
  return (1 - confidence) / 2;
}
