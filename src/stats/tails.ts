/**
 * Both tails of a distribution at one point, each computed (never `1 - the other` where that would lose digits).
 * `lower = P(X <= x)`, `upper = P(X > x)`.
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The x in (low, high), 0 <= low, at which an increasing distribution function reaches p, to the last bits that its tails
 * resolve: it reads the tail that is the smaller one at p. `low` for p = 0 and `high` for p = 1.
 */
export function quantileOf(p: number, tails: (x: number) => Tails, low: number, high: number): number {
  requireProbability(p);
  if (p === 0) return low;
  if (p === 1) return high;
  const q = 1 - p;
  return bisect(p <= 0.5 ? (x) => tails(x).lower < p : (x) => tails(x).upper > q, low, high);
}

/**
 * Where `isBelow` turns from true to false between two numbers >= 0, to neighbouring doubles. Halves geometrically while the
 * bracket spans magnitudes, so that an answer of 1e-24 keeps its digits.
 */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let from = Math.max(low, Number.MIN_VALUE);
  let to = Math.min(high, Number.MAX_VALUE);
  while (true) {
    const middle = to > 4 * from ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
    if (middle <= from || middle >= to) return to;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
}

export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be within 0..1, got ${p}`);
}
