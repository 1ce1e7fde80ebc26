import { requireProbability } from './tails.ts';

/**
 * Benjamini-Hochberg: adjusted p-values in the order given; reject those `<= q` and the expected share of wrong rejections
 * among all is at most q.
 *
 * Null of each hypothesis: its own; the false discovery rate is controlled, not the chance of any false rejection, so it is
 * for tables that people read and never for a gate. Exact for any number of independent p-values, conservative for discrete
 * ones. Not valid under arbitrary dependence (positive dependence, as of overlapping groups, is fine). Throws RangeError for
 * what is no probability. Reference: Benjamini and Hochberg (1995) doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1);
  const descending = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  let least = 1;
  for (const [place, { p, index }] of descending.entries()) {
    requireProbability(p);
    least = Math.min(least, (p * ps.length) / (ps.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}
