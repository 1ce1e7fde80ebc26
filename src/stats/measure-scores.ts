/** One arm's trials: the values measured, and how many trials are only known to lie above all values (timed out). */
interface MeasuredArm {
  readonly values: readonly number[];
  readonly censored: number;
}

/** Arm 0 is the reference. */
export interface MeasuredStratum {
  readonly arm0: MeasuredArm;
  readonly arm1: MeasuredArm;
}

/** A stratum as numbers whose sum over arm 1 is the stratum's share of the statistic; arm 0's `scores` stand first. */
export interface ScoredStratum {
  readonly scores: readonly number[];
  readonly n1: number;
}

/** Logs where every trial has a positive value, else ranks within the stratum as shares of it. */
export function measureScores(strata: readonly MeasuredStratum[]): {
  readonly scale: 'log' | 'rank';
  readonly strata: readonly ScoredStratum[];
} {
  for (const { values, censored } of strata.flatMap(armsOf)) {
    if (!values.every(Number.isFinite) || !Number.isInteger(censored) || censored < 0) {
      throw new RangeError(`measured values must be finite and censored a count, got ${values} and ${censored}`);
    }
  }
  const used = strata.filter(({ arm0, arm1 }) => sizeOf(arm0) > 0 && sizeOf(arm1) > 0);
  const scale = used.flatMap(armsOf).every(({ values, censored }) => censored === 0 && values.every((x) => x > 0))
    ? 'log'
    : 'rank';
  const scoresOf = ({ arm0, arm1 }: MeasuredStratum): number[] =>
    scale === 'log' ? [...arm0.values, ...arm1.values].map(Math.log) : rankShares(arm0, arm1);
  return {
    scale,
    strata: used.map((stratum) => contribution(scoresOf(stratum), sizeOf(stratum.arm1), used.length)),
  };
}

/** The same strata with 1 for arm 1's trials and 0 for arm 0's: what a shift by one adds to the statistic. */
export function shiftScores(strata: readonly ScoredStratum[]): ScoredStratum[] {
  return strata.map(({ scores, n1 }) => {
    const isArm1 = scores.map((_, index) => (index < scores.length - n1 ? 0 : 1));
    return contribution(isArm1, n1, strata.length);
  });
}

/** Centred and scaled, so that summed over any n1 of the trials they give those trials' mean less the others' mean. */
function contribution(values: readonly number[], n1: number, strata: number): ScoredStratum {
  const n0 = values.length - n1;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const scale = (1 / n0 + 1 / n1) / strata;
  return { scores: values.map((value) => (value - mean) * scale), n1 };
}

/** Ranks over the number of trials; ties, among them all censored trials, share their mean rank. */
function rankShares(arm0: MeasuredArm, arm1: MeasuredArm): number[] {
  const above = (arm: MeasuredArm): number[] => [...arm.values, ...new Array<number>(arm.censored).fill(Infinity)];
  const all = [...above(arm0), ...above(arm1)];
  return all.map((own) => {
    const smaller = all.filter((other) => other < own).length;
    const equal = all.filter((other) => other === own).length;
    return (smaller + equal / 2) / all.length;
  });
}

function armsOf({ arm0, arm1 }: MeasuredStratum): readonly MeasuredArm[] {
  return [arm0, arm1];
}

function sizeOf({ values, censored }: MeasuredArm): number {
  return values.length + censored;
}
