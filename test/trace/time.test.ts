import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf } from '../../src/trace/index.ts';

test('a moment is read as the clock of the machine would have written it', () => {
  const max = Date.UTC(2250, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max }), (ms) => {
      expect(momentOf(new Date(ms).toISOString())).toEqual({ us: ms * 1000, hasOffset: true });
    }),
  );
});

test.each([
  ['1970-01-01T00:00:00Z', 0, true],
  ['2025-08-01T15:53:27.553803', 1_754_063_607_553_803, false],
  ['2025-08-01 15:53:27', 1_754_063_607_000_000, false],
  ['2025-08-01T15:53', 1_754_063_580_000_000, false],
  ['2024-06-02T22:36:28+02:00', 1_717_360_588_000_000, true],
  ['2024-06-02T22:36:28-0130', 1_717_373_188_000_000, true],
  ['2000-02-29T00:00:00.1234567Z', 951_782_400_123_456, true],
])('%s', (text, us, hasOffset) => {
  expect(momentOf(text)).toEqual({ us, hasOffset });
});

test.each(['', 'yesterday', '2025-13-01T00:00:00Z', '2025-02-29T00:00:00Z', '2025-01-01T24:00:00Z', '2025-01-01'])(
  '%j is no moment',
  (text) => {
    expect(momentOf(text)).toBeNull();
  },
);
