import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entriesObserved,
  mergedObserved,
  nothingObserved,
  type Observed,
  ObservedBuilder,
  observedHead,
  observedText,
  readObserved,
} from '../../src/knowledge/index.ts';
import type { Json, ObservedStep, ObservedToolOutcome, ObservedTrajectory } from '../../src/trace/index.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';

const US_AN_HOUR = 3_600_000_000;
const START_US = 1_790_000_000_000_000;
const HOURS_A_DAY = 24;

const common = { agent: [], startUs: null, durationMs: null, sources: [] } as const;

function toolCall(name: string, given: Json, outcome: ObservedToolOutcome): ObservedStep {
  return { ...common, kind: 'tool_call', id: null, name, arguments: given, outcome };
}

function asked(text: string, responseModel: string): ObservedStep {
  return {
    ...{ ...common, kind: 'model_call', provider: null, requestModel: 'gpt-4o', responseModel, responseId: null },
    ...{ input: [{ role: 'user', parts: [{ kind: 'text', text }] }], output: null, tools: null, parameters: {} },
    ...{ finishReason: null, usage: null, costUsd: null, error: null },
  };
}

interface Run {
  readonly hour: number;
  readonly tool: string;
  readonly argument: number;
  readonly outcome: ObservedToolOutcome;
  readonly task: number;
  readonly model: string;
  readonly passed: boolean;
}

function trajectoryOf({ hour, tool, argument, outcome, task, model, passed }: Run, index: number): ObservedTrajectory {
  return {
    ...emptyTrajectory(`run-${index}`),
    startUs: START_US + hour * US_AN_HOUR,
    steps: [asked(`task ${task}`, model), toolCall(tool, { id: argument }, outcome)],
    outcomes: [{ name: 'ok', value: passed, passed, source: 'evaluation', explanation: null }],
  };
}

function observedIn(trajectories: readonly ObservedTrajectory[]): Observed {
  const builder = new ObservedBuilder();
  for (const trajectory of trajectories) builder.add(trajectory);
  return builder.build();
}

const kept = { by: 'test', day: '2026-09-21', source: 'abc' };

/** Day by day, through the files; the days in some order. */
function dayByDay(trajectories: readonly ObservedTrajectory[], order: (days: Observed[]) => Observed[]): Observed {
  const days = Map.groupBy(trajectories, ({ startUs }) => Math.floor((startUs ?? 0) / (HOURS_A_DAY * US_AN_HOUR)));
  const read = [...days.values()].map((own) => {
    const text = observedText({ ...kept, observed: observedIn(own) });
    expect(observedText({ ...kept, observed: observedIn(own.toReversed()) })).toBe(text);
    return readObserved(text, 'file').observed;
  });
  return order(read).reduce(mergedObserved, nothingObserved());
}

describe('what was observed, kept by day', () => {
  test('adds up to what one pass over all of it finds', () => {
    const said = fc.oneof(
      fc.constant<ObservedToolOutcome>({ kind: 'error', value: 'NotFound: nothing' }),
      fc.record({ kind: fc.constant('result' as const), value: fc.constantFrom<Json>([], { a: 1 }, { a: '1' }) }),
      // More contents than are kept of a call, and more values than an enumeration has
      fc.integer({ min: 0, max: 40 }).map((n): ObservedToolOutcome => ({ kind: 'result', value: { state: `s${n}` } })),
    );
    const run = fc.record({
      hour: fc.integer({ min: 0, max: 140 }),
      tool: fc.constantFrom('find', 'book'),
      argument: fc.integer({ min: 0, max: 2 }),
      outcome: said,
      task: fc.integer({ min: 0, max: 30 }),
      model: fc.constantFrom('a', 'b'),
      passed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 80 }), (runs) => {
        const all = runs.map(trajectoryOf);
        const whole = observedIn(all);
        for (const order of [(days: Observed[]) => days, (days: Observed[]) => days.toReversed()]) {
          const added = dayByDay(all, order);
          expect(added).toEqual(whole);
          expect(entriesObserved(added)).toEqual(entriesObserved(whole));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('finds the change that no day shows alone', () => {
    const runs = Array.from({ length: 48 }, (_, hour): Run => {
      const outcome: ObservedToolOutcome = hour < 24 ? { kind: 'result', value: [] } : { kind: 'error', value: 'gone' };
      return { hour, tool: 'find', argument: hour % 3, outcome, task: 1, model: hour < 30 ? 'a' : 'b', passed: true };
    });
    const entries = entriesObserved(dayByDay(runs.map(trajectoryOf), (days) => days));
    expect(entries.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['model_fingerprint', null, 'a'],
      ['model_fingerprint', 'a', 'b'],
      ['tool_contract', 'empty', 'error gone'],
    ]);
  });

  test('has a limited size, and of too much keeps the same whatever came first', () => {
    // 1,300 tools, two days; in one of them 2,600 calls, and a call with 60 kinds of answers
    const runs = Array.from({ length: 2600 }, (_, index): Run[] => {
      const here = { hour: index % 48, argument: index, task: index, model: `m${index}`, passed: true };
      return [
        { ...here, tool: `tool ${index % 1300}`, outcome: { kind: 'result', value: [] } },
        { ...here, tool: 'busy', outcome: { kind: 'result', value: [] } },
        { ...here, tool: 'busy', argument: 1, outcome: { kind: 'error', value: `bad ${'abcdefgh'.slice(index % 8)}` } },
        { ...here, tool: 'busy', argument: 1, outcome: { kind: 'result', value: { [`m${index % 60}`]: 1 } } },
      ];
    }).flat();
    const all = runs.map(trajectoryOf);
    const whole = observedIn(all);
    expect(dayByDay(all, (days) => days.toReversed())).toEqual(whole);
    const busy = whole.contracts.tools.get('busy');
    expect([whole.contracts.tools.size, busy?.calls.size, whole.models.size]).toEqual([500, 2000, 1000]);
    expect(Math.max(...[...(busy?.calls.values() ?? [])].map(({ size }) => size))).toBe(24);
  });
});

describe('the file of a day', () => {
  const [text, head] = ((): readonly [string, string] => {
    const outcome: ObservedToolOutcome = { kind: 'result', value: { a: 1 } };
    const run = trajectoryOf({ hour: 0, tool: 'find', argument: 1, outcome, task: 1, model: 'a', passed: true }, 0);
    const whole = observedText({ ...kept, observed: observedIn([run]) });
    return [whole, whole.slice(0, whole.indexOf('\n') + 1)];
  })();

  test('names what it was made by and of', () => {
    expect(observedHead(text, 'file')).toMatchObject({ ...kept, undated: 0, lines: 2 });
  });

  test.each([
    ['of a later version', text.replace('v1', 'v2'), /expected the format "pawl observed day v1", received .*v2/],
    ['that is empty', '', /expected the format/],
    ['without its makers', text.replace('"by":"test",', ''), /lacks what it was made by/],
    ['that was cut short', text.slice(0, -1), /expected 2 lines, received 1/],
    ['of a head alone', head, /expected 2 lines, received 0/],
    ['with a line that is none', text.replace('"calls":[[', '"calls":[{},['), /line 2 is neither a tool nor a model/],
  ])('is refused where it is one %s', (_, damaged, expected) => {
    expect(() => readObserved(damaged, 'day.gz')).toThrow(expected);
  });
});
