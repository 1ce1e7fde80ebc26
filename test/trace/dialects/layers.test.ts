import { describe, expect, test } from 'vitest';
import type { Attributes, ObservedTrajectory } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { span } from './telling.ts';

function read(attributes: Attributes, name = 'the span'): ObservedTrajectory {
  const [trajectory] = readTrace([span({ id: 'a', parent: null, name, startMs: 0, endMs: 100, attributes })], []);
  if (trajectory === undefined) throw new Error('no trajectory');
  return trajectory;
}

const GEN_AI: Attributes = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-4o',
  'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]',
};

describe('Langfuse', () => {
  test('adds the trace’s user, session and name to a span of any other dialect', () => {
    const trajectory = read({
      ...GEN_AI,
      'langfuse.trace.name': 'support',
      'langfuse.trace.metadata.plan': 'pro',
      'langfuse.trace.tags': ['vip'],
      'langfuse.release': 'v2',
      'langfuse.session.id': 's',
      'user.id': 'u',
    });
    expect(trajectory).toMatchObject({
      conversationId: 's',
      userId: 'u',
      attributes: { trace_name: 'support', plan: 'pro', tags: 'vip', release: 'v2' },
    });
    expect(trajectory.steps).toMatchObject([
      { provider: 'openai', input: [{ parts: [{ text: 'Hi' }] }], output: null },
    ]);
  });

  test('says what the other dialect does not', () => {
    const { steps } = read({
      ...GEN_AI,
      'langfuse.observation.type': 'generation',
      'langfuse.observation.input': '"other words"',
      'langfuse.observation.output': 'Hello',
      'langfuse.observation.model.name': 'another',
    });
    expect(steps).toMatchObject([
      {
        requestModel: 'gpt-4o',
        input: [{ parts: [{ text: 'Hi' }] }],
        output: { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] },
      },
    ]);
  });

  test('counts tokens by category, cached input apart, and sums up a cost without a total', () => {
    const { steps } = read({
      'langfuse.observation.type': 'generation',
      'langfuse.observation.usage_details':
        '{"input":10,"input_cached_tokens":30,"output":4,"output_reasoning":6,"total":50}',
      'langfuse.observation.cost_details': { input: 0.25, output: 0.5 },
    });
    expect(steps).toMatchObject([
      { usage: { inputTokens: 40, outputTokens: 10, cachedInputTokens: 30 }, costUsd: 0.75 },
    ]);
  });

  test('called a generation a span in its older SDK: a model tells it', () => {
    const written = { 'langfuse.observation.type': 'span', 'langfuse.observation.output': 'Hello' };
    expect(read({ ...written, 'langfuse.observation.model.name': 'gpt-4o' }).steps).toMatchObject([
      { kind: 'model_call', requestModel: 'gpt-4o' },
    ]);
    expect(read(written).steps).toEqual([]);
  });

  test('has events, retrievers, evaluators and guardrails as structure', () => {
    for (const type of ['event', 'retriever', 'evaluator', 'guardrail', 'chain', 'embedding', 'span']) {
      expect(read({ 'langfuse.observation.type': type, 'langfuse.observation.input': 'x' })).toMatchObject({
        steps: [],
        problems: [],
      });
    }
  });
});

describe('LangSmith', () => {
  test('reads the flattened messages that people set by hand', () => {
    const { steps } = read({
      'langsmith.span.kind': 'LLM',
      'langsmith.trace.name': 'chat',
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.prompt.0.role': 'user',
      'gen_ai.prompt.0.content': 'Hi',
      'gen_ai.completion.0.role': 'assistant',
      'gen_ai.completion.0.content': 'Hello',
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 1,
    });
    expect(steps).toMatchObject([
      {
        input: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
        output: { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] },
        usage: { inputTokens: 3, outputTokens: 1, cachedInputTokens: 0 },
      },
    ]);
  });

  test('on a span of another dialect leaves to that what it does not say itself', () => {
    const { steps, format, attributes } = read({
      ...GEN_AI,
      'langsmith.span.kind': 'llm',
      'langsmith.metadata.plan': 'pro',
    });
    expect(format).toBe('langsmith');
    expect(attributes).toMatchObject({ plan: 'pro' });
    expect(steps).toMatchObject([{ provider: 'openai', input: [{ parts: [{ text: 'Hi' }] }] }]);
  });

  test('takes a tool’s arguments out of the object that LangChain wraps around them', () => {
    const tool = (prompt: string): ObservedTrajectory =>
      read(
        { 'langsmith.span.kind': 'tool', 'gen_ai.prompt': prompt, 'gen_ai.completion': '{"output":"21"}' },
        'weather',
      );
    expect(tool('{"input":"{\\"city\\":\\"Paris\\"}"}').steps).toMatchObject([
      { name: 'weather', arguments: { city: 'Paris' }, outcome: { kind: 'result', value: '21' } },
    ]);
    expect(tool('{"city":"Paris"}').steps).toMatchObject([{ arguments: { city: 'Paris' } }]);
  });
});

describe('OpenInference around Google’s ADK', () => {
  test('has the arguments that it does not record from the framework’s own attributes', () => {
    const { steps, format } = read({
      'openinference.span.kind': 'TOOL',
      'tool.name': 'weather',
      'output.value': '{"id":"adk-1","name":"weather","response":{"temp":21}}',
      'gcp.vertex.agent.tool_call_args': '{"city":"Paris"}',
      'gcp.vertex.agent.tool_response': '{"temp":21}',
    });
    expect(format).toBe('openinference');
    expect(steps).toMatchObject([
      { id: 'adk-1', arguments: { city: 'Paris' }, outcome: { kind: 'result', value: { temp: 21 } } },
    ]);
  });
});

describe('Pydantic AI since version 2 of its data format', () => {
  test('has messages as the GenAI conventions have them, and its tools beside them', () => {
    const tool = { name: 'find', description: 'Finds', parameters_json_schema: { type: 'object' } };
    const parameters = { function_tools: [tool], output_tools: [] };
    const { steps, format } = read({ ...GEN_AI, model_request_parameters: JSON.stringify(parameters) });
    expect(format).toBe('pydantic-ai');
    expect(steps).toMatchObject([
      {
        provider: 'openai',
        input: [{ parts: [{ text: 'Hi' }] }],
        tools: [{ name: 'find', description: 'Finds', parameters: { type: 'object' } }],
      },
    ]);
  });
});

describe('two spans of one call', () => {
  const asked = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } };
  const model: Attributes = {
    'openinference.span.kind': 'LLM',
    'input.value': JSON.stringify({
      messages: [
        { role: 'system', content: 'Help.' },
        { role: 'user', content: 'Hi' },
      ],
    }),
    'output.value': JSON.stringify({ role: 'assistant', content: null, tool_calls: [asked] }),
  };

  test('have the messages of the outer one where the inner one wrote them as one text and lost the calls', () => {
    const flat: Attributes = {
      'langfuse.observation.type': 'generation',
      'langfuse.observation.input': 'system: Help.\nuser: Hi',
      'langfuse.observation.output': 'None',
      'langfuse.observation.model.name': 'gpt-4o',
    };
    const [trajectory] = readTrace(
      [
        span({ id: 'a', parent: null, name: 'chat', startMs: 0, endMs: 100, attributes: model }),
        span({ id: 'b', parent: 'a', name: 'chat', startMs: 1, endMs: 99, attributes: flat }),
      ],
      [],
    );
    expect(trajectory?.steps[0]).toMatchObject({
      requestModel: 'gpt-4o',
      input: [{ role: 'system' }, { role: 'user' }],
      output: { parts: [{ kind: 'tool_call', id: 'c1', arguments: { city: 'Paris' } }] },
      sources: ['a', 'b'],
    });
  });

  test.each([
    ['by the id in what the tool answered', { tool_call_id: 'c1', content: '21' }],
    ['by its name', '21'],
  ])('a tool’s arguments in a tracer’s own words are those that the model wrote, joined %s', (_, output) => {
    const tool: Attributes = {
      'openinference.span.kind': 'TOOL',
      'tool.name': 'weather',
      'input.value': "{'city': 'Paris'}",
      'output.value': JSON.stringify(output),
    };
    const [trajectory] = readTrace(
      [
        span({ id: 'a', parent: null, name: 'chat', startMs: 0, endMs: 100, attributes: model }),
        span({ id: 'b', parent: null, name: 'weather', startMs: 110, endMs: 120, attributes: tool }),
      ],
      [],
    );
    expect(trajectory?.steps.slice(1)).toMatchObject([
      { kind: 'tool_call', id: 'c1', arguments: { city: 'Paris' }, outcome: { kind: 'result', value: '21' } },
    ]);
  });
});
