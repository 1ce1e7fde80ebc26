import { continuedFraction } from './continued-fraction.ts';
import { binomialTerm } from './saddle-point.ts';
import { quantileOf, type Tails } from './tails.ts';

/**
 * Tails of the beta distribution (the regularised incomplete beta function), a, b > 0, x in 0..1. Relative error of either
 * tail below 1e-10 for a and b up to 1e6. Throws RangeError for other arguments.
 * References: DLMF 8.17.22 (continued fraction); Loader (2000) for the factor before it.
 */
export function betaTails(x: number, a: number, b: number): Tails {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`beta: x must be within 0..1, got ${x}`);
  return incompleteBeta(x, 1 - x, a, b);
}

/** The same where both x and y = 1 - x are known, each with all its digits. */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`beta: both parameters must be > 0 and finite, got ${a} and ${b}`);
  }
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const term = (a * b * binomialTerm(a, b, x, y)) / (a + b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (term / a) * fraction(x, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (term / b) * fraction(y, b, a));
  return { lower: 1 - upper, upper };
}

/**
 * Quantile of the beta distribution: the x with `P(X <= x) = p`. Relative error below 1e-10 wherever p and 1 - p fix x that
 * far. Reference: bisection of `betaTails`.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantileOf(p, (x) => betaTails(x, a, b), 0, 1);
}

/** Converges fast for x up to about its mean; on the other side callers swap the arms. */
function fraction(x: number, a: number, b: number): number {
  return continuedFraction((term) => {
    const m = term >>> 1;
    return term % 2 === 1
      ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
      : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  });
}
