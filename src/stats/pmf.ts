/** Distribution of an integer: `mass[i] = P(X = min + i)`, over the whole support. */
export interface Pmf {
  readonly min: number;
  readonly mass: Float64Array;
}

/**
 * Hypergeometric distribution: number of successes among `draws` taken without replacement from `population` of which
 * `successes` are. Exact (relative error about 1e-15 a step from the mode, no log-gamma and so no cancellation); masses
 * below the smallest double are 0. Reference: R `dhyper`.
 */
export function hypergeometricPmf(population: number, successes: number, draws: number): Pmf {
  requireCounts({ population, successes, draws });
  if (successes > population || draws > population) {
    throw new RangeError(`hypergeometric: ${successes} successes and ${draws} draws of a population of ${population}`);
  }
  const min = Math.max(0, draws + successes - population);
  const max = Math.min(draws, successes);
  const mode = Math.floor(((draws + 1) * (successes + 1)) / (population + 2));
  const rest = population - successes - draws;
  return fromRatios(min, max, mode, (k) => ((successes - k) * (draws - k)) / ((k + 1) * (rest + k + 1)));
}

/** Binomial distribution with probability 1/2: heads among `flips` fair coins. Exact in the same sense. */
export function fairCoinPmf(flips: number): Pmf {
  requireCounts({ flips });
  return fromRatios(0, flips, Math.floor(flips / 2), (k) => (flips - k) / (k + 1));
}

/** A unimodal distribution from `ratio(k) = P(k + 1) / P(k)`: walk both ways from the mode, then normalise. */
function fromRatios(min: number, max: number, mode: number, ratio: (k: number) => number): Pmf {
  const mass = new Float64Array(max - min + 1);
  const start = Math.min(max, Math.max(min, mode));
  mass[start - min] = 1;
  let total = 1;
  for (let k = start, value = 1; k < max && value > 0; k++) {
    value *= ratio(k);
    mass[k + 1 - min] = value;
    total += value;
  }
  for (let k = start, value = 1; k > min && value > 0; k--) {
    value /= ratio(k - 1);
    mass[k - 1 - min] = value;
    total += value;
  }
  return { min, mass: mass.map((value) => value / total) };
}

export function requireCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`${name} must be a whole number >= 0, got ${count}`);
  }
}
