import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedToolCall } from '../../src/corpus/index.ts';
import { tapeOf, tapeRules } from '../../src/replay/tape.ts';
import { TapeReader } from '../../src/replay/tape-reader.ts';
import type { Call, Json, JsonObject } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { toolPolicy } from './tool-policy.ts';

const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    n: { type: 'number', default: 10 },
    text: { type: 'string' },
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    coin: { type: 'string', enum: ['EUR', 'USD', 'usd'] },
    tags: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    inner: { type: 'object', properties: { n: { type: ['integer', 'null'], default: 1 } } },
  },
};
const policy = toolPolicy({ isReadOnly: (tool) => tool.startsWith('get') });
const { normaliser } = tapeRules(policy, [{ name: 'get', description: null, parameters: SCHEMA }]);

const numbers = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' a ', 'a\r\nb', 'é', 'e\u0301', '10'),
);
const days = fc.constantFrom('2026-05-09', '2026-5-9', '20260509', '2026-02-30', '2026-12-31');
const instants = fc.constantFrom('2026-05-09T10:00:00Z', '2026-05-09t12:00:00+02:00', '2026-05-09 10:00', 'soon');
const coins = fc.constantFrom('EUR', 'eur', 'USD', 'usd', 'Usd', 'gold');
const loose: fc.Arbitrary<Json> = fc.oneof(
  numbers,
  texts,
  days,
  instants,
  coins,
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
) as fc.Arbitrary<Json>;
const argumentsOf = fc.dictionary(
  fc.constantFrom('n', 'text', 'day', 'at', 'coin', 'tags', 'other'),
  loose,
) as fc.Arbitrary<JsonObject>;
const anyArguments = fc
  .tuple(argumentsOf, fc.option(argumentsOf, { nil: undefined }))
  .map(([own, inner]): JsonObject => (inner === undefined ? own : { ...own, inner }));

describe('normalised arguments', () => {
  test('are normalised already', () => {
    fc.assert(
      fc.property(anyArguments, (args) => {
        const text = normaliser.textOf({ name: 'get', arguments: args });
        const normalised: Json = JSON.parse(text.slice('get '.length));
        expect(normaliser.textOf({ name: 'get', arguments: normalised })).toBe(text);
      }),
    );
  });

  test('differ where a value does that matters', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const instant = fc.integer({ min: 0, max: 4e9 }).map((s) => new Date(s * 1000).toISOString());
    const values: Readonly<Record<string, fc.Arbitrary<Json>>> = {
      n: fc.integer({ min: 11, max: 10_000 }),
      text: fc.tuple(word, word).map((words) => words.join(' ')),
      day: instant.map((text) => text.slice(0, 10)),
      at: instant,
      coin: fc.constantFrom('EUR', 'USD', 'usd'),
      tags: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((tags) => tags.toSorted()),
      other: fc.oneof(
        fc.boolean(),
        word,
        fc.integer(),
        fc.tuple(word, word).map(([a, b]): Json => [a, b]),
      ),
    };
    const complete = fc.record(values) as fc.Arbitrary<JsonObject>;
    const change = fc
      .constantFrom(...Object.keys(values))
      .chain((name) => fc.tuple(fc.constant(name), fc.option(values[name] ?? fc.constant(0), { nil: undefined })));
    fc.assert(
      fc.property(complete, change, (args, [name, value]) => {
        fc.pre(JSON.stringify(args[name]) !== JSON.stringify(value));
        const { [name]: _, ...others } = args;
        const changed = value === undefined ? others : { ...others, [name]: value };
        const textOf = (own: JsonObject) => normaliser.textOf({ name: 'get', arguments: own });
        expect(textOf(changed)).not.toBe(textOf(args));
      }),
    );
  });
});

const calls = fc.record({
  name: fc.constantFrom('get', 'put'),
  arguments: fc.oneof(fc.record({ n: fc.constantFrom(1, 2, 10, '2') }), fc.constant({})),
}) as fc.Arbitrary<Call>;
const outcomes = fc.oneof(
  fc.record({ kind: fc.constant('result' as const), value: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('error' as const), value: fc.constant('no') }),
);
const recordedCalls: fc.Arbitrary<RecordedToolCall> = fc
  .tuple(calls, outcomes)
  .map(([call, outcome]) => ({ kind: 'tool_call', ...call, outcome }));
const recording = fc.array(recordedCalls, { maxLength: 8 });

function readerOf(recordings: readonly RecordedToolCall[][]): TapeReader {
  const theCase = aCase({ recordings: recordings.map((steps) => ({ steps, output: null })) });
  return new TapeReader(tapeOf(theCase, { normaliser, isReadOnly: policy.isReadOnly }));
}

describe('a tape', () => {
  test('answers the same in whatever order the recordings stand', () => {
    const shuffled = fc
      .array(recording, { minLength: 1, maxLength: 4 })
      .chain((recordings) =>
        fc.tuple(fc.constant(recordings), fc.shuffledSubarray(recordings, { minLength: recordings.length })),
      );
    fc.assert(
      fc.property(shuffled, fc.array(calls, { maxLength: 12 }), ([one, other], asked) => {
        const [a, b] = [readerOf(one), readerOf(other)];
        for (const call of asked) expect(b.next(call)).toEqual(a.next(call));
      }),
    );
  });

  test('of one recording gives it back, call by call', () => {
    fc.assert(
      fc.property(recording, (steps) => {
        const reader = readerOf([steps]);
        for (const { name, arguments: args, outcome } of steps)
          expect(reader.next({ name, arguments: args })).toMatchObject({ outcome, otherState: false });
      }),
    );
  });
});
