import { describe, expect, test } from 'vitest';
import { langfuse } from '../../../src/corpus/readers/langfuse.ts';
import type { Json, JsonObject, ObservedTrajectory } from '../../../src/trace/index.ts';
import { camelCased, ENRICHED, legacy, row, SCORES } from './langfuse-export.ts';
import { jsonLines, readText } from './read-file.ts';

function only(records: readonly JsonObject[]): ObservedTrajectory {
  const { trajectories, problems } = readText(jsonLines(...records));
  expect(problems).toEqual([]);
  expect(trajectories).toHaveLength(1);
  return trajectories[0] as ObservedTrajectory;
}

describe('a trace of the enriched export', () => {
  const trajectory = only(ENRICHED);

  test('reads as the run with its conversation, user and attributes', () => {
    expect(trajectory).toMatchObject({
      id: 'trace-1',
      format: 'langfuse',
      conversationId: 's-3',
      userId: 'u-7',
      agentName: 'desk',
      startUs: 1_772_359_200_000_000,
      endUs: 1_772_359_203_000_000,
      output: 'It is shipped.',
      attributes: { trace_name: 'support', release: 'v1.4', environment: 'production', tags: 'vip, eu', plan: 'pro' },
      problems: [],
    });
  });

  test('has its model calls with messages, tools, parameters, tokens and cost', () => {
    expect(trajectory.steps[0]).toEqual({
      kind: 'model_call',
      agent: ['desk'],
      startUs: 1_772_359_200_500_000,
      durationMs: 500,
      sources: ['m1'],
      provider: null,
      requestModel: 'gpt-4o',
      responseModel: null,
      responseId: null,
      input: [
        { role: 'system', parts: [{ kind: 'text', text: 'You are a support desk.' }] },
        { role: 'user', parts: [{ kind: 'text', text: 'Where is A1?' }] },
      ],
      output: {
        role: 'assistant',
        parts: [{ kind: 'tool_call', id: 'call_1', name: 'get_order', arguments: { order_id: 'A1' } }],
      },
      tools: [{ name: 'get_order', description: null, parameters: {} }],
      parameters: { temperature: 0.2 },
      finishReason: null,
      usage: { inputTokens: 50, outputTokens: 9, cachedInputTokens: 10 },
      costUsd: 0.03,
      error: null,
    });
  });

  test('has its tool call once, with the id that the model gave it', () => {
    expect(trajectory.steps.filter(({ kind }) => kind === 'tool_call')).toEqual([
      {
        kind: 'tool_call',
        agent: ['desk'],
        startUs: 1_772_359_201_100_000,
        durationMs: 300,
        sources: ['t1'],
        id: 'call_1',
        name: 'get_order',
        arguments: { order_id: 'A1' },
        outcome: { kind: 'result', value: { status: 'shipped' } },
      },
    ]);
  });
});

test('a page of the API, in any order, reads the same as the export', () => {
  const page = { data: ENRICHED.map(camelCased).toReversed(), meta: { cursor: 'x' } };
  expect(only([page])).toEqual(only(ENRICHED));
});

test('rows of a table, all of whose cells are text, read the same as the export', () => {
  const cells = ENRICHED.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : value]),
    ),
  );
  expect(only(cells)).toEqual(only(ENRICHED));
});

test('a CSV file reads the same as the export, its cells over as many lines as they need', () => {
  const columns = Object.keys(ENRICHED[0] ?? {});
  const names = [...new Set([...columns, ...ENRICHED.flatMap((record) => Object.keys(record))])];
  const spread = ENRICHED.map(
    (record): JsonObject => ({ ...record, metadata: JSON.stringify(record.metadata, null, '\n ') }),
  );
  const lines = spread.map((record) => names.map((name) => cellOf(record[name])).join(','));
  const { format, trajectories, problems } = readText(`${[names.join(','), ...lines].join('\r\n')}\r\n`);
  expect({ format, problems }).toEqual({ format: 'langfuse', problems: [] });
  expect(trajectories).toEqual([only(ENRICHED)]);
});

function cellOf(value: Json | undefined): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}

test('a row of a table with a cell too many is a problem by its line, and its neighbours are read', () => {
  const rows = ENRICHED.slice(0, 1).map((record) => Object.values(record).map(cellOf).join(','));
  const header = Object.keys(ENRICHED[0] ?? {}).join(',');
  const { trajectories, problems } = readText([header, 'a,b', ...rows, ''].join('\n'));
  expect(trajectories).toHaveLength(1);
  expect(problems).toEqual([{ place: 'line 2', reason: 'expected 18 cells, received 2' }]);
});

test('the legacy export reads the same, wherever the row of the trace stands', () => {
  expect(only(legacy())).toEqual(only(ENRICHED));
  expect(only(legacy().toReversed())).toEqual(only(ENRICHED));
});

test('a trace as its page downloads it reads the same, its observations beside it or inside', () => {
  const rows = legacy().map(camelCased);
  const [trace, observations] = [rows.at(-1) ?? {}, rows.slice(0, -1)];
  const bare = observations.map(({ input: _input, output: _output, ...rest }) => rest);
  expect(only([{ trace: { ...trace, observations: bare, scores: [] }, observations }])).toEqual(only(ENRICHED));
  expect(only([{ ...trace, observations, scores: [] }])).toEqual(only(ENRICHED));
});

test('scores are outcomes: only a boolean one that names no fault says passed or failed', () => {
  const { outcomes } = only([...ENRICHED, ...SCORES]);
  expect(outcomes).toEqual([
    { name: 'helpful', value: true, passed: true, source: 'feedback', explanation: 'quick' },
    { name: 'toxic', value: false, passed: null, source: 'evaluation', explanation: null },
    { name: 'relevance', value: 0.9, passed: null, source: 'evaluation', explanation: null },
    { name: 'tone', value: 'kind', passed: null, source: 'feedback', explanation: null },
  ]);
});

test('an observation of an error is a failed call, and one without an end has no duration', () => {
  const failed = row('t1', 'root', 'TOOL', 'get_order', 1, 1, {
    level: 'ERROR',
    status_message: 'timeout',
    end_time: null,
  });
  const { steps } = only([...ENRICHED.filter(({ id }) => id !== 't1'), failed]);
  const call = steps.find(({ kind }) => kind === 'tool_call');
  expect(call).toMatchObject({ outcome: { kind: 'error', value: 'timeout' }, durationMs: null });
});

test('the original attributes say what the observation is, and Langfuse’s own fields what they lack', () => {
  const attributes = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': 'gpt-4o',
    'gen_ai.response.id': 'resp_1',
    'gen_ai.response.finish_reasons': '["stop"]',
    'gen_ai.usage.input_tokens': '40',
    'gen_ai.usage.output_tokens': '9',
  };
  const record = row('m1', '', 'GENERATION', 'chat gpt-4o', 0, 1, {
    input: JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: 'Hi' }] }]),
    output: JSON.stringify([{ role: 'assistant', parts: [{ type: 'text', content: 'Hello' }] }]),
    metadata: { attributes, scope: { name: 'agent_framework', version: '1' } },
  });
  expect(only([record]).steps).toMatchObject([
    {
      provider: 'openai',
      responseId: 'resp_1',
      finishReason: 'stop',
      usage: { inputTokens: 40, outputTokens: 9 },
      input: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
      output: { role: 'assistant', parts: [{ kind: 'text', text: 'Hello' }] },
    },
  ]);
});

test('what LangChain’s handler wrote as a plain span is a tool call where only a tool answers like that', () => {
  const message = { type: 'tool', name: 'find', content: '[]', tool_call_id: 'c9', status: 'success' };
  const record = row('t', '', 'SPAN', 'find', 0, 1, { input: '{"q":"x"}', output: JSON.stringify(message) });
  expect(only([record]).steps).toMatchObject([
    { kind: 'tool_call', id: 'c9', name: 'find', arguments: { q: 'x' }, outcome: { kind: 'result', value: [] } },
  ]);
});

test('rows that cannot be read are problems by their place, and their neighbours are read', () => {
  const { trajectories, problems } = readText(
    jsonLines(
      ...ENRICHED,
      { ...row('bad', '', 'SPAN', 'x', 0, 1, {}), start_time: 'yesterday' },
      { hello: 'world' },
      { id: 'x9', trace_id: 'elsewhere', name: 'helpful', value: 1, data_type: 'BOOLEAN', source: 'API' },
    ),
  );
  expect(trajectories).toHaveLength(1);
  expect(problems).toEqual([
    { place: 'line 6', reason: "no row of Langfuse's: hello" },
    { place: 'line 5', reason: 'expected a start time, received "yesterday"' },
    { place: '', reason: 'trace elsewhere: no observation of it stands in the same file' },
  ]);
});

test('it detects each form of its records and nothing else', () => {
  for (const record of [ENRICHED[0], SCORES[0], legacy().at(-1), { data: ENRICHED.slice() }]) {
    expect(langfuse.detects(record ?? {})).toBe(true);
  }
  for (const record of [
    {},
    { data: [] },
    { data: [{ id: 1 }] },
    { id: 'x', run_type: 'llm', inputs: {} },
    { messages: [] },
  ]) {
    expect(langfuse.detects(record)).toBe(false);
  }
});
