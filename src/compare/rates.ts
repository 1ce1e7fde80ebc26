import {
  fixedStrataFactor,
  mde80,
  moverWilson,
  normalQuantile,
  type SurveyUnit,
  surveyDifference,
  surveyLimits,
} from '../stats/index.ts';
import { type CaseData, type CaseEffect, isStored } from './case-data.ts';
import type { Interval, TrafficRates } from './decision.ts';

/** Rates over all cases of a slice, unaffected ones included: head = base + the affected trials' difference. */
export interface Rates {
  readonly baseRate: number;
  readonly headRate: number;
  readonly delta: number;
  /** 95 %, two-sided. */
  readonly interval: Interval;
  /** Lower limit of the one-sided 95 % interval: what "not worse" is judged by. */
  readonly lowerLimit: number;
}

const TWO_SIDED_Z = normalQuantile(0.975);
const ONE_SIDED_Z = normalQuantile(0.95);

/** `design` trials tell as much as one independent one. null = no case with determined trials on both sides. */
export function rates(cases: readonly CaseData[], design = 1): Rates | null {
  const effects = cases.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  if (effects.length === 0) return null;
  const baseRate = mean(effects.map((effect) => effect.baseRate));
  const delta = mean(effects.map(caseDifference));
  return {
    baseRate,
    headRate: headRateOf(baseRate, delta),
    delta,
    interval: limits(effects, TWO_SIDED_Z, design),
    lowerLimit: limits(effects, ONE_SIDED_Z, design).low,
  };
}

/**
 * The rates of the traffic: each case counts as often as it was drawn for (Hajek 1971). The tests stand on the cases, each once:
 * what is asked there is whether head does worse on them, which no weight changes, and a few heavy cases would cost the tests
 * most of their power. null = all weigh the same, or there is nothing to estimate.
 */
export function trafficRates(cases: readonly CaseData[]): TrafficRates | null {
  const weighted = cases.flatMap(({ effect, facts }) =>
    effect === null ? [] : [{ effect, facts, weight: facts.weight ?? 1 }],
  );
  const [first] = weighted;
  if (first === undefined || weighted.every(({ weight }) => weight === first.weight)) return null;
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const meanOf = (value: (effect: CaseEffect) => number): number =>
    weighted.reduce((sum, { effect, weight }) => sum + weight * value(effect), 0) / total;
  const baseRate = meanOf((effect) => effect.baseRate);
  const delta = meanOf(caseDifference);
  const intervals = trafficIntervals(weighted);
  return { baseRate, headRate: headRateOf(baseRate, delta), delta, ...(intervals === null ? {} : { intervals }) };
}

const CONFIDENCE = 0.95;

type WeightedCase = Pick<CaseData, 'facts'> & { readonly effect: CaseEffect; readonly weight: number };

/** Cases were drawn slice by slice, and those of one cluster may be variants of one task. null = they are too few to tell. */
function trafficIntervals(cases: readonly WeightedCase[]): Required<TrafficRates>['intervals'] | null {
  const unitsOf = (value: (effect: CaseEffect) => number): readonly SurveyUnit[] =>
    cases.map(({ effect, weight, facts: { id, slices, cluster } }) => ({
      ...{ value: value(effect), weight, stratum: JSON.stringify(slices.toSorted()) },
      cluster: cluster === null ? `case ${id}` : `cluster ${cluster}`,
    }));
  const [base, head] = [
    unitsOf((effect) => effect.baseRate),
    unitsOf((effect) => effect.baseRate + caseDifference(effect)),
  ];
  const [baseRate, headRate] = [surveyLimits(base, CONFIDENCE), surveyLimits(head, CONFIDENCE)];
  const delta = surveyDifference(unitsOf(caseDifference), CONFIDENCE);
  return baseRate === null || headRate === null || delta === null ? null : { baseRate, headRate, delta };
}

/** Base's rate stands on more trials than the difference does: their sum may leave 0..1. */
function headRateOf(baseRate: number, delta: number): number {
  return Math.min(1, Math.max(0, baseRate + delta));
}

/**
 * Smallest drop of the slice's rate seen with 80 % power at `level`; null = not even a total drop, or nothing tested. `depth`:
 * with so many trials a case, of base too where it is drawn in pairs; null = with those that there are.
 */
export function sliceMde80(
  cases: readonly CaseData[],
  level: number,
  design: number,
  depth: number | null,
): number | null {
  const effects = cases.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  const affected = effects.filter(isAffected);
  if (affected.length === 0) return null;
  const total = (count: (effect: CaseEffect) => number): number => affected.reduce((sum, each) => sum + count(each), 0);
  const trials0 = total(({ n0 }) => n0);
  const inPairs = !cases.some(isStored);
  const drop = mde80({
    strata: affected.length,
    trials0: (inPairs && depth !== null ? depth : trials0 / affected.length) / design,
    trials1: (depth ?? total(({ n1 }) => n1) / affected.length) / design,
    // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
    rate: (total(({ s0 }) => s0) + 0.5) / (trials0 + 1),
    level,
  });
  return drop === null ? null : drop * (total(({ affectedShare }) => affectedShare) / effects.length);
}

/**
 * MOVER-Wilson on the affected trials, every case weighted by its affected share, scaled by the mean share; plus the part
 * of the variance that comes from the share itself being measured.
 */
function limits(effects: readonly CaseEffect[], z: number, design: number): Interval {
  const affected = effects.filter(isAffected);
  if (affected.length === 0) return { low: 0, high: 0 };
  const shares = affected.reduce((sum, { affectedShare }) => sum + affectedShare, 0);
  const strata = affected.map((effect) => ({ ...effect, weight: effect.affectedShare / shares }));
  const weighted = (rate: (effect: CaseEffect) => number): number =>
    strata.reduce((sum, stratum) => sum + stratum.weight * rate(stratum), 0);
  const arm0 = {
    rate: weighted(({ n0, s0 }) => s0 / n0),
    trials: strata.reduce((sum, { n0 }) => sum + n0, 0) / design,
  };
  const arm1 = {
    rate: weighted(({ n1, s1 }) => s1 / n1),
    trials: strata.reduce((sum, { n1 }) => sum + n1, 0) / design,
  };
  const { low, high } = moverWilson(arm0, arm1, z, fixedStrataFactor(strata));

  const meanShare = shares / effects.length;
  const difference = arm1.rate - arm0.rate;
  const shareDeviation = z * Math.sqrt(shareVariance(affected) / effects.length ** 2);
  return {
    low: Math.max(-1, meanShare * difference - Math.hypot(meanShare * (difference - low), shareDeviation)),
    high: Math.min(1, meanShare * difference + Math.hypot(meanShare * (high - difference), shareDeviation)),
  };
}

/** Variance of the summed effects that comes from the affected shares being measured on few pairs. */
function shareVariance(affected: readonly CaseEffect[]): number {
  return affected.reduce((sum, { affectedShare, n0, s0, n1, s1, pairs }) => {
    const drop = s1 / n1 - s0 / n0;
    return sum + (drop * drop * affectedShare * (1 - affectedShare)) / pairs;
  }, 0);
}

function isAffected({ affectedShare }: CaseEffect): boolean {
  return affectedShare > 0;
}

export function caseDifference({ affectedShare, n0, s0, n1, s1 }: CaseEffect): number {
  return affectedShare === 0 ? 0 : affectedShare * (s1 / n1 - s0 / n0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
