import { blockSumPmf } from './block-sum.ts';
import { CERTAIN_ZERO, convolve, convolvePower } from './convolve.ts';
import { hypergeometricTails } from './hypergeometric.ts';
import { fairCoinPmf, hypergeometricPmf, type Pmf } from './pmf.ts';

/** One stratum's data. Arm 0 is the reference, arm 1 the one that may be worse. */
export type Stratum =
  /** `n` trials and `s` successes in each arm; under the null the arms' labels are exchangeable. */
  | { readonly kind: 'labels'; readonly n0: number; readonly n1: number; readonly s0: number; readonly s1: number }
  /** `discordant` pairs (one success, one failure), `wins1` of them with the success in arm 1. */
  | { readonly kind: 'swaps'; readonly discordant: number; readonly wins1: number }
  /**
   * Trials that ran together, as blocks: the successes of each block, by arm. Blocks keep their successes and exchange their
   * labels under the null, so trials within a block may depend on each other in any way.
   */
  | { readonly kind: 'blocks'; readonly totals0: readonly number[]; readonly totals1: readonly number[] };

export interface ExactTest {
  /** P(H <= observed): small = arm 1 is worse. */
  readonly p: number;
  /** P(H >= observed): small = arm 1 is better. */
  readonly pUpper: number;
  /** `p` less half of the observed value's own mass: for display and ranking only, not a valid level. */
  readonly midP: number;
  readonly midPUpper: number;
  /** Every value that `p`, or `pUpper`, can take given the margins, ascending (blocks may repeat one); the last one is 1. */
  readonly attainable: Float64Array;
  readonly attainableUpper: Float64Array;
}

/**
 * Stratified exact conditional test of successes in arm 1.
 *
 * Null: within every stratum the two arms' trials are exchangeable (labels), or their blocks (blocks), or the two members of
 * every pair (swaps; for pairs of blocks, one stratum of `blocks` a pair).
 * One-sided alternatives: arm 1 has fewer (`p`) or more (`pUpper`) successes. Statistic: H, the successes of arm 1 summed
 * over strata; its null distribution is the convolution of the strata's (hypergeometric given the stratum's total;
 * Bin(discordant, 1/2) for pairs; for blocks the total of a random choice of them). Exact, conditional on the margins; below 1e-58 an upper bound.
 * With one stratum of labels it is Fisher's exact test, with pairs only the exact McNemar test, with several strata of
 * labels the exact Cochran-Mantel-Haenszel test.
 *
 * Not valid when trials of different strata depend on each other, when the arms ran under different conditions (at another
 * time, against another provider state), or when trials were left out of one arm by a rule that the other arm was spared.
 * A small p says that arm 1 lost somewhere; where strata moved both ways it does not fix the sign of the mean.
 *
 * References: McNemar (1947) doi:10.1007/BF02295996; Mantel and Haenszel (1959) doi:10.1093/jnci/22.4.719.
 */
export function stratExact(strata: readonly Stratum[]): ExactTest {
  const groups = new Map<string, { pmf: Pmf; count: number }>();
  let observed = 0;
  for (const stratum of strata) {
    observed += observedOf(stratum);
    const key = nullKey(stratum);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { pmf: nullOf(stratum), count: 1 });
    else group.count++;
  }
  let sum = CERTAIN_ZERO;
  for (const { pmf, count } of groups.values()) sum = convolve(sum, convolvePower(pmf, count));

  const attainable = prefixSums(sum.mass, sum.lostLow);
  const upwards = prefixSums(sum.mass.toReversed(), sum.lostHigh);
  const index = observed - sum.min;
  const own = (sum.mass[index] ?? 0) / 2;
  const p = index < 0 ? sum.lostLow : (attainable[index] ?? 1);
  const last = sum.mass.length - 1;
  const pUpper = index > last ? sum.lostHigh : (upwards[last - index] ?? 1);
  return { p, pUpper, midP: p - own, midPUpper: pUpper - own, attainable, attainableUpper: upwards };
}

/** Fisher's exact test of one 2x2 table, one-sided: P(at most `s1` successes in arm 1 | margins). See `stratExact`. */
export function fisherLower(n0: number, s0: number, n1: number, s1: number): number {
  return hypergeometricTails(s1, n0 + n1, s0 + s1, n1).lower;
}

function observedOf(stratum: Stratum): number {
  switch (stratum.kind) {
    case 'labels':
      if (stratum.s0 > stratum.n0 || stratum.s1 > stratum.n1) {
        throw new RangeError(`more successes than trials: ${JSON.stringify(stratum)}`);
      }
      return stratum.s1;
    case 'swaps':
      if (stratum.wins1 > stratum.discordant) {
        throw new RangeError(`more wins than discordant pairs: ${JSON.stringify(stratum)}`);
      }
      return stratum.wins1;
    case 'blocks':
      return stratum.totals1.reduce((sum, total) => sum + total, 0);
    default:
      return stratum satisfies never;
  }
}

function nullKey(stratum: Stratum): string {
  switch (stratum.kind) {
    case 'labels':
      return `${stratum.n0} ${stratum.n1} ${stratum.s0 + stratum.s1}`;
    case 'swaps':
      return `swaps ${stratum.discordant}`;
    case 'blocks':
      return `blocks ${stratum.totals1.length} of ${allTotals(stratum).sort((a, b) => a - b)}`;
    default:
      return stratum satisfies never;
  }
}

function nullOf(stratum: Stratum): Pmf {
  switch (stratum.kind) {
    case 'labels':
      return hypergeometricPmf(stratum.n0 + stratum.n1, stratum.s0 + stratum.s1, stratum.n1);
    case 'swaps':
      return fairCoinPmf(stratum.discordant);
    case 'blocks':
      return blockSumPmf(allTotals(stratum), stratum.totals1.length);
    default:
      return stratum satisfies never;
  }
}

function allTotals({ totals0, totals1 }: Extract<Stratum, { kind: 'blocks' }>): number[] {
  return [...totals0, ...totals1];
}

/** Summed from the small end, so that small tails keep their relative accuracy; the total is 1 by construction. */
function prefixSums(mass: Float64Array, lost: number): Float64Array {
  let sum = lost;
  const sums = mass.map((value) => {
    sum += value;
    return Math.min(1, sum);
  });
  sums[sums.length - 1] = 1;
  return sums;
}
