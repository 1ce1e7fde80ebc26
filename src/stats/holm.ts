/** One hypothesis of a family: its p-value and every value that this p can take under its null, ascending. */
export interface DiscreteTest {
  readonly p: number;
  readonly attainable: Float64Array;
}

/** Twin hypotheses may differ in the last bits of the same p; charging a little more keeps the level. */
const ROUNDING = 1 + 1e-9;

/**
 * Discrete Holm: Holm's step-down procedure in which every hypothesis is charged only the size that it can attain.
 *
 * Family-wise null: any set of the hypotheses is true. With `F_j(c)` the largest attainable p of hypothesis j that is
 * <= c (0 if none), p ascending and R the hypotheses not yet rejected, reject while `sum over R of F_j(p_(k)) <= alpha`.
 * Returns the adjusted p-values in the order given: hypothesis j is rejected at alpha exactly when `adjusted[j] <= alpha`.
 *
 * Strong control of the family-wise error under any dependence, given p-values that are exact and conditional; rejects
 * whatever Bonferroni, Holm and Tarone reject. Hypotheses of the family that are not tested any more, whose attainable
 * values are therefore unknown, are counted in `unknown` and charged in full (F = c): leaving them out breaks the level.
 *
 * References: Holm (1979), Scandinavian Journal of Statistics 6:65; Tarone (1990) doi:10.2307/2531456.
 */
export function discreteHolm(tests: readonly DiscreteTest[], unknown = 0): number[] {
  const adjusted = tests.map(() => 1);
  const remaining = tests.map((test, index) => ({ test, index })).sort((a, b) => a.test.p - b.test.p);
  let greatest = 0;
  while (true) {
    const next = remaining[0];
    if (next === undefined) return adjusted;
    const tested = remaining.reduce((sum, { test }) => sum + attainedSize(test.attainable, next.test.p), 0);
    const charge = tested + unknown * next.test.p;
    greatest = Math.max(greatest, Math.min(1, charge));
    adjusted[next.index] = greatest;
    remaining.shift();
  }
}

/** The largest attainable value that is not above `limit`; 0 if none is. */
function attainedSize(attainable: Float64Array, limit: number): number {
  const bound = limit * ROUNDING;
  let low = 0;
  let high = attainable.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((attainable[middle] ?? 1) <= bound) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (attainable[low - 1] ?? 1);
}
