import { binomialTerm } from './saddle-point.ts';
import type { Tails } from './tails.ts';

const NEGLIGIBLE = 1e-17;

/**
 * `P(X = x)`, X the successes among `draws` taken without replacement from `population` of which `successes` are. Relative
 * error below 1e-10 for populations up to 1e6. Throws RangeError for what is no count or does not fit.
 * Reference: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function hypergeometricMass(x: number, population: number, successes: number, draws: number): number {
  requireHypergeometric(x, population, successes, draws);
  if (x < draws - (population - successes) || x > Math.min(draws, successes)) return 0;
  const p = draws / population;
  const q = (population - draws) / population;
  if (p === 0 || q === 0) return 1;
  const failures = population - successes;
  const undrawn = successes - x;
  return (
    (binomialTerm(x, undrawn, p, q) / binomialTerm(draws, population - draws, p, q)) *
    binomialTerm(draws - x, failures - draws + x, p, q)
  );
}

/**
 * `lower = P(X <= x)`, `upper = P(X > x)`: the masses of the smaller side, summed outwards. Errors as for the mass.
 */
export function hypergeometricTails(x: number, population: number, successes: number, draws: number): Tails {
  requireHypergeometric(x, population, successes, draws);
  if (x < (successes * draws) / population) {
    const lower = Math.min(1, sumDownwards(x, population, successes, draws));
    return { lower, upper: 1 - lower };
  }
  // More than x successes are fewer than draws - x failures.
  const upper = Math.min(1, sumDownwards(draws - x - 1, population, population - successes, draws));
  return { lower: 1 - upper, upper };
}

/** P(X <= x) from the mass at x down, until the rest is too small to count. */
function sumDownwards(x: number, population: number, successes: number, draws: number): number {
  if (x < 0) return 0;
  const rest = population - successes - draws;
  let mass = hypergeometricMass(x, population, successes, draws);
  let sum = 0;
  for (let k = x; mass > sum * NEGLIGIBLE; k--) {
    sum += mass;
    mass *= (k * (rest + k)) / ((successes - k + 1) * (draws - k + 1));
  }
  return sum;
}

function requireHypergeometric(x: number, population: number, successes: number, draws: number): void {
  const counts = [x, population, successes, draws];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0) || successes > population || draws > population) {
    throw new RangeError(
      `hypergeometric: ${x} of ${successes} successes and ${draws} draws of a population of ${population}`,
    );
  }
}
