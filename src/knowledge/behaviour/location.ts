import { binValue, type LocationBin, type QuantileSketch } from '../../stats/index.ts';

/** Where the numbers of a day lie on the scale of logarithms, and how sure that is. */
type Location = Omit<LocationBin, 'at'>;

/** A number beyond so many robust standard deviations pulls no harder than one at that distance. */
const HUBER = 1.345;
const ROUNDS = 30;
const TO_DEVIATION = 1.4826;
/** Within a bin of the sketch numbers differ by about this much, whatever else they do. */
const LEAST_SCALE = 0.01;

/**
 * The robust location of a distribution on a log scale, with its standard error: one trajectory of a million tokens does not
 * move a day. Zeros count as the smallest positive value of the sketch, or 1 where there is none. null = no number. Reference:
 * Huber (1964), doi:10.1214/aoms/1177703732; its variance is that of the influence function.
 */
export function locationOf(sketch: QuantileSketch): Location | null {
  const bins = sketch.bins().map(([key, count]) => ({ log: Math.log(binValue(key)), count }));
  if (sketch.zeros > 0) bins.unshift({ log: bins[0]?.log ?? 0, count: sketch.zeros });
  const count = sketch.count;
  if (count === 0) return null;
  const middle = medianOf(bins, count);
  const distances = bins.map(({ log, count: n }) => ({ log: Math.abs(log - middle), count: n }));
  const mad =
    TO_DEVIATION *
    medianOf(
      distances.sort((a, b) => a.log - b.log),
      count,
    );
  // Where most numbers are the same the median distance is 0 and says nothing of the others.
  const scale = Math.max(LEAST_SCALE, mad > 0 ? mad : deviationOf(bins, count));
  let location = middle;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { mean, slope } = influence(bins, count, location, scale);
    const step = slope === 0 ? 0 : (scale * mean) / slope;
    location += step;
    if (Math.abs(step) < 1e-9 * scale) break;
  }
  const { square, slope } = influence(bins, count, location, scale);
  const spread = slope === 0 ? scale * scale : (scale * scale * square) / (slope * slope);
  return { count, location, variance: Math.max(spread, LEAST_SCALE * LEAST_SCALE) / count };
}

interface Bin {
  readonly log: number;
  readonly count: number;
}

/** Means of Huber's psi, of its square, and of its derivative. */
function influence(bins: readonly Bin[], count: number, location: number, scale: number) {
  let [mean, square, slope] = [0, 0, 0];
  for (const { log, count: n } of bins) {
    const u = (log - location) / scale;
    const psi = Math.max(-HUBER, Math.min(HUBER, u));
    mean += n * psi;
    square += n * psi * psi;
    if (Math.abs(u) <= HUBER) slope += n;
  }
  return { mean: mean / count, square: square / count, slope: slope / count };
}

function medianOf(ascending: readonly Bin[], count: number): number {
  let seen = 0;
  for (const { log, count: n } of ascending) {
    seen += n;
    if (seen * 2 >= count) return log;
  }
  return 0;
}

function deviationOf(bins: readonly Bin[], count: number): number {
  const mean = bins.reduce((sum, { log, count: n }) => sum + n * log, 0) / count;
  return Math.sqrt(bins.reduce((sum, { log, count: n }) => sum + n * (log - mean) ** 2, 0) / count);
}
