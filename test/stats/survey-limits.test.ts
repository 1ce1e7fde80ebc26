import { describe, expect, test } from 'vitest';
import {
  normalQuantile,
  type Random,
  type SurveyUnit,
  seededRandom,
  studentTQuantile,
  surveyDifference,
  surveyLimits,
  wilson,
} from '../../src/stats/index.ts';

const unit = (value: number, weight = 1, stratum = 'a', cluster = 'alone'): SurveyUnit => ({
  ...{ value, weight, stratum, cluster },
});
const units = (values: readonly number[], weight?: number, stratum?: string): SurveyUnit[] =>
  values.map((value, at) => unit(value, weight, stratum, `${stratum} ${at}`));

describe('the interval of a weighted mean', () => {
  test("is Wilson's with Student's correction where all weigh the same in one stratum", () => {
    const values = Array.from({ length: 50 }, (_, at) => Number(at < 40));
    const z = normalQuantile(0.975);
    // Linearised: n / (n - 1) * p q / n, so that the effective size is n - 1
    const trials = 49 * (z / studentTQuantile(0.975, 49)) ** 2;
    const limits = surveyLimits(units(values), 0.95);
    expect(limits?.low).toBeCloseTo(wilson({ rate: 0.8, trials }, z).low, 10);
    expect(limits?.high).toBeCloseTo(wilson({ rate: 0.8, trials }, z).high, 10);
  });

  test('is wider where weights differ or a few clusters say all, and narrower where strata differ', () => {
    const values = Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? 0 : 1));
    const widthOf = (all: readonly SurveyUnit[]): number => {
      const limits = surveyLimits(all, 0.95);
      return limits === null ? Number.NaN : limits.high - limits.low;
    };
    const even = widthOf(units(values));
    expect(widthOf(values.map((value, at) => unit(value, at % 10 === 0 ? 20 : 1, 'a', `${at}`)))).toBeGreaterThan(even);
    const clusters = values.map((_, at) => unit(Number(at % 12 >= 4), 1, 'a', `${at % 12}`));
    expect(widthOf(clusters)).toBeGreaterThan(1.5 * even);
    const strata = [...units(Array(20).fill(0), 1, 'b'), ...units(Array(40).fill(1), 1, 'c')];
    expect(widthOf(strata)).toBeLessThanOrEqual(even);
  });

  test('is never empty where all values are alike, and is none where one cluster is all there is', () => {
    const limits = surveyLimits(units(Array(40).fill(1)), 0.95);
    expect([limits?.high, limits?.low]).toEqual([1, expect.closeTo(0.906, 2)]);
    // The sum of such weights is rounded; Kish's size of them is 1.5 (n + 1) n / (2 n + 1)
    const uneven = Array.from({ length: 40 }, (_, at) => unit(1, (at + 1) / 7, 'a', `${at}`));
    const z = normalQuantile(0.975);
    const trials = ((1.5 * 41 * 40) / 81) * (z / studentTQuantile(0.975, 39)) ** 2;
    expect(surveyLimits(uneven, 0.95)?.low).toBeCloseTo(wilson({ rate: 1, trials }, z).low, 8);
    expect(surveyLimits([unit(1, 1, 'a', 'x'), unit(0, 1, 'a', 'x')], 0.95)).toBeNull();
    expect(surveyLimits([], 0.95)).toBeNull();
    const none = surveyDifference(units(Array(40).fill(0)), 0.95);
    expect(none?.low).toBeCloseTo(-0.0935, 2);
    expect(none?.high).toBeCloseTo(0.0935, 2);
  });

  test('takes strata of one unit together, and one that is left alone to another stratum', () => {
    const rest = units([0, 1, 1, 1], 1, 'a');
    expect(surveyLimits([...rest, unit(0, 1, 'b', 'b'), unit(1, 1, 'c', 'c')], 0.95)).not.toBeNull();
    expect(surveyLimits([...rest, unit(0, 1, 'b', 'b')], 0.95)).not.toBeNull();
  });
});

/** Two slices of traffic, of which the small one is drawn far more often than its share; each case is run three times. */
function drawn(random: Random, drop: number) {
  const slices = [
    { stratum: 'large', share: 0.9, cases: 40, rate: 0.9 },
    { stratum: 'small', share: 0.1, cases: 40, rate: 0.5 },
  ];
  return slices.flatMap(({ stratum, share, cases, rate }) =>
    Array.from({ length: cases }, (_, at) => {
      // Cases are easy or hard.
      const own = random() < 0.5 ? Math.min(1, rate + 0.1) : rate - (Math.min(1, rate + 0.1) - rate);
      const passes = (p: number) => [0, 1, 2].filter(() => random() < p).length / 3;
      const base = passes(own);
      const head = passes(own - drop);
      const facts = { weight: share / cases, stratum, cluster: `${stratum} ${at}` };
      return { base: { ...facts, value: base }, change: { ...facts, value: head - base } };
    }),
  );
}

test('intervals of simulated surveys cover the rate of the traffic, and its change', () => {
  const [rate, drop] = [0.9 * 0.9 + 0.1 * 0.5, 0.1];
  const covered = { rate: 0, drop: 0 };
  const runs = 400;
  for (let run = 0; run < runs; run += 1) {
    const cases = drawn(seededRandom(`survey ${run}`), drop);
    const base = surveyLimits(
      cases.map((one) => one.base),
      0.95,
    );
    const change = surveyDifference(
      cases.map((one) => one.change),
      0.95,
    );
    if (base !== null && base.low <= rate && rate <= base.high) covered.rate += 1;
    if (change !== null && change.low <= -drop && -drop <= change.high) covered.drop += 1;
  }
  expect(covered.rate / runs).toBeGreaterThan(0.93);
  expect(covered.drop / runs).toBeGreaterThan(0.93);
});
