import { describe, expect, it } from 'vitest';
import { fisherLower, type PlanQuestion, planConfirmation } from '../../src/stats/index.ts';

const LEVEL = 0.002 / 650;
const question = (over: Partial<PlanQuestion>): PlanQuestion => ({
  n0: 3,
  s0: 3,
  n1: 3,
  level: LEVEL,
  maxFresh: 14,
  maxTest: 14,
  alone: Number.POSITIVE_INFINITY,
  ...over,
});

function binomial(n: number, k: number, p: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value *= (n - i) / (i + 1);
  return value * p ** k * (1 - p) ** (n - k);
}

/** P(broken) of a case whose every trial passes with probability p: base history, screen, both ways to be rejected. */
function falseAlarm(n0: number, p: number, shape: Partial<PlanQuestion>): number {
  const q = 1 - p;
  let size = 0;
  for (let s0 = Math.ceil(0.8 * n0); s0 <= n0; s0++) {
    const { noStray, oneStray } = planConfirmation(question({ n0, s0, ...shape }));
    if (noStray === null) continue;
    const { fresh: d0, test: k0 } = noStray;
    size += binomial(n0, s0, p) * p ** d0 * q ** k0;
    if (oneStray === null) continue;
    const more = p ** (oneStray.fresh - d0) * q ** (oneStray.test - k0);
    // The stray is a head pass after the first trial (which failed, or nobody looks), or a fresh base failure.
    const strayHead = (k0 - 1) * p * q ** (k0 - 1) * p ** d0;
    const strayBase = d0 === 0 ? 0 : d0 * p ** (d0 - 1) * q * q ** k0;
    size += binomial(n0, s0, p) * (strayHead + strayBase) * more;
  }
  return size;
}

describe('confirmation plan', () => {
  it('takes the fewest trials whose Fisher p reaches 0.7 of the level', () => {
    const { noStray } = planConfirmation(question({}));
    // C(22, 11) = 705432 tables: the first total that reaches 0.7 x 3.08e-6 = 1 / 464286.
    expect(noStray).toEqual({ fresh: 8, test: 11 });
    expect(fisherLower(11, 11, 11, 0)).toBeCloseTo(1 / 705_432, 15);
    expect(fisherLower(10, 10, 11, 0)).toBeGreaterThan(0.7 * LEVEL);
    expect(fisherLower(11, 11, 10, 0)).toBeGreaterThan(0.7 * LEVEL);
  });

  it('needs fewer head trials with a long history', () => {
    const { noStray, oneStray } = planConfirmation(question({ n0: 20, s0: 20, n1: 1 }));
    expect(noStray).toEqual({ fresh: 0, test: 7 });
    expect(fisherLower(20, 20, 7, 0)).toBeLessThanOrEqual(0.7 * LEVEL);
    if (oneStray === null || noStray === null) throw new Error('expected both plans');
    expect(oneStray.test).toBeGreaterThanOrEqual(noStray.test);
    expect(oneStray.fresh).toBeGreaterThanOrEqual(noStray.fresh);
    expect(fisherLower(20 + oneStray.fresh, 20 + oneStray.fresh, oneStray.test, 1)).toBeLessThanOrEqual(0.3 * LEVEL);
  });

  it.each([2, 14])('allows for the stray in either place, with up to %i fresh base trials', (maxFresh) => {
    let plans = 0;
    for (const level of [0.05, 0.01, 0.002, 1e-3, 3e-4, 1e-4, 1e-5]) {
      for (const [n0, s0] of [
        [3, 3],
        [5, 4],
        [10, 9],
        [20, 20],
      ] as const) {
        const { oneStray } = planConfirmation(question({ n0, s0, level, maxFresh, maxTest: 30 }));
        if (oneStray === null) continue;
        plans++;
        const { fresh, test } = oneStray;
        expect(fisherLower(n0 + fresh, s0 + fresh, test, 1)).toBeLessThanOrEqual(0.3 * level);
        if (fresh > 0) expect(fisherLower(n0 + fresh, s0 + fresh - 1, test, 0)).toBeLessThanOrEqual(0.3 * level);
      }
    }
    expect(plans).toBeGreaterThan(5);
  });

  it('gives up where the limits are too tight, and never asks beyond them or below what is drawn', () => {
    expect(planConfirmation(question({ maxFresh: 2, maxTest: 5 }))).toEqual({ noStray: null, oneStray: null });
    expect(planConfirmation(question({ maxFresh: -1 })).noStray).toBeNull();
    expect(planConfirmation(question({ level: 0.5, n1: 5 })).noStray?.test).toBeGreaterThanOrEqual(5);
  });

  it('draws a fresh base trial with every head trial that does not come alone', () => {
    const { noStray } = planConfirmation(question({ n0: 2, s0: 2, n1: 2, alone: 2 }));
    if (noStray === null) throw new Error('expected a plan');
    expect(noStray.fresh).toBeGreaterThanOrEqual(noStray.test - 2);
    expect(fisherLower(noStray.test, noStray.test, noStray.test, 0)).toBeLessThanOrEqual(0.7 * LEVEL);
  });

  it.each([0.002, 0.002 / 20, LEVEL])(
    'has a false-alarm probability within its level %d for every pass rate',
    (level) => {
      let greatest = 0;
      for (const n0 of [1, 2, 3, 4, 5, 8, 12, 16, 20]) {
        for (const shape of [{ n1: 3 }, { n1: 1 }, { n1: n0, maxTest: Math.max(14, n0), alone: n0 }]) {
          for (let p = 0.02; p < 1; p += 0.02)
            greatest = Math.max(greatest, falseAlarm(n0, p, { level, ...shape }) / level);
        }
      }
      expect(greatest).toBeLessThanOrEqual(1);
      // Not zero by accident: the plans exist and can be reached.
      expect(greatest).toBeGreaterThan(0.01);
    },
  );
});
