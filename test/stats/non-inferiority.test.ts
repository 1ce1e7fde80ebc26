import { describe, expect, it } from 'vitest';
import { binomialMass, moverWilson, nonInferiority, normalQuantile } from '../../src/stats/index.ts';

const rate = (successes: number, trials: number) => ({ rate: successes / trials, trials });

describe('non-inferiority', () => {
  it('is shown exactly where the one-sided MOVER limit clears the margin', () => {
    const [arm0, arm1] = [rate(190, 200), rate(188, 200)];
    const { lowerLimit, isShown } = nonInferiority({ arm0, arm1, margin: 0.06, confidence: 0.95, factor: 1 });
    expect(lowerLimit).toBeCloseTo(moverWilson(arm0, arm1, normalQuantile(0.95), 1).low, 15);
    expect(lowerLimit).toBeCloseTo(-0.0493257, 6);
    expect(isShown).toBe(true);
    expect(nonInferiority({ arm0, arm1, margin: 0.04, confidence: 0.95, factor: 1 }).isShown).toBe(false);
    expect(nonInferiority({ arm0, arm1, margin: 0.06, confidence: 0.999, factor: 1 }).isShown).toBe(false);
    expect(nonInferiority({ arm0, arm1, margin: 0.04, confidence: 0.95, factor: 0.7 }).isShown).toBe(true);
  });

  it('cannot be shown by ten equal trials, and has about its level where the drop is the margin', () => {
    const question = { margin: 0.1, confidence: 0.95, factor: 1 };
    expect(nonInferiority({ arm0: rate(10, 10), arm1: rate(10, 10), ...question }).isShown).toBe(false);
    let size = 0;
    for (let s0 = 0; s0 <= 100; s0++) {
      for (let s1 = 0; s1 <= 100; s1++) {
        if (!nonInferiority({ arm0: rate(s0, 100), arm1: rate(s1, 100), ...question }).isShown) continue;
        size += binomialMass(s0, 100, 0.9) * binomialMass(s1, 100, 0.8);
      }
    }
    expect(size).toBeGreaterThan(0.03);
    expect(size).toBeLessThan(0.06);
  });

  it('refuses a margin that is none', () => {
    const [arm0, arm1] = [rate(9, 10), rate(9, 10)];
    for (const margin of [0, -0.1, Number.NaN]) {
      expect(() => nonInferiority({ arm0, arm1, margin, confidence: 0.95, factor: 1 })).toThrow(/margin/);
    }
  });
});
