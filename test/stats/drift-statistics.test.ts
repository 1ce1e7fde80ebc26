import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changePoint,
  evidence,
  freshDetector,
  kitagawa,
  normalQuantile,
  observe,
  seasonalRate,
  seasonalZ,
  seededRandom,
} from '../../src/stats/index.ts';

describe('the e-detector', () => {
  test('has on average the evidence of as many observations as it saw, where nothing changed', () => {
    const random = seededRandom('martingale');
    const [runs, length] = [20_000, 5];
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      let detector = freshDetector;
      for (let i = 0; i < length; i++) detector = observe(detector, normalQuantile(random()));
      sum += evidence(detector);
    }
    // The largest shifts reach their mean through rare large values, so the average stays somewhat below.
    expect(sum / runs).toBeGreaterThan(0.6 * length);
    expect(sum / runs).toBeLessThan(1.3 * length);
  });

  test('follows the recursion of Shiryaev and Roberts', () => {
    const shifts = [-4, -2, -1, -0.5, 0.5, 1, 2, 4];
    const zs = [0.3, -1.2, 2.5];
    const byHand = shifts.map((d) => zs.reduce((r, z) => (r + 1) * Math.exp(d * z - (d * d) / 2), 0));
    const found = evidence(zs.reduce(observe, freshDetector));
    expect(found).toBeCloseTo(byHand.reduce((a, b) => a + b) / shifts.length, 10);
  });

  test('takes one wild value for six deviations, and never overflows', () => {
    expect(evidence(observe(freshDetector, 1e9))).toBe(evidence(observe(freshDetector, 6)));
    let detector = freshDetector;
    for (let i = 0; i < 1000; i++) detector = observe(detector, -6);
    expect(Number.isFinite(evidence(detector))).toBe(true);
  });
});

describe('a seasonal rate', () => {
  const bins = Array.from({ length: 28 }, (_, at) => ({ at, trials: 1000, successes: at % 7 === 0 ? 200 : 600 }));

  test('knows its phases and that nothing varies beyond chance', () => {
    const rate = seasonalRate(bins, 7);
    if (rate === null) throw new Error('no rate');
    expect(rate.rate(35)).toBeCloseTo(0.2, 1);
    expect(rate.rate(36)).toBeCloseTo(0.6, 1);
    expect(rate.rate(-7)).toBe(rate.rate(0));
    expect(rate.trials(0)).toBe(4000);
    expect(rate.overdispersion(1000)).toBe(1);
    expect(rate.degreesOfFreedom).toBe(21);
    expect(Math.abs(seasonalZ([{ at: 35, trials: 1000, successes: 200 }], rate))).toBeLessThan(0.5);
    expect(seasonalZ([{ at: 36, trials: 1000, successes: 200 }], rate)).toBeLessThan(-5);
  });

  test('takes days that vary more than chance for what they are', () => {
    const noisy = bins.map((bin) => ({ ...bin, successes: bin.successes + (bin.at % 2 === 0 ? 80 : -80) }));
    expect(seasonalRate(noisy, 7)?.overdispersion(1000)).toBeGreaterThan(10);
  });

  test('is nothing without a trial, and never 0 or 1', () => {
    expect(seasonalRate([], 7)).toBeNull();
    const all = seasonalRate([{ at: 0, trials: 50, successes: 50 }], 7);
    expect(all?.rate(0)).toBeLessThan(1);
    expect(Number.isFinite(seasonalZ([{ at: 0, trials: 1, successes: 0 }], all as NonNullable<typeof all>))).toBe(true);
  });
});

describe('the change point', () => {
  const options = { overdispersion: 1, share: 0.9 };
  const one = (success: boolean) => ({ trials: 1, successes: success ? 1 : 0 });

  test('is found between bins of many trials too', () => {
    const bins = [80, 78, 83, 79, 41, 38].map((successes) => ({ trials: 100, successes }));
    expect(changePoint(bins, options)).toMatchObject({ from: 4, to: 4, before: 0.8, after: 0.395 });
  });

  test('is found in its window, with the rates on both sides', () => {
    const random = seededRandom('change');
    const series = Array.from({ length: 600 }, (_, index) => one(random() < (index < 400 ? 0.8 : 0.3)));
    const found = changePoint(series, options);
    expect(found?.from).toBeGreaterThan(380);
    expect(found?.from).toBeLessThanOrEqual(405);
    expect(found?.to).toBeGreaterThanOrEqual(395);
    expect(found?.to).toBeLessThan(420);
    expect(found?.before).toBeCloseTo(0.8, 1);
    expect(found?.after).toBeCloseTo(0.3, 1);
    expect(found?.posterior.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
  });

  test('has a wider window where the series varies more than chance', () => {
    const random = seededRandom('wide');
    const series = Array.from({ length: 600 }, (_, index) => one(random() < (index < 400 ? 0.6 : 0.4)));
    const width = (overdispersion: number): number => {
      const found = changePoint(series, { ...options, overdispersion });
      return found === null ? 0 : found.to - found.from;
    };
    expect(width(3)).toBeGreaterThan(width(1));
  });

  test('is not looked for in what is too short or all alike', () => {
    expect(changePoint(Array(9).fill(one(true)).with(3, one(false)), options)).toBeNull();
    expect(changePoint(Array(50).fill(one(true)), options)).toBeNull();
  });
});

describe('Kitagawa’s decomposition', () => {
  const some = fc.tuple(fc.nat(500), fc.nat(500));
  const counts = fc
    .oneof({ weight: 3, arbitrary: some }, fc.constant([0, 0] as const))
    .map(([a, b]) => ({ size: Math.max(a, b), successes: Math.min(a, b) }));
  const groups = fc.array(fc.record({ before: counts, after: counts }), { minLength: 1, maxLength: 6 });

  test('adds up to the difference of the overall rates', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const found = kitagawa(given);
        const isEmpty = (side: 'before' | 'after') => given.every((group) => group[side].size === 0);
        expect(found === null).toBe(isEmpty('before') || isEmpty('after'));
        if (found === null) return;
        const sum = found.groups.reduce((total, { mix, rate }) => total + mix + rate, 0);
        expect(sum).toBeCloseTo(found.difference, 9);
      }),
    );
  });

  test('calls a shift between groups mix, and one within them rate', () => {
    const group = (before: [number, number], after: [number, number]) => ({
      before: { size: before[0], successes: before[1] },
      after: { size: after[0], successes: after[1] },
    });
    const between = kitagawa([group([100, 90], [300, 270]), group([300, 60], [100, 20])]);
    for (const { rate } of between?.groups ?? []) expect(rate).toBeCloseTo(0, 12);
    expect(between?.groups[0]?.mix).toBeGreaterThan(0.1);
    const within = kitagawa([group([100, 90], [100, 40]), group([300, 60], [300, 60])]);
    for (const { mix } of within?.groups ?? []) expect(mix).toBeCloseTo(0, 12);
    expect(within?.groups[0]?.rate).toBeCloseTo(within?.difference ?? 0, 12);
  });
});
