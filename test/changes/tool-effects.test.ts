import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToolEffect } from '../../src/changes/index.ts';
import type { JsonObject } from '../../src/trace/index.ts';
import { base, edited, effectsOf, rename, toolsOf, withProperties } from './refund-tool.ts';

describe('one edit of a tool is told as exactly that edit', () => {
  const table: readonly [name: string, head: JsonObject, effects: readonly ToolEffect[]][] = [
    ['its description', { ...base, description: 'Pays back.' }, [{ kind: 'description_changed' }]],
    ['its name', { ...base, name: 'refund_order' }, [{ kind: 'tool_renamed', from: 'refund' }]],
    [
      'an optional parameter added',
      withProperties((p) => {
        p.note = { type: 'string' };
      }),
      [{ kind: 'parameter_added', parameter: 'note', required: false }],
    ],
    [
      'a required parameter added',
      withProperties((p, all) => {
        p.currency = { type: 'string' };
        all.required = ['order_id', 'currency'];
      }),
      [{ kind: 'parameter_added', parameter: 'currency', required: true }],
    ],
    [
      'a parameter removed',
      withProperties((p) => {
        delete p.reason;
      }),
      [{ kind: 'parameter_removed', parameter: 'reason' }],
    ],
    [
      'a required parameter renamed, its name alike',
      withProperties((p, all) => {
        rename(p, 'order_id', 'orderId', { description: 'Which one.' });
        all.required = ['orderId'];
      }),
      [
        { kind: 'parameter_renamed', from: 'order_id', to: 'orderId' },
        { kind: 'parameter_description_changed', parameter: 'orderId' },
      ],
    ],
    [
      'a parameter renamed, its description the same',
      withProperties((p, all) => {
        rename(p, 'order_id', 'purchase');
        all.required = ['purchase'];
      }),
      [{ kind: 'parameter_renamed', from: 'order_id', to: 'purchase' }],
    ],
    [
      'a parameter renamed, the old name a part of the new one',
      withProperties((p) => rename(p, 'reason', 'refund_reason')),
      [{ kind: 'parameter_renamed', from: 'reason', to: 'refund_reason' }],
    ],
    [
      'a parameter renamed, few letters different',
      withProperties((p) => rename(p, 'reason', 'reasons')),
      [{ kind: 'parameter_renamed', from: 'reason', to: 'reasons' }],
    ],
    [
      'a type',
      withProperties((p) => {
        p.order_id = { type: ['integer', 'null'], description: 'The order.' };
      }),
      [{ kind: 'parameter_type_changed', parameter: 'order_id', from: 'string', to: 'integer | null' }],
    ],
    [
      'a type written as alternatives',
      withProperties((p) => {
        p.order_id = { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'The order.' };
      }),
      [{ kind: 'parameter_type_changed', parameter: 'order_id', from: 'string', to: 'null | string' }],
    ],
    [
      'values of an enum',
      withProperties((p) => {
        p.reason = { type: 'string', enum: ['late', 'lost'] };
      }),
      [{ kind: 'parameter_enum_changed', parameter: 'reason', added: ['lost'], removed: ['broken'] }],
    ],
    [
      'the order of an enum',
      withProperties((p) => {
        p.reason = { type: 'string', enum: ['broken', 'late'] };
      }),
      [{ kind: 'schema_changed', parameter: 'reason' }],
    ],
    [
      'what is required',
      withProperties((_, all) => {
        all.required = ['order_id', 'reason'];
      }),
      [{ kind: 'parameter_required_changed', parameter: 'reason', required: true }],
    ],
    [
      'the description of a parameter',
      withProperties((p) => {
        p.order_id = { type: 'string', description: 'An order id.' };
      }),
      [{ kind: 'parameter_description_changed', parameter: 'order_id' }],
    ],
    [
      'another keyword of a parameter',
      withProperties((p) => {
        p.order_id = { type: 'string', description: 'The order.', pattern: '^A' };
      }),
      [{ kind: 'schema_changed', parameter: 'order_id' }],
    ],
    [
      'another keyword of the whole',
      withProperties((_, all) => {
        all.additionalProperties = false;
      }),
      [{ kind: 'schema_changed', parameter: null }],
    ],
    [
      'a parameter that no value fits any more',
      withProperties((p) => {
        Object.assign(p, { reason: false });
      }),
      [
        { kind: 'parameter_type_changed', parameter: 'reason', from: 'string', to: 'any' },
        { kind: 'parameter_enum_changed', parameter: 'reason', added: [], removed: ['late', 'broken'] },
        { kind: 'schema_changed', parameter: 'reason' },
      ],
    ],
    [
      'a nested parameter renamed',
      withProperties((p) => {
        p.address = {
          type: 'object',
          properties: { postcode: { type: 'string', description: 'Zip code.' }, city: { type: 'string' } },
          required: ['postcode'],
        };
      }),
      [{ kind: 'parameter_renamed', from: 'address.zip', to: 'address.postcode' }],
    ],
    [
      "a parameter of a list's items",
      withProperties((p) => {
        p.lines = { type: 'array', items: { type: 'object', properties: { sku: { type: 'integer' } } } };
      }),
      [{ kind: 'parameter_type_changed', parameter: 'lines[].sku', from: 'string', to: 'integer' }],
    ],
    [
      'a list that takes other items',
      withProperties((p) => {
        p.lines = { type: 'array', items: false };
      }),
      [{ kind: 'schema_changed', parameter: 'lines' }],
    ],
  ];

  it.each(table)('%s', (_, head, effects) => {
    expect(effectsOf(head)).toEqual(effects);
  });
});

describe('laws', () => {
  const schema = fc.letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.record(
      {
        type: fc.constantFrom('string', 'object', 'array'),
        description: fc.string(),
        enum: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
        properties: fc.dictionary(fc.string(), tie('schema'), { maxKeys: 3 }),
        items: tie('schema'),
        required: fc.array(fc.string(), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>,
  })).schema;

  const file = (from: unknown, to: unknown): readonly ToolEffect[] =>
    toolsOf([edited(from, to)]).flatMap(({ effects }) => effects);

  it('a tool compared with itself has no effects', () => {
    fc.assert(
      fc.property(schema, fc.string({ minLength: 1 }), (parameters, name) => {
        expect(file({ name, parameters }, { name, parameters })).toEqual([]);
      }),
    );
  });

  it('an added parameter is removed the other way round', () => {
    fc.assert(
      fc.property(schema, fc.constantFrom('one', 'two'), (one, parameter) => {
        const without = { name: 't', parameters: { type: 'object', properties: {} } };
        const withOne = { name: 't', parameters: { type: 'object', properties: { [parameter]: one } } };
        expect(file(without, withOne)).toEqual([{ kind: 'parameter_added', parameter, required: false }]);
        expect(file(withOne, without)).toEqual([{ kind: 'parameter_removed', parameter }]);
      }),
    );
  });
});

describe('a tool of hostile size', () => {
  const processorMs = (before: NodeJS.CpuUsage): number => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  const effectsBetween = (from: JsonObject, to: JsonObject) =>
    toolsOf([edited(from, to)]).flatMap(({ effects }) => effects);
  const toolWith = (prefix: string, count: number): JsonObject => ({
    name: 'refund',
    description: 'x',
    parameters: {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}_id_${i}`, {}])),
      required: Array.from({ length: count }, (_, i) => `${prefix}_id_${i}`),
    },
  });

  it('shows thousands of other parameters as removed and added, at once', () => {
    const before = process.threadCpuUsage();
    const effects = effectsBetween(toolWith('old', 2000), toolWith('new', 2000));
    expect(processorMs(before)).toBeLessThan(1000);
    expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(['parameter_removed', 'parameter_added']));
    expect(effects).toHaveLength(4000);
  });

  it('is searched for renames up to 200 parameters a side, and among names that a person can read, at once', () => {
    const before = process.threadCpuUsage();
    const renamed = effectsBetween(toolWith('order', 1), toolWith('orders', 1));
    expect(renamed).toEqual([{ kind: 'parameter_renamed', from: 'order_id_0', to: 'orders_id_0' }]);
    effectsBetween(toolWith('old', 200), toolWith('new', 200));
    effectsBetween(toolWith('a'.repeat(400_000), 1), toolWith('b'.repeat(400_000), 1));
    expect(processorMs(before)).toBeLessThan(4000);
  });

  it('is paired with thousands of other tools at once', () => {
    const toolsWith = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...toolWith('some', 4), name: `${prefix}_${i}` }));
    const before = process.threadCpuUsage();
    const removedAndAdded = toolsOf([edited(toolsWith('old', 500), toolsWith('new', 500))]);
    expect(toolsOf([edited(toolsWith('old', 500), toolsWith('old', 500).reverse())])).toEqual([]);
    toolsOf([edited(toolsWith('old', 200), toolsWith('new', 200))]);
    expect(processorMs(before)).toBeLessThan(4000);
    expect(removedAndAdded).toHaveLength(1000);
  });
});
