import { expect, test } from 'vitest';
import { attributed, delays, falseAlarms } from '../../evals/drift/measure.ts';
import { categoryDelay, mixedFalseAlarms, numberDelay } from '../../evals/drift/other-streams.ts';

const size = { years: 1, changes: 8, seed: 'quick' };

test('a year of 40 quiet streams hardly alarms, where the usual methods alarm daily', () => {
  const alarms = falseAlarms(size, 60);
  expect(alarms.get('pawl')).toBeLessThanOrEqual(2);
  expect(alarms.get('z against yesterday, p < .05')).toBeGreaterThan(365);
});

test('a large shift is seen in two days, placed in its window and traced to its entry', () => {
  expect(delays(size, 400, 0.12).get('pawl')).toBeLessThanOrEqual(2);
  const { seen, covered, inTopThree } = attributed(size, 400, 0.12, 1);
  expect(seen).toBe(1);
  expect(covered).toBeGreaterThan(0.6);
  expect(inTopThree).toBeGreaterThan(0.8);
});

test('numbers and categories are watched with the same budget, and their shifts are seen', () => {
  expect(mixedFalseAlarms(size, 60)).toBeLessThanOrEqual(2);
  expect(numberDelay(size, 400, 1.5)).toBeLessThanOrEqual(2);
  expect(categoryDelay(size, 400, 0.2, 'refund')).toBeLessThanOrEqual(2);
  expect(categoryDelay(size, 400, 0.02, 'a new one')).toBeLessThanOrEqual(2);
});
