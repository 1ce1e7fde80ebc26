import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleStream, type JsonObject, type MessageWire, readResponse, streamOf } from '../../src/trace/index.ts';
import { conversations, wires } from './conversation.ts';

function assembled(wire: MessageWire, sse: string): JsonObject {
  const result = assembleStream(wire, sse);
  if (result.kind === 'incomplete') throw new Error(result.reason);
  return result.body;
}

function sse(...events: readonly (JsonObject | string)[]): string {
  return events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('');
}

const text = fc.string({ unit: 'binary', maxLength: 20 });
const calls = fc.array(
  fc.record({ name: text, input: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }) }),
  { maxLength: 3 },
);
const content = fc.record({ text, reasoning: text, calls, input: fc.nat(), output: fc.nat() });
type Content = {
  text: string;
  reasoning: string;
  calls: { name: string; input: object }[];
  input: number;
  output: number;
};

function answerOf(wire: MessageWire, made: Content): JsonObject {
  const usageNames =
    wire === 'openai-chat'
      ? (['prompt_tokens', 'completion_tokens'] as const)
      : (['input_tokens', 'output_tokens'] as const);
  const usage = { [usageNames[0]]: made.input, [usageNames[1]]: made.output };
  const toolCalls = made.calls.map(({ name, input }, place) => ({
    id: `call_${place}`,
    name,
    args: JSON.stringify(input),
  }));
  switch (wire) {
    case 'openai-chat': {
      const tool_calls = toolCalls.map(({ id, name, args }) => ({
        id,
        type: 'function',
        function: { name, arguments: args },
      }));
      const message = { role: 'assistant', content: made.text, reasoning: made.reasoning, tool_calls };
      return { id: 'c', model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }], usage };
    }
    case 'openai-responses': {
      const output: JsonObject[] = [
        { id: 'rs', type: 'reasoning', summary: [{ type: 'summary_text', text: made.reasoning }] },
        { id: 'm', type: 'message', content: [{ type: 'output_text', text: made.text }] },
        ...toolCalls.map(({ id, name, args }) => ({ type: 'function_call', call_id: id, name, arguments: args })),
      ];
      return { id: 'r', model: 'm', status: 'completed', output, usage };
    }
    case 'anthropic-messages': {
      const blocks: JsonObject[] = [
        { type: 'thinking', thinking: made.reasoning },
        { type: 'text', text: made.text },
        ...toolCalls.map(({ id, name, args }) => ({ type: 'tool_use', id, name, input: JSON.parse(args) })),
      ];
      return { id: 'a', model: 'm', content: blocks, stop_reason: 'end_turn', usage };
    }
    default:
      return wire satisfies never;
  }
}

describe('a stored body as a stream', () => {
  test('adds up to the same answer on every wire', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wires), content, (wire, made) => {
        const body = answerOf(wire, made);
        const read = readResponse(wire, body);
        expect(read.message?.parts.length).toBeGreaterThanOrEqual(made.calls.length);
        expect(readResponse(wire, assembled(wire, streamOf(wire, body)))).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  test.each(wires)('is the golden text of %s', async (wire) => {
    const stream = streamOf(wire, conversations[wire].answer);
    await expect(stream).toMatchFileSnapshot(`golden/${wire}.sse`);
    expect(readResponse(wire, assembled(wire, stream))).toEqual(readResponse(wire, conversations[wire].answer));
  });

  test.each(wires)('is no answer when it is cut anywhere before its end (%s)', (wire) => {
    const stream = streamOf(wire, conversations[wire].answer);
    const whole = stream.trimEnd().length;
    for (let length = 0; length < whole; length += 1) {
      expect(assembleStream(wire, stream.slice(0, length)).kind, `cut at ${length}`).toBe('incomplete');
    }
    expect(assembleStream(wire, stream.slice(0, whole)).kind).toBe('complete');
  });
});

describe('an OpenAI chat stream', () => {
  const chunk = (delta: JsonObject, finish: string | null = null): JsonObject => ({
    id: 'c',
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

  test('adds parallel tool calls up by their index, whatever the order of the pieces', () => {
    const piece = (index: number, args: string, more: JsonObject = {}): JsonObject =>
      chunk({
        tool_calls: [
          { index, ...more, function: { arguments: args, ...('id' in more ? { name: `f${index}` } : { name: '' }) } },
        ],
      });
    const body = assembled(
      'openai-chat',
      sse(
        chunk({ role: 'assistant', content: '' }),
        piece(1, '{"b"', { id: 'call_1', type: 'function' }),
        piece(0, '{"a":', { id: 'call_0', type: 'function' }),
        piece(1, ':2}'),
        piece(0, '1}'),
        chunk({}, 'tool_calls'),
        { id: 'c', model: 'm', choices: [], usage: { prompt_tokens: 3, completion_tokens: 4 } },
        '[DONE]',
      ),
    );
    expect(body.choices).toEqual([
      {
        index: 0,
        message: {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'call_0', type: 'function', function: { name: 'f0', arguments: '{"a":1}' } },
            { id: 'call_1', type: 'function', function: { name: 'f1', arguments: '{"b":2}' } },
          ],
        },
        finish_reason: 'tool_calls',
      },
    ]);
    expect(body.usage).toEqual({ prompt_tokens: 3, completion_tokens: 4 });
  });

  test('is incomplete without a finish reason, without [DONE], and after an error', () => {
    const said = chunk({ role: 'assistant', content: 'hi' });
    const reasonOf = (stream: string): string | null => {
      const result = assembleStream('openai-chat', stream);
      return result.kind === 'incomplete' ? result.reason : null;
    };
    expect(reasonOf(sse(said, '[DONE]'))).toBe('choice 0 has no finish_reason');
    expect(reasonOf(sse(said, chunk({}, 'stop')))).toBe('the [DONE] marker is missing');
    expect(reasonOf(sse(said, { error: { code: 429 } }, chunk({}, 'stop'), '[DONE]'))).toBe(
      'error event: {"code":429}',
    );
    expect(reasonOf(sse('[DONE]'))).toBe('no choice came');
    expect(reasonOf(sse(said, chunk({}, 'stop'), '[DONE]'))).toBeNull();
  });
});

test('an OpenAI response that failed is no answer, one that hit its limit is', () => {
  const ended = (type: string): string =>
    sse({ type, response: { id: 'r', output: [], error: { code: 'server_error' } } });
  expect(assembleStream('openai-responses', ended('response.failed'))).toEqual({
    kind: 'incomplete',
    reason: 'response.failed: {"code":"server_error"}',
  });
  expect(assembleStream('openai-responses', ended('response.incomplete')).kind).toBe('complete');
});

test('the finished items stand for an output that the closing event leaves out', () => {
  const item = { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' };
  const body = assembled(
    'openai-responses',
    sse(
      { type: 'response.output_item.done', output_index: 0, item },
      { type: 'response.completed', response: { id: 'r', output: [] } },
    ),
  );
  expect(body.output).toEqual([item]);
});

describe('an Anthropic stream', () => {
  const start: JsonObject = {
    type: 'message_start',
    message: { id: 'a', content: [], usage: { input_tokens: 9, output_tokens: 1 } },
  };
  const block = (index: number, content_block: JsonObject): JsonObject => ({
    type: 'content_block_start',
    index,
    content_block,
  });
  const delta = (index: number, change: JsonObject): JsonObject => ({
    type: 'content_block_delta',
    index,
    delta: change,
  });
  const end: readonly JsonObject[] = [
    { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } },
    { type: 'message_stop' },
  ];

  test('adds texts, citations and argument pieces up, and merges the token counts', () => {
    const body = assembled(
      'anthropic-messages',
      sse(
        start,
        { type: 'ping' },
        block(0, { type: 'text', text: '' }),
        delta(0, { type: 'text_delta', text: 'He' }),
        delta(0, { type: 'text_delta', text: 'llo' }),
        delta(0, { type: 'citations_delta', citation: { url: 'u' } }),
        block(1, { type: 'tool_use', id: 't', name: 'f', input: {} }),
        delta(1, { type: 'input_json_delta', partial_json: '' }),
        delta(1, { type: 'input_json_delta', partial_json: '{"a":' }),
        delta(1, { type: 'input_json_delta', partial_json: '[1]}' }),
        block(2, { type: 'tool_use', id: 'u', name: 'g', input: {} }),
        ...end,
      ),
    );
    expect(body).toEqual({
      id: 'a',
      content: [
        { type: 'text', text: 'Hello', citations: [{ url: 'u' }] },
        { type: 'tool_use', id: 't', name: 'f', input: { a: [1] } },
        { type: 'tool_use', id: 'u', name: 'g', input: {} },
      ],
      stop_reason: 'tool_use',
      usage: { input_tokens: 9, output_tokens: 5 },
    });
  });

  test('is incomplete after an error, without a stop reason, and when a second message begins inside the first', () => {
    const kindOf = (...events: readonly JsonObject[]): string =>
      assembleStream('anthropic-messages', sse(...events)).kind;
    const said = block(0, { type: 'text', text: 'x' });
    expect(kindOf(start, said, ...end)).toBe('complete');
    expect(kindOf(start, start, said, ...end)).toBe('complete');
    expect(kindOf(start, said, start, said, ...end)).toBe('incomplete');
    expect(kindOf(start, said, { type: 'message_stop' })).toBe('incomplete');
    expect(kindOf(start, { type: 'error', error: { type: 'overloaded_error' } }, ...end)).toBe('incomplete');
  });
});
