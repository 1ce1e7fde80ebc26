import { describe, expect, test } from 'vitest';
import {
  neighbourNoise,
  noisyLimits,
  normalQuantile,
  overdispersion,
  seededRandom,
  wilson,
} from '../../src/stats/index.ts';

/** Days of `trials` each; `spread` is how far each day's own rate lies from the level, up or down. */
function series(seed: string, days: number, levelOf: (day: number) => number, spread: number, trials = 400) {
  const random = seededRandom(seed);
  return Array.from({ length: days }, (_, day) => {
    const rate = levelOf(day) + (random() < 0.5 ? -spread : spread);
    return { trials, successes: Array.from({ length: trials }).filter(() => random() < rate).length };
  });
}

function meanOverdispersion(days: number, levelOf: (day: number) => number, spread: number): number {
  const seen = Array.from({ length: 20 }, (_, seed) =>
    overdispersion(400, neighbourNoise(series(`noise ${seed}`, days, levelOf, spread))),
  );
  return seen.reduce((sum, value) => sum + value, 0) / seen.length;
}

describe('the noise of bins', () => {
  test('is that of chance where bins vary as chance has it, however the rate moves', () => {
    expect(meanOverdispersion(60, () => 0.3, 0)).toBeLessThan(1.2);
    expect(meanOverdispersion(60, (day) => 0.1 + day / 120, 0)).toBeLessThan(1.2);
    expect(meanOverdispersion(60, (day) => (day < 30 ? 0.4 : 0.12), 0)).toBeLessThan(1.35);
  });

  test('is found where days have rates of their own', () => {
    // Of 400 trials at 0.3 +- 0.05: 1 + 399 * 0.05^2 / 0.21
    const truth = 5.75;
    const found = meanOverdispersion(60, () => 0.3, 0.05);
    expect(found / truth).toBeGreaterThan(0.7);
    expect(found / truth).toBeLessThan(1.4);
  });

  test('is not guessed from a few bins, nor from empty ones', () => {
    const days = series('few', 6, () => 0.3, 0.2);
    expect(neighbourNoise(days)).toBe(0);
    expect(neighbourNoise([...days, ...Array.from({ length: 20 }, () => ({ trials: 0, successes: 0 }))])).toBe(0);
    expect(neighbourNoise([...days, ...series('more', 2, () => 0.3, 0.2)])).toBeGreaterThan(0);
  });
});

test('the interval of many bins with rates of their own covers the level that these vary around', () => {
  const covered = { counted: 0, ignored: 0 };
  for (let run = 0; run < 150; run += 1) {
    const days = series(`cover ${run}`, 30, () => 0.3, 0.06, 200);
    const holds = (rho: number): boolean => {
      const limits = noisyLimits(days, rho, 0.95);
      return limits !== null && limits.low <= 0.3 && 0.3 <= limits.high;
    };
    if (holds(neighbourNoise(days))) covered.counted += 1;
    if (holds(0)) covered.ignored += 1;
  }
  expect(covered.counted / 150).toBeGreaterThan(0.9);
  expect(covered.ignored / 150).toBeLessThan(0.8);
});

describe('the interval of several bins', () => {
  const bins = [
    { trials: 30, successes: 10 },
    { trials: 10, successes: 4 },
  ];

  const z = normalQuantile(0.975);

  test("is Wilson's without noise, and as wide as that of fewer trials with it", () => {
    expect(noisyLimits(bins, 0, 0.95)).toEqual(wilson({ rate: 0.35, trials: 40 }, z));
    // Both bins are one trial each where all trials of a bin are the same: 40^2 / (30^2 + 10^2)
    expect(noisyLimits(bins, 1, 0.95)).toEqual(wilson({ rate: 0.35, trials: 1.6 }, z));
    expect(noisyLimits([{ trials: 0, successes: 0 }], 0, 0.95)).toBeNull();
  });
});
