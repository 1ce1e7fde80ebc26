import { describe, expect, it } from 'vitest';
import type { Pmf } from '../../src/stats/pmf.ts';
import { fairCoinPmf, hypergeometricPmf } from '../../src/stats/pmf.ts';
import { hasReference, referencePoints, relativeError, WHY_SKIPPED } from './reference.ts';

function at(pmf: Pmf, k: number): number {
  return pmf.mass[k - pmf.min] ?? 0;
}

function tail(pmf: Pmf, from: number, to: number): number {
  let sum = 0;
  const span = [Math.max(from, pmf.min), Math.min(to, pmf.min + pmf.mass.length - 1)] as const;
  for (let k = span[0]; k <= span[1]; k++) sum += at(pmf, k);
  return sum;
}

describe('hypergeometric distribution', () => {
  it('has the values of the textbook', () => {
    const cups = hypergeometricPmf(8, 4, 4);
    expect(cups.min).toBe(0);
    expect([...cups.mass].map((mass) => mass * 70)).toEqual(
      [1, 16, 36, 16, 1].map((value) => expect.closeTo(value, 12)),
    );
    expect(at(hypergeometricPmf(20, 7, 12), 3)).toBeCloseTo((35 * 715) / 125_970, 14);
  });

  it('starts its support where the draws must contain successes', () => {
    const pmf = hypergeometricPmf(6, 5, 4);
    expect(pmf.min).toBe(3);
    expect([...pmf.mass]).toEqual([expect.closeTo(2 / 3, 14), expect.closeTo(1 / 3, 14)]);
    expect(hypergeometricPmf(6, 0, 4)).toEqual({ min: 0, mass: Float64Array.of(1) });
  });

  it('rejects what is no count', () => {
    expect(() => hypergeometricPmf(6, 7, 4)).toThrow(/7 successes/);
    expect(() => hypergeometricPmf(6, 2.5, 4)).toThrow(/whole number/);
    expect(() => fairCoinPmf(-1)).toThrow(/whole number/);
  });

  it.skipIf(!hasReference)(`agrees with R to 1e-10 in both tails${WHY_SKIPPED}`, () => {
    const cache = new Map<string, Pmf>();
    const pmfOf = ([, population = 0, successes = 0, draws = 0]: readonly number[]): Pmf => {
      const key = `${population} ${successes} ${draws}`;
      const pmf = cache.get(key) ?? hypergeometricPmf(population, successes, draws);
      cache.set(key, pmf);
      return pmf;
    };
    let worst = 0;
    let points = 0;
    const check = (name: string, value: (pmf: Pmf, x: number) => number): void => {
      for (const point of referencePoints(name)) {
        if (point.value < 1e-290) continue;
        points++;
        worst = Math.max(worst, relativeError(value(pmfOf(point.arguments), point.arguments[0] ?? 0), point.value));
      }
    };
    check('dhyper', at);
    check('phyper', (pmf, x) => tail(pmf, 0, x));
    check('phyperU', (pmf, x) => tail(pmf, x + 1, Number.MAX_SAFE_INTEGER));
    expect(points).toBeGreaterThan(3800);
    expect(worst).toBeLessThan(1e-10);
  });
});

describe('fair coins', () => {
  it('has the values of the textbook', () => {
    expect([...fairCoinPmf(4).mass]).toEqual([1, 4, 6, 4, 1].map((value) => expect.closeTo(value / 16, 15)));
    expect([...fairCoinPmf(0).mass]).toEqual([1]);
  });

  it.skipIf(!hasReference)(`agrees with R to 1e-10${WHY_SKIPPED}`, () => {
    const points = referencePoints('dbinom').filter(
      (point) => point.arguments[2] === 0.5 && point.value > 1e-290 && (point.arguments[0] ?? 0) < 1e5,
    );
    expect(points.length).toBeGreaterThan(100);
    for (const {
      arguments: [k = 0, n = 0],
      value,
    } of points) {
      expect(relativeError(at(fairCoinPmf(n), k), value)).toBeLessThan(1e-10);
    }
  });
});
