import { type MeasuredStratum, measureScores, type ScoredStratum, shiftScores } from './measure-scores.ts';
import type { Random } from './random.ts';
import { forEachRelabelling, type Relabelled, type Relabelling } from './relabel.ts';
import { requireProbability } from './tails.ts';
import type { Limits } from './wilson.ts';

type MeasureEffect =
  /** Geometric mean of arm 1 over that of arm 0, strata weighing the same. null = too few relabellings for an interval. */
  | { readonly kind: 'ratio'; readonly ratio: number; readonly limits: Limits | null }
  /** Chance that a trial of arm 1 has the larger value (ties count half), mean over strata; 0.5 = no difference. */
  | { readonly kind: 'superiority'; readonly probability: number };

interface MeasureTest {
  /** Small = arm 1's values are smaller. */
  readonly p: number;
  /** Small = arm 1's values are larger. */
  readonly pUpper: number;
  /** Every relabelling was listed; else 9,999 were drawn, and p is at least 1 / 10,000. */
  readonly isExact: boolean;
  readonly effect: MeasureEffect;
}

/**
 * Permutation test of a numeric measure within strata: on logs, or on ranks within the stratum where a value is censored or
 * not positive. null = no stratum has trials of both arms (others bring nothing and are left out).
 *
 * Null: within every stratum the two arms are exchangeable. One-sided alternatives: arm 1's values are larger (`pUpper`) or
 * smaller (`p`); twice the smaller one, at most 1, is two-sided. Statistic: the mean over strata of arm 1's mean less
 * arm 0's. Exact from the first trial where the relabellings are listed (up to 10,000), else by Monte Carlo with the observed
 * labelling counted in: valid, not exact. The ratio's interval inverts the same test under "arm 1 = arm 0 times a constant";
 * its confidence is at least nominal under that model only. Unit of values: any, the same within a stratum. Throws
 * RangeError for what is no number.
 *
 * Not valid when arms ran one after the other (latency drifts), when trials within a stratum depend on each other, or for
 * ranks when trials were censored at different limits.
 * References: Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4:119; van Elteren (1960) for ranks
 * within strata; Garthwaite (1996) doi:10.2307/2532852 for the interval.
 */
export function measureTest(
  strata: readonly MeasuredStratum[],
  confidence: number,
  random: Random,
): MeasureTest | null {
  requireProbability(confidence);
  const { scale, strata: scored } = measureScores(strata);
  if (scored.length === 0) return null;

  const shifts = shiftScores(scored);
  const observed = sumOver(scored, scored.map(arm1Indices));
  const tolerance =
    1e-12 * scored.reduce((sum, { scores }) => sum + scores.reduce((all, x) => all + Math.abs(x), 0), 0);
  const crossings: number[] = [];
  let [atMost, atLeast] = [0, 0];
  const relabelled = forEachRelabelling(
    scored.map(({ scores, n1 }) => ({ size: scores.length, chosen: n1 })),
    random,
    (relabelling) => {
      const statistic = sumOver(scored, relabelling);
      if (statistic <= observed + tolerance) atMost++;
      if (statistic >= observed - tolerance) atLeast++;
      const moved = 1 - sumOver(shifts, relabelling);
      if (moved > 1e-9) crossings.push((observed - statistic) / moved);
    },
  );
  const { total, added, isExact } = relabelled;
  return {
    p: (atMost + added) / total,
    pUpper: (atLeast + added) / total,
    isExact,
    effect:
      scale === 'log'
        ? { kind: 'ratio', ratio: Math.exp(observed), limits: ratioLimits(crossings, relabelled, confidence) }
        : { kind: 'superiority', probability: 0.5 + observed },
  };
}

/**
 * Under a shift d of arm 1 a relabelling reaches the observed statistic exactly when d is at least its crossing: the limits
 * are those crossings at which the one-sided p first exceeds half of what the confidence leaves.
 */
function ratioLimits(crossings: number[], { total }: Relabelled, confidence: number): Limits | null {
  crossings.sort((a, b) => a - b);
  const unmoved = total - crossings.length;
  const rank = Math.floor(((1 - confidence) / 2) * total + 1e-9) - unmoved + 1;
  const [low, high] = [crossings[rank - 1], crossings[crossings.length - rank]];
  return rank < 1 || low === undefined || high === undefined ? null : { low: Math.exp(low), high: Math.exp(high) };
}

function sumOver(strata: readonly ScoredStratum[], relabelling: Relabelling): number {
  let sum = 0;
  for (let i = 0; i < strata.length; i++) {
    const scores = strata[i]?.scores ?? [];
    for (const index of relabelling[i] ?? []) sum += scores[index] ?? 0;
  }
  return sum;
}

/** Arm 0's scores stand first. */
function arm1Indices({ scores, n1 }: ScoredStratum): number[] {
  return Array.from({ length: n1 }, (_, index) => scores.length - n1 + index);
}
