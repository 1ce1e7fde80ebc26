import { normalOfT } from './normal-score.ts';
import { phaseOf } from './phase.ts';

/** One bin of a series of numbers: where they lie, and the variance of that place by chance alone (> 0). */
export interface LocationBin {
  readonly at: number;
  /** Numbers in the bin. */
  readonly count: number;
  readonly location: number;
  readonly variance: number;
}

/** Where numbers have been, by phase of their period. */
export interface SeasonalLocation {
  /** null = the phase was never seen. */
  location(at: number): { readonly mean: number; readonly variance: number } | null;
  /** By how much bins differ beyond chance. */
  readonly between: number;
  readonly degreesOfFreedom: number;
}

/**
 * The location of a baseline by phase; null = it has no bin. Bins are weighted by their variance: that by chance, and one between
 * bins by the method of moments. Reference: DerSimonian and Laird (1986) doi:10.1016/0197-2456(86)90046-2, within phases.
 */
export function seasonalLocation(bins: readonly LocationBin[], period: number): SeasonalLocation | null {
  if (bins.length === 0) return null;
  const fixed = phaseMeans(bins, period, 0);
  let [q, trace] = [0, 0];
  for (const { at, location, variance } of bins) {
    const phase = fixed[phaseOf(at, period)];
    if (phase === undefined || phase.weight === 0) continue;
    q += (location - phase.sum / phase.weight) ** 2 / variance;
    trace += 1 / variance - 1 / variance ** 2 / phase.weight;
  }
  const degreesOfFreedom = bins.length - fixed.filter(({ weight }) => weight > 0).length;
  const between = trace > 0 ? Math.max(0, (q - degreesOfFreedom) / trace) : 0;
  const phases = phaseMeans(bins, period, between);
  return {
    location: (at) => {
      const phase = phases[phaseOf(at, period)];
      return phase === undefined || phase.weight === 0
        ? null
        : { mean: phase.sum / phase.weight, variance: 1 / phase.weight };
    },
    between,
    degreesOfFreedom,
  };
}

/** Bins (one, or several small ones together) against a baseline; about standard normal where nothing changed. */
export function locationZ(bins: readonly LocationBin[], baseline: SeasonalLocation): number {
  let [sum, weights] = [0, 0];
  for (const { at, location, variance } of bins) {
    const known = baseline.location(at);
    if (known === null) continue;
    const weight = 1 / (variance + baseline.between + known.variance);
    sum += weight * (location - known.mean);
    weights += weight;
  }
  return weights === 0 ? 0 : normalOfT(sum / Math.sqrt(weights), baseline.degreesOfFreedom);
}

function phaseMeans(bins: readonly LocationBin[], period: number, between: number) {
  const phases = Array.from({ length: period }, () => ({ weight: 0, sum: 0 }));
  for (const { at, location, variance } of bins) {
    const phase = phases[phaseOf(at, period)];
    if (phase === undefined) continue;
    const weight = 1 / (variance + between);
    phase.weight += weight;
    phase.sum += weight * location;
  }
  return phases;
}
