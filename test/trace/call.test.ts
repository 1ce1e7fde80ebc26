import { expect, test } from 'vitest';
import { callText, type Json } from '../../src/trace/index.ts';

const text = (args: Json) => callText({ name: 'refund', arguments: args });

test('equal calls give equal text, whatever the order of their arguments', () => {
  expect(text({ order: 'o-1', lines: [{ sku: 1, count: 2 }] })).toBe(
    text({ lines: [{ count: 2, sku: 1 }], order: 'o-1' }),
  );
  expect(text({ order: 'o-1' })).not.toBe(callText({ name: 'pay', arguments: { order: 'o-1' } }));
  expect(text({ lines: [1, 2] })).not.toBe(text({ lines: [2, 1] }));
});

test('an argument that is null is one that is absent, at any depth; an item of a list is not', () => {
  expect(text({ order: { id: 'o-1', note: null } })).toBe(text({ order: { id: 'o-1' } }));
  expect(text({ lines: [null] })).not.toBe(text({ lines: [] }));
});
