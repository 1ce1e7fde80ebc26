import { describe, expect, test } from 'vitest';
import { categoriesOf, numbersOf } from '../../evals/drift/other-streams.ts';
import { countsOf } from '../../evals/drift/simulate.ts';
import { locationOf } from '../../src/knowledge/behaviour/location.ts';
import { findDrift, type Stream } from '../../src/knowledge/index.ts';
import { QuantileSketch } from '../../src/stats/index.ts';

const DAYS = 110;
const CHANGE = 100;
const all = { kind: 'all' } as const;
const plan = { perDay: 300, days: DAYS };
const quiet: Stream = {
  measure: 'rate',
  dimension: { kind: 'success' },
  group: all,
  days: countsOf({ ...plan, rate: 0.4, change: null }, 'quiet'),
};
const slower: Stream = {
  measure: 'number',
  dimension: { kind: 'duration' },
  group: all,
  days: numbersOf({ ...plan, change: { day: CHANGE, times: 1.5 } }, 'slower', false),
};
const toolOf = (to: string, share: number): Stream => ({
  measure: 'category',
  dimension: { kind: 'first_tool' },
  group: { kind: 'slice', name: 'orders' },
  days: categoriesOf({ ...plan, change: { day: CHANGE, share, to } }, `to ${to}`),
});
const question = { since: CHANGE, acceptedAt: [], entries: [{ id: 'release', atHours: 24 * CHANGE - 1 }] };

describe('drift', () => {
  test('is found in numbers, with typical values before and after, and when it began', () => {
    const { drifts, watched } = findDrift([quiet, slower], question);
    expect(watched).toBe(2);
    expect(drifts).toHaveLength(1);
    const [drift] = drifts;
    expect(drift).toMatchObject({ dimension: { kind: 'duration' }, category: null, from: CHANGE - 1, to: CHANGE });
    expect(drift?.alarmAt).toBeLessThanOrEqual(CHANGE + 1);
    expect(Math.abs((drift?.after ?? 0) / (drift?.before ?? 1) - 1.5)).toBeLessThan(0.25);
    expect(drift?.suspects[0]?.id).toBe('release');
  });

  test('is found in the shares of categories, and names the one that moved', () => {
    const [drift] = findDrift([quiet, toolOf('refund', 0.2)], question).drifts;
    expect(drift?.group).toEqual({ kind: 'slice', name: 'orders' });
    expect(['refund', 'lookup']).toContain(drift?.category);
    expect(drift?.alarmAt).toBe(CHANGE);
  });

  test('is found where a category is new, however rare: a renamed tool is one that goes and one that comes', () => {
    const [drift] = findDrift([toolOf('find_order', 0.03)], question).drifts;
    expect(drift).toMatchObject({ category: '(new)', alarmAt: CHANGE, before: 0 });
    expect(drift?.after).toBeCloseTo(0.03, 1);
    const renamed = findDrift([toolOf('find_order', 0.3)], question).drifts[0];
    expect(renamed?.alarmAt).toBe(CHANGE);
  });

  test('is none where a new level was accepted, or nothing changed', () => {
    expect(findDrift([slower, toolOf('refund', 0.2)], { ...question, acceptedAt: [CHANGE] }).drifts).toEqual([]);
    expect(findDrift([quiet], { ...question, since: 0 }).drifts).toEqual([]);
  });

  test('is not looked for where nothing came before, where a new level has just been accepted, or nothing comes any more', () => {
    const daysOf = (days: number): Stream => ({
      ...quiet,
      days: countsOf({ ...plan, days, rate: 0.4, change: null }, 'q'),
    });
    const nothing = { drifts: [], watched: 0, uncompared: 1, tooThin: 0 };
    expect(findDrift([daysOf(15)], { ...question, since: 8 }), 'a baseline ends 14 days back').toEqual(nothing);
    expect(findDrift([quiet], { ...question, acceptedAt: [CHANGE] })).toEqual(nothing);
    expect(findDrift([daysOf(CHANGE - 9)], question)).toEqual(nothing);
    expect(findDrift([quiet], question)).toEqual({ ...nothing, watched: 1, uncompared: 0 });
  });

  test('is not looked for where there is too little traffic', () => {
    const thin = numbersOf({ perDay: 1, days: 60, change: null }, 'thin', false);
    expect(findDrift([{ measure: 'number', dimension: { kind: 'cost' }, group: all, days: thin }], question)).toEqual({
      drifts: [],
      watched: 0,
      uncompared: 0,
      tooThin: 1,
    });
  });
});

describe('where numbers lie', () => {
  const sketchOf = (values: readonly number[]) => {
    const sketch = new QuantileSketch();
    for (const value of values) sketch.add(value);
    return sketch;
  };
  const hundred = Array.from({ length: 100 }, (_, at) => Math.exp(at / 50));

  test('hardly moves by a wild number, and has the variance of a mean', () => {
    const [plain, wild] = [locationOf(sketchOf(hundred)), locationOf(sketchOf([...hundred, 1e12]))];
    expect(plain?.location).toBeCloseTo(0.99, 1);
    expect(Math.abs((wild?.location ?? 9) - (plain?.location ?? 0))).toBeLessThan(0.03);
    expect((plain?.variance ?? 0) * 100).toBeCloseTo(1 / 3, 0);
  });

  test('is known where most numbers are the same, or all are 0, and unknown where there is none', () => {
    const same = locationOf(sketchOf([...Array.from({ length: 90 }, () => 3), 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]));
    expect(Math.exp(same?.location ?? 0)).toBeCloseTo(3.1, 0);
    expect(locationOf(sketchOf([0, 0, 0]))).toMatchObject({ count: 3, location: 0 });
    expect(locationOf(new QuantileSketch())).toBeNull();
  });
});
