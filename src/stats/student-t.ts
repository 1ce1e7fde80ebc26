import { incompleteBeta } from './beta.ts';
import { bisect, requireProbability, type Tails } from './tails.ts';

/**
 * Tails of Student's t distribution, `df` > 0 degrees of freedom (need not be whole). Relative error of either tail below
 * 1e-10 for df up to 1e6. Throws RangeError for other arguments. Reference: DLMF 8.17 with x = df / (df + t^2).
 */
export function studentTTails(t: number, df: number): Tails {
  if (Number.isNaN(t)) throw new RangeError('Student t: t must be a number, got NaN');
  const square = t * t;
  const beyond = incompleteBeta(df / (df + square), 1 / (1 + df / square), df / 2, 0.5);
  const small = beyond.lower / 2;
  const large = 0.5 + beyond.upper / 2;
  return t < 0 ? { lower: small, upper: large } : { lower: large, upper: small };
}

/** Quantile of Student's t distribution, 0 <= p <= 1; -Infinity at 0 and Infinity at 1. Relative error below 1e-10. */
export function studentTQuantile(p: number, df: number): number {
  requireProbability(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const t = tail === 0 ? Infinity : bisect((at) => studentTTails(at, df).upper > tail, 0, Infinity);
  return p < 0.5 ? -t : t;
}
