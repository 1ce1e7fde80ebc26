import { describe, expect, it } from 'vitest';
import { discreteHolm, type EvidenceStratum, sliceLogE } from '../../src/stats/index.ts';

const pair = (over: Partial<Extract<EvidenceStratum, { kind: 'pairs' }>>): EvidenceStratum => ({
  kind: 'pairs',
  ...{ both: 0, only0: 0, only1: 0, neither: 0 },
  ...over,
});

describe("a slice's e-value", () => {
  it('is 1 without data', () => {
    expect(sliceLogE([])).toBeCloseTo(0, 12);
  });

  it('expects at most 1 wherever arm 1 is not worse: one pair, and two pairs of one case', () => {
    const outcomes = [pair({ both: 1 }), pair({ only0: 1 }), pair({ only1: 1 }), pair({ neither: 1 })];
    const chance = (p0: number, p1: number): number[] => [p0 * p1, p0 * (1 - p1), (1 - p0) * p1, (1 - p0) * (1 - p1)];
    let greatest = 0;
    for (let p0 = 0.02; p0 < 1; p0 += 0.07) {
      for (let p1 = p0; p1 < 1; p1 += 0.07) {
        const q = chance(p0, p1);
        const one = outcomes.reduce((sum, each, i) => sum + (q[i] ?? 0) * Math.exp(sliceLogE([each])), 0);
        let two = 0;
        for (const [i, a] of outcomes.entries())
          for (const [j, b] of outcomes.entries())
            two += (q[i] ?? 0) * (q[j] ?? 0) * Math.exp(sliceLogE([joined(a, b)]));
        greatest = Math.max(greatest, one, two);
      }
    }
    expect(greatest).toBeLessThanOrEqual(1 + 1e-12);
    expect(greatest).toBeGreaterThan(0.9);
  });

  it('grows at the alternative as fast as the Kullback-Leibler bound says', () => {
    // 0.1948 nats a pair for .95 against .60 (its own component; the mixture pays log 8 once).
    const n = 100_000;
    const data = pair({
      both: Math.round(0.95 * 0.6 * n),
      only0: Math.round(0.95 * 0.4 * n),
      only1: Math.round(0.05 * 0.6 * n),
      neither: Math.round(0.05 * 0.4 * n),
    });
    expect(sliceLogE([data]) / n).toBeCloseTo(0.1948, 3);
  });

  it('sees some dead cases that the average hides, and few failures against a long history', () => {
    const dead = Array.from({ length: 40 }, (_, i) => (i < 6 ? pair({ only0: 3 }) : pair({ both: 3 })));
    expect(sliceLogE(dead)).toBeGreaterThan(2);
    const history = (s1: number): EvidenceStratum => ({ kind: 'history', n0: 20, s0: 20, n1: 1, s1 });
    const slice = (failures: number) => Array.from({ length: 40 }, (_, i) => history(i < failures ? 0 : 1));
    expect(sliceLogE(slice(0))).toBeLessThan(Math.log(0.4));
    expect(sliceLogE(slice(6))).toBeGreaterThan(3);
  });

  it('is finite for histories of failures only', () => {
    expect(Number.isFinite(sliceLogE([{ kind: 'history', n0: 20, s0: 0, n1: 8, s1: 3 }]))).toBe(true);
  });
});

describe('hypotheses that are not tested any more', () => {
  it('are charged in full', () => {
    const test = { p: 0.004, attainable: Float64Array.of(0.004, 1) };
    expect(discreteHolm([test], 0)[0]).toBeCloseTo(0.004, 12);
    expect(discreteHolm([test], 3)[0]).toBeCloseTo(0.016, 12);
  });
});

function joined(a: EvidenceStratum, b: EvidenceStratum): EvidenceStratum {
  if (a.kind !== 'pairs' || b.kind !== 'pairs') throw new Error('pairs only');
  return pair({
    both: a.both + b.both,
    only0: a.only0 + b.only0,
    only1: a.only1 + b.only1,
    neither: a.neither + b.neither,
  });
}
