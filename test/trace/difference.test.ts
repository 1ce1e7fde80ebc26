import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, firstDifference, type Json } from '../../src/trace/index.ts';

const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

test('two values have a first difference exactly when their canonical texts differ', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(firstDifference(a, b) === null).toBe(canonicalJson(a) === canonicalJson(b));
      expect(firstDifference(a, JSON.parse(JSON.stringify(a)))).toBeNull();
    }),
  );
});

test('the path is a JSON pointer to the first place in key order', () => {
  expect(firstDifference({ 'a/b': { '~': [1, 2] }, z: 1 }, { 'a/b': { '~': [1, 3] }, z: 2 })).toEqual({
    path: '/a~1b/~0/1',
    a: '2',
    b: '3',
  });
});

test('what one side has not is absent, also beyond the end of a list', () => {
  expect(firstDifference({ tools: [1] }, { tools: [1, 2] })).toEqual({ path: '/tools/1', a: '(absent)', b: '2' });
  expect(firstDifference({ seed: 1 }, {})).toEqual({ path: '/seed', a: '1', b: '(absent)' });
});

test('long texts are cut around the place where they part', () => {
  const same = 'x'.repeat(5000);
  const found = firstDifference([`${same}base${same}`], [`${same}head${same}`]);
  expect(found?.path).toBe('/0');
  expect(found?.a).toMatch(/^…x{30}basex+…$/);
  expect(found?.b).toMatch(/^…x{30}headx+…$/);
  expect(found?.a.length).toBeLessThan(140);
});
