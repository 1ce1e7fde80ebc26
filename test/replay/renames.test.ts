import { describe, expect, test } from 'vitest';
import { callMapOf, unmapped } from '../../src/replay/renames.ts';

const map = callMapOf({
  renames: [
    { headTool: 'send', baseTool: 'post', parameters: { 'to.mail': 'to.email' }, addedOptional: ['urgent'] },
    {
      headTool: 'buy',
      baseTool: 'buy',
      parameters: { 'lines[].sku': 'lines[].item', shipping: 'address', 'shipping.zip_code': 'address.zip' },
      addedOptional: ['shipping.note'],
    },
  ],
  addedTools: ['brand_new'],
  removedTools: ['old_one'],
});

describe('reading head’s calls in the recordings’ terms', () => {
  test('maps the tool, a nested parameter and drops an optional one that head added', () => {
    expect(map.toBase('send', { to: { mail: 'a@b.c', name: 'A' }, urgent: true })).toEqual({
      name: 'post',
      arguments: { to: { email: 'a@b.c', name: 'A' } },
      changed: true,
      unrecorded: {
        given: [{ parameter: 'urgent', values: [true] }],
        arguments: { to: { email: 'a@b.c', name: 'A' }, urgent: true },
      },
    });
    expect(map.toBase('send', { to: { mail: 'a@b.c' } }).unrecorded).toBe(null);
  });

  test('maps a parameter in each item of a list', () => {
    expect(map.toBase('buy', { lines: [{ sku: 1 }, { sku: 2 }] }).arguments).toEqual({
      lines: [{ item: 1 }, { item: 2 }],
    });
  });

  test('maps a parameter in an object that was renamed itself, and drops what head added there', () => {
    expect(map.toBase('buy', { shipping: { zip_code: '1', city: 'x', note: 'ring' } }).arguments).toEqual({
      address: { zip: '1', city: 'x' },
    });
  });

  test('says that nothing changed where nothing had to be mapped', () => {
    expect(map.toBase('buy', { lines: [] }).changed).toBe(false);
    const asItIs = { name: 'other', arguments: { sku: 1 }, changed: false, unrecorded: null };
    expect(map.toBase('other', { sku: 1 })).toEqual(asItIs);
    expect(unmapped.toBase('send', { to: 1 }).changed).toBe(false);
  });

  test('does not touch the arguments it was given', () => {
    const args = { to: { mail: 'x' } };
    map.toBase('send', args);
    expect(args).toEqual({ to: { mail: 'x' } });
  });

  test('never follows a path into what is inherited or no object', () => {
    expect(map.toBase('send', 'text').arguments).toBe('text');
    expect(map.toBase('send', { to: 'text' }).arguments).toEqual({ to: 'text' });
  });

  test('knows the tools that only this side has', () => {
    expect([map.isNew('brand_new'), map.isNew('send')]).toEqual([true, false]);
    expect([map.isRemoved('old_one'), map.isRemoved('send')]).toEqual([true, false]);
  });
});
