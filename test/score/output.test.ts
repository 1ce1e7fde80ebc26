import { expect, test } from 'vitest';
import type { Expectation } from '../../src/corpus/index.ts';
import type { Json } from '../../src/trace/index.ts';
import { aTrial, judged, stopped } from './build.ts';

type Row = readonly [says: string, expectation: Expectation, output: Json | null, verdict: RegExp];

const contains = (text: string, ignoreCase = false): Expectation => ({ kind: 'output_contains', text, ignoreCase });
const matches = (pattern: string, flags = ''): Expectation => ({ kind: 'output_matches', pattern, flags });
const schema = { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] };
const json: Expectation = { kind: 'output_json_schema', schema };
const path = (at: string): Expectation => ({ kind: 'output_json_path', path: at });

const ROWS: readonly Row[] = [
  ['contains finds a part of a text', contains('refund'), 'your refund is on its way', /^pass$/],
  ['contains minds the case', contains('Refund'), 'your refund is on its way', /^fail: .*does not contain "Refund"/],
  ['contains ignores the case when told', contains('Refund', true), 'your REFUND', /^pass$/],
  ['contains looks into structured output', contains('"id":7'), { id: 7 }, /^pass$/],
  ['contains fails without output', contains(''), null, /^fail: .*received none/],
  ['equals compares values, not key order', equals({ a: 1, b: [2] }), { b: [2], a: 1 }, /^pass$/],
  ['equals reads JSON out of text', equals({ a: 1 }), '{"a": 1}', /^pass$/],
  ['equals still compares text as text', equals('{"a": 1}'), '{"a": 1}', /^pass$/],
  ['equals tells numbers from text', equals('1'), 1, /^fail: expected the output "1", received 1$/],
  ['matches uses the pattern and its flags', matches('^ref\\d+$', 'i'), 'REF12', /^pass$/],
  ['matches says what it looked for', matches('^ref\\d+$'), 'nope', /^fail: .*\/\^ref\\d\+\$\/: nope/],
  ['a bad pattern is never a pass', matches('('), 'x', /^undetermined: .*no regular expression/],
  ['an unknown flag is never a pass', matches('x', 'g'), 'x', /^undetermined: flags of a pattern/],
  ['a giant pattern is never a pass', matches('x'.repeat(1001)), 'x', /^undetermined: the pattern has 1001/],
  ['text beyond the cap is not judged', matches('end$'), `${'x'.repeat(20_001)}end`, /^undetermined: no match/],
  ['JSON Schema accepts parsed output', json, { total: 3 }, /^pass$/],
  ['JSON Schema accepts JSON in text', json, '{"total":3}', /^pass$/],
  ['JSON Schema names the problem', json, { total: 'x' }, /^fail: .*\/total must be number/],
  ['JSON Schema refuses prose', json, 'three', /^fail: .*must be object/],
  [
    'a broken schema is never a pass',
    { ...json, schema: { type: 'nonsense' } },
    { total: 3 },
    /^undetermined: .*schema is/,
  ],
  ['an async schema cannot pass by its promise', { ...json, schema: { $async: true, ...schema } }, 1, /^fail:/],
  [
    'a draft 7 schema keeps its tuple items',
    tuple('http://json-schema.org/draft-07/schema#', 'items'),
    [1, 'a'],
    /^fail:/,
  ],
  [
    'a 2020-12 schema has prefix items',
    tuple('https://json-schema.org/draft/2020-12/schema', 'prefixItems'),
    [1, 'a'],
    /^fail:/,
  ],
  ['JSONPath selects', path('$.items[?@.n > 1]'), { items: [{ n: 2 }] }, /^pass$/],
  ['JSONPath that selects nothing fails', path('$.items'), { other: 1 }, /^fail: .*selects nothing/],
  ['JSONPath reads JSON out of text', path('$.items'), '{"items":[]}', /^pass$/],
  ['JSONPath compares with equals', { ...path('$..n'), equals: { a: 1 } } as Expectation, { n: { a: 1 } }, /^pass$/],
  [
    'JSONPath says what it found',
    { ...path('$..n'), equals: 3 } as Expectation,
    [{ n: 1 }, { n: 2 }],
    /^fail: .*3, received 1, 2/,
  ],
  ['a bad path is never a pass', path('$['), {}, /^undetermined: .*no JSONPath/],
];

test.each(ROWS)('%s', (_, expectation, output, verdict) => {
  expect(judged(expectation, aTrial([], output))).toMatch(verdict);
});

test.each(ROWS.map(([, expectation]) => expectation))('%o does not judge a trial that was stopped', (expectation) => {
  expect(judged(expectation, stopped([]))).toBe('undetermined: the trial was stopped: off the tape');
});

test('two schemas with the same $id are two schemas', () => {
  const named = (type: string): Expectation => ({
    kind: 'output_json_schema',
    schema: { $id: 'https://a.test/x', type },
  });
  expect(judged(named('string'), aTrial([], 'text'))).toBe('pass');
  expect(judged(named('number'), aTrial([], 'text'))).toMatch(/^fail/);
});

function equals(value: Json): Expectation {
  return { kind: 'output_equals', value };
}

function tuple($schema: string, keyword: string): Expectation {
  const schema = { $schema, type: 'array', [keyword]: [{ type: 'number' }, { type: 'number' }] };
  return { kind: 'output_json_schema', schema };
}
