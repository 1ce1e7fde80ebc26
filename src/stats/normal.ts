// @ts-expect-error -- jstat ships no types
import jStat from 'jstat';

const inverse: (p: number, mean: number, standardDeviation: number) => number = jStat.normal.inv;

/** Quantile of the standard normal distribution, 0 < p < 1. Relative error below 1e-8 for 1e-8 <= p <= 1 - 1e-8. */
export function normalQuantile(p: number): number {
  return inverse(p, 0, 1);
}
