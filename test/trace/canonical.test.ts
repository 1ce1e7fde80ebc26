import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalRequest, type Json, type JsonObject } from '../../src/trace/index.ts';
import { conversations, wires } from './conversation.ts';
import { keyOf, plain } from './key-of.ts';

/** Every place of a value where `change` gives another value, one copy a place. */
function* variants(value: Json, change: (leaf: Json, key: string) => Json | undefined, key = ''): Generator<Json> {
  const changed = change(value, key);
  if (changed !== undefined) yield changed;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const variant of variants(member, change, Array.isArray(value) ? key : name)) {
      yield Array.isArray(value) ? value.with(Number(name), variant) : { ...value, [name]: variant };
    }
  }
}

function object(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object');
  return value;
}

function shuffled(value: Json, order: (keys: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(order(Object.keys(value)).map((key) => [key, shuffled(value[key] ?? null, order)]));
}

const anyWire = fc.constantFrom(...wires);
const idKeys = new Set(['id', 'call_id', 'tool_call_id', 'tool_use_id']);

describe('the key does not depend on', () => {
  test('the order of keys, at any depth', () => {
    fc.assert(
      fc.property(anyWire, fc.infiniteStream(fc.nat()), (wire, random) => {
        const order = (keys: string[]): string[] =>
          keys
            .map((key) => ({ key, rank: random.next().value }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ key }) => key);
        const { request } = conversations[wire];
        expect(keyOf(wire, object(shuffled(request, order)))).toBe(keyOf(wire, request));
      }),
      { numRuns: 100 },
    );
  });

  test('transport and bookkeeping fields', () => {
    const bookkeeping = {
      stream: true,
      stream_options: { include_usage: true },
      user: 'u',
      metadata: { user_id: 'session' },
      store: true,
      safety_identifier: 's',
      prompt_cache_key: 'k',
      prompt_cache_retention: '24h',
      service_tier: 'flex',
      previous_response_id: null,
    };
    for (const wire of wires) {
      const { request } = conversations[wire];
      expect(keyOf(wire, { ...request, ...bookkeeping })).toBe(keyOf(wire, request));
    }
  });

  test('the ids that the provider made, renamed consistently', () => {
    fc.assert(
      fc.property(
        anyWire,
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 8, maxLength: 8 }),
        (wire, names) => {
          const renamed = new Map<string, string>();
          const rename = (value: Json, key = ''): Json => {
            if (Array.isArray(value)) return value.map((item) => rename(item, key));
            if (typeof value === 'object' && value !== null) {
              return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rename(member, name)]));
            }
            if (typeof value !== 'string' || !idKeys.has(key)) return value;
            renamed.set(value, renamed.get(value) ?? names[renamed.size] ?? value);
            return renamed.get(value) ?? value;
          };
          const { request } = conversations[wire];
          expect(keyOf(wire, object(rename(request)))).toBe(keyOf(wire, request));
          expect(renamed.size).toBeGreaterThanOrEqual(2);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the spacing of argument text, or whether it is text at all', () => {
    const written = (args: Json): JsonObject => ({
      model: 'm',
      messages: [{ role: 'assistant', tool_calls: [{ id: 'c', function: { name: 'f', arguments: args } }] }],
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), fc.nat(4), (made, spaces) => {
        const args = object(JSON.parse(JSON.stringify(made)));
        const key = keyOf('openai-chat', written(JSON.stringify(args)));
        expect(keyOf('openai-chat', written(JSON.stringify(args, null, spaces)))).toBe(key);
        expect(keyOf('openai-chat', written(args))).toBe(key);
      }),
    );
  });

  test('cache marks, wherever the protocol has them', () => {
    const unmarked = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(unmarked);
      if (typeof value !== 'object' || value === null) return value;
      const kept = Object.entries(value).filter(([key]) => key !== 'cache_control');
      return Object.fromEntries(kept.map(([key, member]) => [key, unmarked(member)]));
    };
    const { request } = conversations['anthropic-messages'];
    expect(unmarked(request)).not.toEqual(request);
    expect(keyOf('anthropic-messages', object(unmarked(request)))).toBe(keyOf('anthropic-messages', request));
  });
});

test('how a tool’s arguments are streamed does not change what is asked', () => {
  const offering = (tool: JsonObject): JsonObject => ({ model: 'm', messages: [], tools: [{ name: 'f', ...tool }] });
  const keyWith = (tool: JsonObject): string => keyOf('anthropic-messages', offering(tool));
  expect(keyWith({ eager_input_streaming: true })).toBe(keyWith({}));
  expect(keyWith({ input_schema: { eager_input_streaming: true } })).not.toBe(keyWith({ input_schema: {} }));
});

describe('the key depends on', () => {
  test.each(wires)('every text and number of a request but its ids (%s)', (wire) => {
    const { request } = conversations[wire];
    const changes = variants(request, (leaf, key) => {
      if (idKeys.has(key) || key === 'arguments') return undefined;
      if (typeof leaf === 'string') return `${leaf}!`;
      return typeof leaf === 'number' ? leaf + 1 : undefined;
    });
    const keys = new Set([keyOf(wire, request)]);
    let count = 1;
    for (const changed of changes) {
      // A changed cache mark is no change.
      if (JSON.stringify(changed).includes('ephemeral!')) continue;
      keys.add(keyOf(wire, object(changed)));
      count += 1;
    }
    expect(count).toBeGreaterThan(25);
    expect(keys.size).toBe(count);
  });

  test.each(wires)('the order and number of messages and tools (%s)', (wire) => {
    const { request } = conversations[wire];
    for (const field of [wire === 'openai-responses' ? 'input' : 'messages', 'tools']) {
      const list = request[field];
      if (!Array.isArray(list)) throw new Error(`no ${field}`);
      expect(keyOf(wire, { ...request, [field]: list.toReversed() })).not.toBe(keyOf(wire, request));
      expect(keyOf(wire, { ...request, [field]: list.slice(1) })).not.toBe(keyOf(wire, request));
    }
  });

  test('which call a result belongs to', () => {
    const { request } = conversations['openai-chat'];
    const swapped = JSON.parse(
      JSON.stringify(request)
        .replace('"tool_call_id":"call_a"', '"tool_call_id":"x"')
        .replace('"tool_call_id":"call_b"', '"tool_call_id":"call_a"')
        .replace('"tool_call_id":"x"', '"tool_call_id":"call_b"'),
    );
    expect(keyOf('openai-chat', swapped)).not.toBe(keyOf('openai-chat', request));
  });

  test('the wire and the two Anthropic headers, but not on the order of the betas', () => {
    const body = { model: 'm', messages: [] };
    const headers = (anthropicVersion: string | null, anthropicBeta: string | null): string =>
      keyOf('anthropic-messages', body, { headers: { anthropicVersion, anthropicBeta } });
    expect(headers('1', 'b,a')).toBe(headers('1', 'a, b'));
    expect(
      new Set([
        headers(null, null),
        headers('1', null),
        headers('2', null),
        headers('1', 'a'),
        keyOf('openai-chat', body),
      ]).size,
    ).toBe(5);
  });

  test('large integers in arguments that a double cannot tell apart', () => {
    const written = (digits: string): JsonObject => ({
      model: 'm',
      input: [{ type: 'function_call', call_id: 'c', name: 'f', arguments: `{"id": ${digits}}` }],
    });
    expect(keyOf('openai-responses', written('12345678901234567890'))).not.toBe(
      keyOf('openai-responses', written('12345678901234567891')),
    );
  });
});

test('a request is plain when level 1 leaves nothing of it out', () => {
  const member = fc.constantFrom<Json>('', 'x', null, [], ['x'], { strict: true }, { content: '' }, { type: 'auto' });
  const name = fc.constantFrom('content', 'strict', 'tools', 'tool_choice', 'parameters', 'input', 'messages', 'stop');
  const schema = fc.constantFrom<Json>({ type: 'object' }, { $schema: 'http://json-schema.org/draft-07/schema#' });
  const body = fc.dictionary(name, fc.oneof(member, fc.array(fc.record({ parameters: schema, content: member }))));
  fc.assert(
    fc.property(anyWire, body, (wire, request) => {
      const { text, isPlain } = canonicalRequest(wire, request, plain);
      expect(isPlain).toBe(text === canonicalRequest(wire, request, { ...plain, level: 1 }).text);
    }),
  );
});
