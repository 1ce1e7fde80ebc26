/** Neither part of the fraction may become 0. */
const TINY = 1e-300;
const PRECISION = 3e-16;
const MOST_TERMS = 1_000_000;

/**
 * `1 / (1 + c(1) / (1 + c(2) / (1 + ...)))` to full precision, by Lentz's method as modified by Thompson and Barnett (1986)
 * doi:10.1016/0021-9991(86)90046-X. Throws RangeError where it does not converge.
 */
export function continuedFraction(coefficient: (term: number) => number): number {
  let ratio = 1;
  let inverse = 0;
  let value = 1;
  for (let term = 1; term <= MOST_TERMS; term++) {
    const c = coefficient(term);
    inverse = 1 / nonZero(1 + c * inverse);
    ratio = nonZero(1 + c / ratio);
    const factor = ratio * inverse;
    value *= factor;
    if (Math.abs(factor - 1) <= PRECISION) return 1 / value;
  }
  throw new RangeError('continued fraction: no convergence');
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
