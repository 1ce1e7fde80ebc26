import { describe, expect, test } from 'vitest';
import { compileSchema, type Json, type JsonObject } from '../../src/trace/index.ts';

function problems(schema: JsonObject, value: Json): readonly string[] {
  const compiled = compileSchema(schema);
  return compiled.kind === 'usable' ? compiled.problemsOf(value) : [`unusable: ${compiled.problem}`];
}

describe('a value under a foreign schema', () => {
  const order = {
    type: 'object',
    required: ['id'],
    properties: { id: { enum: ['a', 'b'] } },
    additionalProperties: false,
  };

  test('has no problems, or all of them', () => {
    expect(problems(order, { id: 'a' })).toEqual([]);
    expect(problems(order, { order: 'a' })).toEqual([
      "must have required property 'id'",
      "must NOT have additional properties: 'order'",
    ]);
    expect(problems(order, { id: 'c' })).toEqual(['/id must be equal to one of the allowed values: ["a","b"]']);
  });

  test('is checked for its format, and for what stands beside a keyword that nobody knows', () => {
    expect(problems({ type: 'string', format: 'email', unheardOf: 1 }, 'nobody')).toEqual([
      'must match format "email"',
    ]);
  });

  test('is read in the draft that the schema names', () => {
    const items = [{ type: 'string' }];
    expect(problems({ $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: items }, [1])).toHaveLength(
      1,
    );
    expect(problems({ prefixItems: items }, [1])).toEqual([]);
    expect(problems({ items }, [1])).toHaveLength(1);
  });

  test('is judged at once even where the schema asks for a promise', () => {
    expect(problems({ $async: true, type: 'number' }, 'x')).toEqual(['must be number']);
  });
});

describe('a foreign schema', () => {
  test('that is none says why', () => {
    expect(problems({ type: 1 }, null)).toEqual([expect.stringMatching(/^unusable: .*type/)]);
  });

  test('may have the `$id` of another one', () => {
    expect(problems({ $id: 'https://example.com/tool', type: 'string' }, 'x')).toEqual([]);
    expect(problems({ $id: 'https://example.com/tool', type: 'number' }, 'x')).toEqual(['must be number']);
  });
});
