import { expect, test } from 'vitest';
import { type Attributes, readTrace } from '../../../src/trace/index.ts';
import { span } from './telling.ts';

const tool = (attributes: Attributes, name = 'execute_tool DynamicStructuredTool') =>
  readTrace(
    [
      span({
        id: 't',
        parent: null,
        name,
        startMs: 0,
        endMs: 1,
        scope: '@traceloop/instrumentation-langchain',
        attributes,
      }),
    ],
    [],
  )[0]?.steps[0];

test('LangChain’s tool message knows the tool’s true name and the call’s id, which the span has not', () => {
  const message = {
    lc: 1,
    type: 'constructor',
    id: ['ToolMessage'],
    kwargs: { content: '21C', tool_call_id: 'k', name: 'get_weather' },
  };
  const attributes = {
    'gen_ai.operation.name': 'execute_tool',
    'traceloop.span.kind': 'task',
    'traceloop.entity.name': 'DynamicStructuredTool',
    'traceloop.entity.input': JSON.stringify({ args: ['{"location":"Paris"}'] }),
    'traceloop.entity.output': JSON.stringify(message),
  };
  expect(tool(attributes)).toMatchObject({
    id: 'k',
    name: 'get_weather',
    arguments: { location: 'Paris' },
    outcome: { kind: 'result', value: '21C' },
  });
});

test.each([
  ['a decorated function’s keywords', { args: [], kwargs: { a: 1 } }, { a: 1 }],
  ['a decorated function’s only argument', { args: [{ a: 1 }], kwargs: {} }, { a: 1 }],
  [
    'a decorated function’s several arguments, kept as they came',
    { args: [1, 2], kwargs: {} },
    { args: [1, 2], kwargs: {} },
  ],
  ['what LangChain parsed', { input_str: "{'a': 1}", inputs: { a: 1 } }, { a: 1 }],
  ['a text that LangChain did not parse', { input_str: 'Paris' }, 'Paris'],
  ['an MCP call’s arguments', { tool_name: 'get', arguments: { a: 1 } }, { a: 1 }],
])('a tool was given %s', (_, given, expected) => {
  const attributes = {
    'traceloop.span.kind': 'tool',
    'traceloop.entity.name': 'get',
    'traceloop.entity.input': JSON.stringify(given),
  };
  expect(tool(attributes, 'get.tool')).toMatchObject({ name: 'get', arguments: expected });
});

test('an MCP call that gave an error is one', () => {
  const output = JSON.stringify({ result: 'no such order', is_error: true });
  const attributes = {
    'traceloop.span.kind': 'tool',
    'traceloop.entity.name': 'get',
    'traceloop.entity.output': output,
  };
  expect(tool(attributes, 'get.tool')).toMatchObject({ outcome: { kind: 'error' } });
});

test('a chain, a task and an embedding are structure', () => {
  for (const attributes of [
    { 'traceloop.span.kind': 'task' },
    { 'traceloop.span.kind': 'workflow' },
    { 'llm.request.type': 'embedding' },
  ]) {
    expect(tool(attributes)).toBeUndefined();
  }
});
