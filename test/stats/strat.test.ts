import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherLower, type Stratum, stratExact } from '../../src/stats/index.ts';

const labels = (n0: number, s0: number, n1: number, s1: number): Stratum => ({ kind: 'labels', n0, s0, n1, s1 });
const swaps = (discordant: number, wins1: number): Stratum => ({ kind: 'swaps', discordant, wins1 });

const blocks = (totals0: number[], totals1: number[]): Stratum => ({ kind: 'blocks', totals0, totals1 });

/** The null distribution of arm 1's successes by listing every relabelling, without a formula. */
function enumerated(strata: readonly Stratum[]): { p: number; pUpper: number; support: number[] } {
  let sums: number[] = [0];
  let observed = 0;
  for (const stratum of strata) {
    const { own, seen } = listed(stratum);
    observed += seen;
    sums = sums.flatMap((sum) => own.map((value) => sum + value));
  }
  const share = (keep: (sum: number) => boolean): number => sums.filter(keep).length / sums.length;
  return { p: share((sum) => sum <= observed), pUpper: share((sum) => sum >= observed), support: [...new Set(sums)] };
}

function listed(stratum: Stratum): { own: number[]; seen: number } {
  switch (stratum.kind) {
    case 'labels': {
      const { n0, n1, s0, s1 } = stratum;
      const outcomes = Array.from({ length: n0 + n1 }, (_, i) => (i < s0 + s1 ? 1 : 0));
      return { own: choicesOf(outcomes, n1), seen: s1 };
    }
    case 'blocks':
      return {
        own: choicesOf([...stratum.totals0, ...stratum.totals1], stratum.totals1.length),
        seen: stratum.totals1.reduce((sum, total) => sum + total, 0),
      };
    case 'swaps':
      return { own: flips(stratum.discordant), seen: stratum.wins1 };
    default:
      return stratum satisfies never;
  }
}

function choicesOf(values: readonly number[], count: number): number[] {
  const sums: number[] = [];
  for (let mask = 0; mask < 2 ** values.length; mask++) {
    const chosen = values.filter((_, i) => (mask >> i) & 1);
    if (chosen.length === count) sums.push(chosen.reduce<number>((sum, value) => sum + value, 0));
  }
  return sums;
}

function flips(count: number): number[] {
  return Array.from({ length: 2 ** count }, (_, mask) => mask.toString(2).replaceAll('0', '').length);
}

const totals = fc.array(fc.nat(4), { maxLength: 3 });
const stratum = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3))
    .map(([n0, n1, s0, s1]) => labels(n0, Math.min(n0, s0), n1, Math.min(n1, s1))),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([discordant, wins]) => swaps(discordant, Math.min(discordant, wins))),
  fc.tuple(totals, totals).map(([totals0, totals1]) => blocks(totals0, totals1)),
);

describe('stratified exact test', () => {
  it('is the enumeration of every relabelling of trials and blocks and of every pair swap, mixed at will', () => {
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 3 }), (strata) => {
        const test = stratExact(strata);
        const truth = enumerated(strata);
        expect(test.p).toBeCloseTo(truth.p, 13);
        expect(test.pUpper).toBeCloseTo(truth.pUpper, 13);
        expect(test.midP).toBeCloseTo((truth.p + 1 - truth.pUpper) / 2, 13);
        expect(test.midP + test.midPUpper).toBeCloseTo(1, 13);
        expect(new Set(test.attainable).size).toBe(truth.support.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is Fisher with one stratum of labels', () => {
    expect(stratExact([labels(4, 4, 4, 0)]).p).toBeCloseTo(1 / 70, 14);
    expect(stratExact([labels(4, 3, 4, 1)]).p).toBeCloseTo(17 / 70, 14);
    // R: fisher.test(matrix(c(10, 2, 3, 15), 2), alternative = 'greater') gives 0.0004652.
    expect(stratExact([labels(13, 10, 17, 2)]).p).toBeCloseTo((18 + 12 * 153 + 66 * 816) / 119_759_850, 15);
    expect(fisherLower(13, 10, 17, 2)).toBeCloseTo(4.652e-4, 7);
  });

  it('is the exact McNemar test with one pair a stratum, as labels or as swaps', () => {
    // 9 pairs lost, 2 won, 5 equal: P(Bin(11, 1/2) <= 2) = 67 / 2048.
    const asLabels = [
      ...Array.from({ length: 9 }, () => labels(1, 1, 1, 0)),
      ...Array.from({ length: 2 }, () => labels(1, 0, 1, 1)),
      ...Array.from({ length: 5 }, () => labels(1, 1, 1, 1)),
    ];
    expect(stratExact(asLabels).p).toBeCloseTo(67 / 2048, 14);
    expect(stratExact([swaps(11, 2)]).p).toBeCloseTo(67 / 2048, 14);
    expect(stratExact([swaps(4, 1), swaps(7, 1)]).p).toBeCloseTo(67 / 2048, 14);
  });

  it('takes blocks of one trial as labels, and a pair of blocks as one swap of all they hold', () => {
    const { p, pUpper } = stratExact([labels(5, 4, 3, 1), labels(2, 2, 3, 1)]);
    const asBlocks = stratExact([blocks([1, 1, 0, 1, 1], [0, 0, 1]), blocks([1, 1], [1, 0, 0])]);
    expect(asBlocks.p).toBeCloseTo(p, 14);
    expect(asBlocks.pUpper).toBeCloseTo(pUpper, 14);
    // Four cases in each of three pairs of replays, all lost together: 2^-3, where case by case it would be 2^-12.
    const pairs = Array.from({ length: 3 }, () => blocks([4], [0]));
    expect(stratExact(pairs).p).toBeCloseTo(1 / 8, 14);
  });

  it('keeps the small tail of many large blocks', () => {
    // 20 replays against 8, 4 cases each; head's are the 8 worst: one choice of C(28, 8).
    const test = stratExact([blocks(new Array<number>(20).fill(4), new Array<number>(8).fill(1))]);
    expect(test.p * 3_108_105).toBeCloseTo(1, 10);
    // 60 against 60: one choice of C(120, 60), about 9.66e34.
    const even = stratExact([blocks(new Array<number>(60).fill(1), new Array<number>(60).fill(0))]);
    expect(even.p / stratExact([labels(60, 60, 60, 0)]).p).toBeCloseTo(1, 10);
  });

  it('takes the order of strata and strata without information as nothing', () => {
    const strata = [labels(3, 3, 3, 1), swaps(2, 0), labels(5, 4, 2, 0)];
    const idle = [labels(3, 3, 3, 3), labels(3, 0, 3, 0), labels(0, 0, 3, 2), swaps(0, 0)];
    expect(stratExact([...idle, ...strata.toReversed()]).p).toBeCloseTo(stratExact(strata).p, 15);
    expect(stratExact([])).toMatchObject({ p: 1, pUpper: 1, midP: 0.5 });
    expect(stratExact(idle)).toMatchObject({ p: 1, pUpper: 1 });
  });

  it('lists what p can be, ascending and up to 1, its own value among them', () => {
    const { attainable, p } = stratExact([labels(3, 2, 3, 2), labels(4, 2, 2, 1), swaps(3, 1)]);
    expect(attainable).toContain(p);
    for (const [index, value] of attainable.entries()) expect(value).toBeGreaterThan(attainable[index - 1] ?? 0);
    expect(attainable.at(-1)).toBe(1);
  });

  it('never gives a p that is too small where tails were cut', () => {
    const strata = Array.from({ length: 3000 }, () => labels(3, 3, 3, 0));
    const { p, pUpper } = stratExact(strata);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-55);
    expect(pUpper).toBe(1);
    // Nothing was cut here: 20 certain losses, each with probability 1/20.
    expect(stratExact(strata.slice(0, 20)).p / 20 ** -20).toBeCloseTo(1, 10);
  });

  it('refuses impossible tables', () => {
    expect(() => stratExact([labels(1, 3, 4, 1)])).toThrow(/more successes than trials/);
    expect(() => stratExact([swaps(1, 2)])).toThrow(/more wins/);
    expect(() => stratExact([blocks([1, 2.5], [1])])).toThrow(/whole number/);
  });
});
