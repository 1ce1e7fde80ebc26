import { describe, expect, test } from 'vitest';
import { langSmith } from '../../../src/corpus/readers/langsmith.ts';
import type { Json, JsonObject, ObservedTrajectory } from '../../../src/trace/index.ts';
import { jsonLines, readText } from './read-file.ts';

const ROOT = '20260301T100000000000Zroot';

function run(id: string, type: string, name: string, micros: number, rest: JsonObject): JsonObject {
  const started = String(micros).padStart(6, '0');
  return {
    id,
    trace_id: 'root',
    parent_run_id: id === 'root' ? null : 'root',
    dotted_order: id === 'root' ? ROOT : `${ROOT}.20260301T100000${started}Z${id}`,
    run_type: type,
    name,
    // JavaScript's clock has milliseconds: what one of them began has one start time.
    start_time: `2026-03-01T10:00:00.${started.slice(0, 3)}`,
    end_time: '2026-03-01T10:00:05.000000+00:00',
    status: 'success',
    error: null,
    extra: {
      metadata: { thread_id: 'th-1', user_id: 'u-2', plan: 'pro', ls_provider: 'openai', ls_model_name: 'gpt-4o' },
    },
    tags: ['prod'],
    inputs: {},
    outputs: {},
    ...rest,
  };
}

function built(name: string, kwargs: JsonObject): Json {
  return { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', name], kwargs };
}

const QUESTION = built('HumanMessage', { content: 'Weather in Paris?' });
const ASKING = built('AIMessage', {
  content: '',
  tool_calls: [{ id: 'call_1', name: 'get_weather', args: { city: 'Paris' }, type: 'tool_call' }],
  response_metadata: { finish_reason: 'tool_calls', model_name: 'gpt-4o-2024-08-06' },
  usage_metadata: { input_tokens: 40, output_tokens: 9, total_tokens: 49, input_token_details: { cache_read: 8 } },
});
const TOLD = { type: 'tool', name: 'get_weather', content: '{"temp":21}', tool_call_id: 'call_1', status: 'success' };

/** An agent of LangChain's: two model calls around a tool call. */
const RUNS: readonly JsonObject[] = [
  run('root', 'chain', 'LangGraph', 0, {
    feedback_stats: {
      user_score: { n: 1, avg: 1 },
      quality: { n: 4, avg: 0.75, values: {} },
      tone: { n: 1, avg: null, values: { kind: 1 } },
    },
  }),
  run('m1', 'llm', 'ChatOpenAI', 1000, {
    inputs: { messages: [[QUESTION]] },
    outputs: { generations: [[{ text: '', message: ASKING }]], llm_output: { model_name: 'gpt-4o-2024-08-06' } },
    extra: {
      metadata: { ls_provider: 'openai', ls_model_name: 'gpt-4o' },
      invocation_params: {
        model: 'gpt-4o',
        temperature: 0,
        tools: [{ type: 'function', function: { name: 'get_weather', parameters: {} } }],
      },
    },
    total_cost: 0.002,
  }),
  run('t1', 'tool', 'get_weather', 2000, { inputs: { input: '{"city":"Paris"}' }, outputs: { output: TOLD } }),
  run('m2', 'llm', 'ChatOpenAI', 2001, {
    inputs: { messages: [[QUESTION, ASKING, built('ToolMessage', TOLD)]] },
    outputs: {
      generations: [[{ text: 'It is 21 degrees.', message: built('AIMessage', { content: 'It is 21 degrees.' }) }]],
    },
    prompt_tokens: 60,
    completion_tokens: 7,
  }),
];

function only(records: readonly JsonObject[]): ObservedTrajectory {
  const { trajectories, problems } = readText(jsonLines(...records));
  expect(problems).toEqual([]);
  expect(trajectories).toHaveLength(1);
  return trajectories[0] as ObservedTrajectory;
}

describe('the runs of one trace', () => {
  const trajectory = only(RUNS);

  test('read as one trajectory with thread, user and attributes', () => {
    expect(trajectory).toMatchObject({
      id: 'root',
      format: 'langsmith',
      conversationId: 'th-1',
      userId: 'u-2',
      attributes: { plan: 'pro', tags: 'prod' },
      output: 'It is 21 degrees.',
      problems: [],
    });
  });

  test('have the model call as LangChain recorded it', () => {
    expect(trajectory.steps[0]).toMatchObject({
      kind: 'model_call',
      provider: 'openai',
      requestModel: 'gpt-4o',
      responseModel: 'gpt-4o-2024-08-06',
      input: [{ role: 'user', parts: [{ kind: 'text', text: 'Weather in Paris?' }] }],
      output: {
        role: 'assistant',
        parts: [{ kind: 'tool_call', id: 'call_1', name: 'get_weather', arguments: { city: 'Paris' } }],
      },
      tools: [{ name: 'get_weather', description: null, parameters: {} }],
      parameters: { temperature: 0 },
      finishReason: 'tool_call',
      usage: { inputTokens: 40, outputTokens: 9, cachedInputTokens: 8 },
      costUsd: 0.002,
    });
    expect(trajectory.steps[2]).toMatchObject({ usage: { inputTokens: 60, outputTokens: 7, cachedInputTokens: 0 } });
  });

  test('have the tool call once, joined to the model’s by the id in the tool’s message', () => {
    expect(trajectory.steps.filter(({ kind }) => kind === 'tool_call')).toMatchObject([
      {
        id: 'call_1',
        name: 'get_weather',
        arguments: { city: 'Paris' },
        outcome: { kind: 'result', value: { temp: 21 } },
        sources: ['t1'],
      },
    ]);
  });

  test('stand in their dotted order, also those that one millisecond began', () => {
    expect(trajectory.steps.map(({ sources }) => sources)).toEqual([['m1'], ['t1'], ['m2']]);
    expect(only(RUNS.toReversed()).steps).toEqual(trajectory.steps);
    const startUs = trajectory.steps.map((step) => (step.startUs ?? 0) % 1_000_000);
    expect(startUs).toEqual([1000, 2000, 2001]);
  });

  test('have their feedback as outcomes, averages and labels as they are', () => {
    expect(trajectory.outcomes).toEqual([
      { name: 'user_score', value: 1, passed: null, source: 'feedback', explanation: null },
      { name: 'quality', value: 0.75, passed: null, source: 'feedback', explanation: '4 votes' },
      { name: 'tone', value: 'kind', passed: null, source: 'feedback', explanation: null },
    ]);
  });
});

test('runs inside their parents read the same as runs beside them', () => {
  const [root, ...children] = RUNS;
  const inside = children.map(({ trace_id: _trace, parent_run_id: _parent, ...child }) => child);
  expect(only([{ ...root, child_runs: inside }])).toEqual(only(RUNS));
});

test('columns that are JSON text, as tables have them, read the same', () => {
  const cells = RUNS.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      ]),
    ),
  );
  expect(only(cells)).toEqual(only(RUNS));
});

test('an OpenAI client that LangSmith wraps reads as its request and answer', () => {
  const record = run('root', 'llm', 'ChatOpenAI', 0, {
    inputs: {
      model: 'gpt-4o',
      messages: [{ role: 'user', content: 'Hi' }],
      tools: [{ type: 'function', function: { name: 'f' } }],
    },
    outputs: {
      id: 'chatcmpl-1',
      model: 'gpt-4o-2024-08-06',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Hello' } }],
      usage: { prompt_tokens: 5, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 2 } },
    },
  });
  expect(only([record]).steps).toMatchObject([
    {
      responseId: 'chatcmpl-1',
      finishReason: 'stop',
      tools: [{ name: 'f' }],
      output: { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] },
      usage: { inputTokens: 5, outputTokens: 1, cachedInputTokens: 2 },
    },
  ]);
});

test('a run that failed is a failed call', () => {
  const failed = run('t1', 'tool', 'get_weather', 2000, {
    inputs: { input: '{"city":"Paris"}' },
    error: 'ToolException: down',
    status: 'error',
    outputs: null,
  });
  const call = only([...RUNS.filter(({ id }) => id !== 't1'), failed]).steps.find(({ kind }) => kind === 'tool_call');
  expect(call).toMatchObject({ outcome: { kind: 'error', value: 'ToolException: down' } });
});

test('records that are no runs are problems, and their neighbours are read', () => {
  const { trajectories, problems } = readText(
    jsonLines(...RUNS, { hello: 'world' }, { id: 'r9', run_type: 'llm', inputs: {}, start_time: 'soon' }),
  );
  expect(trajectories).toHaveLength(1);
  expect(problems).toEqual([
    { place: 'line 5', reason: "no run of LangSmith's: hello" },
    { place: 'line 6', reason: 'expected a start time, received "soon"' },
  ]);
});

test('it detects its records and nothing else', () => {
  expect(langSmith.detects(RUNS[0] ?? {})).toBe(true);
  expect(langSmith.detects({ runs: RUNS.slice() })).toBe(true);
  for (const record of [
    {},
    { runs: [] },
    { runs: [{ id: 1 }] },
    { id: 'x', trace_id: 't', type: 'SPAN', start_time: 'x' },
  ]) {
    expect(langSmith.detects(record)).toBe(false);
  }
});
