import fc from 'fast-check';
// @ts-expect-error -- jstat ships no types
import jStat from 'jstat';
import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  betaTails,
  binomialMass,
  binomialTails,
  chiSquareQuantile,
  chiSquareTails,
  gammaTails,
  hypergeometricMass,
  hypergeometricTails,
  logGamma,
  normalQuantile,
  normalTails,
  studentTQuantile,
  studentTTails,
  type Tails,
} from '../../src/stats/index.ts';
import { fixturePoints, hasReference, referencePoints, relativeError, WHY_SKIPPED } from './reference.ts';

/** The docstrings promise the first; the grid is met to the second, which naive formulas are not. */
const PROMISED = 1e-10;
const HELD = 2e-11;

/** R's name, how many points its grid has, and our function of R's arguments. */
const COVERED: readonly [name: string, points: number, ours: (...args: number[]) => number][] = [
  ['pbeta', 497, (x = 0, a = 0, b = 0) => betaTails(x, a, b).lower],
  ['pbetaU', 497, (x = 0, a = 0, b = 0) => betaTails(x, a, b).upper],
  ['qbeta', 1296, (p = 0, a = 0, b = 0) => betaQuantile(p, a, b)],
  ['dbinom', 1221, (k = 0, n = 0, p = 0) => binomialMass(k, n, p)],
  ['pbinom', 1221, (k = 0, n = 0, p = 0) => binomialTails(k, n, p).lower],
  ['pbinomU', 1221, (k = 0, n = 0, p = 0) => binomialTails(k, n, p).upper],
  ['dhyper', 1362, (x = 0, N = 0, m = 0, n = 0) => hypergeometricMass(x, N, m, n)],
  ['phyper', 1362, (x = 0, N = 0, m = 0, n = 0) => hypergeometricTails(x, N, m, n).lower],
  ['phyperU', 1362, (x = 0, N = 0, m = 0, n = 0) => hypergeometricTails(x, N, m, n).upper],
  ['pnormL', 19, (z = 0) => normalTails(z).lower],
  ['pnormU', 19, (z = 0) => normalTails(z).upper],
  ['qnorm', 31, (p = 0) => normalQuantile(p)],
  ['pchisq', 99, (x = 0, df = 0) => chiSquareTails(x, df).lower],
  ['pchisqU', 99, (x = 0, df = 0) => chiSquareTails(x, df).upper],
  ['qchisq', 143, (p = 0, df = 0) => chiSquareQuantile(p, df)],
  ['ptL', 240, (t = 0, df = 0) => studentTTails(t, df).lower],
  ['ptU', 240, (t = 0, df = 0) => studentTTails(t, df).upper],
  ['qt', 272, (p = 0, df = 0) => studentTQuantile(p, df)],
  ['lgamma', 18, (x = 0) => logGamma(x)],
];

describe.each(COVERED)("R's %s", (name, points, ours) => {
  const worst = (list: ReturnType<typeof referencePoints>): number =>
    Math.max(...list.map((point) => relativeError(ours(...point.arguments), point.value)));

  it('is met to 1e-10 on the values kept here', () => {
    const kept = fixturePoints(name);
    expect(kept.length).toBe(Math.min(points, 20));
    expect(worst(kept)).toBeLessThan(PROMISED);
  });

  it.skipIf(!hasReference)(`is met to 2e-11 on the whole grid${WHY_SKIPPED}`, () => {
    const all = referencePoints(name);
    expect(all.length).toBe(points);
    expect(worst(all)).toBeLessThan(HELD);
  });
});

describe('tails', () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const size = between(0.05, 500);

  it('sum to 1 and fall and rise with x', () => {
    const laws = (at: (x: number) => Tails, [x, y]: readonly [number, number]): void => {
      const [low, high] = [at(Math.min(x, y)), at(Math.max(x, y))];
      expect(low.lower + low.upper).toBeCloseTo(1, 12);
      expect(high.lower).toBeGreaterThanOrEqual(low.lower * (1 - 1e-12));
      expect(low.upper).toBeGreaterThanOrEqual(high.upper * (1 - 1e-12));
    };
    const unit = fc.tuple(between(0, 1), between(0, 1));
    const positive = fc.tuple(between(0, 2000), between(0, 2000));
    const real = fc.tuple(between(-45, 45), between(-45, 45));
    fc.assert(
      fc.property(unit, positive, real, size, size, (u, x, z, a, b) => {
        laws((at) => betaTails(at, a, b), u);
        laws((at) => gammaTails(at, a), x);
        laws((at) => studentTTails(at, a), z);
        laws(normalTails, z);
      }),
      { numRuns: 300 },
    );
  });

  it('are met again by the quantile', () => {
    fc.assert(
      fc.property(between(1e-12, 1), between(0.3, 300), between(0.3, 300), (p, a, b) => {
        // The smaller tail: the other one fixes x no further than its own last digit.
        const meets = (tails: Tails): void => {
          if (p <= 0.5) expect(relativeError(tails.lower, p)).toBeLessThan(1e-9);
          else if (p < 0.999) expect(relativeError(tails.upper, 1 - p)).toBeLessThan(1e-9);
        };
        meets(chiSquareTails(chiSquareQuantile(p, a), a));
        meets(studentTTails(studentTQuantile(p, a), a));
        meets(normalTails(normalQuantile(p)));
        // Next to 1 doubles are too far apart for a beta quantile to hit its tail.
        const x = betaQuantile(p, a, b);
        if (x < 0.99) meets(betaTails(x, a, b));
      }),
      { numRuns: 150 },
    );
  });

  it('agree with each other: the binomial is a sum of masses, the square of a normal chi-square, Cauchy a Student t', () => {
    for (const [n, p] of [
      [12, 0.3],
      [40, 0.97],
      [1, 0.5],
    ] as const) {
      let lower = 0;
      for (let k = 0; k <= n; k++) {
        lower += binomialMass(k, n, p);
        expect(binomialTails(k, n, p).lower).toBeCloseTo(lower, 13);
        expect(binomialTails(k, n, p).upper).toBeCloseTo(1 - lower, 13);
      }
    }
    for (const z of [0.3, 1.7, 4]) {
      expect(chiSquareTails(z * z, 1).upper).toBeCloseTo(2 * normalTails(z).upper, 14);
      expect(studentTTails(z, 1).upper).toBeCloseTo(0.5 - Math.atan(z) / Math.PI, 14);
      expect(chiSquareTails(z, 2).upper).toBeCloseTo(Math.exp(-z / 2), 14);
    }
  });

  it('reach their ends', () => {
    expect(betaTails(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(betaTails(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
    expect(chiSquareTails(Infinity, 3)).toEqual({ lower: 1, upper: 0 });
    expect(normalTails(-Infinity)).toEqual({ lower: 0, upper: 1 });
    expect(studentTTails(Infinity, 3)).toEqual({ lower: 1, upper: 0 });
    expect(binomialTails(5, 5, 0.2)).toEqual({ lower: 1, upper: 0 });
    expect([binomialMass(0, 4, 0), binomialMass(4, 4, 1), binomialMass(2, 4, 0), binomialMass(0, 0, 0.3)]).toEqual([
      1, 1, 0, 1,
    ]);
    expect([normalQuantile(0), normalQuantile(1), studentTQuantile(0, 4), studentTQuantile(1, 4)]).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      Infinity,
    ]);
    expect([betaQuantile(0, 2, 2), betaQuantile(1, 2, 2), chiSquareQuantile(1, 2)]).toEqual([0, 1, Infinity]);
    expect(normalQuantile(Number.MIN_VALUE)).toBeCloseTo(-38.47, 1);
  });

  it('hold for a hypergeometric at and beyond the edges of its support', () => {
    // 5 of 6 are successes, 4 are drawn: 3 or 4 successes.
    expect(hypergeometricTails(2, 6, 5, 4)).toEqual({ lower: 0, upper: 1 });
    expect(hypergeometricTails(3, 6, 5, 4).lower).toBeCloseTo(2 / 3, 14);
    expect(hypergeometricTails(4, 6, 5, 4)).toEqual({ lower: 1, upper: 0 });
    expect(hypergeometricTails(9, 6, 5, 4)).toEqual({ lower: 1, upper: 0 });
    expect(hypergeometricTails(0, 0, 0, 0)).toEqual({ lower: 1, upper: 0 });
    expect(hypergeometricMass(2, 6, 5, 4)).toBe(0);
    expect(hypergeometricMass(4, 4, 4, 4)).toBe(1);
  });

  it('refuse what has no answer, and never give NaN for it', () => {
    const wrong = [
      () => betaTails(1.1, 2, 2),
      () => betaTails(0.5, 0, 2),
      () => betaTails(Number.NaN, 2, 2),
      () => betaQuantile(-0.1, 2, 2),
      () => gammaTails(-1, 2),
      () => gammaTails(1, 0),
      () => chiSquareQuantile(0.5, -1),
      () => normalTails(Number.NaN),
      () => normalQuantile(2),
      () => studentTTails(Number.NaN, 3),
      () => studentTTails(1, 0),
      () => studentTQuantile(Number.NaN, 3),
      () => binomialMass(2.5, 4, 0.5),
      () => binomialTails(5, 4, 0.5),
      () => binomialMass(2, 4, 1.5),
      () => hypergeometricMass(1, 4, 5, 2),
      () => hypergeometricTails(-1, 4, 2, 2),
      () => logGamma(0),
    ];
    for (const call of wrong) expect(call).toThrow(RangeError);
  });
});

describe('jStat, where it can be trusted,', () => {
  it('agrees on hypergeometric masses, and on beta, chi-square, normal and t quantiles at ordinary levels', () => {
    for (const p of [0.001, 0.025, 0.05, 0.3, 0.5, 0.8, 0.975, 0.999]) {
      expect(relativeError(betaQuantile(p, 7, 14), jStat.beta.inv(p, 7, 14))).toBeLessThan(1e-8);
      expect(relativeError(chiSquareQuantile(p, 9), jStat.chisquare.inv(p, 9))).toBeLessThan(1e-8);
      expect(Math.abs(normalQuantile(p) - jStat.normal.inv(p, 0, 1))).toBeLessThan(1e-8);
      expect(Math.abs(studentTQuantile(p, 11) - jStat.studentt.inv(p, 11))).toBeLessThan(1e-6);
    }
    for (let x = 0; x <= 12; x++) {
      expect(relativeError(hypergeometricMass(x, 50, 30, 12), jStat.hypgeom.pdf(x, 50, 30, 12))).toBeLessThan(1e-12);
    }
    for (const x of [0.3, 2.5, 40, 1000]) expect(relativeError(logGamma(x), jStat.gammaln(x))).toBeLessThan(1e-10);
  });
});
