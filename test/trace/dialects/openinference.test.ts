import { describe, expect, test } from 'vitest';
import type { Attributes, ObservedModelCall, ObservedToolCall, ObservedTrajectory } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { span, type ToldSpan } from './telling.ts';

function read(attributes: Attributes, more: Partial<ToldSpan> = {}): ObservedTrajectory {
  const told = span({ id: 'a', parent: null, name: 'the span', startMs: 0, endMs: 100, attributes, ...more });
  const [trajectory] = readTrace([told], []);
  if (trajectory === undefined) throw new Error('no trajectory');
  return trajectory;
}

function modelCall(attributes: Attributes): ObservedModelCall {
  const [step] = read({ 'openinference.span.kind': 'LLM', ...attributes }).steps;
  if (step?.kind !== 'model_call') throw new Error('no model call');
  return step;
}

function toolCall(attributes: Attributes, more: Partial<ToldSpan> = {}): ObservedToolCall {
  const [step] = read({ 'openinference.span.kind': 'TOOL', ...attributes }, more).steps;
  if (step?.kind !== 'tool_call') throw new Error('no tool call');
  return step;
}

describe('a model’s span', () => {
  test('has contents of several kinds in order, signatures and images by their type', () => {
    const at = 'llm.output_messages.0.message';
    const { output } = modelCall({
      [`${at}.role`]: 'assistant',
      [`${at}.contents.0.message_content.type`]: 'reasoning',
      [`${at}.contents.0.message_content.text`]: 'Look it up.',
      [`${at}.contents.0.message_content.signature`]: 'xyz',
      [`${at}.contents.1.message_content.type`]: 'text',
      [`${at}.contents.1.message_content.text`]: 'I look.',
      [`${at}.contents.2.message_content.type`]: 'image',
      [`${at}.contents.2.message_content.image.image.url`]: 'data:',
      [`${at}.contents.10.message_content.type`]: 'text',
      [`${at}.contents.10.message_content.text`]: 'Done.',
    });
    expect(output?.parts).toEqual([
      { kind: 'reasoning', text: 'Look it up.' },
      { kind: 'text', text: 'I look.' },
      { kind: 'other', type: 'image' },
      { kind: 'text', text: 'Done.' },
    ]);
  });

  test('has tokens with those from the cache, and cost', () => {
    const call = modelCall({
      'llm.token_count.prompt': 100,
      'llm.token_count.completion': 20,
      'llm.token_count.total': 120,
      'llm.token_count.prompt_details.cache_read': 60,
      'llm.token_count.completion_details.reasoning': 5,
      'llm.cost.total': 0.5,
    });
    expect(call).toMatchObject({
      usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 60 },
      costUsd: 0.5,
    });
  });

  test('of a stream without counts has no usage, which is not a call of zero tokens', () => {
    const call = modelCall({
      'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.content': 'Hi',
    });
    expect(call.usage).toBeNull();
  });

  test('tells the model that was asked from the one that answered', () => {
    const call = modelCall({
      'llm.model_name': 'x',
      'llm.request.model_name': 'auto',
      'llm.response.model_name': 'm-2',
    });
    expect(call).toMatchObject({ requestModel: 'auto', responseModel: 'm-2' });
  });

  test('has parameters without what is read elsewhere', () => {
    const written = { model: 'm', temperature: 0, tools: [{}], messages: [], max_tokens: 5, user: '' };
    expect(modelCall({ 'llm.invocation_parameters': JSON.stringify(written) }).parameters).toEqual({
      temperature: 0,
      max_tokens: 5,
    });
  });

  test('falls back to the raw request and answer where nothing is flattened', () => {
    const request = {
      messages: [{ role: 'user', content: 'Hi' }],
      tools: [{ type: 'function', function: { name: 'f' } }],
    };
    const answer = {
      id: 'chatcmpl-1',
      model: 'm-2',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Hello' } }],
      usage: { prompt_tokens: 3, completion_tokens: 1 },
    };
    expect(modelCall({ 'input.value': JSON.stringify(request), 'output.value': JSON.stringify(answer) })).toMatchObject(
      {
        input: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
        output: { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] },
        tools: [{ name: 'f' }],
        responseId: 'chatcmpl-1',
        responseModel: 'm-2',
        finishReason: 'stop',
        usage: { inputTokens: 3, outputTokens: 1, cachedInputTokens: 0 },
      },
    );
  });

  test('of a completion model has its prompts as the user’s message', () => {
    const expected = [{ role: 'user', parts: [{ kind: 'text', text: 'Once upon' }] }];
    expect(modelCall({ 'llm.prompts.0.prompt.text': 'Once upon' }).input).toEqual(expected);
    expect(modelCall({ 'llm.prompts': '["Once upon"]' }).input).toEqual(expected);
  });

  test('from which a message is missing says so, and the others are read', () => {
    const { steps, problems } = read({
      'openinference.span.kind': 'LLM',
      'llm.input_messages.0.message.role': 'user',
      'llm.input_messages.0.message.content': 'one',
      'llm.input_messages.2.message.role': 'user',
      'llm.input_messages.2.message.content': 'three',
    });
    expect(steps).toMatchObject([{ input: [{ parts: [{ text: 'one' }] }, { parts: [{ text: 'three' }] }] }]);
    expect(problems).toEqual(['llm.input_messages: messages are missing between others']);
  });
});

describe('a tool’s span', () => {
  test('has an input that is no JSON as it is', () => {
    expect(toolCall({ 'tool.name': 'weather', 'input.value': 'Paris', 'output.value': '21' })).toMatchObject({
      id: null,
      name: 'weather',
      arguments: 'Paris',
      outcome: { kind: 'result', value: '21' },
    });
  });

  test.each([
    ['LangChain in Python', { type: 'tool', content: '21', tool_call_id: 'c1', status: 'success' }],
    [
      'LangChain in JavaScript',
      { lc: 1, type: 'constructor', id: ['ToolMessage'], kwargs: { content: '21', tool_call_id: 'c1' } },
    ],
    ['LangGraph', { output: { content: '21', tool_call_id: 'c1' } }],
    ['Google ADK', { id: 'c1', name: 'weather', response: '21' }],
  ])('has the id that only the output of %s holds', (_, output) => {
    const call = toolCall({ 'tool.name': 'weather', 'input.value': 'Paris', 'output.value': JSON.stringify(output) });
    expect(call).toMatchObject({ id: 'c1', outcome: { kind: 'result', value: '21' } });
  });

  test('that failed has the words of its exception', () => {
    const exception = { name: 'exception', timeUs: 0, attributes: { 'exception.message': 'timeout' } };
    const failed = { error: '', events: [exception] };
    expect(toolCall({ 'input.value': '{}' }, failed).outcome).toEqual({ kind: 'error', value: 'timeout' });
  });

  test('without input and output is a call of which neither is known', () => {
    expect(toolCall({ 'tool.name': 'weather' })).toMatchObject({ arguments: null, outcome: { kind: 'unknown' } });
  });
});

test('evaluations and annotations are outcomes, single and in lists, of the span, its trace and its session', () => {
  const { outcomes } = read({
    'openinference.span.kind': 'CHAIN',
    'evaluation.name': 'relevance',
    'evaluation.score': 0.9,
    'evaluation.explanation': 'on topic',
    'annotations.0.annotation.name': 'correctness',
    'annotations.0.annotation.label': 'pass',
    'annotations.0.annotation.annotator_kind': 'HUMAN',
    'annotations.1.annotation.name': 'without a result',
    'trace.evaluations.0.evaluation.name': 'retrieval',
    'trace.evaluations.0.evaluation.score': 1,
    'trace.evaluations.0.evaluation.label': 'fail',
    'session.annotations.0.annotation.name': 'coherence',
    'session.annotations.0.annotation.label': 'coherent',
  });
  expect(outcomes).toEqual([
    { name: 'relevance', value: 0.9, passed: null, source: 'evaluation', explanation: 'on topic' },
    { name: 'correctness', value: 'pass', passed: true, source: 'feedback', explanation: null },
    { name: 'retrieval', value: 1, passed: false, source: 'evaluation', explanation: 'fail' },
    { name: 'coherence', value: 'coherent', passed: null, source: 'evaluation', explanation: null },
  ]);
});

test('metadata and tags are attributes of the run, without what LangChain writes there for itself', () => {
  const metadata = { plan: 'pro', seats: 4, trial: false, ls_provider: 'openai', langgraph_step: 3, nested: {} };
  const { attributes } = read({
    'openinference.span.kind': 'CHAIN',
    metadata: JSON.stringify(metadata),
    'tag.tags': ['vip', 'eu'],
  });
  expect(attributes).toMatchObject({ plan: 'pro', seats: 4, trial: false, tags: 'vip, eu' });
  expect(attributes).not.toHaveProperty('ls_provider');
  expect(attributes).not.toHaveProperty('langgraph_step');
});
