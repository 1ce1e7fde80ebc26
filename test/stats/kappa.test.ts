import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/stats/index.ts';

test("Cohen's kappa and its interval are those of Fleiss, Cohen and Everitt", () => {
  // By hand: agreement .7, by chance .5; variance (.10972 + .10188 - .01) / (50 * .25) = .016128.
  const found = cohenKappa({ bothYes: 20, onlyFirst: 5, onlySecond: 10, bothNo: 15 }, 0.95);
  expect(found?.kappa).toBeCloseTo(0.4, 12);
  expect(found?.low).toBeCloseTo(0.4 - 1.959964 * Math.sqrt(0.016128), 6);
  expect(found?.high).toBeCloseTo(0.4 + 1.959964 * Math.sqrt(0.016128), 6);
});

test('raters who always agree have kappa 1, and who always differ a negative one', () => {
  expect(cohenKappa({ bothYes: 7, onlyFirst: 0, onlySecond: 0, bothNo: 3 }, 0.95)?.kappa).toBeCloseTo(1, 12);
  expect(cohenKappa({ bothYes: 0, onlyFirst: 5, onlySecond: 5, bothNo: 0 }, 0.95)?.kappa).toBeCloseTo(-1, 12);
});

test('there is none without items, or where one answer alone was given', () => {
  expect(cohenKappa({ bothYes: 0, onlyFirst: 0, onlySecond: 0, bothNo: 0 }, 0.95)).toBeNull();
  expect(cohenKappa({ bothYes: 9, onlyFirst: 0, onlySecond: 0, bothNo: 0 }, 0.95)).toBeNull();
});

test('it does not matter who is the first rater, nor which answer is yes', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(count, count, count, count, (bothYes, onlyFirst, onlySecond, bothNo) => {
      const one = cohenKappa({ bothYes, onlyFirst, onlySecond, bothNo }, 0.95);
      const swapped = cohenKappa({ bothYes, onlyFirst: onlySecond, onlySecond: onlyFirst, bothNo }, 0.95);
      const turned = cohenKappa({ bothYes: bothNo, onlyFirst, onlySecond, bothNo: bothYes }, 0.95);
      for (const other of [swapped, turned]) {
        expect(other?.kappa ?? 0).toBeCloseTo(one?.kappa ?? 0, 6);
        expect(other?.low ?? 0).toBeCloseTo(one?.low ?? 0, 6);
      }
      if (one !== null) expect(one.low <= one.kappa + 1e-9 && one.kappa <= one.high + 1e-9).toBe(true);
    }),
    { numRuns: 200 },
  );
});
