import { describe, expect, it } from 'vitest';
import { fixedStrataFactor, mde80, moverWilson, normalQuantile, wilson } from '../../src/stats/index.ts';

const Z = normalQuantile(0.975);
const rate = (passes: number, trials: number) => ({ rate: passes / trials, trials });

describe('Wilson and MOVER intervals', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("gives Newcombe's published limits for %d of %d", (passes, trials, low, high) => {
    const limits = wilson(rate(passes, trials), Z);
    expect(limits.low).toBeCloseTo(low, 4);
    expect(limits.high).toBeCloseTo(high, 4);
  });

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])("gives Newcombe's published limits for the difference %d/%d - %d/%d", (s1, n1, s0, n0, low, high) => {
    const limits = moverWilson(rate(s0, n0), rate(s1, n1), Z, 1);
    expect(limits.low).toBeCloseTo(low, 4);
    expect(limits.high).toBeCloseTo(high, 4);
  });

  it('is a point of no width only where the factor is 0, and mirrors when the arms are swapped', () => {
    const one = moverWilson(rate(8, 10), rate(5, 10), Z, 0.8);
    const other = moverWilson(rate(5, 10), rate(8, 10), Z, 0.8);
    expect(one.low).toBeCloseTo(-other.high, 14);
    expect(one.high).toBeCloseTo(-other.low, 14);
    expect(moverWilson(rate(10, 10), rate(10, 10), Z, 1).low).toBeLessThan(-0.2);
  });

  it('narrows for strata that always agree with themselves, by at most the square root of a half', () => {
    const weight = 1 / 40;
    const stable = Array.from({ length: 40 }, (_, i) => {
      const passes = i < 20 ? 5 : 0;
      return { weight, n0: 5, s0: passes, n1: 5, s1: passes };
    });
    const noisy = Array.from({ length: 40 }, () => ({ weight, n0: 5, s0: 3, n1: 5, s1: 2 }));
    expect(fixedStrataFactor(stable)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(fixedStrataFactor(noisy)).toBeGreaterThan(0.95);
    expect(fixedStrataFactor([{ weight: 1, n0: 3, s0: 3, n1: 3, s1: 3 }])).toBe(1);
  });
});

describe('smallest drop seen with 80 % power', () => {
  it.each([
    [5, 26],
    [10, 17],
    [20, 11],
    [40, 7],
    [80, 5],
    [200, 3],
  ])('is the published figure for %d strata of 20 and 8 trials', (strata, expected) => {
    const drop = mde80({ strata, trials0: 20, trials1: 8, rate: 0.95, level: 0.008 / 12 });
    expect(Math.round((drop ?? 0) * 100)).toBe(expected);
  });

  it('says so where not even a total drop would be seen', () => {
    expect(mde80({ strata: 5, trials0: 1, trials1: 1, rate: 0.3, level: 6.7e-4 })).toBeNull();
  });

  it('shrinks with more trials', () => {
    const drop = (trials: number) =>
      mde80({ strata: 40, trials0: trials, trials1: trials, rate: 0.95, level: 6.7e-4 }) ?? 1;
    expect(drop(3)).toBeLessThan(drop(1));
    expect(drop(5)).toBeLessThan(drop(3));
  });
});
