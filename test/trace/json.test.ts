import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashJson, parseJson, parsePythonJson, sha256 } from '../../src/trace/index.ts';

test('canonical JSON reads back as the value and does not depend on key order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
    }),
  );
});

test('canonical JSON sorts keys by code unit, drops undefined members and has no white space', () => {
  expect(canonicalJson({ b: [1, undefined, { d: null, c: undefined }], a: '\n', 10: 0, 9: -0 })).toBe(
    '{"10":0,"9":0,"a":"\\n","b":[1,null,{"d":null}]}',
  );
});

test('hashes are SHA-256 in hex', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hashJson({ b: 1, a: 2 })).toBe(sha256('{"a":2,"b":1}'));
});

test('text that is no JSON parses to undefined', () => {
  expect(parseJson('{"a":')).toBeUndefined();
  expect(parseJson('null')).toBeNull();
});

describe('JSON as Python writes it', () => {
  test('NaN and Infinity are null, in strings they stay', () => {
    expect(parsePythonJson('{"a": NaN, "b": [-Infinity, Infinity], "NaN": "NaN, \\"Infinity\\\\"}')).toEqual({
      a: null,
      b: [null, null],
      NaN: 'NaN, "Infinity\\',
    });
  });

  test('what is JSON reads as it is, what is neither does not', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parsePythonJson(text)).toEqual(JSON.parse(text));
      }),
    );
    for (const text of ['NaNa', '{"a": NaN', '"NaN', '{NaN: 1}', '']) expect(parsePythonJson(text)).toBeUndefined();
  });
});
