import { describe, expect, test } from 'vitest';
import type { Attributes, Json, ObservedModelCall, ObservedTrajectory } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { span } from './telling.ts';

function read(attributes: Attributes): { call: ObservedModelCall; run: ObservedTrajectory } {
  const told = { 'gen_ai.operation.name': 'chat', ...attributes };
  const [run] = readTrace([span({ id: 'c', parent: null, name: 'chat', startMs: 0, endMs: 1, attributes: told })], []);
  const call = run?.steps.find(({ kind }) => kind === 'model_call');
  if (run === undefined || call?.kind !== 'model_call') throw new Error('no model call was read');
  return { call, run };
}

function inputOf(messages: Json): ObservedModelCall['input'] {
  return read({ 'gen_ai.input.messages': messages }).call.input;
}

describe('messages', () => {
  test('keep parts that are not read by their type', () => {
    const parts = [
      { type: 'blob', modality: 'image', content: 'aGk=' },
      { type: 'file', modality: 'image', file_id: 'f' },
      { type: 'uri', modality: 'video', uri: 'gs://b/o' },
      { type: 'server_tool_call', name: 'web_search', server_tool_call: { type: 'web_search' } },
      { type: 'reasoning', content: 'hm' },
    ];
    expect(inputOf([{ role: 'user', parts }])?.[0]?.parts).toEqual([
      { kind: 'other', type: 'blob' },
      { kind: 'other', type: 'file' },
      { kind: 'other', type: 'uri' },
      { kind: 'other', type: 'server_tool_call' },
      { kind: 'reasoning', text: 'hm' },
    ]);
  });

  test('read blocks of providers that instrumentations pass on', () => {
    const blocks = [
      { role: 'assistant', content: [{ type: 'tool_use', id: 'k', name: 'get', input: { a: 1 } }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'k', content: [{ type: 'text', text: '{"b":2}' }], is_error: true },
        ],
      },
      { role: 'assistant', content: [{ toolUse: { toolUseId: 'l', name: 'get', input: {} } }] },
      {
        role: 'user',
        content: [
          { toolResult: { toolUseId: 'l', content: [{ json: { c: 3 } }], status: 'success' } },
          { text: 'and?' },
        ],
      },
      { role: 'model', parts: [{ functionCall: { name: 'put', args: { d: 4 } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'put', response: { e: 5 } } }] },
    ];
    const input = inputOf(blocks);
    expect(input?.map(({ role }) => role)).toEqual([
      'assistant',
      'tool',
      'assistant',
      'tool',
      'user',
      'assistant',
      'tool',
    ]);
    expect(input?.flatMap(({ parts }) => parts)).toEqual([
      { kind: 'tool_call', id: 'k', name: 'get', arguments: { a: 1 } },
      { kind: 'tool_result', id: 'k', result: { b: 2 }, isError: true },
      { kind: 'tool_call', id: 'l', name: 'get', arguments: {} },
      { kind: 'tool_result', id: 'l', result: { c: 3 }, isError: false },
      { kind: 'text', text: 'and?' },
      { kind: 'tool_call', id: '', name: 'put', arguments: { d: 4 } },
      { kind: 'tool_result', id: '', result: { e: 5 }, isError: false },
    ]);
  });

  test('read OpenAI’s own form with its tool calls', () => {
    const input = inputOf([
      { role: 'developer', content: 'be brief' },
      { role: 'assistant', content: null, tool_calls: [{ id: 'k', function: { name: 'get', arguments: '{"a":1}' } }] },
      { role: 'tool', tool_call_id: 'k', content: '21' },
    ]);
    expect(input).toEqual([
      { role: 'system', parts: [{ kind: 'text', text: 'be brief' }] },
      { role: 'assistant', parts: [{ kind: 'tool_call', id: 'k', name: 'get', arguments: { a: 1 } }] },
      { role: 'tool', parts: [{ kind: 'tool_result', id: 'k', result: '21', isError: false }] },
    ]);
  });

  test('that cannot be read are said, not guessed', () => {
    const { call, run } = read({ 'gen_ai.input.messages': '[{"role":"us', 'gen_ai.tool.definitions': 'get_weather' });
    expect([call.input, call.tools]).toEqual([null, null]);
    expect(run.problems).toEqual([
      'gen_ai.input.messages: expected a list, received [{"role":"us',
      'gen_ai.tool.definitions: expected a list, received get_weather',
    ]);
    expect(read({ 'gen_ai.tool.definitions': [7, { name: 'get' }] }).run.problems).toEqual([
      'gen_ai.tool.definitions: no tool definition: 7',
    ]);
    expect(read({ 'gen_ai.input.messages': [{ role: 'narrator', parts: [] }, 7] }).run.problems).toEqual([
      'gen_ai.input.messages: no message: 7',
      'gen_ai.input.messages: unknown role narrator, read as user',
    ]);
  });

  test('of JSON nested too deep stay text, so that nothing that walks them can break', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const parts = [{ type: 'tool_call', id: 'k', name: 'get', arguments: deep }];
    const { call } = read({ 'gen_ai.output.messages': [{ role: 'assistant', parts }] });
    expect(call.output?.parts[0]).toEqual({ kind: 'tool_call', id: 'k', name: 'get', arguments: deep });
  });

  test('were one attribute before 1.28, as JSON or as plain text', () => {
    const chat = read({ 'gen_ai.prompt': '[{"role":"user","content":"q"}]', 'gen_ai.completion': 'plain' }).call;
    expect([chat.input?.[0]?.parts, chat.output?.parts]).toEqual([
      [{ kind: 'text', text: 'q' }],
      [{ kind: 'text', text: 'plain' }],
    ]);
  });
});

describe('a model call', () => {
  test('counts cached tokens in its input, also where they came apart', () => {
    const usage = (tokens: Attributes) => read(tokens).call.usage;
    const tokens = {
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 5,
      'gen_ai.usage.cache_read.input_tokens': 80,
    };
    expect(usage(tokens)).toEqual({ inputTokens: 100, outputTokens: 5, cachedInputTokens: 80 });
    expect(
      usage({ ...tokens, 'gen_ai.usage.input_tokens': 20, 'gen_ai.usage.cache_creation.input_tokens': 7 }),
    ).toEqual({
      inputTokens: 107,
      outputTokens: 5,
      cachedInputTokens: 80,
    });
    expect(usage({ 'gen_ai.usage.input_tokens': '9007199254740993' })).toMatchObject({ inputTokens: 9007199254740992 });
  });

  test('gives its finish reason in the words of the conventions, whoever wrote it', () => {
    const of = (reason: string) => read({ 'gen_ai.response.finish_reasons': [reason] }).call.finishReason;
    expect(['tool-calls', 'tool_use', 'end_turn', 'MAX_TOKENS', 'SAFETY', 'odd'].map(of)).toEqual([
      'tool_call',
      'tool_call',
      'stop',
      'length',
      'content_filter',
      'odd',
    ]);
  });

  test('keeps its parameters by their semantic names', () => {
    const attributes = {
      'gen_ai.request.model': 'm',
      'gen_ai.request.top_p': 1,
      'openai.request.service_tier': 'flex',
      'gen_ai.output.type': 'json',
    };
    expect(read(attributes).call.parameters).toEqual({ top_p: 1, service_tier: 'flex', output_type: 'json' });
  });

  test('of several choices reads the first and says so', () => {
    const choice = (text: string) => ({ role: 'assistant', parts: [{ type: 'text', content: text }] });
    const { call, run } = read({ 'gen_ai.output.messages': [choice('one'), choice('two')] });
    expect(call.output?.parts).toEqual([{ kind: 'text', text: 'one' }]);
    expect(run.problems).toEqual(['gen_ai.output.messages: of several choices the first is read']);
  });

  test('of an operation that no version knows is read by its content, and said', () => {
    const { run } = read({
      'gen_ai.operation.name': 'responses',
      'gen_ai.request.model': 'm',
      'gen_ai.usage.input_tokens': 1,
    });
    expect(run.problems).toEqual(['unknown operation responses, read as model call']);
  });
});
