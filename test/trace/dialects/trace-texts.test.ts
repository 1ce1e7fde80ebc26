import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lists } from '../../../src/trace/dialects/trace-texts.ts';
import type { Json, ObservedModelCall, Span } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { span } from './telling.ts';

/** Items as `JSON.parse` gives them, and the texts that were parsed. */
function parsing(): { read: (text: string) => readonly Json[] | null; parsed: string[] } {
  const parsed: string[] = [];
  const read = (text: string): readonly Json[] | null => {
    parsed.push(text);
    try {
      const value: Json = JSON.parse(text);
      return Array.isArray(value) ? value : null;
    } catch {
      return null;
    }
  };
  return { read, parsed };
}

describe('lists that stand as JSON text', () => {
  test('are parsed as far as they go beyond a list before them, and beyond the answer that it was given', () => {
    const lists = new Lists<Json>();
    const { read, parsed } = parsing();
    lists.read('[{"ask":1}]', read);
    lists.read('[{"call":2}]', read);
    expect(lists.read('[{"ask":1},{"call":2},{"result":3}]', read)).toEqual([{ ask: 1 }, { call: 2 }, { result: 3 }]);
    expect(lists.read('[{"ask":1},{"call":2},{"result":3}]', read)).toHaveLength(3);
    expect(parsed).toEqual(['[{"ask":1}]', '[{"call":2}]', '[{"result":3}]']);
  });

  test('keep the items that they have in common', () => {
    const lists = new Lists<Json>();
    const { read } = parsing();
    const [first] = lists.read('[{"a":1}]', read) ?? [];
    expect(lists.read('[{"a":1},{"b":2}]', read)?.[0]).toBe(first);
  });

  test('are what each would be without the others, be they broken, empty or spaced', () => {
    const piece = fc.constantFrom('[', ']', ',', ' ', '1', '"a"', '"]"', '{"b":[2]}', '[3]', '[]', 'x');
    const texts = fc.array(
      fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
      { maxLength: 6 },
    );
    const growing = texts.map((pieces) => pieces.map((_, at) => `[${pieces.slice(0, at + 1).join('')}]`));
    fc.assert(
      fc.property(fc.oneof(texts, growing), (all) => {
        const lists = new Lists<Json>();
        const { read } = parsing();
        for (const text of all) expect(lists.read(text, read)).toEqual(read(text));
      }),
      { numRuns: 3000 },
    );
  });
});

const part = fc.oneof(
  fc.record({ type: fc.constant('text'), content: fc.constantFrom('hi', '') }),
  fc.record({ type: fc.constant('tool_call'), id: fc.constantFrom('a', 'b', ''), name: fc.constantFrom('f', 'g') }),
  fc.record({
    type: fc.constant('tool_call_response'),
    id: fc.constantFrom('a', 'b', ''),
    response: fc.constantFrom('1', '{"n":2}'),
  }),
);
const message = fc.record({
  role: fc.constantFrom('user', 'assistant', 'tool', 'stranger'),
  parts: fc.array(part, { maxLength: 3 }),
});
const calls = fc.record({
  history: fc.array(message, { maxLength: 7 }),
  cuts: fc.array(fc.record({ at: fc.nat(7), answer: message }), { minLength: 1, maxLength: 6 }),
});

interface Told {
  readonly history: Json[];
  readonly cuts: readonly { readonly at: number; readonly answer: Json }[];
}

/** Model calls one after the other, each told a part of the conversation; `encode` says how messages stand in attributes. */
function spansOf({ history, cuts }: Told, encode: (list: Json[]) => Json): Span[] {
  return cuts.map(({ at, answer }, index) =>
    span({
      id: `s${index}`,
      parent: null,
      name: 'chat',
      startMs: index * 10,
      endMs: index * 10 + 5,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.input.messages': encode(history.slice(0, at)),
        'gen_ai.output.messages': encode([answer]),
      },
    }),
  );
}

test('a conversation that is told again and again reads like one whose messages have nothing in common', () => {
  fc.assert(
    fc.property(calls, (told) => {
      // Structured attributes are never taken for the same.
      const apart = readTrace(
        spansOf(told, (list) => structuredClone(list)),
        [],
      );
      expect(
        readTrace(
          spansOf(told, (list) => JSON.stringify(list)),
          [],
        ),
      ).toEqual(apart);
    }),
    { numRuns: 500 },
  );
});

test('messages that calls repeat are the same objects', () => {
  const history = [{ role: 'user', parts: [{ type: 'text', content: 'hi' }] }];
  const answer = { role: 'assistant', parts: [{ type: 'text', content: 'hello' }] };
  const cuts = [1, 1].map((at) => ({ at, answer }));
  const [run] = readTrace(
    spansOf({ history, cuts }, (list) => JSON.stringify(list)),
    [],
  );
  const [first, second] = (run?.steps ?? []).filter((step): step is ObservedModelCall => step.kind === 'model_call');
  expect(second?.input?.[0]).toBe(first?.input?.[0]);
});
