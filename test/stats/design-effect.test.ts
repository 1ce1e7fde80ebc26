import { describe, expect, test } from 'vitest';
import {
  designEffect,
  moverWilson,
  normalQuantile,
  type Runs,
  seededRandom,
  type UnitRuns,
} from '../../src/stats/index.ts';

const unit = (...arms: readonly Runs[]): UnitRuns => ({ members: arms[0]?.[0]?.length ?? 1, arms });

describe('design effect', () => {
  test('members that always agree count as one: complete dependence', () => {
    const runs = [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ];
    expect(designEffect([unit(runs, runs), unit(runs, runs)])).toBeCloseTo(4, 12);
  });

  test('members that vary on their own count in full, but for the pseudo degree of freedom', () => {
    const runs = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    // Variance of totals 0.5, of members 2 x 0.25; 2 x 3 degrees of freedom: (6 x 1 + 2) / 7.
    expect(designEffect([unit(runs, runs)])).toBeCloseTo(8 / 7, 12);
  });

  test('a single run a unit, or outcomes that never vary, say nothing: complete dependence is assumed', () => {
    expect(designEffect([unit([[1, 0, 1]], [[0, 0, 1]])])).toBe(3);
    expect(
      designEffect([
        unit(
          [
            [1, 1],
            [1, 1],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ),
      ]),
    ).toBe(2);
  });

  test('a unit without any complete run is assumed to be wholly dependent', () => {
    expect(designEffect([{ members: 3, arms: [[], []] }])).toBe(3);
  });

  test('units of one member have none, and no unit at all has none', () => {
    expect(designEffect([unit([[1], [0], [1]], [[0], [1]])])).toBe(1);
    expect(designEffect([])).toBe(1);
  });

  test('members that exclude each other do not count for more than they are', () => {
    const runs = [
      [1, 0],
      [0, 1],
      [1, 0],
    ];
    expect(designEffect([unit(runs, runs), unit(runs, runs), unit(runs, runs)])).toBe(1);
  });

  test('with it an interval covers the truth where runs are shared; without it, it does not', () => {
    const random = seededRandom('runs');
    const units = 20;
    const z = normalQuantile(0.975);
    const simulations = 1000;
    let covered = 0;
    let coveredWithout = 0;
    for (let simulation = 0; simulation < simulations; simulation++) {
      // A run succeeds or fails as a whole in 4 of 5 cases of doubt.
      const run = (): number[] => {
        const shared = random() < 0.7 ? 1 : 0;
        return Array.from({ length: 4 }, () => (random() < 0.8 ? shared : random() < 0.7 ? 1 : 0));
      };
      const arm = (): Runs => [run(), run(), run()];
      const all = Array.from({ length: units }, () => unit(arm(), arm()));
      const trials = units * 4 * 3;
      const rate = (side: 0 | 1): number =>
        all.reduce((sum, { arms }) => sum + (arms[side]?.flat() ?? []).reduce((a, b) => a + b, 0), 0) / trials;
      const [rate0, rate1] = [rate(0), rate(1)];
      const interval = (design: number) =>
        moverWilson({ rate: rate0, trials: trials / design }, { rate: rate1, trials: trials / design }, z, 1);
      const covers = ({ low, high }: { low: number; high: number }): number => (low <= 0 && high >= 0 ? 1 : 0);
      covered += covers(interval(designEffect(all)));
      coveredWithout += covers(interval(1));
    }
    expect(covered / simulations).toBeGreaterThan(0.94);
    expect(covered / simulations).toBeLessThan(0.98);
    expect(coveredWithout / simulations).toBeLessThan(0.85);
  });
});
