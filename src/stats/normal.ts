import { gammaTails } from './gamma.ts';
import { requireProbability, type Tails } from './tails.ts';

/**
 * Tails of the standard normal distribution. Relative error of either tail below 1e-10 down to the smallest double (|z| up
 * to 37). Each tail is an incomplete gamma function of z^2 / 2: the complementary error function without `1 - (1 - x)`.
 * Reference: DLMF 7.11.2.
 */
export function normalTails(z: number): Tails {
  const square = gammaTails((z * z) / 2, 0.5);
  const small = square.upper / 2;
  const large = 0.5 + square.lower / 2;
  return z < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}

/** Each step triples the digits of a start that is good to 4.5e-4. */
const HALLEY_STEPS = 3;

/**
 * Quantile of the standard normal distribution, 0 <= p <= 1; -Infinity at 0 and Infinity at 1. Relative error below 1e-10.
 * Throws RangeError for other p. References: Abramowitz and Stegun (1964) 26.2.23 for the start, then Halley's method.
 */
export function normalQuantile(p: number): number {
  requireProbability(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  if (tail === 0.5) return 0;
  const r = Math.sqrt(-2 * Math.log(tail));
  let z = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)));
  for (let step = 0; step < HALLEY_STEPS; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalTails(z).upper - tail) / density;
    z += error / (1 - (error * z) / 2);
  }
  return p < 0.5 ? -z : z;
}
