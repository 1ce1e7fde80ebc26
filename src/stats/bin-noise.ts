import { normalQuantile, normalTails } from './normal.ts';
import { type Limits, wilson } from './wilson.ts';

/** What was seen in one bin of a series. */
interface Bin {
  readonly trials: number;
  readonly successes: number;
}

/** Fewer neighbours say too little of how bins vary. */
const MIN_PAIRS = 6;
/** Squared scores beyond this count as this much. */
const MOST = 4;
const BISECTIONS = 40;

/**
 * The correlation of trials within a bin, 0..1: a bin of n trials varies 1 + (n - 1) rho times as much as a binomial
 * (beta-binomial). Found from the differences of neighbouring bins, so that a rate that moves slowly is no noise, by Huber's
 * Proposal 2, so that a few jumps are none either: rho is where the mean of the squared scores, cut at 4, is what it is for a
 * normal. 0 where bins vary as chance has it, and where fewer than six pairs of neighbours have trials.
 *
 * An estimate; swings by the weekday count as noise. References: Williams (1982) doi:10.2307/2347977; Huber (1964)
 * doi:10.1214/aoms/1177703732; differences of neighbours: von Neumann (1941) doi:10.1214/aoms/1177731677.
 */
export function neighbourNoise(bins: readonly Bin[]): number {
  const seen = bins.filter(({ trials }) => trials > 0);
  const pairs = seen.slice(1).map((bin, at) => pairOf(seen[at] ?? bin, bin));
  if (pairs.length < MIN_PAIRS) return 0;
  const wanted = cutMoment(Math.sqrt(MOST));
  const isTooQuiet = (rho: number): boolean => {
    const scores = pairs.map(({ squared, own, shared }) => Math.min(MOST, squared / (own + rho * shared)));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length > wanted;
  };
  if (!isTooQuiet(0)) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (isTooQuiet(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Wilson's interval of the rate of several bins together whose trials are correlated within each bin: by so many independent trials
 * as vary equally much (Kish 1965, Survey Sampling, 5.4). null = there is no trial.
 */
export function noisyLimits(bins: readonly Bin[], rho: number, confidence: number): Limits | null {
  const trials = bins.reduce((sum, bin) => sum + bin.trials, 0);
  if (trials === 0) return null;
  const successes = bins.reduce((sum, bin) => sum + bin.successes, 0);
  const variance = bins.reduce((sum, bin) => sum + bin.trials * overdispersion(bin.trials, rho), 0);
  const effective = (trials * trials) / variance;
  return wilson({ rate: successes / trials, trials: effective }, normalQuantile((1 + confidence) / 2));
}

/** How much more than a binomial of so many trials a bin varies, at least 1. */
export function overdispersion(trials: number, rho: number): number {
  return 1 + Math.max(0, trials - 1) * rho;
}

/** A squared difference of two rates, and its variance: `own` by chance, `shared` for each unit of rho. */
function pairOf(a: Bin, b: Bin) {
  const rate = (a.successes + b.successes + 0.5) / (a.trials + b.trials + 1);
  const unit = rate * (1 - rate);
  return {
    squared: (a.successes / a.trials - b.successes / b.trials) ** 2,
    own: unit * (1 / a.trials + 1 / b.trials),
    shared: unit * ((a.trials - 1) / a.trials + (b.trials - 1) / b.trials),
  };
}

/** The mean of min(Z^2, k^2) for a standard normal Z. */
function cutMoment(k: number): number {
  const density = Math.exp(-(k * k) / 2) / Math.sqrt(2 * Math.PI);
  const { lower, upper } = normalTails(k);
  return lower - upper - 2 * k * density + 2 * k * k * upper;
}
