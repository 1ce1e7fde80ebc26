import { describe, expect, test } from 'vitest';
import { DayBuilder, dayText, plausibleDays, readDay, Summaries } from '../../src/knowledge/index.ts';
import { asked, call, type Told, tell } from './rows.ts';

const summaryOf = (told: readonly Told[]) => {
  const builder = new DayBuilder();
  expect(tell(builder, told)).toBe(true);
  const [all] = builder.build().list();
  if (all === undefined) throw new Error('a day has the group of all traffic');
  return all.summary;
};
const rateOf = (name: string, told: readonly Told[]) => summaryOf(told).rates.get(name) ?? null;
const countsOf = (name: string, told: readonly Told[]) =>
  Object.fromEntries(summaryOf(told).categories.get(name) ?? []);

describe('the behaviour of a day', () => {
  test('counts outcomes among those that have one', () => {
    const told = [true, true, false, null].map((passed) => ({ cells: { passed } }));
    expect(rateOf('success', told)).toEqual({ trials: 3, successes: 2 });
  });

  test('counts failed tools among the trajectories that called one, and which tool it was', () => {
    const told = [
      { steps: [call('get', { error: 'timeout' }), call('get')] },
      { steps: [call('get')] },
      { steps: [asked()] },
    ];
    expect(rateOf('tool_error', told)).toEqual({ trials: 2, successes: 1 });
    expect(countsOf('tool', told)).toEqual({ get: 2 });
    expect(countsOf('failed_tool', told)).toEqual({ get: 1 });
    expect(countsOf('first_tool', told)).toEqual({ get: 2, none: 1 });
  });

  test.each(['refusal', 'content_filter', 'SAFETY'])('takes the finish reason %s for a refusal', (finish_reason) => {
    expect(
      rateOf('refusal', [
        { steps: [asked({ finish_reason }), asked({ finish_reason: 'stop' })] },
        { steps: [asked()] },
      ]),
    ).toEqual({
      trials: 2,
      successes: 1,
    });
  });

  test('takes a failed call that is made again for a retry, and no other', () => {
    const failed = { error: 'timeout', arguments_fingerprint: 'a' };
    const told = [
      { steps: [call('get', failed), call('get', { arguments_fingerprint: 'a' })] },
      { steps: [asked({ error: 'overloaded' }), asked()] },
      { steps: [call('get', failed), call('get', { arguments_fingerprint: 'b' })] },
      { steps: [call('get', failed), call('put', { arguments_fingerprint: 'a' })] },
      { steps: [call('get', { error: 'timeout' }), call('get')] },
      { steps: [call('get', { arguments_fingerprint: 'a' }), call('get', { arguments_fingerprint: 'a' })] },
      { steps: [asked({ error: 'overloaded' }), call('get'), asked()] },
      {},
    ];
    expect(rateOf('retry', told)).toEqual({ trials: 7, successes: 2 });
  });

  test('keeps numbers as a distribution, without those that were not recorded or cannot be', () => {
    const told = [1, 10, 100, null, -5].map((cost_usd) => ({ cells: { cost_usd } }));
    const cost = summaryOf(told).numbers.get('cost');
    expect([cost?.sum, cost?.sketch.count]).toEqual([111, 3]);
    expect(cost?.sketch.quantile(0.5)).toBeCloseTo(10, 0);
  });

  test('tells shapes by tool, finish reasons of the last call, models and users', () => {
    const told = [
      {
        cells: { model: 'm', user_id: 'kim' },
        steps: [
          asked({ finish_reason: 'tool_calls' }),
          call('get', { arguments_shape_fingerprint: 's', result_shape_fingerprint: 'r' }),
          asked({ finish_reason: 'stop' }),
        ],
      },
      { cells: { user_id: 'kim' }, steps: [call('get', { arguments_shape_fingerprint: 's' })] },
    ];
    expect(countsOf('arguments_shape get', told)).toEqual({ s: 2 });
    expect(countsOf('result_shape get', told)).toEqual({ r: 1 });
    expect(countsOf('finish_reason', told)).toEqual({ stop: 1 });
    expect(countsOf('model', told)).toEqual({ m: 1 });
    expect(summaryOf(told).distinct.get('users')?.estimate()).toBeCloseTo(1, 1);
  });

  test('counts a trajectory in each of its slices and cohorts, once', () => {
    const builder = new DayBuilder();
    tell(builder, [{ cells: { slices: ['a', 'b', 'a'], cohorts: ['a'] } }, { cells: { slices: ['b'] } }]);
    const found = builder
      .build()
      .list()
      .map(({ group, summary }) => [group, summary.trajectories]);
    expect(found).toEqual([
      [{ kind: 'all' }, 2],
      [{ kind: 'cohort', name: 'a' }, 1],
      [{ kind: 'slice', name: 'a' }, 1],
      [{ kind: 'slice', name: 'b' }, 2],
    ]);
  });

  test('notices steps that are not those of their trajectories', () => {
    expect(tell(new DayBuilder(), [{ cells: { steps: 2 }, steps: [asked()] }])).toBe(false);
    expect(tell(new DayBuilder(), [{ cells: { steps: 1 }, steps: [asked(), asked()] }, { steps: [asked()] }])).toBe(
      false,
    );
  });
});

describe('the file of a day', () => {
  const told: Told[] = [
    { cells: { slices: ['__proto__', '1'], passed: true, cost_usd: 0, user_id: 'kim' }, steps: [call('get'), asked()] },
    { cells: { passed: false, cost_usd: 2.5 } },
  ];
  const dayOf = (told: readonly Told[]) => {
    const builder = new DayBuilder();
    tell(builder, told);
    const by = { name: 'behaviour', version: '1', readers: '1', slices: 'a' };
    return { by, day: '2026-11-20', source: 'x', summaries: builder.build() };
  };

  test('says the same when it is read and written again, and whatever order the trajectories came in', () => {
    const text = dayText(dayOf(told));
    expect(dayText(readDay(text, 'a file'))).toBe(text);
    expect(dayText(dayOf(told.toReversed()))).toBe(text);
    expect(text).toContain('__proto__');
  });

  test('adds up with others to what was counted at once', () => {
    const [one, other] = told.map((each) => dayOf([each]).summaries);
    const merged = new Summaries();
    merged.merge(other ?? new Summaries());
    merged.merge(one ?? new Summaries());
    expect(dayText({ ...dayOf(told), summaries: merged })).toBe(dayText(dayOf(told)));
  });

  test.each([
    [
      'another format',
      (text: string) => text.replace('day v2', 'day v3'),
      /expected the format "pawl backfill day v2", received "pawl backfill day v3"/,
    ],
    ['a cut', (text: string) => text.slice(0, -5), /cut short/],
    ['no line of its own', () => 'hello', /received hello/],
    ['foreign counts', (text: string) => text.replace('[2,1]', '[1,2]'), /line 2 holds no summary/],
  ])('refuses %s', (_, spoil, message) => {
    expect(() => readDay(spoil(dayText(dayOf(told))), 'a file')).toThrow(message);
  });
});

describe('clocks that are wrong', () => {
  const daysOf = (told: Readonly<Record<string, number>>) =>
    Object.entries(told).map(([day, trajectories]) => {
      const builder = new DayBuilder();
      tell(
        builder,
        Array.from({ length: trajectories }, () => ({})),
      );
      return { day, summaries: builder.build() };
    });
  const kept = (told: Readonly<Record<string, number>>, today = '2100-01-01') => {
    const { days, skewed } = plausibleDays(daysOf(told), today);
    return [days.map(({ day }) => day), skewed];
  };

  test('do not make their day the newest one', () => {
    expect(kept({ '2026-11-01': 200, '2026-11-02': 200, '2031-01-01': 1, '2099-12-31': 2 })).toEqual([
      ['2026-11-01', '2026-11-02'],
      3,
    ]);
    expect(kept({ '2026-11-01': 20, '2026-11-02': 20, '2026-11-03': 9, '2026-12-01': 19 }, '2026-11-02')).toEqual([
      ['2026-11-01', '2026-11-02'],
      28,
    ]);
  });

  test('are not to blame for a day with little traffic, or for traffic that comes back after a pause', () => {
    expect(kept({ '2026-11-01': 300, '2026-11-02': 1 })).toEqual([['2026-11-01', '2026-11-02'], 0]);
    expect(kept({ '2026-01-01': 100, '2026-11-02': 50 })).toEqual([['2026-01-01', '2026-11-02'], 0]);
    expect(kept({})).toEqual([[], 0]);
  });
});
