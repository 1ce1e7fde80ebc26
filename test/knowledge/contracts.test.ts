import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ContractBuilder,
  type ContractSummary,
  contractChanges,
  contractsOf,
  emptyContracts,
  harmlessDifferences,
  mergedContracts,
} from '../../src/knowledge/index.ts';
import type { Json, ObservedToolOutcome, ObservedTrajectory } from '../../src/trace/index.ts';
import { hasReruns, reruns } from './reruns.ts';

const US_AN_HOUR = 3_600_000_000;
const START_US = 1_790_000_000_000_000;

interface Answered {
  readonly atHours: number;
  readonly arguments: Json;
  readonly outcome: ObservedToolOutcome;
  readonly passed?: boolean;
}
const result = (value: Json): ObservedToolOutcome => ({ kind: 'result', value });
const failed = (value: Json): ObservedToolOutcome => ({ kind: 'error', value });

function run({ atHours, arguments: given, outcome, passed = true }: Answered, index: number): ObservedTrajectory {
  const startUs = START_US + atHours * US_AN_HOUR;
  return {
    id: `run ${index} at ${atHours}`,
    ...{ format: 'test', conversationId: null, agentName: null, agentVersion: null, userId: null, attributes: {} },
    ...{ startUs, endUs: null, output: null, problems: [] },
    steps: [
      {
        ...{ kind: 'tool_call', id: null, name: 'orders', arguments: given, outcome },
        ...{ agent: [], startUs: null, durationMs: null, sources: [] },
      },
    ],
    outcomes: [{ name: 'ok', value: passed, passed, source: 'evaluation', explanation: null }],
  };
}

function summaryOf(answers: readonly Answered[]): ContractSummary {
  const builder = new ContractBuilder();
  for (const trajectory of answers.map(run)) builder.add(trajectory);
  return builder.build();
}

/** Twenty runs, an hour apart, over four different calls; the answer differs from the change on. */
const changing = (answer: (now: boolean, call: number) => ObservedToolOutcome, changeAt = 10): Answered[] =>
  Array.from({ length: 20 }, (_, hour) => ({
    atHours: hour,
    arguments: { id: hour % 4 },
    outcome: answer(hour >= changeAt, hour % 4),
  }));
const found = (answers: readonly Answered[]) => contractChanges(summaryOf(answers));

describe('a contract change', () => {
  test('is an error in place of nothing, dated by the first run that had it', () => {
    const [change, ...rest] = found(changing((now) => (now ? failed('NotFoundError: no order 12') : result([]))));
    expect(rest).toEqual([]);
    expect(change?.effects).toEqual([
      expect.objectContaining({
        ...{ path: 'outcome', from: 'empty', to: 'error NotFoundError: no order …' },
        ...{ level: 'same_arguments', before: 10, after: 10, comparable: 4 },
      }),
    ]);
    expect(change?.firstNewId).toBe('run 10 at 10');
    expect(change?.firstNewUs).toBe(START_US + 10 * US_AN_HOUR);
    expect(change?.lastOldUs).toBe(START_US + 9 * US_AN_HOUR);
  });

  test('is another type, a member that is gone and a new one, together one change', () => {
    const [change, ...rest] = found(
      changing((now) => result(now ? { total: '12.50', state: 'x' } : { total: 12.5, note: 'y' })),
    );
    expect(rest).toEqual([]);
    expect(change?.effects.map(({ path, from, to }) => [path, from, to])).toEqual([
      ['$.note', 'string', 'absent'],
      ['$.state', 'absent', 'string'],
      ['$.total', 'number', 'string'],
    ]);
  });

  test('is found where no arguments recur, by calls of the same shape', () => {
    const answers = changing((now) => result({ total: now ? '1' : 1 }));
    const [change] = found(answers.map((one, index) => ({ ...one, arguments: { query: `text ${index}` } })));
    expect(change?.effects[0]).toMatchObject({ path: '$.total', level: 'same_shape', before: 10, after: 10 });
  });

  test('that is taken back is two changes', () => {
    const answers = Array.from({ length: 60 }, (_, hour): Answered => {
      const now = hour >= 20 && hour < 40;
      return { atHours: hour, arguments: { id: hour % 4 }, outcome: result({ total: now ? '1' : 1 }) };
    });
    expect(found(answers).map(({ effects }) => effects[0]?.to)).toEqual(['string', 'number']);
  });

  test('that is rolled out by and by, with a late answer from a cache, is dated by its first sighting', () => {
    const answers = Array.from({ length: 60 }, (_, day): Answered => {
      const now = (day >= 30 || (day >= 20 && day % 2 === 0)) && day !== 45;
      return { atHours: 24 * day, arguments: { id: day % 3 }, outcome: result({ total: now ? '1' : 1 }) };
    });
    const [change, ...rest] = found(answers);
    expect(rest).toEqual([]);
    expect(change?.firstNewUs).toBe(START_US + 20 * 24 * US_AN_HOUR);
  });

  test('is an enumeration spelled in another way, while a new single word is none', () => {
    const stateOf = (now: boolean, call: number) => (call % 2 === 0 ? 'open' : 'done')[now ? 'toUpperCase' : 'trim']();
    const spelled = found(
      changing((now, call) => result({ state: stateOf(now, call), id: call })).concat(
        changing((_, call) => result({ state: stateOf(true, call), id: call }), 0).map((one) => ({
          ...one,
          atHours: one.atHours + 20,
        })),
      ),
    );
    expect(spelled[0]?.effects[0]).toMatchObject({ path: '$.state', from: '"done", "open"', to: '"DONE", "OPEN"' });
    expect(found(changing((now) => result({ sale: now ? 'spring_sale' : 'winter_sale' })))).toEqual([]);
  });

  test('names the task whose outcome it decides', () => {
    const answers = changing((now) => (now ? failed('gone') : result([]))).map((one) => ({
      ...one,
      passed: one.atHours < 10,
    }));
    expect(found(answers)[0]?.tasks).toMatchObject([
      { before: { judged: 10, passed: 10 }, after: { judged: 10, passed: 0 }, decided: true },
    ]);
  });
});

describe('no contract change', () => {
  test.each([
    ['order', (now: boolean) => result(now ? [{ id: 1 }, { id: 2 }] : [{ id: 2 }, { id: 1 }])],
    ['timestamps', (now: boolean) => result({ at: now ? '2026-11-20T10:00:00Z' : '2026-11-21T11:30:00Z' })],
    ['numbers', (now: boolean) => result(`total is ${now ? '1,000.50' : '1000.5'} EUR`)],
    ['ids', (now: boolean) => result({ request_id: now ? 'ab12' : 'cd34', ok: true })],
    ['several', (now: boolean) => result([{ at: now ? '2026-11-20' : '2026-11-21' }, now ? { b: '1.0' } : { b: '1' }])],
    ['values', (now: boolean) => result({ note: now ? 'sunny' : 'rainy' })],
  ])('is a difference of %s, which is counted', (kind, answer) => {
    const summary = summaryOf(changing(answer, 14));
    expect(contractChanges(summary)).toEqual([]);
    const [{ same, differing } = { same: 0, differing: {} }] = harmlessDifferences(summary);
    expect([same, differing]).toEqual([14, expect.objectContaining({ [kind]: 6 })]);
  });

  test('is an answer that varies, a record that was deleted or too little to tell', () => {
    expect(found(changing((_, call) => (call === 1 ? failed('busy') : result([1]))))).toEqual([]);
    const varying = changing(() => result([1])).map((one, hour) => ({
      ...one,
      outcome: hour % 3 === 0 ? failed('busy') : one.outcome,
    }));
    expect(found(varying)).toEqual([]);
    const deleted = Array.from({ length: 80 }, (_, hour): Answered => {
      const gone = hour % 4 === 0 && hour >= 40;
      return { atHours: hour, arguments: { id: hour % 4 }, outcome: gone ? result([]) : result([{ id: 1 }]) };
    });
    expect(found(deleted)).toEqual([]);
    expect(
      found(changing((now) => (now ? failed('x') : result([]))).filter(({ atHours }) => atHours % 8 === 0)),
    ).toEqual([]);
    expect(contractChanges(emptyContracts())).toEqual([]);
  });
});

test('a contract tells types, what is optional, enumerations and kinds of outcomes', () => {
  const answers = changing((now, call) =>
    call === 3
      ? failed({ error: { code: 404, message: 'no order 7' } })
      : result(`- state: ${call === 0 ? 'open' : 'done'}\n  ${now ? 'note: x' : 'eta: null'}`),
  );
  expect(contractsOf(summaryOf(answers))).toEqual([
    {
      tool: 'orders',
      outcomes: { 'error [404] no order …': 5, result: 15 },
      fields: [
        { path: '$', types: ['list'], optional: false, enum: null },
        { path: '$[]', types: ['object'], optional: false, enum: null },
        { path: '$[].eta', types: ['null'], optional: true, enum: null },
        { path: '$[].note', types: ['string'], optional: true, enum: ['"x"'] },
        { path: '$[].state', types: ['string'], optional: false, enum: ['"done"', '"open"'] },
        { path: 'arguments', types: ['object'], optional: false, enum: null },
        { path: 'arguments.id', types: ['number'], optional: false, enum: null },
      ],
    },
  ]);
});

test('summaries of parts, merged in any order, tell the same as one of the whole', () => {
  const answer = fc.record({
    atHours: fc.integer({ min: 0, max: 90 }),
    arguments: fc.record({ id: fc.integer({ min: 0, max: 2 }) }),
    outcome: fc.constantFrom(result([]), result({ a: 1 }), result({ a: '1', b: 2 }), failed('no')),
    passed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (answers, cut) => {
      const runs = answers.map(run);
      const part = (some: readonly ObservedTrajectory[]) => {
        const builder = new ContractBuilder();
        for (const one of some) builder.add(one);
        return builder.build();
      };
      const [whole, first, second] = [part(runs), part(runs.slice(0, cut)), part(runs.slice(cut))];
      for (const merged of [mergedContracts(first, second), mergedContracts(second, first)]) {
        expect(merged).toEqual(whole);
        expect(contractChanges(merged)).toEqual(contractChanges(whole));
      }
    }),
    { numRuns: 60 },
  );
});

describe.skipIf(!hasReruns)('the reruns of AgentDojo (skipped without ../shared/data)', () => {
  test('search_calendar_events raises from the second run on, which decides one user task; no other tool changed', () => {
    const summary = ['workspace', 'banking'].map((suite) => {
      const builder = new ContractBuilder();
      for (const trajectory of reruns(suite)) builder.add(trajectory);
      return builder.build();
    });
    const [workspace = emptyContracts(), banking = emptyContracts()] = summary;
    const [change, ...rest] = contractChanges(workspace);
    expect([rest, contractChanges(banking)]).toEqual([[], []]);
    expect(change?.tool).toBe('search_calendar_events');
    expect(change?.effects).toEqual([
      expect.objectContaining({
        ...{ path: 'outcome', from: 'empty', level: 'same_arguments', comparable: 3 },
        to: 'error ValueError: No events found. Try with a different query.',
      }),
    ]);
    const at = (us: number | undefined) => new Date((us ?? 0) / 1000).toISOString();
    expect([at(change?.lastOldUs), at(change?.firstNewUs)]).toEqual([
      '2024-06-02T12:26:48.000Z',
      '2024-06-02T20:36:28.000Z',
    ]);
    const decided = change?.tasks.filter((task) => task.decided);
    expect(decided).toMatchObject([
      {
        task: expect.stringMatching(/Yoga Class/),
        before: { judged: 12, passed: 1 },
        after: { judged: 15, passed: 10 },
      },
    ]);
    const differing = new Map(harmlessDifferences(workspace).map((one) => [one.tool, one.differing]));
    expect(differing.get('create_calendar_event')?.order).toBeGreaterThan(50);
    expect(differing.get('send_email')?.timestamps).toBeGreaterThan(50);
  });
});
