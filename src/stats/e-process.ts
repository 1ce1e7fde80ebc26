import { logMean, maybeDead, sumOf } from './mixture.ts';

/** What a stratum's pairs (one trial of each arm) came to: both succeeded, only one arm's trial did, neither did. */
export interface PairCounts {
  readonly both: number;
  readonly only0: number;
  readonly only1: number;
  readonly neither: number;
}

/** One alternative: success probabilities of arm 0 and of arm 1, the latter lower. */
type Alternative = readonly [rate0: number, rate1: number];

/** "All strata a bit worse", in four sizes, and "some strata dead". */
const DIFFUSE: readonly Alternative[] = [
  [0.95, 0.6],
  [0.95, 0.8],
  [0.8, 0.5],
  [0.6, 0.3],
];
const DEAD: Alternative = [0.97, 0.04];

/**
 * Log of the e-process of pairs: evidence that arm 1 succeeds less, readable at any time.
 *
 * Null: within every stratum, trials are independent and arm 1's success probability is at least arm 0's. Alternative: lower,
 * in all strata a little or in some entirely. With y the outcomes of a pair, each alternative (t0, t1), m = (t0 + t1) / 2,
 * multiplies by `t0^y0 (1-t0)^(1-y0) t1^y1 (1-t1)^(1-y1) / (m^(y0+y1) (1-m)^(2-y0-y1))`; half the weight goes to the mean of
 * the diffuse alternatives, half to the product over strata of a quarter dead and three quarters unchanged. E <= 1 under the
 * null whenever one stops (checked on a grid), so `P(ever >= 1 / alpha) <= alpha`. Exact from the first pair. Unit: nats.
 *
 * Not valid where the members of a pair are negatively coupled (as with shared prefixes): `discordantLogE` is.
 * Reference: Turner, Ly and Gruenwald (2024), Generic E-variables for exact sequential k-sample tests.
 */
export function pairsLogE(strata: readonly PairCounts[]): number {
  return logMixture(strata, pairsFactor);
}

/**
 * The same from the discordant pairs alone, each multiplied by 2 l (arm 0 succeeded) or 2 (1 - l) (arm 1 did),
 * `l = t0 (1 - t1) / (t0 (1 - t1) + (1 - t0) t1)`: the form that may decide.
 *
 * Null: in a discordant pair arm 1 succeeds with probability >= 1/2, given all earlier pairs; however the members of a pair
 * depend on each other. Alternative, exactness and unit as for `pairsLogE`; weaker, at most log 2 a pair.
 * Reference: Wald (1947), Sequential Analysis, section 6 (double dichotomies).
 */
export function discordantLogE(strata: readonly Pick<PairCounts, 'only0' | 'only1'>[]): number {
  return logMixture(strata, ([rate0, rate1]) => {
    const loss = (rate0 * (1 - rate1)) / (rate0 * (1 - rate1) + (1 - rate0) * rate1);
    const [lost, won] = [Math.log(2 * loss), Math.log(2 * (1 - loss))];
    return ({ only0, only1 }) => only0 * lost + only1 * won;
  });
}

function pairsFactor([rate0, rate1]: Alternative): (stratum: PairCounts) => number {
  const mean = (rate0 + rate1) / 2;
  const [success0, success1] = [Math.log(rate0 / mean), Math.log(rate1 / mean)];
  const [failure0, failure1] = [Math.log((1 - rate0) / (1 - mean)), Math.log((1 - rate1) / (1 - mean))];
  return ({ both, only0, only1, neither }) =>
    both * (success0 + success1) +
    only0 * (success0 + failure1) +
    only1 * (failure0 + success1) +
    neither * (failure0 + failure1);
}

function logMixture<S>(strata: readonly S[], factorOf: (alternative: Alternative) => (stratum: S) => number): number {
  const logE = (alternative: Alternative): number => sumOf(strata, factorOf(alternative));
  const dead = factorOf(DEAD);
  return logMean([logMean(DIFFUSE.map(logE)), sumOf(strata, (stratum) => maybeDead(dead(stratum)))]);
}
