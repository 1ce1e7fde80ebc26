import { stirlingError } from './saddle-point.ts';

/**
 * Natural logarithm of the gamma function, x > 0. Relative error below 1e-13; next to its zeros 1 and 2 (where it is exactly
 * 0) the absolute error is about 1e-16. Throws RangeError for other x. Reference: Stirling's series, DLMF 5.11.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log-gamma: x must be > 0, got ${x}`);
  if (x === 1 || x === 2) return 0;
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2;
}
