import { describe, expect, test } from 'vitest';
import { NORMALISATIONS, type Normalisation } from '../../src/replay/normalisation.ts';
import { normaliserOf } from '../../src/replay/normalise.ts';
import type { Json, JsonObject } from '../../src/trace/index.ts';

interface Setting {
  readonly properties?: JsonObject;
  readonly schema?: JsonObject;
  readonly sets?: readonly string[];
  readonly enabled?: readonly Normalisation[];
  readonly readOnly?: boolean;
}

/** What makes two calls of a tool with this schema the same; null = they are two. */
function between(a: Json, b: Json, setting: Setting = {}): readonly Normalisation[] | null {
  const { properties = {}, schema = { type: 'object', properties }, sets = [], readOnly = true } = setting;
  const normaliser = normaliserOf({
    tools: [{ name: 't', description: null, parameters: schema }],
    enabled: setting.enabled ?? NORMALISATIONS,
    isReadOnly: () => readOnly,
    setsOf: () => sets,
  });
  const [left, right] = [a, b].map((args) => ({ name: 't', arguments: args }) as const);
  if (left === undefined || right === undefined) throw new Error('two calls are compared');
  return normaliser.textOf(left) === normaliser.textOf(right) ? normaliser.between(left, right) : null;
}

/** One argument, `x`, in two ways. */
const ways = (a: Json, b: Json, x: JsonObject, more: Setting = {}) =>
  between({ x: a }, { x: b }, { properties: { x }, ...more });

describe('an argument is the same', () => {
  test('left out, null, or the default of the schema', () => {
    expect(between({ x: null }, {})).toEqual(['absent']);
    expect(between({ x: { y: null, z: 1 } }, { x: { z: 1 } })).toEqual(['absent']);
    const properties = { x: { type: 'integer', default: 10 } };
    expect(between({ x: 10 }, {}, { properties })).toEqual(['absent']);
    expect(between({ x: 11 }, {}, { properties })).toBeNull();
  });

  test('as null beside another default only where the schema does not allow null', () => {
    expect(ways(null, 10, { type: 'integer', default: 10 })).toEqual(['absent']);
    expect(ways(null, 10, { type: ['integer', 'null'], default: 10 })).toBeNull();
    expect(between({ x: null }, {}, { properties: { x: { type: ['integer', 'null'], default: 10 } } })).toBeNull();
    expect(between({ x: null }, {}, { properties: { x: { anyOf: [{ type: 'string' }, { type: 'null' }] } } })).toEqual([
      'absent',
    ]);
  });

  test('as a number or its text where the schema says number', () => {
    expect(ways('1', 1, { type: 'number' })).toEqual(['numbers']);
    expect(ways(' 1.50 ', 1.5, { type: ['number', 'null'] })).toEqual(['numbers']);
    expect(ways('1', 1, { type: ['number', 'string'] })).toBeNull();
    expect(ways('1', 1, { type: 'string' })).toBeNull();
    expect(ways('007', 7, { type: 'integer' })).toBeNull();
    expect(ways('12345678901234567', '12345678901234568', { type: 'integer' })).toBeNull();
  });

  test('with other white space at its ends, where the tool only reads', () => {
    expect(ways(' find me\r\nnow \n', 'find me\nnow', {})).toEqual(['white_space']);
    expect(ways('find  me', 'find me', {})).toBeNull();
    expect(ways('write me\n', 'write me', {}, { readOnly: false })).toBeNull();
  });

  test('with composed and decomposed characters', () => {
    expect(ways('Café', 'Cafe\u0301', {})).toEqual(['unicode']);
    expect(ways('Café', 'Cafe', {})).toBeNull();
  });

  test('as one day or instant, where the schema says so', () => {
    expect(ways('2026-5-9', '20260509', { format: 'date' })).toEqual(['dates']);
    expect(ways('2026-02-30', '20260230', { format: 'date' })).toBeNull();
    expect(ways('2026-05-09T10:00:00Z', '2026-05-09 12:00+02:00', { format: 'date-time' })).toEqual(['dates']);
    expect(ways('2026-05-09T10:00:00', '2026-05-09T10:00:00Z', { format: 'date-time' })).toBeNull();
    expect(ways('2026-05-09T10:00:00.1234567Z', '2026-05-09T10:00:00.1234568Z', { format: 'date-time' })).toBeNull();
    expect(ways('2026-5-9', '20260509', { type: 'string' })).toBeNull();
  });

  test('in any order, where it is a list that the schema or a rule calls a set', () => {
    expect(ways(['b', 'a'], ['a', 'b'], { uniqueItems: true })).toEqual(['sets']);
    expect(ways(['b', 'a'], ['a', 'b'], {}, { sets: ['x'] })).toEqual(['sets']);
    expect(ways([{ y: [2, 1] }], [{ y: [1, 2] }], {}, { sets: ['x[].y'] })).toEqual(['sets']);
    expect(ways(['b', 'a'], ['a', 'b'], {})).toBeNull();
    expect(ways(['a'], ['a', 'b'], { uniqueItems: true })).toBeNull();
  });

  test('in upper or lower case, where the schema lists the values and just one fits', () => {
    expect(ways('eur', 'EUR', { enum: ['EUR', 'USD'] })).toEqual(['enum_case']);
    expect(ways('a', 'A', { enum: ['a', 'A'] })).toBeNull();
    expect(ways('eur', 'EUR', { type: 'string' })).toBeNull();
  });

  test('in several ways at once', () => {
    const properties = { n: { type: 'integer' }, tags: { uniqueItems: true } };
    expect(between({ n: '1', tags: ['b', 'a'], x: null }, { n: 1, tags: ['a', 'b'] }, { properties })).toEqual([
      'absent',
      'numbers',
      'sets',
    ]);
  });
});

describe('the schema is found', () => {
  test('behind references, within lists, and beside null', () => {
    const schema = {
      type: 'object',
      properties: { lines: { type: 'array', items: { $ref: '#/$defs/line' } } },
      $defs: {
        line: { properties: { n: { anyOf: [{ $ref: '#/$defs/number' }, { type: 'null' }] } } },
        number: { type: 'integer' },
      },
    };
    expect(between({ lines: [{ n: '1' }] }, { lines: [{ n: 1 }] }, { schema })).toEqual(['numbers']);
  });

  test('or nothing is known of it: references in a circle or to elsewhere, several alternatives', () => {
    const circle = { $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } };
    for (const x of [
      { $ref: '#/$defs/a' },
      { $ref: 'https://example.com/number.json' },
      { anyOf: [{ type: 'integer' }, { type: 'string' }] },
    ])
      expect(between({ x: '1' }, { x: 1 }, { schema: { ...circle, properties: { x } } })).toBeNull();
  });
});

test('each normalisation can be switched off, and then what it joined is two calls', () => {
  const joined: Record<Normalisation, readonly [Json, Json, JsonObject]> = {
    absent: [null, 10, { type: 'integer', default: 10 }],
    numbers: ['1', 1, { type: 'number' }],
    white_space: ['a ', 'a', {}],
    unicode: ['é', 'e\u0301', {}],
    dates: ['2026-5-9', '2026-05-09', { format: 'date' }],
    sets: [[2, 1], [1, 2], { uniqueItems: true }],
    enum_case: ['eur', 'EUR', { enum: ['EUR'] }],
  };
  for (const name of NORMALISATIONS) {
    const [a, b, x] = joined[name];
    expect(ways(a, b, x)).toEqual([name]);
    expect(ways(a, b, x, { enabled: NORMALISATIONS.filter((one) => one !== name) })).toBeNull();
  }
});
