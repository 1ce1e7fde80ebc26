import type { Pmf } from './pmf.ts';

/**
 * A distribution whose far tails may be cut. The cut mass is kept as an upper bound on each side, so that a p-value read
 * from it is never too small.
 */
interface TrimmedPmf extends Pmf {
  readonly lostLow: number;
  readonly lostHigh: number;
}

/** Masses below this are cut from both ends: far below any level, and it keeps thousands of strata cheap. */
const MASS_FLOOR = 1e-60;

export const CERTAIN_ZERO: TrimmedPmf = { min: 0, mass: Float64Array.of(1), lostLow: 0, lostHigh: 0 };

/** Distribution of the sum of two independent integers. */
export function convolve(a: TrimmedPmf, b: TrimmedPmf): TrimmedPmf {
  const [short, long] = a.mass.length <= b.mass.length ? [a.mass, b.mass] : [b.mass, a.mass];
  const mass = new Float64Array(short.length + long.length - 1);
  for (let i = 0; i < short.length; i++) {
    const factor = short[i] ?? 0;
    for (let j = 0; j < long.length; j++) mass[i + j] = (mass[i + j] ?? 0) + factor * (long[j] ?? 0);
  }
  return trim({ min: a.min + b.min, mass, lostLow: a.lostLow + b.lostLow, lostHigh: a.lostHigh + b.lostHigh });
}

/** Distribution of the sum of `count` independent copies, by repeated squaring. */
export function convolvePower(pmf: Pmf, count: number): TrimmedPmf {
  let result = CERTAIN_ZERO;
  let square: TrimmedPmf = { ...pmf, lostLow: 0, lostHigh: 0 };
  for (let left = count; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, square);
    if (left > 1) square = convolve(square, square);
  }
  return result;
}

function trim(pmf: TrimmedPmf): TrimmedPmf {
  const { mass } = pmf;
  let from = 0;
  let to = mass.length;
  let { lostLow, lostHigh } = pmf;
  while (to - from > 1 && (mass[from] ?? 0) < MASS_FLOOR) lostLow += mass[from++] ?? 0;
  while (to - from > 1 && (mass[to - 1] ?? 0) < MASS_FLOOR) lostHigh += mass[--to] ?? 0;
  return { min: pmf.min + from, mass: mass.subarray(from, to), lostLow, lostHigh };
}
