import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArgumentMode, Expectation, TrajectoryMode } from '../../src/corpus/index.ts';
import type { Call, Json } from '../../src/trace/index.ts';
import { aCase, aTrial, judged, missed, recorded, stopped, toolCall } from './build.ts';

type Calls = readonly (readonly [name: string, args: Json])[];

const ab: Calls = [
  ['a', { x: 1 }],
  ['b', { y: 2 }],
];
const ba: Calls = ab.toReversed();

function expected(
  mode: TrajectoryMode,
  calls: Calls,
  args: ArgumentMode = 'exact',
  argumentOverrides: Record<string, ArgumentMode> = {},
): Expectation {
  const list: readonly Call[] = calls.map(([name, value]) => ({ name, arguments: value }));
  return { kind: 'trajectory', mode, arguments: args, argumentOverrides, calls: list };
}

function verdict(expectation: Expectation, calls: Calls): string {
  return (
    judged(
      expectation,
      aTrial(
        calls.map(([name, args]) => toolCall(name, args)),
        'done',
      ),
    ).split(':')[0] ?? ''
  );
}

describe('trajectory modes', () => {
  const rows: readonly (readonly [TrajectoryMode, string, Calls, string])[] = [
    ['strict', 'the same calls in order', ab, 'pass'],
    ['strict', 'another order', ba, 'fail'],
    ['strict', 'one call less', ab.slice(0, 1), 'fail'],
    ['strict', 'one call more', [...ab, ['a', { x: 1 }]], 'fail'],
    ['unordered', 'another order', ba, 'pass'],
    ['unordered', 'one call twice', [...ab, ['a', { x: 1 }]], 'fail'],
    ['unordered', 'one call less', ab.slice(0, 1), 'fail'],
    ['subset', 'one call less', ab.slice(1), 'pass'],
    ['subset', 'no call at all', [], 'pass'],
    ['subset', 'one call more', [...ab, ['c', {}]], 'fail'],
    ['subset', 'one expected call made twice', [ab[0] ?? ['a', {}], ['a', { x: 1 }]], 'fail'],
    ['superset', 'one call more', [...ba, ['c', {}]], 'pass'],
    ['superset', 'one call less', ab.slice(1), 'fail'],
  ];
  test.each(rows)('%s with %s', (mode, _, calls, outcome) => {
    expect(verdict(expected(mode, ab), calls)).toBe(outcome);
  });
});

describe('argument modes, for a call {x:1, y:{z:2}}', () => {
  const call: Calls = [['a', { x: 1, y: { z: 2 } }]];
  const rows: readonly (readonly [ArgumentMode, Json, string])[] = [
    ['exact', { y: { z: 2 }, x: 1 }, 'pass'],
    ['exact', { x: 1, y: { z: 2, none: null }, none: null }, 'pass'],
    ['exact', { x: 1 }, 'fail'],
    ['ignore', 'anything', 'pass'],
    ['subset', { x: 1, y: { z: 2 }, more: 3 }, 'pass'],
    ['subset', { x: 1 }, 'fail'],
    ['superset', { x: 1, none: null }, 'pass'],
    ['superset', { x: 1, y: { z: 2 }, more: 3 }, 'fail'],
    ['superset', { y: {} }, 'fail'],
    ['superset', 'not an object', 'fail'],
  ];
  test.each(rows)('%s against %j', (mode, args, outcome) => {
    expect(verdict(expected('strict', [['a', args]], mode), call)).toBe(outcome);
  });

  test('a tool can have its own mode', () => {
    const expectation = expected(
      'strict',
      [
        ['a', {}],
        ['b', {}],
      ],
      'exact',
      { a: 'ignore' },
    );
    expect(
      verdict(expectation, [
        ['a', { any: 1 }],
        ['b', {}],
      ]),
    ).toBe('pass');
    expect(
      verdict(expectation, [
        ['a', {}],
        ['b', { any: 1 }],
      ]),
    ).toBe('fail');
  });

  test('a tool named like a member of Object has no mode by accident', () => {
    expect(verdict(expected('strict', [['constructor', { x: 1 }]]), [['constructor', { x: 2 }]])).toBe('fail');
  });
});

test('calls are paired as many as possible, whichever comes first', () => {
  // The first call fits both expected ones, the second only the first expected one.
  const expectation = expected(
    'unordered',
    [
      ['a', { x: 1 }],
      ['a', {}],
    ],
    'superset',
  );
  expect(
    verdict(expectation, [
      ['a', { x: 1 }],
      ['a', { x: 2 }],
    ]),
  ).toBe('pass');
  expect(
    verdict(expectation, [
      ['a', { x: 2 }],
      ['a', { x: 1 }],
    ]),
  ).toBe('pass');
});

test('without calls of its own the expectation takes those of the first recording', () => {
  const expectation: Expectation = { ...expected('strict', []), kind: 'trajectory', calls: null } as Expectation;
  const theCase = aCase({ recordings: [{ steps: [recorded('a', { x: 1 })], output: null }] });
  expect(judged(expectation, aTrial([toolCall('a', { x: 1 })], ''), theCase)).toBe('pass');
  expect(judged(expectation, aTrial([], ''), theCase)).toMatch(/^fail: tool call 1 is missing: a \{"x":1\}/);
  expect(judged(expectation, aTrial([], ''))).toMatch(/^undetermined: the case has no recording/);
});

test('a rename that was mapped back matches under its recorded name', () => {
  const call = toolCall('a2', { id: 1 }, { match: 'renamed', recordedAs: { name: 'a', arguments: { x: 1 } } });
  expect(judged(expected('strict', ab.slice(0, 1)), aTrial([call], ''))).toBe('pass');
});

describe('a stopped trial', () => {
  const prefix = (mode: TrajectoryMode, ...names: string[]): string =>
    judged(expected(mode, ab, 'ignore'), stopped(names.map((name) => missed(name, {}))));
  test('is open while it may still come right', () => {
    expect(prefix('strict', 'a')).toMatch(/^undetermined: the trial was stopped/);
    expect(prefix('unordered', 'b')).toMatch(/^undetermined/);
    expect(prefix('superset', 'c')).toMatch(/^undetermined/);
    expect(prefix('superset', 'a', 'b')).toMatch(/^undetermined/);
  });
  test('fails once no continuation can match', () => {
    expect(prefix('strict', 'b')).toMatch(/^fail: tool call 1: expected a/);
    expect(prefix('unordered', 'c')).toMatch(/^fail: a call that is not expected: c/);
    expect(prefix('subset', 'a', 'a')).toMatch(/^fail/);
  });
});

describe('laws', () => {
  const calls = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.record({ x: fc.nat(1) })), { maxLength: 5 });
  test('unordered is subset and superset at once', () => {
    fc.assert(
      fc.property(calls, calls, (actual, wanted) => {
        const both = ['subset', 'superset'].every(
          (mode) => verdict(expected(mode as TrajectoryMode, wanted), actual) === 'pass',
        );
        expect(verdict(expected('unordered', wanted), actual) === 'pass').toBe(both);
      }),
    );
  });
  test('unordered does not depend on the order of either side, in any argument mode', () => {
    const mode = fc.constantFrom<ArgumentMode>('exact', 'ignore', 'subset', 'superset');
    fc.assert(
      fc.property(calls, calls, mode, (actual, wanted, args) => {
        const one = verdict(expected('unordered', wanted, args), actual);
        expect(verdict(expected('unordered', wanted.toReversed(), args), actual.toReversed())).toBe(one);
      }),
    );
  });
  test('strict implies unordered', () => {
    fc.assert(
      fc.property(calls, (actual) => {
        expect(verdict(expected('strict', actual), actual)).toBe('pass');
        expect(verdict(expected('unordered', actual), actual)).toBe('pass');
      }),
    );
  });
});
