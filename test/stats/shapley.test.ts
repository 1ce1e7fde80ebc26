import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterBootstrap, dividends, seededRandom, shapley } from '../../src/stats/index.ts';

const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000);
const game = fc
  .integer({ min: 1, max: 4 })
  .chain((players) => fc.array(value, { minLength: 2 ** players, maxLength: 2 ** players }));
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe('Shapley values', () => {
  test('divide what all bring, and no more', () => {
    fc.assert(
      fc.property(game, (values) => {
        expect(sum(shapley(values))).toBeCloseTo((values.at(-1) ?? 0) - (values[0] ?? 0), 9);
      }),
    );
  });

  test('give nothing to a player that changes no value, and leave the others what they had', () => {
    fc.assert(
      fc.property(game, (values) => {
        const [last, ...others] = shapley([...values, ...values]).toReversed();
        expect(last).toBeCloseTo(0, 9);
        for (const [player, one] of others.toReversed().entries())
          expect(one).toBeCloseTo(shapley(values)[player] ?? 0, 9);
      }),
    );
  });

  test('are the same for players that do the same', () => {
    fc.assert(
      fc.property(value, value, value, (none, one, both) => {
        const [a, b] = shapley([none, one, one, both]);
        expect(a).toBeCloseTo(b ?? Number.NaN, 9);
      }),
    );
  });

  test('are the dividends, each divided among its members', () => {
    fc.assert(
      fc.property(game, (values) => {
        const joint = dividends(values);
        for (const [player, one] of shapley(values).entries()) {
          const members = (group: number) => group.toString(2).replaceAll('0', '').length;
          const own = joint.map((dividend, group) => ((group >> player) & 1 ? dividend / members(group) : 0));
          expect(one).toBeCloseTo(sum(own), 9);
        }
        expect(sum(joint)).toBeCloseTo(values.at(-1) ?? 0, 9);
      }),
    );
  });

  test('are worked out right by hand: a glove that needs its pair', () => {
    // Players 0 and 1 have left gloves, player 2 the right one: textbook values 1/6, 1/6, 4/6.
    const values = [0, 0, 0, 0, 0, 1, 1, 1];
    for (const [player, share] of [1 / 6, 1 / 6, 4 / 6].entries())
      expect(shapley(values)[player]).toBeCloseTo(share, 12);
  });

  test('refuse a list that is no game', () => {
    expect(() => shapley([0, 1, 2])).toThrow('all coalitions');
  });
});

describe('limits by resampling clusters', () => {
  const alike = (count: number, mean: number) => Array.from({ length: count }, () => ({ size: 1, sums: [mean] }));
  const limitsOf = (clusters: Parameters<typeof clusterBootstrap>[0]) =>
    clusterBootstrap(clusters, { levels: [0.95], random: seededRandom('limits') })[0] ?? { low: 0, high: 0 };

  test('do not claim to know what a few clusters that agree have shown', () => {
    expect(limitsOf(alike(3, -1)).high).toBeGreaterThan(-0.2);
    expect(limitsOf(alike(24, -1)).high).toBeLessThan(-0.7);
  });

  test('cover the mean at least about as often as they say', () => {
    const random = seededRandom('coverage');
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const drawn = Array.from({ length: 12 }, () => ({ size: 1, sums: [random() < 0.3 ? -1 : 0] }));
      const [limits] = clusterBootstrap(drawn, { levels: [0.95], random });
      if (limits !== undefined && limits.low <= -0.3 && -0.3 <= limits.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(184);
  });

  test('are wider where cases of a cluster move together', () => {
    const apart = Array.from({ length: 40 }, (_, at) => ({ size: 1, sums: [at % 2 === 0 ? -1 : 0] }));
    const together = Array.from({ length: 8 }, (_, at) => ({ size: 5, sums: [at % 2 === 0 ? -5 : 0] }));
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(width(limitsOf(together))).toBeGreaterThan(1.5 * width(limitsOf(apart)));
  });
});
