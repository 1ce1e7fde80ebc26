import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiscreteTest, discreteHolm, type Stratum, stratExact } from '../../src/stats/index.ts';

function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = ps.map(() => 1);
  let greatest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    greatest = Math.max(greatest, Math.min(1, (ps.length - rank) * p));
    adjusted[index] = greatest;
  }
  return adjusted;
}

/** Every assignment of the fixed margins of `cases` (heads among fair coins) with its probability. */
function outcomes(discordant: readonly number[]): { wins: number[]; probability: number }[] {
  let list: { wins: number[]; probability: number }[] = [{ wins: [], probability: 1 }];
  for (const d of discordant) {
    const { attainable } = stratExact([{ kind: 'swaps', discordant: d, wins1: 0 }]);
    list = list.flatMap(({ wins, probability }) =>
      [...attainable].map((upTo, k) => ({
        wins: [...wins, k],
        probability: probability * (upTo - (attainable[k - 1] ?? 0)),
      })),
    );
  }
  return list;
}

function familyTests(
  discordant: readonly number[],
  wins: readonly number[],
  slices: readonly number[][],
): DiscreteTest[] {
  return slices.map((members) =>
    stratExact(members.map((i): Stratum => ({ kind: 'swaps', discordant: discordant[i] ?? 0, wins1: wins[i] ?? 0 }))),
  );
}

const test = (p: number, ...attainable: number[]): DiscreteTest => ({ p, attainable: Float64Array.from(attainable) });

describe('discrete Holm', () => {
  it('charges a hypothesis only what it can attain', () => {
    // The second cannot be below 0.2: it costs the first nothing. Bonferroni would give 0.06.
    expect(discreteHolm([test(0.03, 0.03, 1), test(0.2, 0.2, 1)])).toEqual([0.03, 0.2]);
    // Both can attain 0.01; at 0.03 the other one can attain 0.02.
    expect(discreteHolm([test(0.03, 0.01, 0.03, 1), test(1, 0.01, 0.02, 1)])[0]).toBeCloseTo(0.05, 15);
    expect(discreteHolm([])).toEqual([]);
  });

  it('charges in full what is not tested any more', () => {
    expect(discreteHolm([test(0.004, 0.004, 1)], 3)[0]).toBeCloseTo(0.016, 12);
  });

  it('charges twins in full even where their p differ in the last bits', () => {
    const p = 0.1 + 0.2;
    expect(discreteHolm([test(0.3, 0.3, 1), test(p, p, 1)])[0]).toBeCloseTo(0.6, 9);
  });

  it('holds the family-wise level over every outcome of small families with overlapping slices', () => {
    const slices = [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 1, 2, 3],
    ];
    for (const discordant of [
      [2, 3, 4, 1],
      [5, 1, 1, 5],
      [4, 4, 4, 4],
    ]) {
      for (const alpha of [0.01, 0.05, 0.2]) {
        let size = 0;
        for (const { wins, probability } of outcomes(discordant)) {
          const adjusted = discreteHolm(familyTests(discordant, wins, slices));
          if (adjusted.some((p) => p <= alpha)) size += probability;
        }
        expect(size).toBeLessThanOrEqual(alpha);
      }
    }
  });

  it('holds the level for the true hypotheses when another one is false', () => {
    const discordant = [3, 3, 12];
    let size = 0;
    for (const { wins, probability } of outcomes(discordant.slice(0, 2))) {
      const adjusted = discreteHolm(familyTests(discordant, [...wins, 0], [[0], [1], [2]]));
      expect(adjusted[2]).toBeLessThan(0.05);
      if (adjusted.slice(0, 2).some((p) => p <= 0.3)) size += probability;
    }
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(0.3);
  });

  it('rejects whatever Holm rejects, and sometimes more', () => {
    let gained = 0;
    const family = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(family, (pairs) => {
        const tests = pairs.map(([d, w]) => stratExact([{ kind: 'swaps', discordant: d, wins1: Math.min(d, w) }]));
        const plain = holm(tests.map(({ p }) => p));
        const discrete = discreteHolm(tests);
        for (const [index, p] of discrete.entries()) {
          expect(p).toBeLessThanOrEqual((plain[index] ?? 1) * (1 + 1e-8));
          expect(p).toBeGreaterThanOrEqual((tests[index]?.p ?? 0) * (1 - 1e-12));
          if (p < (plain[index] ?? 1) * 0.99) gained++;
        }
      }),
      { numRuns: 300 },
    );
    expect(gained).toBeGreaterThan(100);
  });
});
