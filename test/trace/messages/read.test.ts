import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/trace/index.ts';
import { assistantMessage, readAnswer, readMessages, readPrompt } from '../../../src/trace/messages/read.ts';
import { conversation, WRITTEN } from './conversation.ts';

describe('one conversation, written by', () => {
  test.each(Object.entries(WRITTEN))('%s, reads the same', (_, { id, value }) => {
    expect(readMessages(value, 'input')?.messages).toEqual(conversation(id));
  });

  test.each(Object.entries(WRITTEN))(
    '%s, reads the same from JSON text, once and twice encoded',
    (_, { id, value }) => {
      const text = JSON.stringify(value);
      expect(readMessages(text, 'input')?.messages).toEqual(conversation(id));
      expect(readMessages(JSON.stringify(text), 'input')?.messages).toEqual(conversation(id));
    },
  );
});

describe('an answer', () => {
  const said = { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] };

  test.each<[string, Json]>([
    ['OpenAI chat', { object: 'chat.completion', choices: [{ message: { role: 'assistant', content: 'Hello' } }] }],
    [
      'OpenAI responses',
      {
        object: 'response',
        instructions: 'x',
        output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] }],
      },
    ],
    ['Anthropic', { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hello' }] }],
    ['Gemini', { candidates: [{ content: { parts: [{ text: 'Hello' }], role: 'model' }, finishReason: 'STOP' }] }],
    ['Google ADK', { content: { parts: [{ text: 'Hello' }], role: 'model' }, finish_reason: 'STOP' }],
    ['LangChain', { generations: [[{ text: 'Hello', message: { type: 'ai', content: 'Hello' } }]] }],
    ['LangGraph', { messages: [{ type: 'ai', content: 'Hello' }] }],
    ['GenAI event', { 'event.name': 'gen_ai.choice', index: 0, message: { role: 'assistant', content: 'Hello' } }],
    ['text', 'Hello'],
  ])('of %s reads as the assistant’s message', (_, value) => {
    expect(assistantMessage(readMessages(value, 'output'))).toEqual(said);
  });

  test('of calls and reasoning in items of their own reads as one message', () => {
    const output = [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Look it up.' }] },
      { type: 'function_call', call_id: 'a', name: 'find', arguments: '{}' },
      { type: 'function_call', call_id: 'b', name: 'find', arguments: 'not JSON' },
    ];
    expect(readMessages({ output }, 'output')?.messages).toEqual([
      {
        role: 'assistant',
        parts: [
          { kind: 'reasoning', text: 'Look it up.' },
          { kind: 'tool_call', id: 'a', name: 'find', arguments: {} },
          { kind: 'tool_call', id: 'b', name: 'find', arguments: 'not JSON' },
        ],
      },
    ]);
  });
});

test('a plain text is the user’s as an input, whatever it looks like', () => {
  for (const text of ['Paris', '42', 'None', '{not JSON', '[1, 2']) {
    expect(readMessages(text, 'input')?.messages).toEqual([{ role: 'user', parts: [{ kind: 'text', text }] }]);
  }
});

test('data of another kind is no message', () => {
  for (const value of [null, 7, true, '', {}, { query: 'x' }, [{ title: 'x', href: 'y' }], [1, 2]]) {
    expect(readMessages(value, 'output')).toBeNull();
  }
});

test('a model’s answer that is JSON but no message is what it said, as text', () => {
  const said = (text: string): unknown => ({ role: 'assistant', parts: [{ kind: 'text', text }] });
  expect(readAnswer('{"answer":2}')).toEqual(said('{"answer":2}'));
  expect(readAnswer({ answer: 2 })).toEqual(said('{"answer":2}'));
  expect(readAnswer({ generations: [[{ text: '{"answer":2}' }]] })).toEqual(said('{"answer":2}'));
  expect(readPrompt('{"question":1}')?.messages).toEqual([
    { role: 'user', parts: [{ kind: 'text', text: '{"question":1}' }] },
  ]);
  for (const nothing of [undefined, null, '', {}]) {
    expect(readAnswer(nothing)).toBeNull();
    expect(readPrompt(nothing)).toBeNull();
  }
});

test('an empty list is a conversation without messages', () => {
  expect(readMessages([], 'input')).toEqual({ messages: [], tools: null });
});

test('a message whose role is the name of a tool called before is that tool’s result', () => {
  const read = readMessages(
    [
      { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'find', arguments: '{}' } }] },
      { role: 'find', content: 'nothing' },
    ],
    'input',
  );
  expect(read?.messages[1]).toEqual({
    role: 'tool',
    parts: [{ kind: 'tool_result', id: 'c1', result: 'nothing', isError: false }],
  });
});

test('an unknown role is kept by name, and its text with it', () => {
  expect(readMessages([{ role: 'critic', content: 'Hm.' }], 'input')?.messages).toEqual([
    {
      role: 'user',
      parts: [
        { kind: 'other', type: 'role critic' },
        { kind: 'text', text: 'Hm.' },
      ],
    },
  ]);
});

test('an image is kept by its type', () => {
  const content = [
    { type: 'image_url', image_url: { url: 'x' } },
    { type: 'text', text: 'What is it?' },
  ];
  expect(readMessages([{ role: 'user', content }], 'input')?.messages[0]?.parts).toEqual([
    { kind: 'other', type: 'image_url' },
    { kind: 'text', text: 'What is it?' },
  ]);
});

test('a tool that failed says so, in each of the ways there are', () => {
  const failures: Json[] = [
    { role: 'tool', tool_call_id: 'c', content: 'down', status: 'error' },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c', content: 'down', is_error: true }] },
    {
      role: 'tool',
      content: [{ type: 'tool-result', toolCallId: 'c', toolName: 't', output: { type: 'error-text', value: 'down' } }],
    },
  ];
  for (const failure of failures) {
    expect(readMessages([failure], 'input')?.messages).toEqual([
      { role: 'tool', parts: [{ kind: 'tool_result', id: 'c', result: 'down', isError: true }] },
    ]);
  }
});

test('a list that a tool returned stays as it is, whatever its elements call their types', () => {
  const result = [
    { type: 'hotel', name: 'Ritz' },
    { type: 'text', body: 'x' },
  ];
  const read = readMessages(
    [{ role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c', toolName: 't', result }] }],
    'input',
  );
  expect(read?.messages[0]?.parts).toEqual([{ kind: 'tool_result', id: 'c', result, isError: false }]);
});

test('tools are read from the request, from among the messages, or not at all', () => {
  const tool = { type: 'function', function: { name: 'find', description: 'Finds', parameters: { type: 'object' } } };
  const expected = [{ name: 'find', description: 'Finds', parameters: { type: 'object' } }];
  const messages = [{ role: 'user', content: 'x' }];
  expect(readMessages({ messages, tools: [tool] }, 'input')?.tools).toEqual(expected);
  expect(readMessages([...messages, { role: 'tool', content: tool }], 'input')).toEqual({
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'x' }] }],
    tools: expected,
  });
  const declared = { function_declarations: [{ name: 'find', description: 'Finds', parameters: { type: 'object' } }] };
  expect(readMessages({ contents: 'x', config: { tools: [declared] } }, 'input')?.tools).toEqual(expected);
  expect(readMessages({ messages }, 'input')?.tools).toBeNull();
});

test('no value makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom('input' as const, 'output' as const), (value, side) => {
      const read = readMessages(value as Json, side);
      expect(read === null || Array.isArray(read.messages)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
