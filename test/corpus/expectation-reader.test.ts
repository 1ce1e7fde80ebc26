import { describe, expect, it } from 'vitest';
import { type Expectation, readExpectation } from '../../src/corpus/index.ts';
import type { Json } from '../../src/trace/index.ts';

describe('a written expectation', () => {
  it.each<readonly [Json, Expectation]>([
    [
      { kind: 'output_contains', text: 'a' },
      { kind: 'output_contains', text: 'a', ignoreCase: false },
    ],
    [
      { kind: 'output_matches', pattern: 'a' },
      { kind: 'output_matches', pattern: 'a', flags: '' },
    ],
    [
      { kind: 'trajectory' },
      { kind: 'trajectory', mode: 'superset', arguments: 'exact', argumentOverrides: {}, calls: null },
    ],
    [
      { kind: 'output_json_path', path: '$.a' },
      { kind: 'output_json_path', path: '$.a' },
    ],
    [
      { kind: 'output_equals', value: null },
      { kind: 'output_equals', value: null },
    ],
  ])('gets its defaults: %j', (written, expectation) => {
    expect(readExpectation(written, 'x')).toEqual({ expectation });
  });

  it.each<Expectation>([
    { kind: 'output_contains', text: 'a', ignoreCase: true },
    { kind: 'output_matches', pattern: '^a', flags: 'iu' },
    { kind: 'output_json_schema', schema: { type: 'object', format: 'own' } },
    { kind: 'output_json_path', path: '$.a[?@.b == 1]', equals: null },
    {
      kind: 'trajectory',
      mode: 'strict',
      arguments: 'ignore',
      argumentOverrides: { pay: 'exact' },
      calls: [{ name: 'pay', arguments: { id: 1 } }],
    },
    { kind: 'state_changes' },
    { kind: 'tools_required', tools: ['a'] },
    { kind: 'tools_forbidden', tools: ['a'] },
    { kind: 'arguments_valid' },
    { kind: 'max_steps', limit: 3 },
    { kind: 'max_tokens', limit: 3 },
    { kind: 'command', name: 'tone' },
  ])('that is complete stays as it is: %j', (expectation) => {
    expect(readExpectation(structuredClone(expectation) as unknown as Json, 'x')).toEqual({ expectation });
  });

  it.each<readonly [Json, readonly string[]]>([
    [3, ['expected a map, received 3']],
    [{}, ['expected key "kind", received none']],
    [{ kind: 'output_contain', text: 'a' }, ['kind: unknown kind "output_contain"']],
    [{ kind: 3 }, ['kind: unknown kind 3']],
    [{ kind: 'output_contains', txt: 'a' }, ['expected key "text", received none', 'unknown key "txt"']],
    [{ kind: 'output_matches', pattern: '(' }, ['pattern: expected an ECMAScript regular expression']],
    [
      { kind: 'output_matches', pattern: '(?i:sorry)' },
      ['pattern: expected a regular expression without flags for a part of it ((?i:...): write [Aa]'],
    ],
    [
      { kind: 'output_json_schema', schema: { properties: { a: { pattern: '^(?i:ok)' } } } },
      ['schema: expected a JSON Schema, draft-07: expected a regular expression without flags for a part of it'],
    ],
    [{ kind: 'output_matches', pattern: 'a', flags: 'g' }, ['flags: expected one of']],
    [{ kind: 'output_json_path', path: 'a' }, ['path: expected a JSONPath of RFC 9535']],
    [{ kind: 'output_json_schema', schema: { type: 1 } }, ['schema: expected a JSON Schema, draft-07']],
    [{ kind: 'tools_required', tools: [] }, ['tools: expected at least one item, received an empty list']],
    [{ kind: 'max_steps', limit: 0 }, ['limit: expected a number >= 1, received 0']],
    [
      { kind: 'trajectory', calls: [{ name: 'a' }], mode: 'x' },
      ['mode: expected one of', 'calls[0]: expected key "arguments", received none'],
    ],
  ])('that is wrong is told with every fault: %j', (written, starts) => {
    const read = readExpectation(written, 'cases.jsonl:3');
    const found = 'problems' in read ? read.problems : [];
    expect(found.map(({ where }) => where)).toEqual(starts.map(() => 'cases.jsonl:3'));
    expect(found.map(({ message }) => message)).toEqual(starts.map((start) => expect.stringContaining(start)));
  });

  it('of an unknown kind gets the nearest known one as a hint', () => {
    expect(readExpectation({ kind: 'max_step', limit: 1 }, 'x')).toMatchObject({
      problems: [{ hint: 'did you mean max_steps?' }],
    });
  });
});
