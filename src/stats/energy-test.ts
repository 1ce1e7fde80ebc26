import type { Random } from './random.ts';
import { forEachRelabelling } from './relabel.ts';

/** Arm 0 is the reference. */
export interface ObservedStratum<T> {
  readonly arm0: readonly T[];
  readonly arm1: readonly T[];
}

interface EnergyTest {
  /** Small = the arms' distributions differ, in whatever way. */
  readonly p: number;
  /** Sum over strata of `2 mean d(arm 0, arm 1) - mean d(arm 0, arm 0) - mean d(arm 1, arm 1)`; >= 0 for a metric of negative type. */
  readonly statistic: number;
  /** Every relabelling was listed; else 9,999 were drawn, and p is at least 1 / 10,000. */
  readonly isExact: boolean;
}

/**
 * Energy test within strata, for observations that have only a distance: paths, sets, texts. null = no stratum has
 * observations of both arms (others bring nothing and are left out).
 *
 * Null: within every stratum the two arms are exchangeable. Alternative: their distributions differ in some stratum, in
 * either direction; the arms' own scatter is subtracted, so noise within an arm is no difference. Means over all pairs, an
 * observation with itself included. Exact where the relabellings are listed (up to 10,000), else by Monte Carlo with the
 * observed labelling counted in: valid, not exact. One trial an arm tells nothing; simulated power needs 3 an arm, better 5.
 *
 * `distance` must be symmetric, >= 0 and 0 for equal observations; RangeError for what is none (not a number, negative). Not
 * valid when the arms ran under different conditions or observations within a stratum depend on each other.
 * Reference: Szekely and Rizzo (2013) doi:10.1016/j.jspi.2013.03.018.
 */
export function energyTest<T>(
  strata: readonly ObservedStratum<T>[],
  distance: (a: T, b: T) => number,
  random: Random,
): EnergyTest | null {
  const used = strata
    .filter(({ arm0, arm1 }) => arm0.length > 0 && arm1.length > 0)
    .map((stratum) => distancesOf(stratum, distance));
  if (used.length === 0) return null;
  const statisticOf = (relabelling: readonly (readonly number[])[]): number => {
    let sum = 0;
    for (let i = 0; i < used.length; i++) {
      const stratum = used[i];
      if (stratum !== undefined) sum += energy(stratum, relabelling[i] ?? []);
    }
    return sum;
  };
  const statistic = statisticOf(used.map(({ n0, n1 }) => Array.from({ length: n1 }, (_, index) => n0 + index)));
  const tolerance = 1e-12 * used.reduce((sum, { total, n0, n1 }) => sum + total / (n0 * n1), 0);
  let atLeast = 0;
  const { total, added, isExact } = forEachRelabelling(
    used.map(({ n0, n1 }) => ({ size: n0 + n1, chosen: n1 })),
    random,
    (relabelling) => {
      if (statisticOf(relabelling) >= statistic - tolerance) atLeast++;
    },
  );
  return { p: (atLeast + added) / total, statistic, isExact };
}

/** All distances of a stratum, row by row, arm 0's observations first, with the sums of the rows and of everything. */
interface Distances {
  readonly n0: number;
  readonly n1: number;
  readonly matrix: Float64Array;
  readonly rowSums: Float64Array;
  readonly total: number;
}

function distancesOf<T>({ arm0, arm1 }: ObservedStratum<T>, distance: (a: T, b: T) => number): Distances {
  const all = [...arm0, ...arm1];
  const rows = all.map((a) => all.map((b) => requireDistance(distance(a, b))));
  const rowSums = Float64Array.from(rows, (row) => row.reduce((sum, value) => sum + value, 0));
  const total = rowSums.reduce((sum, value) => sum + value, 0);
  return { n0: arm0.length, n1: arm1.length, matrix: Float64Array.from(rows.flat()), rowSums, total };
}

/** One stratum's statistic when `chosen` are arm 1. Only their own distances are walked; the rest follows from the sums. */
function energy({ n0, n1, matrix, rowSums, total }: Distances, chosen: readonly number[]): number {
  let halfWithin1 = 0;
  let ofChosen = 0;
  for (let i = 0; i < n1; i++) {
    const a = chosen[i] ?? 0;
    ofChosen += rowSums[a] ?? 0;
    for (let j = 0; j < i; j++) halfWithin1 += matrix[a * rowSums.length + (chosen[j] ?? 0)] ?? 0;
  }
  const within1 = 2 * halfWithin1;
  const between = ofChosen - within1;
  const within0 = total - within1 - 2 * between;
  return (2 * between) / (n0 * n1) - within0 / (n0 * n0) - within1 / (n1 * n1);
}

function requireDistance(value: number): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`a distance must be a number >= 0, got ${value}`);
  return value;
}
