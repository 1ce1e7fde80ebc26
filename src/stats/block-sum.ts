import { type Pmf, requireCounts } from './pmf.ts';

/**
 * Distribution of the sum of `draws` of the given totals, taken without replacement. `ways[t][s]` is the probability that of
 * the totals seen so far t were drawn and add up to s; the next one is drawn with probability (draws - t) / totals left.
 * Exact: only positive numbers are added and multiplied. Time and memory grow with draws x the sum of all totals.
 */
export function blockSumPmf(totals: readonly number[], draws: number): Pmf {
  for (const total of totals) requireCounts({ draws, total });
  if (draws > totals.length) throw new RangeError(`block sum: ${draws} draws of ${totals.length} totals`);
  const most = totals.reduce((sum, total) => sum + total, 0);
  const ways = Array.from({ length: draws + 1 }, () => new Float64Array(most + 1));
  ways[0]?.set([1]);
  let seen = 0;
  for (const [index, total] of totals.entries()) {
    const left = totals.length - index;
    seen += total;
    for (let t = Math.min(draws, index + 1); t >= 0; t--) {
      const drawn = ways[t - 1];
      const own = ways[t];
      if (own === undefined) continue;
      const skip = Math.max(0, left - (draws - t)) / left;
      const take = (draws - t + 1) / left;
      for (let s = seen; s >= 0; s--) {
        own[s] = (own[s] ?? 0) * skip + (s < total ? 0 : (drawn?.[s - total] ?? 0) * take);
      }
    }
  }
  return { min: 0, mass: ways[draws] ?? new Float64Array() };
}
