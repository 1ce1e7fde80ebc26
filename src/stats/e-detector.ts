/** Alternatives in standard deviations, either way: from a shift that takes weeks to see to one that takes a day. */
const SHIFTS = [-4, -2, -1, -0.5, 0.5, 1, 2, 4];
const MAX_Z = 6;

/** Logarithms of the Shiryaev-Roberts statistics, one a shift. */
export type EDetector = readonly number[];

/** Nothing was observed yet. */
export const freshDetector: EDetector = SHIFTS.map(() => Number.NEGATIVE_INFINITY);

/**
 * The detector after one more standardised observation: `R_j <- (R_j + 1) exp(d_j z - d_j^2 / 2)` for shifts d of 0.5, 1, 2 and
 * 4 standard deviations either way.
 *
 * Null: every observation so far is standard normal given those before it; alternative: from some observation on, its mean is
 * another. Under the null the mean of the R_j minus the number of observations is a martingale, so that alarming at `evidence >=
 * A` has an average run length of at least A observations, whatever the shifts. z is cut at 6, so that one wild value is not
 * a drift by itself. Not valid for z with heavier tails than the normal (few trials a bin: accumulate bins) or dependent in
 * time beyond what the baseline explains. References: Shiryaev (1963) doi:10.1137/1108002; Shin, Ramdas and Rinaldo (2024)
 * doi:10.51387/23-NEJSDS51 (e-detectors).
 */
export function observe(detector: EDetector, z: number): EDetector {
  const cut = Math.max(-MAX_Z, Math.min(MAX_Z, z));
  return detector.map((logR, index) => {
    const shift = SHIFTS[index] ?? 0;
    return Math.log1p(Math.exp(Math.min(logR, 700))) + shift * cut - (shift * shift) / 2;
  });
}

/** The mean of the statistics: an alarm where it reaches the average run length between false alarms that one can bear. */
export function evidence(detector: EDetector): number {
  const sum = detector.reduce((total, logR) => total + Math.exp(Math.min(logR, 700)), 0);
  return sum / detector.length;
}
