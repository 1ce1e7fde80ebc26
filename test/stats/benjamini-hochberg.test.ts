import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/index.ts';

describe('Benjamini-Hochberg', () => {
  it("has the values of R's p.adjust", () => {
    expect(benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual(Array(5).fill(expect.closeTo(0.05, 15)));
    const adjusted = benjaminiHochberg([0.2, 0.005, 0.05, 0.009]);
    expect(adjusted).toEqual([0.2, 0.018, 0.2 / 3, 0.018].map((p) => expect.closeTo(p, 15)));
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([0.7])).toEqual([0.7]);
  });

  it('rejects exactly what the step-up rule rejects', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 12 }), fc.double({ min: 0.001, max: 0.5 }), (ps, q) => {
        const sorted = ps.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((value, index) => value <= (q * (index + 1)) / ps.length);
        const bound = last < 0 ? -1 : (sorted[last] ?? 0);
        // The same inequality on either side of a division: leave out what only rounding decides.
        const adjusted = benjaminiHochberg(ps);
        fc.pre(adjusted.every((value) => Math.abs(value - q) > 1e-12));
        expect(adjusted.map((value) => value <= q)).toEqual(ps.map((value) => value <= bound));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow(RangeError);
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError);
  });
});
