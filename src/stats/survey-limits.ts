import { normalQuantile } from './normal.ts';
import { studentTQuantile } from './student-t.ts';
import { type Limits, wilson } from './wilson.ts';

/** A unit that was drawn, what was measured of it, and how much it stands for. */
export interface SurveyUnit {
  /** 0..1; of differences -1..1. */
  readonly value: number;
  /** > 0: the reciprocal of the probability to be drawn, up to a factor. */
  readonly weight: number;
  /** Units were drawn stratum by stratum. */
  readonly stratum: string;
  /** Units of one cluster may depend on each other. */
  readonly cluster: string;
}

/**
 * Interval of the weighted mean of values between 0 and 1, as drawn from a large population by stratified sampling with unequal
 * probabilities; `confidence` such as 0.95. null = there is but one cluster, which tells no variance.
 *
 * Wilson's interval by the effective sample size, p (1 - p) over the variance of the ratio estimate (Taylor linearisation, clusters
 * within strata, with replacement), at most the number of units, corrected for the degrees of freedom (Korn and Graubard 1998, Survey
 * Methodology 24:193; Wilson's form of it: Dean and Pagano 2015, doi:10.1093/jssam/smv024). Where all values of a stratum are alike, the effective
 * size is Kish's, (sum w)^2 / sum w^2. Strata of one cluster are put together (Cochran 1977, Sampling Techniques, 5A.12), which
 * makes it wider. Approximate; what was measured of a unit may have noise of its own. Weights that were calibrated count as given.
 */
export function surveyLimits(units: readonly SurveyUnit[], confidence: number): Limits | null {
  return measured(units, confidence)?.limits ?? null;
}

/** A variance that is so small a share of the largest possible one is none but for rounding. */
const ROUNDING = 1e-12;

/** The weighted mean with its interval. */
function measured(units: readonly SurveyUnit[], confidence: number) {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  const mean = units.reduce((sum, { value, weight }) => sum + weight * value, 0) / total;
  const strata = strataOf(units, mean, total);
  const clusters = strata.reduce((sum, stratum) => sum + stratum.length, 0);
  const degrees = clusters - strata.length;
  if (degrees < 1) return null;
  const variance = strata.reduce((sum, stratum) => sum + varianceOf(stratum), 0);
  const squares = strata.flat().reduce((sum, { share }) => sum + share * share, 0);
  const rate = Math.min(1, Math.max(0, mean));
  const isAlike = variance < ROUNDING * squares;
  const effective = isAlike ? 1 / squares : Math.min(units.length, (rate * (1 - rate)) / variance);
  const upper = (1 + confidence) / 2;
  const z = normalQuantile(upper);
  const trials = effective * (z / studentTQuantile(upper, degrees)) ** 2;
  return { mean: rate, limits: wilson({ rate, trials }, z) };
}

/**
 * The same of differences between -1 and 1: gains and losses each as above, joined by squaring and adding (MOVER, Zou and Donner
 * 2008, doi:10.1002/sim.3095). So that units of which none differs do not pretend that no other unit would.
 */
export function surveyDifference(units: readonly SurveyUnit[], confidence: number): Limits | null {
  const part = (sign: 1 | -1) => units.map((unit) => ({ ...unit, value: Math.max(0, sign * unit.value) }));
  const [gain, loss] = [measured(part(1), confidence), measured(part(-1), confidence)];
  if (gain === null || loss === null) return null;
  const difference = gain.mean - loss.mean;
  return {
    low: Math.max(-1, difference - Math.hypot(gain.mean - gain.limits.low, loss.limits.high - loss.mean)),
    high: Math.min(1, difference + Math.hypot(gain.limits.high - gain.mean, loss.mean - loss.limits.low)),
  };
}

interface Cluster {
  /** Weighted residuals, and weights, as shares of the whole. */
  residual: number;
  share: number;
}

function strataOf(units: readonly SurveyUnit[], mean: number, total: number): readonly (readonly Cluster[])[] {
  const strata = new Map<string, Map<string, Cluster>>();
  for (const { value, weight, stratum, cluster } of units) {
    const clusters = strata.get(stratum) ?? new Map<string, Cluster>();
    strata.set(stratum, clusters);
    const known = clusters.get(cluster) ?? { residual: 0, share: 0 };
    clusters.set(cluster, known);
    known.residual += (weight * (value - mean)) / total;
    known.share += weight / total;
  }
  const sorted = [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, clusters]) => [...clusters.values()]);
  const [large, single] = [
    sorted.filter(({ length }) => length > 1),
    sorted.filter(({ length }) => length === 1).flat(),
  ];
  const [first, ...rest] = large;
  if (single.length === 1 && first !== undefined) return [[...first, ...single], ...rest];
  return single.length === 0 ? large : [...large, single];
}

function varianceOf(clusters: readonly Cluster[]): number {
  const centre = clusters.reduce((sum, { residual }) => sum + residual, 0) / clusters.length;
  const squares = clusters.reduce((sum, { residual }) => sum + (residual - centre) ** 2, 0);
  return (squares * clusters.length) / (clusters.length - 1);
}
