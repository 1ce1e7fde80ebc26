import { describe, expect, it } from 'vitest';
import { discordantLogE, historyLogE, type PairCounts, pairsLogE } from '../../src/stats/index.ts';

const NONE: PairCounts = { both: 0, only0: 0, only1: 0, neither: 0 };
const OUTCOMES = ['both', 'only0', 'only1', 'neither'] as const;
type Chances = Readonly<Record<(typeof OUTCOMES)[number], number>>;

const independent = (p0: number, p1: number): Chances => ({
  both: p0 * p1,
  only0: p0 * (1 - p1),
  only1: (1 - p0) * p1,
  neither: (1 - p0) * (1 - p1),
});

/** E[e-value] over every outcome of `pairs` pairs in each stratum. */
function expectation(
  strata: readonly Chances[],
  pairs: number,
  logE: (strata: readonly PairCounts[]) => number,
): number {
  let states: { counts: readonly PairCounts[]; probability: number }[] = [{ counts: [], probability: 1 }];
  for (const chances of strata) {
    let own = [{ counts: NONE, probability: 1 }];
    for (let pair = 0; pair < pairs; pair++) {
      own = own.flatMap(({ counts, probability }) =>
        OUTCOMES.map((outcome) => ({
          counts: { ...counts, [outcome]: counts[outcome] + 1 },
          probability: probability * chances[outcome],
        })),
      );
    }
    states = states.flatMap((state) =>
      own.map(({ counts, probability }) => ({
        counts: [...state.counts, counts],
        probability: state.probability * probability,
      })),
    );
  }
  return states.reduce((sum, { counts, probability }) => sum + probability * Math.exp(logE(counts)), 0);
}

const GRID = Array.from({ length: 21 }, (_, i) => i / 20);

describe('e-process of pairs', () => {
  it.each([
    ['all pairs', pairsLogE],
    ['discordant pairs', discordantLogE],
  ])('has an expectation of at most 1 wherever arm 1 is not worse (%s)', (_, logE) => {
    let greatest = 0;
    for (const p0 of GRID) {
      for (const p1 of GRID.filter((p) => p >= p0)) {
        greatest = Math.max(greatest, expectation([independent(p0, p1)], 3, logE));
        const other = independent(0.95, 0.95);
        greatest = Math.max(greatest, expectation([independent(p0, p1), other], 2, logE));
      }
    }
    expect(greatest).toBeLessThanOrEqual(1 + 1e-12);
    expect(greatest).toBeGreaterThan(0.9);
  });

  it('holds under negative coupling in its form of discordant pairs only', () => {
    // Never both, never neither: each arm succeeds half of the time, always at the other's cost.
    const coupled: Chances = { both: 0, only0: 0.5, only1: 0.5, neither: 0 };
    expect(expectation([coupled], 4, discordantLogE)).toBeCloseTo(1, 12);
    const worst = Math.max(
      ...GRID.map((p) => expectation([{ ...coupled, only0: p / 2, only1: 1 - p / 2 }], 3, discordantLogE)),
    );
    expect(worst).toBeLessThanOrEqual(1 + 1e-12);
    expect(expectation([coupled], 4, pairsLogE)).toBeGreaterThan(1.2);
  });

  it('grows at an alternative by its divergence from the nearest equal rate', () => {
    // 0.1948 nats a pair for 0.95 against 0.60; 1000 pairs in the proportions expected, one quarter of the mixture's half.
    const pairs = 1000;
    const chances = independent(0.95, 0.6);
    const counts: PairCounts = {
      both: chances.both * pairs,
      only0: chances.only0 * pairs,
      only1: chances.only1 * pairs,
      neither: chances.neither * pairs,
    };
    expect((pairsLogE([counts]) - Math.log(1 / 8)) / pairs).toBeCloseTo(0.1948, 4);
  });

  it('is the published formula on one stratum', () => {
    const counts: PairCounts = { both: 2, only0: 3, only1: 1, neither: 1 };
    const product = (a: number, b: number): number => {
      const m = (a + b) / 2;
      const factor = (y0: number, y1: number): number =>
        (a ** y0 * (1 - a) ** (1 - y0) * b ** y1 * (1 - b) ** (1 - y1)) / (m ** (y0 + y1) * (1 - m) ** (2 - y0 - y1));
      return factor(1, 1) ** 2 * factor(1, 0) ** 3 * factor(0, 1) * factor(0, 0);
    };
    const diffuse = (product(0.95, 0.6) + product(0.95, 0.8) + product(0.8, 0.5) + product(0.6, 0.3)) / 4;
    const dead = 0.75 + 0.25 * product(0.97, 0.04);
    expect(pairsLogE([counts])).toBeCloseTo(Math.log((diffuse + dead) / 2), 12);
  });

  it('sees both a few dead strata among many and a small loss in all', () => {
    const fine = Array.from({ length: 35 }, (): PairCounts => ({ ...NONE, both: 3 }));
    const dead = Array.from({ length: 5 }, (): PairCounts => ({ ...NONE, only0: 3 }));
    const worse = Array.from({ length: 40 }, (): PairCounts => ({ ...NONE, both: 2, only0: 1 }));
    const same = Array.from(
      { length: 40 },
      (_, i): PairCounts => ({ ...NONE, both: 2, [i % 2 ? 'only0' : 'only1']: 1 }),
    );
    for (const logE of [pairsLogE, discordantLogE]) {
      expect(logE([...fine, ...dead])).toBeGreaterThan(Math.log(100));
      expect(logE(worse)).toBeGreaterThan(Math.log(100));
      expect(logE(same)).toBeLessThan(Math.log(0.6));
      expect(logE([])).toBeCloseTo(0, 12);
    }
  });

  it('stays finite where its products would overflow', () => {
    const value = pairsLogE(Array.from({ length: 2000 }, (): PairCounts => ({ ...NONE, only0: 8 })));
    expect(value).toBeGreaterThan(1000);
    expect(Number.isFinite(value)).toBe(true);
  });
});

describe('log e-value against a history', () => {
  it('is the published formula', () => {
    const strata = [
      { n0: 20, s0: 19, n1: 3, s1: 1 },
      { n0: 20, s0: 5, n1: 3, s1: 2 },
    ];
    const mean = 24 / 40;
    const rates = [(19 + mean) / 21, (5 + mean) / 21] as const;
    const ratio = (rate: number, q: number, h: number): number =>
      (q ** h * (1 - q) ** (3 - h)) / (rate ** h * (1 - rate) ** (3 - h));
    const diffuse = [0.9, 0.75, 0.6].map((r) => ratio(rates[0], rates[0] * r, 1) * ratio(rates[1], rates[1] * r, 2));
    // The second stratum mostly failed before: it cannot be found dead.
    const dead = 0.75 + 0.25 * ratio(rates[0], 0.04, 1);
    const expected = ((diffuse[0] ?? 0) + (diffuse[1] ?? 0) + (diffuse[2] ?? 0)) / 6 + dead / 2;
    expect(historyLogE(strata)).toBeCloseTo(Math.log(expected), 12);
  });

  it('rises with failures and falls with successes, and is never NaN at the ends', () => {
    const at = (s1: number, s0 = 20): number => historyLogE([{ n0: 20, s0, n1: 5, s1 }]);
    expect(at(5)).toBeLessThan(0);
    expect(at(0)).toBeGreaterThan(Math.log(100));
    for (let s1 = 1; s1 <= 5; s1++) expect(at(s1)).toBeLessThan(at(s1 - 1));
    for (const s1 of [0, 5]) expect(Number.isFinite(at(s1, 0))).toBe(true);
    expect(
      Number.isFinite(
        historyLogE([
          { n0: 0, s0: 0, n1: 2, s1: 0 },
          { n0: 3, s0: 3, n1: 2, s1: 2 },
        ]),
      ),
    ).toBe(true);
  });

  it('refuses strata none of which has a history', () => {
    expect(() => historyLogE([{ n0: 0, s0: 0, n1: 2, s1: 1 }])).toThrow(/no stratum/);
  });
});
