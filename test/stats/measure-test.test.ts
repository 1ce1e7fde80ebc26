import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredStratum, measureTest, normalQuantile, seededRandom } from '../../src/stats/index.ts';

const stratum = (values0: number[], values1: number[], censored0 = 0, censored1 = 0): MeasuredStratum => ({
  arm0: { values: values0, censored: censored0 },
  arm1: { values: values1, censored: censored1 },
});

function run(strata: readonly MeasuredStratum[], confidence = 0.95, seed = 'measure') {
  const test = measureTest(strata, confidence, seededRandom(seed));
  if (test === null) throw new Error('expected a test');
  return test;
}

function ratioOf(test: ReturnType<typeof run>) {
  if (test.effect.kind !== 'ratio') throw new Error('expected a ratio');
  return test.effect;
}

/** The null distribution of the mean log ratio by listing every relabelling, from the definition. */
function listed(strata: readonly MeasuredStratum[]): { p: number; pUpper: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  let sums = [0];
  for (const { arm0, arm1 } of strata) {
    const logs = [...arm0.values, ...arm1.values].map(Math.log);
    const own: number[] = [];
    for (let mask = 0; mask < 2 ** logs.length; mask++) {
      const isArm1 = (i: number) => ((mask >> i) & 1) === 1;
      const in1 = logs.filter((_, i) => isArm1(i));
      if (in1.length === arm1.values.length) own.push(mean(in1) - mean(logs.filter((_, i) => !isArm1(i))));
    }
    sums = sums.flatMap((sum) => own.map((value) => sum + value));
  }
  const observed = strata.reduce(
    (sum, s) => sum + mean(s.arm1.values.map(Math.log)) - mean(s.arm0.values.map(Math.log)),
    0,
  );
  const share = (keep: (sum: number) => boolean) => sums.filter(keep).length / sums.length;
  return { p: share((sum) => sum <= observed + 1e-9), pUpper: share((sum) => sum >= observed - 1e-9) };
}

const value = fc.integer({ min: 1, max: 9 });
const arm = fc.array(value, { minLength: 1, maxLength: 3 });
const some = fc.array(
  fc.tuple(arm, arm).map(([a, b]) => stratum(a, b)),
  { minLength: 1, maxLength: 3 },
);

/** Latencies with heavy tails: log-normal, with a multiplier for arm 1. */
function latencies(strata: number, trials: number, factor: number, seed: string): MeasuredStratum[] {
  const random = seededRandom(seed);
  const draw = (middle: number) => middle * Math.exp(0.5 * normalQuantile(random() * 0.999998 + 1e-6));
  return Array.from({ length: strata }, () => {
    const middle = 100 * (1 + 9 * random());
    return stratum(
      Array.from({ length: trials }, () => draw(middle)),
      Array.from({ length: trials }, () => draw(middle * factor)),
    );
  });
}

describe('permutation test of a measure', () => {
  it('is the enumeration of every relabelling within strata', () => {
    fc.assert(
      fc.property(some, (strata) => {
        const test = run(strata);
        const truth = listed(strata);
        expect(test.isExact).toBe(true);
        expect(test.p).toBeCloseTo(truth.p, 12);
        expect(test.pUpper).toBeCloseTo(truth.pUpper, 12);
      }),
      { numRuns: 150 },
    );
  });

  it('reports the ratio of geometric means, strata weighing the same, in whatever unit', () => {
    const strata = [stratum([100, 400], [400, 400]), stratum([10], [5])];
    expect(ratioOf(run(strata)).ratio).toBeCloseTo(Math.sqrt(2 * 0.5), 12);
    const inSeconds = strata.map(({ arm0, arm1 }) =>
      stratum(
        arm0.values.map((x) => x / 1000),
        arm1.values.map((x) => x / 1000),
      ),
    );
    expect(run(inSeconds)).toEqual({
      ...run(strata),
      effect: { kind: 'ratio', ratio: expect.closeTo(1, 12), limits: null },
    });
  });

  it('leaves 1 out of the interval exactly where the two-sided test rejects', () => {
    let rejected = 0;
    for (let i = 0; i < 60; i++) {
      const test = run(latencies(5, 2, i % 2 === 0 ? 1 : 1.8, `duality ${i}`), 0.9);
      const { limits, ratio } = ratioOf(test);
      if (limits === null) throw new Error('expected limits');
      const isRejected = Math.min(test.p, test.pUpper) <= 0.05;
      expect(limits.low > 1 || limits.high < 1).toBe(isRejected);
      expect(limits.low).toBeLessThanOrEqual(ratio);
      expect(limits.high).toBeGreaterThanOrEqual(ratio);
      if (isRejected) rejected++;
    }
    expect(rejected).toBeGreaterThan(10);
    expect(rejected).toBeLessThan(50);
  });

  it('has for its limits the factors at which the test would no longer reject', () => {
    // 20 relabellings, the arms apart: p = 1/20, just rejected at 90 %. With arm 1 divided by 2 its 8 ties with 4, by 32 its
    // 32 ties with 1: there a second relabelling reaches the observed statistic, and p = 2/20.
    const { ratio, limits } = ratioOf(run([stratum([1, 2, 4], [8, 16, 32])], 0.9));
    expect(ratio).toBeCloseTo(8, 12);
    expect(limits).toEqual({ low: expect.closeTo(2, 12), high: expect.closeTo(32, 12) });
    expect(ratioOf(run([stratum([1, 2, 4], [8, 16, 32])], 0.91)).limits).toBeNull();
  });

  it('gives an interval that covers the true ratio about as often as promised', () => {
    let covered = 0;
    for (let i = 0; i < 300; i++) {
      const { limits } = ratioOf(run(latencies(4, 3, 1.5, `cover ${i}`).slice(0, 2), 0.9));
      if (limits !== null && limits.low <= 1.5 && 1.5 <= limits.high) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.86);
    expect(covered / 300).toBeLessThan(0.97);
  });

  it('has no interval where too few relabellings could leave anything out', () => {
    expect(ratioOf(run([stratum([1], [2]), stratum([1], [3])])).limits).toBeNull();
  });

  it('draws relabellings where they are many, counts the observed one in, and repeats itself for a seed', () => {
    const strata = latencies(40, 3, 1.3, 'many');
    const test = run(strata);
    expect(test.isExact).toBe(false);
    expect(test.pUpper).toBeLessThan(0.01);
    expect(test.pUpper).toBeGreaterThanOrEqual(1e-4);
    expect(run(strata)).toEqual(test);
    const sure = Array.from({ length: 40 }, () => stratum([1, 1.1, 1.2], [50, 51, 52]));
    expect(run(sure).pUpper).toBe(1e-4);
    expect(run(sure).p).toBe(1);
  });

  it('is close to the enumeration where it draws', () => {
    // 3 of 6 values in 3 strata: 8,000 relabellings, listed; with a fourth, whose values are all equal, 160,000, drawn.
    const strata = latencies(3, 3, 1.6, 'close');
    const exact = run(strata);
    const drawn = run([...strata, stratum([7, 7, 7], [7, 7, 7])]);
    expect([exact.isExact, drawn.isExact]).toEqual([true, false]);
    expect(Math.abs(drawn.pUpper - exact.pUpper)).toBeLessThan(0.015);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.015);
  });

  it('holds its level: over all relabellings of one data set, p <= a in at most a share a', () => {
    const values = [3, 8, 1, 9, 4, 7, 2];
    for (const level of [0.03, 0.1, 0.3]) {
      let [rejected, all] = [0, 0];
      for (let mask = 0; mask < 128; mask++) {
        const arm1 = values.filter((_, i) => (mask >> i) & 1);
        if (arm1.length !== 3) continue;
        all++;
        if (
          run([
            stratum(
              values.filter((_, i) => !((mask >> i) & 1)),
              arm1,
            ),
          ]).pUpper <= level
        )
          rejected++;
      }
      expect(all).toBe(35);
      expect(rejected / all).toBeLessThanOrEqual(level);
      expect(rejected / all).toBeGreaterThan(level - 1 / 35);
    }
  });

  it('goes over to ranks where a trial timed out or a value is zero, all timed-out trials above all others', () => {
    const timedOut = run([stratum([10, 20], [30], 0, 1)]);
    // Arm 1 has the two largest of four: one of six choices.
    expect(timedOut.pUpper).toBeCloseTo(1 / 6, 12);
    expect(timedOut.effect).toEqual({ kind: 'superiority', probability: expect.closeTo(1, 12) });
    // 10 against 0 wins, 10 against a time-out loses, two time-outs tie: (1 + 0 + 1 + 0.5) / 4.
    const mixed = run([stratum([0], [10], 1, 1)]);
    expect(mixed.effect).toEqual({ kind: 'superiority', probability: expect.closeTo(2.5 / 4, 12) });
    expect(run([stratum([0, 0], [0, 0])])).toMatchObject({ p: 1, pUpper: 1, effect: { probability: 0.5 } });
    // Arm 1 wins four of six comparisons and ties two.
    const tied = run([stratum([0, 5], [5, 5, 7])]);
    expect(tied.effect).toEqual({ kind: 'superiority', probability: expect.closeTo(5 / 6, 12) });
    // The size of a value counts for logs only.
    const ranked = (largest: number) => run([stratum([1, 2, 0], [3, largest, 4])]).pUpper;
    expect(ranked(1e9)).toBe(ranked(5));
  });

  it('leaves strata with one empty arm out, and says so where none is left', () => {
    const strata = [stratum([1, 2], [3, 5])];
    expect(run([...strata, stratum([4], []), stratum([], [], 0, 2)])).toEqual(run(strata));
    expect(measureTest([stratum([4], [])], 0.95, seededRandom('x'))).toBeNull();
    expect(measureTest([], 0.95, seededRandom('x'))).toBeNull();
  });

  it('refuses what is no measurement', () => {
    for (const bad of [
      stratum([Number.NaN], [1]),
      stratum([1], [Infinity]),
      stratum([1], [1], -1),
      stratum([1], [1], 0, 0.5),
    ]) {
      expect(() => run([bad])).toThrow(RangeError);
    }
  });
});
