import { describe, expect, test } from 'vitest';
import {
  hashInstructions,
  hashTools,
  type JsonObject,
  readRequest,
  readResponse,
  type Wire,
  type WireRequest,
} from '../../src/trace/index.ts';
import { conversations, wires } from './conversation.ts';

function requestOf(wire: Wire, body: JsonObject): WireRequest {
  const request = readRequest(wire, body);
  if ('problem' in request) throw new Error(request.problem);
  return request;
}

describe('one conversation on three wires', () => {
  test('reads as the same instructions, messages and tools', () => {
    const expected = {
      model: 'm-1',
      stream: false,
      instructions: [{ role: 'system', parts: [{ kind: 'text', text: 'You are a support desk.' }] }],
      messages: [
        { role: 'user', parts: [{ kind: 'text', text: 'Where are A1 and A2?' }] },
        {
          role: 'assistant',
          parts: [
            { kind: 'text', text: 'I look.' },
            { kind: 'tool_call', id: 'call_a', name: 'get_order', arguments: { order_id: 'A1', note: null } },
            { kind: 'tool_call', id: 'call_b', name: 'get_order', arguments: { order_id: 'A2' } },
          ],
        },
        {
          role: 'tool',
          parts: [{ kind: 'tool_result', id: 'call_a', result: { status: 'shipped' }, isError: false }],
        },
        { role: 'tool', parts: [{ kind: 'tool_result', id: 'call_b', result: 'not found', isError: false }] },
      ],
      tools: [
        {
          name: 'get_order',
          description: 'Looks up an order.',
          parameters: {
            type: 'object',
            properties: { order_id: { type: 'string' }, note: { type: ['string', 'null'], default: null } },
            required: ['order_id'],
          },
        },
        {
          name: 'refund',
          description: 'Pays back.',
          parameters: { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] },
        },
      ],
    };
    for (const wire of wires) expect(requestOf(wire, conversations[wire].request)).toEqual({ wire, ...expected });
  });

  test('hashes to the same instructions and tools', () => {
    const requests = wires.map((wire) => requestOf(wire, conversations[wire].request));
    expect(new Set(requests.map(hashInstructions)).size).toBe(1);
    expect(new Set(requests.map(hashTools)).size).toBe(1);
    const other = requestOf('openai-responses', {
      ...conversations['openai-responses'].request,
      instructions: 'Be brief.',
    });
    expect(hashInstructions(other)).not.toBe(hashInstructions(requests[0] ?? other));
  });

  test('is answered with the same message and the same token counts', () => {
    for (const wire of wires) {
      const { message, model, usage } = readResponse(wire, conversations[wire].answer);
      expect(model).toBe('m-1-2026');
      expect(message).toEqual({
        role: 'assistant',
        parts: [
          { kind: 'reasoning', text: 'A2 is lost.' },
          { kind: 'text', text: 'A1 is on its way; I pay A2 back.' },
          { kind: 'tool_call', id: 'call_c', name: 'refund', arguments: { amount: 12.5 } },
        ],
      });
      expect(usage).toEqual({ inputTokens: 120, outputTokens: 30, cachedInputTokens: 100 });
    }
  });
});

describe('a request that is odd', () => {
  test('has a problem where it is no object with a model', () => {
    for (const wire of wires) {
      expect(readRequest(wire, ['x'])).toEqual({ problem: 'expected a JSON object, received an array' });
      expect(readRequest(wire, {})).toEqual({ problem: 'expected "model" to be a string, received nothing' });
      expect(readRequest(wire, { model: null })).toEqual({ problem: 'expected "model" to be a string, received null' });
    }
  });

  test('reads without its missing fields, and counts what is not understood as other parts', () => {
    const odd = {
      model: 'm',
      tools: 'none',
      messages: [7, { role: 'user', content: [{ type: 'image_url' }, null] }, { role: 'critic' }],
    };
    expect(requestOf('openai-chat', odd)).toMatchObject({
      instructions: [],
      tools: [],
      messages: [
        { role: 'user', parts: [{ kind: 'other', type: 'unknown' }] },
        {
          role: 'user',
          parts: [
            { kind: 'other', type: 'image_url' },
            { kind: 'other', type: 'unknown' },
          ],
        },
        { role: 'user', parts: [{ kind: 'other', type: 'role critic' }] },
      ],
    });
    expect(requestOf('anthropic-messages', odd).messages).toHaveLength(3);
    expect(requestOf('openai-responses', { model: 'm', input: [7, { type: 'web_search_call' }] }).messages).toEqual([
      { role: 'user', parts: [{ kind: 'other', type: 'unknown' }] },
      { role: 'assistant', parts: [{ kind: 'other', type: 'web_search_call' }] },
    ]);
    for (const wire of wires) expect(requestOf(wire, { model: 'm' }).messages).toEqual([]);
  });

  test('keeps argument text that is no JSON as the model wrote it', () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":' } };
    const { messages } = requestOf('openai-chat', {
      model: 'm',
      messages: [{ role: 'assistant', tool_calls: [call] }],
    });
    expect(messages[0]?.parts).toEqual([{ kind: 'tool_call', id: 'c', name: 'f', arguments: '{"a":' }]);
  });

  test('keeps JSON that is nested too deeply as the text it came in', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const resultOf = (content: string) => {
      const messages = [{ role: 'tool', tool_call_id: 'c', content }];
      const part = requestOf('openai-chat', { model: 'm', messages }).messages[0]?.parts[0];
      return part?.kind === 'tool_result' ? part.result : null;
    };
    expect(resultOf(nested(2))).toEqual([[]]);
    expect(resultOf(nested(100_000))).toBe(nested(100_000));
  });

  test('links the old function calls by name', () => {
    const { messages } = requestOf('openai-chat', {
      model: 'm',
      messages: [
        { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
        { role: 'function', name: 'f', content: 'done' },
      ],
    });
    expect(messages.flatMap((message) => message.parts)).toEqual([
      { kind: 'tool_call', id: 'f', name: 'f', arguments: {} },
      { kind: 'tool_result', id: 'f', result: 'done', isError: false },
    ]);
  });

  test('keeps the order of an Anthropic user message that mixes results, pictures and text', () => {
    const content = [
      {
        type: 'tool_result',
        tool_use_id: 't',
        is_error: true,
        content: [{ type: 'text', text: 'no' }, { type: 'image' }],
      },
      { type: 'text', text: 'Go on.' },
    ];
    expect(requestOf('anthropic-messages', { model: 'm', messages: [{ role: 'user', content }] }).messages).toEqual([
      { role: 'tool', parts: [{ kind: 'tool_result', id: 't', result: ['no', { type: 'image' }], isError: true }] },
      { role: 'user', parts: [{ kind: 'text', text: 'Go on.' }] },
    ]);
  });
});

test('an error body reads as no message, no finish reason and no usage', () => {
  for (const wire of wires) {
    const read = readResponse(wire, { error: { message: 'no' } });
    expect(read).toEqual({ id: null, model: null, message: null, finishReason: null, usage: null });
  }
});

test('a response that hit its limit says why', () => {
  const cut = {
    ...conversations['openai-responses'].answer,
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
  };
  expect(readResponse('openai-responses', cut).finishReason).toBe('max_output_tokens');
});
