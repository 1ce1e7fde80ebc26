import { expect, test } from 'vitest';
import type { Attributes, ObservedModelCall, Span } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { span } from './telling.ts';

function told(attributes: Attributes, more: Partial<Parameters<typeof span>[0]> = {}): Span {
  return span({ id: 'a', parent: null, name: 'the span', startMs: 0, endMs: 100, attributes, ...more });
}

function modelCall(attributes: Attributes): ObservedModelCall {
  const operation = { 'operation.name': 'ai.streamText.doStream weather' };
  const step = readTrace([told({ ...operation, ...attributes })], [])[0]?.steps[0];
  if (step?.kind !== 'model_call') throw new Error('no model call');
  return step;
}

test('an answer of a text, of calls, of reasoning or of an object is read, under its names since version 3', () => {
  const call = { type: 'tool_call', id: 'c1', name: 'find', arguments: { q: 'x' } };
  const written = JSON.stringify([{ toolCallId: 'c1', toolName: 'find', input: JSON.stringify({ q: 'x' }) }]);
  const { type: _type, ...part } = call;
  const callPart = { kind: 'tool_call', ...part };
  expect(modelCall({ 'ai.response.text': 'Hi' }).output?.parts).toEqual([{ kind: 'text', text: 'Hi' }]);
  expect(modelCall({ 'ai.response.reasoning': 'Hm.', 'ai.response.toolCalls': written }).output?.parts).toEqual([
    { kind: 'reasoning', text: 'Hm.' },
    callPart,
  ]);
  expect(modelCall({ 'ai.result.toolCalls': written.replace('input', 'args') }).output?.parts).toEqual([callPart]);
  expect(modelCall({ 'ai.response.object': '{"answer":2}' }).output?.parts).toEqual([
    { kind: 'text', text: '{"answer":2}' },
  ]);
});

test('an answer that was not recorded is none, and one without content is empty', () => {
  expect(modelCall({}).output).toBeNull();
  expect(modelCall({ 'ai.response.text': '' }).output).toEqual({ role: 'assistant', parts: [] });
});

test('tokens count from the cache too, and none are known where none were counted', () => {
  const counts = { 'ai.usage.inputTokens': 42, 'ai.usage.outputTokens': 9, 'ai.usage.cachedInputTokens': 30 };
  expect(modelCall(counts).usage).toEqual({ inputTokens: 42, outputTokens: 9, cachedInputTokens: 30 });
  expect(modelCall({}).usage).toBeNull();
});

test('finish reasons have the words of the semantic conventions', () => {
  expect(modelCall({ 'ai.response.finishReason': 'tool-calls' }).finishReason).toBe('tool_call');
  expect(modelCall({ 'ai.finishReason': 'length' }).finishReason).toBe('length');
});

test('tools are read whether the list holds texts or is one', () => {
  const tool = { type: 'function', name: 'find', description: 'Finds', inputSchema: { type: 'object' } };
  const expected = [{ name: 'find', description: 'Finds', parameters: { type: 'object' } }];
  expect(modelCall({ 'ai.prompt.tools': [JSON.stringify(tool)] }).tools).toEqual(expected);
  expect(modelCall({ 'ai.prompt.tools': JSON.stringify([tool]) }).tools).toEqual(expected);
  expect(modelCall({}).tools).toBeNull();
});

test('parameters are those of the request, the choice of a tool among them', () => {
  const choice = { 'ai.prompt.toolChoice': '{"type":"auto"}' };
  expect(modelCall({ 'ai.settings.temperature': 1, 'ai.settings.maxRetries': 2, ...choice }).parameters).toEqual({
    temperature: 1,
    tool_choice: { type: 'auto' },
  });
  expect(modelCall({ 'gen_ai.request.max_tokens': 9, 'gen_ai.request.model': 'm' }).parameters).toEqual({
    max_tokens: 9,
  });
});

test('a tool that failed has the words of its exception, one whose inputs were not recorded has no arguments', () => {
  const attributes = { 'ai.operationId': 'ai.toolCall', 'ai.toolCall.name': 'find', 'ai.toolCall.id': 'c1' };
  const exception = { name: 'exception', timeUs: 0, attributes: { 'exception.message': 'down' } };
  const failed = told(attributes, { error: '', events: [exception] });
  expect(readTrace([failed], [])[0]?.steps).toMatchObject([
    { id: 'c1', arguments: null, outcome: { kind: 'error', value: 'down' } },
  ]);
});

test('embeddings are no steps, and the call around the steps is the agent that its author named', () => {
  const [trajectory] = readTrace(
    [
      told({
        'ai.operationId': 'ai.generateText',
        'ai.telemetry.functionId': 'desk',
        'ai.telemetry.metadata.plan': 'pro',
        'ai.response.text': 'Hello',
      }),
      told({ 'ai.operationId': 'ai.embed.doEmbed', 'ai.model.id': 'e' }, { id: 'b', parent: 'a' }),
    ],
    [],
  );
  expect(trajectory).toMatchObject({ agentName: 'desk', output: 'Hello', steps: [], problems: [] });
  expect(trajectory?.attributes).toMatchObject({ plan: 'pro' });
});
