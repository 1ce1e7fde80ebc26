import { describe, expect, test } from 'vitest';
import {
  countScore,
  locationChange,
  locationZ,
  normalQuantile,
  seasonalLocation,
  seasonalRate,
  seasonalZ,
  seededRandom,
} from '../../src/stats/index.ts';

describe('the score of a rate', () => {
  test('grows with the successes, and is the mirror of that of the failures', () => {
    const bins = Array.from({ length: 56 }, (_, at) => ({ at, trials: 100, successes: 8 + (at % 5) }));
    const mirror = bins.map((bin) => ({ ...bin, successes: bin.trials - bin.successes }));
    const [rate, other] = [seasonalRate(bins, 7), seasonalRate(mirror, 7)];
    if (rate === null || other === null) throw new Error('no rate');
    const scores = Array.from({ length: 40 }, (_, successes) => seasonalZ([{ at: 60, trials: 100, successes }], rate));
    expect(scores.every((z, at) => at === 0 || z > (scores[at - 1] ?? 0))).toBe(true);
    expect(scores[10]).toBeCloseTo(0, 0);
    expect(seasonalZ([{ at: 60, trials: 100, successes: 75 }], other)).toBeCloseTo(-(scores[25] ?? 0), 8);
  });

  test('does not take a rare event for a shift', () => {
    const random = seededRandom('rare');
    const draw = (n: number, p: number) => Array.from({ length: n }, () => random()).filter((u) => u < p).length;
    let sum = 0;
    const runs = 4000;
    const bins = Array.from({ length: 56 }, (_, at) => ({ at, trials: 60, successes: draw(60, 0.01) }));
    const rate = seasonalRate(bins, 7);
    if (rate === null) throw new Error('no rate');
    // The mean of what an e-detector multiplies by for a shift of 2 deviations: at most about 1 where nothing changed.
    for (let run = 0; run < runs; run += 1)
      sum += Math.exp(2 * seasonalZ([{ at: 60 + run, trials: 60, successes: draw(60, 0.01) }], rate) - 2);
    expect(sum / runs).toBeLessThan(1.3);
  });

  test('is the exact comparison of two counts', () => {
    // P(X >= 5) and P(X >= 6) of 5 + 3 events, half of which are expected in each: 93/256 and 37/256
    expect(countScore(5, 3, 1, 1)).toBeCloseTo(-normalQuantile((93 + 37) / 512), 6);
    expect(countScore(0, 0.02, 1, 0.02)).toBeCloseTo(0, 1);
  });
});

describe('a seasonal location', () => {
  const random = seededRandom('location');
  const noise = () => normalQuantile(Math.min(0.999999, Math.max(1e-6, random())));
  const bins = (count: number, between: number) =>
    Array.from({ length: count }, (_, at) => ({
      at,
      count: 100,
      variance: 0.01,
      location: 5 + (at % 7 === 0 ? 1 : 0) + 0.1 * noise() + Math.sqrt(between) * noise(),
    }));

  test('knows weekdays and how much days differ beyond chance', () => {
    const quiet = seasonalLocation(bins(560, 0), 7);
    expect(quiet?.location(700)?.mean).toBeCloseTo(6, 1);
    expect(quiet?.location(701)?.mean).toBeCloseTo(5, 1);
    expect(quiet?.between).toBeLessThan(0.002);
    expect(Math.abs((seasonalLocation(bins(560, 0.04), 7)?.between ?? 0) - 0.04)).toBeLessThan(0.01);
    expect(quiet?.degreesOfFreedom).toBe(553);
    expect(seasonalLocation([], 7)).toBeNull();
  });

  test('scores about as a standard normal where nothing changed, also from a short baseline', () => {
    let [squares, runs] = [0, 1500];
    for (let run = 0; run < runs; run += 1) {
      const all = bins(22, 0.04);
      const baseline = seasonalLocation(all.slice(0, 21), 7);
      if (baseline === null) throw new Error('no baseline');
      squares += locationZ(all.slice(21), baseline) ** 2;
    }
    expect(squares / runs).toBeGreaterThan(0.75);
    expect(squares / runs).toBeLessThan(1.25);
  });

  test('says nothing of a weekday that it never saw', () => {
    const baseline = seasonalLocation(bins(6, 0), 7);
    if (baseline === null) throw new Error('no baseline');
    expect(locationZ([{ at: 6, count: 9, location: 99, variance: 1 }], baseline)).toBe(0);
  });
});

test('the place where a mean changed lies in its window', () => {
  const values = [0, 0.1, -0.1, 0, 2, 2.1, 1.9];
  const found = locationChange(
    values.map((value) => ({ value, variance: 0.05 })),
    0.9,
  );
  expect(found).toMatchObject({ from: 4, to: 4 });
  expect([found?.before, found?.after].map((mean) => mean?.toFixed(1))).toEqual(['0.0', '2.0']);
  expect(locationChange([{ value: 1, variance: 1 }], 0.9)).toBeNull();
});
