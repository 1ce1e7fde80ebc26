import { describe, expect, test } from 'vitest';
import { callMapOf, unmapped } from '../../src/replay/renames.ts';
import { sideCalls } from '../../src/replay/side-calls.ts';
import type { JsonObject } from '../../src/trace/index.ts';

const search = (properties: JsonObject) => ({
  name: 'search',
  description: null,
  parameters: { type: 'object', properties },
});

const base = search({
  limit: { type: 'integer', default: 10 },
  order: { type: 'string' },
  page: { type: 'object', properties: { size: { type: 'integer', default: 20 } } },
});

function read(head: JsonObject, args: JsonObject) {
  const calls = sideCalls({ map: unmapped, unlisted: [], tools: [search(head)], recordedTools: [base] });
  return calls.toBase('search', args).arguments;
}

describe('a side’s calls', () => {
  test('have the default written out that this side has changed, at every depth', () => {
    const limit = { type: 'integer', default: 100 };
    const page = { type: 'object', properties: { size: { type: 'integer', default: 5 } } };
    expect(read({ limit }, {})).toEqual({ limit: 100 });
    expect(read({ limit }, { limit: 10 })).toEqual({ limit: 10 });
    expect(read({ page }, { page: {} })).toEqual({ page: { size: 5 } });
    expect(read({ page }, {})).toEqual({});
  });

  test('stay as they are where the default is the same, or only one of the two says one', () => {
    expect(read({ limit: { type: 'integer', default: 10 } }, {})).toEqual({});
    expect(read({ limit: { type: 'integer' } }, {})).toEqual({});
    expect(read({ order: { type: 'string', default: 'newest' } }, {})).toEqual({});
    expect(read({}, { more: 1 })).toEqual({ more: 1 });
  });

  test('of a tool that its server no longer lists are calls of nothing', () => {
    const calls = sideCalls({ map: unmapped, unlisted: ['search'], tools: [], recordedTools: [base] });
    expect([calls.isRemoved('search'), calls.isRemoved('other')]).toEqual([true, false]);
  });
});

describe('what head added to a tool', () => {
  const head = search({
    dry_run: { type: 'boolean', default: false },
    note: { type: 'string' },
    mode: { type: ['string', 'null'], default: 'all' },
    lines: { type: 'array', items: { type: 'object', properties: { gift: { type: 'boolean', default: false } } } },
  });
  const addedOptional = ['dry_run', 'note', 'mode', 'lines[].gift'];
  const map = callMapOf({
    renames: [{ headTool: 'search', baseTool: 'search', parameters: {}, addedOptional }],
    addedTools: [],
    removedTools: [],
  });
  const calls = sideCalls({ map, unlisted: [], tools: [head], recordedTools: [base] });
  const given = (args: JsonObject) =>
    calls.toBase('search', args).unrecorded?.given.map(({ parameter }) => parameter) ?? [];

  test('says nothing where it is the default, or null, which leaves it out', () => {
    expect(given({ dry_run: false, note: null, lines: [{ gift: false }, {}] })).toEqual([]);
    expect(given({})).toEqual([]);
  });

  test('says something where it is anything else, in any item of a list', () => {
    expect(given({ dry_run: true, note: '' })).toEqual(['dry_run', 'note']);
    expect(given({ mode: null })).toEqual(['mode']);
    expect(given({ mode: 'all', lines: [{ gift: false }, { gift: true }] })).toEqual(['lines[].gift']);
  });
});
