import { expect, test } from 'vitest';
import { measureDecoding } from '../../../evals/otlp/measure.ts';

test('decoding is not far from its goals even on a busy machine (npm run bench:otlp measures it)', () => {
  const figures = measureDecoding(1, 100, 5);
  for (const { name, value, goal } of figures) expect(value, name).toBeGreaterThan(goal / 3);
  expect(figures.map(({ goal }) => goal)).toEqual([0.5, 20]);
});
