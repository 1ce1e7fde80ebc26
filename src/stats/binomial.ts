import { incompleteBeta } from './beta.ts';
import { binomialTerm } from './saddle-point.ts';
import { requireProbability, type Tails } from './tails.ts';

/**
 * `P(X = successes)` for `trials` independent trials with success probability p. Relative error below 1e-10 up to 1e6
 * trials. Throws RangeError for what is no count or no probability.
 * Reference: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function binomialMass(successes: number, trials: number, p: number): number {
  requireBinomial(successes, trials, p);
  return binomialTerm(successes, trials - successes, p, 1 - p);
}

/** `lower = P(X <= successes)`, `upper = P(X > successes)`. Errors as for the mass. Reference: DLMF 8.17.5. */
export function binomialTails(successes: number, trials: number, p: number): Tails {
  requireBinomial(successes, trials, p);
  if (successes === trials) return { lower: 1, upper: 0 };
  return incompleteBeta(1 - p, p, trials - successes, successes + 1);
}

function requireBinomial(successes: number, trials: number, p: number): void {
  if (!Number.isInteger(trials) || !Number.isInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`binomial: ${successes} successes of ${trials} trials`);
  }
  requireProbability(p);
}
