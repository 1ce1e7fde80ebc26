import { hull } from './change-point.ts';

/** A number seen with a known variance (> 0). */
interface Seen {
  readonly value: number;
  readonly variance: number;
}

/** Where the mean of a series changed. */
interface LocationChange {
  /** Posterior probability, under a flat prior, that the bin at this index is the first one after the change; sums to 1. */
  readonly posterior: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Means before and after the likeliest change. */
  readonly before: number;
  readonly after: number;
}

/**
 * Where the mean of normal numbers changed, once: the profile likelihood of two means with known variances; null = there are fewer
 * than two numbers. `share` as in `changePoint`. Reference: Hinkley (1970) doi:10.1093/biomet/57.1.1.
 */
export function locationChange(series: readonly Seen[], share: number): LocationChange | null {
  if (series.length < 2) return null;
  const logs = series.map((_, at) =>
    at === 0 ? Number.NEGATIVE_INFINITY : -(misfit(series.slice(0, at)) + misfit(series.slice(at))) / 2,
  );
  const most = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  const posterior = weights.map((weight) => weight / sum);
  const best = logs.indexOf(most);
  return {
    posterior,
    ...hull(posterior, share),
    before: meanOf(series.slice(0, best)),
    after: meanOf(series.slice(best)),
  };
}

function meanOf(series: readonly Seen[]): number {
  let [sum, weights] = [0, 0];
  for (const { value, variance } of series) {
    sum += value / variance;
    weights += 1 / variance;
  }
  return sum / weights;
}

function misfit(series: readonly Seen[]): number {
  const mean = meanOf(series);
  return series.reduce((total, { value, variance }) => total + (value - mean) ** 2 / variance, 0);
}
