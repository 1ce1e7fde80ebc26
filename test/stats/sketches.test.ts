import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DistinctSketch, QuantileSketch } from '../../src/stats/index.ts';

const sketchOf = (values: readonly number[]) => {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
};
const numbers = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true })), { minLength: 1 });

describe('a sketch of quantiles', () => {
  test('gives every quantile within 1 % of the number at its rank', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const exact = values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0;
        const found = sketchOf(values).quantile(q) ?? Number.NaN;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.0101 * exact);
      }),
    );
  });

  test('is the same whoever counted what, in whatever order', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const merged = sketchOf(c);
        merged.merge(sketchOf(b));
        merged.merge(sketchOf(a));
        const whole = sketchOf([...a, ...b, ...c]);
        expect([merged.zeros, merged.bins(), merged.count]).toEqual([whole.zeros, whole.bins(), whole.count]);
      }),
    );
  });

  test('comes back from its bins, and bears what no trajectory has', () => {
    const sketch = sketchOf([0, 1e-300, 1, 1e300, Number.MAX_VALUE]);
    expect([sketch.count, sketch.zeros]).toEqual([5, 2]);
    expect(QuantileSketch.of(sketch.zeros, sketch.bins()).quantile(1)).toBe(sketch.quantile(1));
    expect(sketch.bins().length).toBe(2);
    expect(new QuantileSketch().quantile(0.5)).toBeNull();
    expect(() => QuantileSketch.of(0, [[1.5, 1]])).toThrow(RangeError);
  });
});

describe('a sketch of distinct texts', () => {
  const ofTexts = (from: number, to: number) => {
    const sketch = new DistinctSketch();
    for (let at = from; at < to; at += 1) sketch.add(`user-${at}`);
    return sketch;
  };

  test.each([10, 300, 5000, 200_000])('counts %d texts within a tenth', (n) => {
    expect(Math.abs(ofTexts(0, n).estimate() / n - 1)).toBeLessThan(0.1);
  });

  test('counts texts once, whichever sketch saw them', () => {
    const merged = ofTexts(0, 6000);
    merged.merge(ofTexts(3000, 9000));
    expect(merged.registers).toEqual(ofTexts(0, 9000).registers);
    expect(DistinctSketch.of(merged.registers).estimate()).toBe(merged.estimate());
    expect(() => DistinctSketch.of(new Uint8Array(3))).toThrow(RangeError);
  });
});
