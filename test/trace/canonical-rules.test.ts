import { describe, expect, test } from 'vitest';
import { canonicalRequest, type JsonObject, type KeyOptions } from '../../src/trace/index.ts';
import { conversations } from './conversation.ts';
import { keyOf, plain } from './key-of.ts';

describe("the user's own data", () => {
  const withSchema = (parameters: JsonObject): JsonObject => ({
    model: 'm',
    tools: [{ type: 'function', function: { name: 'f', parameters } }],
  });
  const withInput = (input: JsonObject): JsonObject => ({
    model: 'm',
    messages: [{ role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'f', input }] }],
  });

  test('keeps members named like those that the protocol drops', () => {
    const schema = (properties: JsonObject): string =>
      keyOf('openai-chat', withSchema({ type: 'object', properties }), { level: 1 });
    const text = { type: 'string' };
    for (const name of ['cache_control', 'stream', 'metadata', 'strict', '$schema', 'id']) {
      expect(schema({ [name]: text }), name).not.toBe(schema({}));
    }
    expect(keyOf('anthropic-messages', withInput({ id: 'a' }))).not.toBe(
      keyOf('anthropic-messages', withInput({ id: 'b' })),
    );
    expect(keyOf('anthropic-messages', withInput({ cache_control: 1 }))).not.toBe(
      keyOf('anthropic-messages', withInput({})),
    );
  });

  test('keeps null and the empty list', () => {
    for (const value of [null, []]) {
      expect(keyOf('anthropic-messages', withInput({ a: value }), { level: 1 })).not.toBe(
        keyOf('anthropic-messages', withInput({}), { level: 1 }),
      );
    }
    expect(keyOf('openai-chat', withSchema({ enum: [null, 'a'] }))).not.toBe(
      keyOf('openai-chat', withSchema({ enum: ['a'] })),
    );
  });

  test('keeps a member named __proto__', () => {
    const body = (input: string): JsonObject => withInput(JSON.parse(input));
    expect(keyOf('anthropic-messages', body('{"__proto__":1}'))).not.toBe(keyOf('anthropic-messages', body('{}')));
    const rewriting = { replacements: [{ text: '/root', by: '$ROOT' }] };
    expect(keyOf('anthropic-messages', body('{"__proto__":1}'), rewriting)).not.toBe(
      keyOf('anthropic-messages', body('{}'), rewriting),
    );
  });
});

describe('level 1', () => {
  const levels = (a: JsonObject, b: JsonObject): readonly boolean[] =>
    ([0, 1] as const).map((level) => keyOf('openai-chat', a, { level }) === keyOf('openai-chat', b, { level }));

  test('takes what client libraries write differently as the same', () => {
    const tool = (more: JsonObject, schema: JsonObject): JsonObject => ({
      model: 'm',
      tools: [{ type: 'function', function: { name: 'f', ...more, parameters: { type: 'object', ...schema } } }],
    });
    const says = (message: JsonObject): JsonObject => ({ model: 'm', messages: [{ role: 'assistant', ...message }] });
    expect(levels(tool({ strict: false }, {}), tool({}, { $schema: 'draft-07' }))).toEqual([false, true]);
    expect(levels({ model: 'm', tool_choice: 'auto', tools: [] }, { model: 'm' })).toEqual([false, true]);
    expect(levels(says({ content: '' }), says({ content: null }))).toEqual([false, true]);
    expect(levels(says({ content: null }), says({}))).toEqual([true, true]);
  });

  test('keeps a tool choice that is none of the default, and every text', () => {
    expect(levels({ model: 'm', tool_choice: 'required' }, { model: 'm' })).toEqual([false, false]);
    const serial = { type: 'auto', disable_parallel_tool_use: true };
    expect(levels({ model: 'm', tool_choice: serial }, { model: 'm' })).toEqual([false, false]);
    expect(levels({ model: 'm', tool_choice: { type: 'auto' } }, { model: 'm' })).toEqual([false, true]);
    expect(levels({ model: 'm', temperature: 1 }, { model: 'm' })).toEqual([false, false]);
  });
});

describe('rewriting', () => {
  const at = (root: string): JsonObject => ({
    model: 'm',
    messages: [
      { role: 'system', content: `You work in ${root}/src.` },
      {
        role: 'assistant',
        tool_calls: [{ id: 'c', function: { name: 'write', arguments: JSON.stringify({ [`${root}/a.ts`]: [root] }) } }],
      },
    ],
  });

  test("makes two checkouts' paths one, in texts, arguments and argument keys", () => {
    const replaced = (root: string): Partial<KeyOptions> => ({ replacements: [{ text: root, by: '$ROOT' }] });
    expect(keyOf('openai-chat', at('/w/base'), replaced('/w/base'))).toBe(
      keyOf('openai-chat', at('/x/head'), replaced('/x/head')),
    );
    expect(
      JSON.parse(canonicalRequest('openai-chat', at('/w/base'), { ...plain, ...replaced('/w/base') }).text),
    ).toMatchObject({
      body: {
        messages: [
          { content: 'You work in $ROOT/src.' },
          { tool_calls: [{ id: '#0', function: { arguments: { '$ROOT/a.ts': ['$ROOT'] } } }] },
        ],
      },
    });
  });

  test('makes what the user declares as noise one, all matches', () => {
    const dated = (day: string): JsonObject => ({
      model: 'm',
      messages: [{ role: 'user', content: `${day}, yes ${day}` }],
    });
    const ignored = [/\d{4}-\d\d-\d\d/];
    expect(keyOf('openai-chat', dated('2026-11-01'), { ignored })).toBe(
      keyOf('openai-chat', dated('2026-12-24'), { ignored }),
    );
    expect(keyOf('openai-chat', dated('2026-11-01'), { ignored })).not.toBe(
      keyOf('openai-chat', dated('soon'), { ignored }),
    );
  });
});

describe('what the provider keeps', () => {
  const previous = (id: string): string | null => (id.startsWith('known') ? 'made-by-k1' : null);
  const follows = (id: string): string =>
    keyOf('openai-responses', { model: 'm', input: 'go', previous_response_id: id }, { previous });
  const refers = (id: string): string =>
    keyOf('openai-responses', { model: 'm', input: [{ type: 'item_reference', id }] }, { previous });

  test('counts by how it came about, not by its id', () => {
    for (const key of [follows, refers]) {
      expect(key('known-1')).toBe(key('known-2'));
      expect(key('known-1')).not.toBe(key('other'));
    }
  });

  test('counts by its id where nothing is known about it', () => {
    for (const key of [follows, refers]) expect(key('other-1')).not.toBe(key('other-2'));
  });
});

test('the canonical request is what one can read', () => {
  const text = canonicalRequest('anthropic-messages', conversations['anthropic-messages'].request, plain).text;
  expect(JSON.parse(text)).toMatchObject({
    wire: 'anthropic-messages',
    body: {
      messages: [
        {},
        { content: [{}, { id: '#0', input: { note: null, order_id: 'A1' } }, { id: '#1' }] },
        { content: [{ tool_use_id: '#0' }, { tool_use_id: '#1' }] },
      ],
    },
  });
});
