import fc from 'fast-check';
import { expect, test } from 'vitest';
import { number } from '../../src/report/format.ts';

test('a number is written as in American English', () => {
  for (const n of [0, 7, 999, 1000, -1234.5, 1234567.0009, 0.1239]) expect(number(n)).toBe(n.toLocaleString('en-US'));
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
      const n = Number(`${whole}.${thousandths}`);
      expect(number(n)).toBe(n.toLocaleString('en-US'));
    }),
  );
});
