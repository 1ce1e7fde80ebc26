import { logMean, maybeDead, sumOf } from './mixture.ts';

/** One stratum: arm 0's history of `n0` trials with `s0` successes, and arm 1's trials so far. */
export interface HistoryStratum {
  readonly n0: number;
  readonly s0: number;
  readonly n1: number;
  readonly s1: number;
}

/** Diffuse alternatives: arm 1's rate is this much of arm 0's, in every stratum. */
const REMAINING = [0.9, 0.75, 0.6] as const;
/** Success rate of a dead stratum; only strata that mostly succeeded can be found dead. */
const DEAD_RATE = 0.04;
const ALIVE = 0.5;
/** A history without a failure does not promise that none will come. */
const MOST_RATE = 0.995;

/**
 * Log of how much better "arm 1 succeeds less" explains arm 1's trials than "nothing changed", where arm 0's rates are
 * estimated from a history (shrunk by one pseudo trial towards the mean of all, at most 0.995). Half the weight goes to the
 * mean of three diffuse drops, half to "a quarter of the strata are dead". Unit: nats.
 *
 * Null and alternative as for `pairsLogE`, but the null's rates are estimates: a Bayes factor and **no** valid e-value. It is
 * for choosing where to draw more trials; a p-value must decide. Approximate whatever the history; throws RangeError where no
 * stratum has any. Reference: Kass and Raftery (1995) doi:10.1080/01621459.1995.10476572.
 */
export function historyLogE(strata: readonly HistoryStratum[]): number {
  const history = sumOf(strata, ({ n0 }) => n0);
  if (history === 0) throw new RangeError('log e-value against a history: no stratum has one');
  const meanRate = sumOf(strata, ({ s0 }) => s0) / history;
  const rateOf = ({ n0, s0 }: HistoryStratum): number => Math.min(MOST_RATE, (s0 + meanRate) / (n0 + 1));
  const diffuse = REMAINING.map((share) => sumOf(strata, (stratum) => logRatio(stratum, rateOf(stratum), share)));
  const alive = strata.filter((stratum) => rateOf(stratum) > ALIVE);
  const dead = sumOf(alive, (stratum) => {
    const rate = rateOf(stratum);
    return maybeDead(logRatio(stratum, rate, DEAD_RATE / rate));
  });
  return logMean([logMean(diffuse), dead]);
}

/** Log likelihood ratio of the rate `share * rate` against `rate`. */
function logRatio({ n1, s1 }: HistoryStratum, rate: number, share: number): number {
  return s1 * Math.log(share) + (n1 - s1) * Math.log((1 - share * rate) / (1 - rate));
}
