import { continuedFraction } from './continued-fraction.ts';
import { poissonTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

const PRECISION = 1e-17;

/**
 * Tails of the gamma distribution with the given shape > 0 and scale 1 (the regularised incomplete gamma functions P and Q)
 * at x >= 0. Relative error of either tail below 1e-10 for shapes up to 1e6. Throws RangeError for other arguments.
 * References: DLMF 8.11.4 (series) and 8.9.2 (continued fraction); Loader (2000) for the factor before them.
 */
export function gammaTails(x: number, shape: number): Tails {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`gamma: shape must be > 0 and finite, got ${shape}`);
  if (!(x >= 0)) throw new RangeError(`gamma: x must be >= 0, got ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const term = poissonTerm(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, term * series(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, ((term * shape) / (x + 1 - shape)) * fraction(x, shape));
  return { lower: 1 - upper, upper };
}

function series(x: number, shape: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * PRECISION; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Legendre's fraction, without its first partial denominator. */
function fraction(x: number, shape: number): number {
  return continuedFraction((k) => (-k * (k - shape)) / ((x + 2 * k - 1 - shape) * (x + 2 * k + 1 - shape)));
}
