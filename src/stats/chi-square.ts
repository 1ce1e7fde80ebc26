import { gammaTails } from './gamma.ts';
import { quantileOf, type Tails } from './tails.ts';

/**
 * Tails of the chi-square distribution at x >= 0, `df` > 0 degrees of freedom. Relative error of either tail below 1e-10.
 * Throws RangeError for other arguments. Reference: DLMF 8.2.
 */
export function chiSquareTails(x: number, df: number): Tails {
  return gammaTails(x / 2, df / 2);
}

/** Quantile of the chi-square distribution, 0 <= p <= 1; Infinity at 1. Relative error below 1e-10. */
export function chiSquareQuantile(p: number, df: number): number {
  return quantileOf(p, (x) => chiSquareTails(x, df), 0, Infinity);
}
