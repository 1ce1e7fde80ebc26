import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HYPOTHESIS_RATE,
  type Hypothesis,
  planBackfill,
  RateBuilder,
  type RowCondition,
  rateHistory,
  Summaries,
} from '../../src/knowledge/index.ts';
import { call, cellsOf, rowsOf, type Told } from './rows.ts';

const by = { name: 'behaviour', version: '1', readers: '1', slices: 'a' };
const everything = { by, since: null, until: null, shard: null };

describe('the plan of a backfill', () => {
  const sources = [1, 2, 3, 6].map((day) => ({ day: `2026-11-0${day}`, source: `files ${day}` }));

  test('leaves out what was computed from the same files by the same version', () => {
    const found = new Map([
      ['2026-11-01', { by, source: 'files 1' }],
      ['2026-11-02', { by, source: 'other files' }],
      ['2026-11-03', { by: { ...by, version: '0' }, source: 'files 3' }],
    ]);
    const { scan, done, missing } = planBackfill(sources, found, everything);
    expect(scan.map(({ source }) => source)).toEqual(['files 2', 'files 3', 'files 6']);
    expect(done.map(({ source }) => source)).toEqual(['files 1']);
    expect(missing).toEqual(['2026-11-04', '2026-11-05']);
  });

  test('gives every day to one shard, whatever days there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.subarray(sources), (of, days) => {
        const scanned = Array.from({ length: of }, (_, at) =>
          planBackfill(days, new Map(), { ...everything, shard: { number: at + 1, of } }).scan.map(({ day }) => day),
        );
        expect(scanned.flat().sort()).toEqual(days.map(({ day }) => day));
      }),
    );
  });

  test('does not name the days of decades where a clock was wrong', () => {
    const days = ['2001-01-01', '2026-11-01', '2026-11-03'].map((day) => ({ day, source: day }));
    expect(planBackfill(days, new Map(), everything).missing).toEqual(['2026-11-02']);
  });
});

describe('a hypothesis', () => {
  const told: Told[] = [
    {
      cells: { model: 'm', cost_usd: 0.5, attributes: '{"plan":"pro"}', passed: true, slices: ['s', 't'] },
      steps: [call('get_order')],
    },
    {
      cells: { model: 'n', cost_usd: 2, attributes: '{}', passed: false, slices: ['s'] },
      steps: [call('get_order', { error: 'timeout after 3 s' })],
    },
    { cells: { attributes: '{"plan":3}' }, steps: [call('put_order'), call('put_order', { error: 'gone' })] },
  ];
  const rateOf = (that: RowCondition, of: RowCondition | null = null) => {
    const hypothesis: Hypothesis = { name: 'h', says: null, of, that };
    const builder = new RateBuilder(hypothesis);
    const { rows, of: cells } = rowsOf(told);
    const extra = { attributes: told.map(({ cells: given }) => given?.attributes) };
    builder.add({ rows, of: { ...cells, ...extra } }, (row) => ({
      steps: (told[row]?.steps ?? []).map(cellsOf),
      matches: ({ pattern }) => pattern === `text of ${row}`,
      judge: () => ({ kind: 'undetermined', reason: 'nobody was asked' }),
    }));
    const [all] = builder.build().list();
    const { trials, successes } = all?.summary.rates.get(HYPOTHESIS_RATE) ?? { trials: 0, successes: 0 };
    return `${successes}/${trials}`;
  };
  const column = (name: string, more: object): RowCondition => ({ kind: 'column', column: name, ...more });

  test.each<[string, string, RowCondition]>([
    ['one of several values', '2/3', column('model', { is: ['m', 'n'] })],
    ['what was not recorded', '1/3', column('model', { is: [null] })],
    ['a number between bounds', '1/3', column('cost_usd', { from: 1, to: 2 })],
    ['a pattern', '1/3', column('model', { matches: '^M$' })],
    ['an item of a list', '1/3', column('slices', { is: ['t'] })],
    ['a tool by a glob', '2/3', { kind: 'tool_called', tool: 'get_*' }],
    ['a failed tool', '1/3', { kind: 'tool_failed', tool: 'put_*' }],
    ['a text', '1/3', { kind: 'text_matches', pattern: 'text of 1', in: 'user' }],
    ['the number of steps', '2/3', { kind: 'steps', to: 1 }],
    ['an outcome', '1/3', { kind: 'outcome_is', outcome: 'unknown' }],
    ['an attribute', '1/3', { kind: 'attribute_is', attribute: 'plan', values: [3] }],
    ['a step', '2/3', { kind: 'step', where: [{ column: 'error', matches: '.' }], atLeast: 1 }],
    [
      'one step of which all holds',
      '1/3',
      {
        kind: 'step',
        where: [
          { column: 'tool', is: ['put_order'] },
          { column: 'error', is: ['gone'] },
        ],
        atLeast: 1,
      },
    ],
    ['several steps', '1/3', { kind: 'step', where: [{ column: 'kind', is: ['tool_call'] }], atLeast: 2 }],
    [
      'none of several',
      '1/3',
      { kind: 'not', of: { kind: 'any', of: [column('model', { is: ['m'] }), column('model', { is: ['n'] })] } },
    ],
    ['all of several', '1/3', { kind: 'all', of: [column('slices', { is: ['s'] }), column('cost_usd', { from: 1 })] }],
  ])('can ask for %s', (_, rate, condition) => expect(rateOf(condition)).toBe(rate));

  test('is about the trajectories that it names', () => {
    expect(rateOf(column('cost_usd', { from: 1 }), { kind: 'tool_called', tool: 'get_order' })).toBe('1/2');
  });
});

describe('the history of a rate', () => {
  const dayOf = (day: string, trials: number, successes: number) => {
    const summaries = new Summaries();
    Object.assign(summaries.of({ kind: 'all' })?.rate(HYPOTHESIS_RATE) ?? {}, { trials, successes });
    return { day, summaries };
  };

  test('is told by day with Wilson intervals, and by weeks from Monday where there are many days', () => {
    const one = rateHistory([dayOf('2026-11-20', 10, 1), dayOf('2026-11-21', 0, 0)]);
    const [first, second] = one.groups[0]?.periods ?? [];
    expect(first?.limits?.low).toBeCloseTo(0.0179, 4);
    expect(first?.limits?.high).toBeCloseTo(0.4042, 4);
    expect(second).toEqual({ from: '2026-11-21', trials: 0, successes: 0, undetermined: 0, limits: null });
    const days = Array.from(
      { length: 36 },
      (_, at) => `2026-${at < 30 ? '11' : '12'}-${String((at % 30) + 1).padStart(2, '0')}`,
    );
    const weeks = rateHistory(days.map((day) => dayOf(day, 2, 1)));
    expect(weeks.unit).toBe('week');
    expect(weeks.groups[0]?.periods.map(({ from, trials }) => [from, trials]).slice(0, 3)).toEqual([
      ['2026-10-26', 2],
      ['2026-11-02', 14],
      ['2026-11-09', 14],
    ]);
  });
});
