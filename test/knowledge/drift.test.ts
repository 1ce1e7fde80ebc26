import { describe, expect, test } from 'vitest';
import { countsOf } from '../../evals/drift/simulate.ts';
import { driftRules, suspects, watchRate } from '../../src/knowledge/index.ts';

const CHANGE = 90;
const shifting = (perDay: number, after: number) =>
  countsOf({ perDay, days: 130, rate: 0.4, change: { atHours: 24 * CHANGE, rate: after } }, 'shift');

describe('a watched rate', () => {
  test('alarms soon after it changed, and not before', () => {
    const alarms = watchRate(shifting(400, 0.3), driftRules(40), []).filter(({ alarm }) => alarm);
    expect(alarms[0]?.at).toBeGreaterThanOrEqual(CHANGE);
    expect(alarms[0]?.at).toBeLessThan(CHANGE + 10);
    expect(alarms[0]?.z).toBeLessThan(0);
  });

  test('says nothing while there is no baseline, which starts anew at an accepted change', () => {
    const days = shifting(400, 0.3);
    expect(watchRate(days, driftRules(1), []).findIndex(({ z }) => z !== null)).toBe(25);
    const accepted = watchRate(days, driftRules(1), [CHANGE]);
    expect(accepted.slice(CHANGE, CHANGE + 14).every(({ z }) => z === null)).toBe(true);
    expect(accepted.some(({ alarm }) => alarm)).toBe(false);
  });

  test('lets small days wait until they are enough together', () => {
    const days = shifting(8, 0.05);
    const watched = watchRate(days, driftRules(1), []);
    expect(watched.slice(60).filter(({ z }) => z !== null).length).toBeLessThan(30);
    expect(watched.some(({ alarm, at }) => alarm && at >= CHANGE)).toBe(true);
  });

  test('bears a missing day, days without traffic and an empty series', () => {
    const days = shifting(400, 0.4).flatMap((day) =>
      day.at === 80 ? [] : [day.at === 81 ? { ...day, trials: 0, successes: 0 } : day],
    );
    const watched = watchRate(days, driftRules(40), []);
    expect(watched).toHaveLength(days.length);
    expect(watched.every(({ evidence }) => Number.isFinite(evidence))).toBe(true);
    expect(watchRate([], driftRules(1), [])).toEqual([]);
  });
});

describe('suspects', () => {
  const at = (...hours: number[]) => hours.map((atHours) => ({ atHours, probability: 1 / hours.length }));

  test('are the entries shortly before the change, three at most, and always "none of them"', () => {
    const entries = [1, 8, 9, 10, 11, 13].map((atHours) => ({ id: `at ${atHours}`, atHours }));
    const found = suspects(at(11.5, 12, 12.5), entries, 0);
    expect(found.map(({ id }) => id)).toEqual(['at 11', 'at 10', 'at 9', null]);
    expect(found.at(-1)?.probability).toBeCloseTo(0.1);
  });

  test('are none where all that is listed lies far before the change, and less sure where it lies some way before', () => {
    const of = (atHours: number) => suspects(at(30 * 24), [{ id: 'old', atHours }], 24);
    expect(of(0)).toEqual([{ id: null, probability: expect.closeTo(1, 6) }]);
    const [near, none] = of(28 * 24);
    expect(near).toMatchObject({ id: 'old', probability: expect.closeTo(0.2 / 0.3, 1) });
    expect((near?.probability ?? 0) + (none?.probability ?? 0)).toBeCloseTo(1);
  });

  test('are none where everything listed came later', () => {
    expect(suspects(at(5), [{ id: 'later', atHours: 6 }], 0)).toEqual([{ id: null, probability: 1 }]);
  });
});
