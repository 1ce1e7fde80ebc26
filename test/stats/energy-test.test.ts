import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyTest, type ObservedStratum, type Random, seededRandom } from '../../src/stats/index.ts';

const apart = (a: string, b: string): number => (a === b ? 0 : 1);
const run = (strata: readonly ObservedStratum<string>[], seed = 'energy') => {
  const test = energyTest(strata, apart, seededRandom(seed));
  if (test === null) throw new Error('expected a test');
  return test;
};

/** The statistic from its definition. */
function defined(arm0: readonly string[], arm1: readonly string[]): number {
  const mean = (a: readonly string[], b: readonly string[]): number =>
    a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + apart(x, y), 0), 0) / (a.length * b.length);
  return 2 * mean(arm0, arm1) - mean(arm0, arm0) - mean(arm1, arm1);
}

function listed(strata: readonly ObservedStratum<string>[]): { p: number; statistic: number } {
  let sums = [0];
  let statistic = 0;
  for (const { arm0, arm1 } of strata) {
    statistic += defined(arm0, arm1);
    const all = [...arm0, ...arm1];
    const own: number[] = [];
    for (let mask = 0; mask < 2 ** all.length; mask++) {
      const in1 = all.filter((_, i) => (mask >> i) & 1);
      const in0 = all.filter((_, i) => !((mask >> i) & 1));
      if (in1.length === arm1.length) own.push(defined(in0, in1));
    }
    sums = sums.flatMap((sum) => own.map((value) => sum + value));
  }
  return { statistic, p: sums.filter((sum) => sum >= statistic - 1e-9).length / sums.length };
}

/** Paths of `trials` trials an arm; a share `moved` of arm 1's go elsewhere. */
function paths(strata: number, trials: number, moved: number, random: Random): ObservedStratum<string>[] {
  const path = () => (random() < 0.7 ? 'search>answer' : 'search>search>answer');
  return Array.from({ length: strata }, () => ({
    arm0: Array.from({ length: trials }, path),
    arm1: Array.from({ length: trials }, () => (random() < moved ? 'answer' : path())),
  }));
}

describe('energy test', () => {
  it('is the enumeration of every relabelling of the defined statistic', () => {
    const arm = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ arm0: arm, arm1: arm }), { minLength: 1, maxLength: 3 }), (strata) => {
        const test = run(strata);
        const truth = listed(strata);
        expect(test.isExact).toBe(true);
        expect(test.statistic).toBeCloseTo(truth.statistic, 12);
        expect(test.p).toBeCloseTo(truth.p, 12);
      }),
      { numRuns: 150 },
    );
  });

  it('learns nothing from one trial an arm, and takes noise within an arm for no difference', () => {
    expect(run([{ arm0: ['a'], arm1: ['b'] }])).toMatchObject({ p: 1 });
    expect(run([{ arm0: ['a', 'b', 'c'], arm1: ['b', 'c', 'a'] }])).toMatchObject({ p: 1, statistic: 0 });
    expect(run([{ arm0: ['a', 'a', 'a'], arm1: ['b', 'b', 'b'] }])).toMatchObject({ p: 2 / 20, statistic: 2 });
  });

  it('finds paths that moved by a quarter, and repeats itself for a seed', () => {
    const strata = paths(40, 5, 0.25, seededRandom('moved'));
    const test = run(strata);
    expect(test.isExact).toBe(false);
    expect(test.p).toBeLessThan(0.05);
    expect(test.p).toBeGreaterThanOrEqual(1e-4);
    expect(run(strata)).toEqual(test);
  });

  it('holds its level on unchanged paths', () => {
    const random = seededRandom('unchanged');
    let rejected = 0;
    for (let i = 0; i < 400; i++) if (run(paths(2, 3, 0, random)).p <= 0.1) rejected++;
    expect(rejected / 400).toBeLessThan(0.14);
    expect(rejected).toBeGreaterThan(0);
  });

  it('leaves strata with one empty arm out, and refuses distances that are none', () => {
    const strata = [{ arm0: ['a', 'b'], arm1: ['b', 'b'] }];
    expect(run([...strata, { arm0: [], arm1: ['a'] }])).toEqual(run(strata));
    expect(energyTest<string>([{ arm0: [], arm1: ['a'] }], apart, seededRandom('x'))).toBeNull();
    expect(() => energyTest(strata, () => Number.NaN, seededRandom('x'))).toThrow(/distance/);
    expect(() => energyTest(strata, () => -1, seededRandom('x'))).toThrow(/distance/);
  });
});
