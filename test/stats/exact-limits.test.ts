import { describe, expect, it } from 'vitest';
import { betaTails, binomialMass, clopperPearson, jeffreys, type Limits } from '../../src/stats/index.ts';

/** Every interval of so many trials, and the probability that the one that comes up holds the true rate. */
function coverage(trials: number, limitsOf: (successes: number) => Limits): (rate: number) => number {
  const limits = Array.from({ length: trials + 1 }, (_, successes) => limitsOf(successes));
  return (rate) =>
    limits.reduce(
      (sum, { low, high }, s) => sum + (low <= rate && rate <= high ? binomialMass(s, trials, rate) : 0),
      0,
    );
}

const RATES = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);

describe("Clopper and Pearson's interval", () => {
  it("has R's values", () => {
    // R: binom.test(7, 20)$conf.int, binom.test(682, 925)$conf.int
    expect(clopperPearson(7, 20, 0.95).low).toBeCloseTo(0.1539092, 7);
    expect(clopperPearson(7, 20, 0.95).high).toBeCloseTo(0.5921885, 7);
    expect(clopperPearson(682, 925, 0.95).low).toBeCloseTo(0.7076683, 7);
    expect(clopperPearson(682, 925, 0.95).high).toBeCloseTo(0.765407, 6);
  });

  it('is the closed form at both ends, also far out', () => {
    for (const tail of [0.025, 1e-7, 1e-10]) {
      const { low, high } = clopperPearson(0, 40, 1 - 2 * tail);
      expect(low).toBe(0);
      expect(high).toBeCloseTo(1 - tail ** (1 / 40), 8);
      expect(clopperPearson(40, 40, 1 - 2 * tail)).toEqual({ low: expect.closeTo(1 - high, 12), high: 1 });
    }
  });

  it('covers every rate with at least the confidence promised', () => {
    for (const trials of [1, 5, 20]) {
      const covered = coverage(trials, (s) => clopperPearson(s, trials, 0.95));
      for (const rate of RATES) expect(covered(rate)).toBeGreaterThanOrEqual(0.95 - 1e-12);
    }
  });
});

describe("Jeffreys' interval", () => {
  it('leaves half of the rest on each side, and reaches the ends where nothing or everything succeeded', () => {
    const { low, high } = jeffreys(7, 20, 0.9);
    expect(betaTails(low, 7.5, 13.5).lower).toBeCloseTo(0.05, 12);
    expect(betaTails(high, 7.5, 13.5).upper).toBeCloseTo(0.05, 12);
    expect(jeffreys(0, 20, 0.9).low).toBe(0);
    expect(jeffreys(20, 20, 0.9).high).toBe(1);
    expect(jeffreys(0, 20, 0.9).high).toBeCloseTo(1 - jeffreys(20, 20, 0.9).low, 12);
  });

  it('covers the nominal share on average and is narrower than the exact one', () => {
    const mean =
      RATES.map(coverage(20, (s) => jeffreys(s, 20, 0.95))).reduce((sum, share) => sum + share) / RATES.length;
    expect(Math.abs(mean - 0.95)).toBeLessThan(0.01);
    for (let s = 0; s <= 20; s++) {
      const [narrow, wide] = [jeffreys(s, 20, 0.95), clopperPearson(s, 20, 0.95)];
      expect(narrow.low).toBeGreaterThanOrEqual(wide.low);
      expect(narrow.high).toBeLessThanOrEqual(wide.high);
    }
  });
});

it.each([
  ['Clopper and Pearson', clopperPearson],
  ['Jeffreys', jeffreys],
] as const)('%s: impossible counts are refused', (_, limits) => {
  for (const [s, n] of [
    [0, 0],
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ] as const) {
    expect(() => limits(s, n, 0.95)).toThrow(/successes of/);
  }
  expect(() => limits(1, 2, 95)).toThrow(/within 0..1/);
});
