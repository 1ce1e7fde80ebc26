import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../src/stats/index.ts';

describe('seeded generator', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw('a1b2')).toEqual(draw('a1b2'));
    expect(draw('a1b2')).not.toEqual(draw('a1b3'));
  });

  it('fills [0, 1) evenly', () => {
    const random = seededRandom('even');
    const bins = new Array<number>(20).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const bin = Math.floor(random() * 20);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(43.8); // 0.999 quantile, 19 degrees of freedom
  });
});

describe('shuffle', () => {
  it('keeps every item and leaves its argument alone', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const result = shuffled(items, seededRandom('s'));
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(result).not.toEqual(items);
    expect(result.toSorted()).toEqual(items);
  });

  it('gives each of the six orders of three items equally often', () => {
    const random = seededRandom('orders');
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
