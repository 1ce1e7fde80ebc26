import { expect, test } from 'vitest';
import { rowsOf } from '../../../src/corpus/traffic/rows.ts';
import { dayOf } from '../../../src/trace/day.ts';
import type { Json, ObservedModelCall, ObservedToolCall, ObservedToolOutcome } from '../../../src/trace/index.ts';
import { emptyTrajectory, NOON_US } from './desk.ts';

const labels = { slices: ['refunds', 'orders'], cohorts: ['eu'] };
const base = { agent: ['desk', 'refunds'], startUs: NOON_US, durationMs: 12.5, sources: [] };

function modelCall(more: Partial<ObservedModelCall> = {}): ObservedModelCall {
  return {
    ...base,
    kind: 'model_call',
    provider: 'openai',
    requestModel: 'gpt-4o',
    responseModel: 'gpt-4o-2024-08-06',
    responseId: null,
    input: null,
    output: null,
    tools: null,
    parameters: {},
    finishReason: 'stop',
    usage: { inputTokens: 100, outputTokens: 10, cachedInputTokens: 50 },
    costUsd: 0.25,
    error: null,
    ...more,
  };
}

function toolCall(name: string, args: Json, outcome: ObservedToolOutcome): ObservedToolCall {
  return { ...base, kind: 'tool_call', id: null, name, arguments: args, outcome };
}

const result = (value: Json): ObservedToolOutcome => ({ kind: 'result', value });

test('a row has what the steps add up to, and null where none of them tells', () => {
  const steps = [
    modelCall(),
    toolCall('refund', { id: 7 }, result({ ok: true })),
    toolCall('get', { id: 7 }, { kind: 'error', value: { code: 404 } }),
    toolCall('get', { id: 8 }, { kind: 'unknown' }),
    modelCall({ responseModel: null, usage: null, costUsd: null, error: 'rate limited', durationMs: null }),
  ];
  const trajectory = {
    ...emptyTrajectory('t'),
    startUs: NOON_US,
    endUs: NOON_US + 2500,
    steps,
    attributes: { tier: 'gold' },
    problems: ['a', 'b'],
  };
  const { trajectory: row } = rowsOf(trajectory, 'trace', labels);
  expect(row).toEqual({
    id: 't',
    trace_id: 'trace',
    format: 'desk',
    conversation_id: null,
    user_id: null,
    agent_name: null,
    agent_version: null,
    started_at: NOON_US,
    duration_ms: 2.5,
    provider: 'openai',
    model: 'gpt-4o-2024-08-06',
    models: ['gpt-4o', 'gpt-4o-2024-08-06'],
    slices: ['refunds', 'orders'],
    cohorts: ['eu'],
    attributes: '{"tier":"gold"}',
    passed: null,
    outcome_name: null,
    outcome_source: null,
    outcome_score: null,
    outcome_label: null,
    steps: 5,
    model_calls: 2,
    tool_calls: 3,
    tool_counts: '{"get":2,"refund":1}',
    model_errors: 1,
    tool_errors: 1,
    input_tokens: 100,
    output_tokens: 10,
    cached_input_tokens: 50,
    cost_usd: 0.25,
    model_ms: 12.5,
    tool_ms: 37.5,
    prompt_fingerprint: null,
    tools_fingerprint: null,
    result_shapes_fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    output_shape_fingerprint: null,
    problems: 2,
  });
  const nothing = rowsOf({ ...trajectory, steps: [] }, null, { slices: [], cohorts: [] }).trajectory;
  expect(nothing).toMatchObject({ trace_id: null, input_tokens: null, cost_usd: null, tool_ms: null, model: null });
});

test('a step has its tool, its error, and its agent from the outermost to the innermost', () => {
  const steps = [modelCall(), toolCall('get', { id: 7 }, { kind: 'error', value: { code: 404 } })];
  const rows = rowsOf({ ...emptyTrajectory('t'), steps }, null, labels).steps;
  expect(rows).toMatchObject([
    { trajectory_id: 't', step: 0, kind: 'model_call', agent: 'desk/refunds', model: 'gpt-4o-2024-08-06', tool: null },
    {
      step: 1,
      kind: 'tool_call',
      tool: 'get',
      error: '{"code":404}',
      result_shape_fingerprint: null,
      duration_ms: 12.5,
    },
  ]);
});

test('the first outcome that says passed or failed is the outcome; else the first', () => {
  const outcome = (name: string, value: number | string, passed: boolean | null) =>
    ({ name, value, passed, source: 'evaluation', explanation: null }) as const;
  const rowWith = (...outcomes: ReturnType<typeof outcome>[]) =>
    rowsOf({ ...emptyTrajectory('t'), outcomes }, null, labels).trajectory;
  expect(rowWith(outcome('tone', 'kind', null), outcome('utility', 0.5, false), outcome('x', 1, true))).toMatchObject({
    passed: false,
    outcome_name: 'utility',
    outcome_score: 0.5,
    outcome_label: null,
    outcome_source: 'evaluation',
  });
  expect(rowWith(outcome('tone', 'kind', null))).toMatchObject({
    passed: null,
    outcome_name: 'tone',
    outcome_label: 'kind',
  });
});

test('fingerprints are equal for equal calls and for results of one shape, whatever the order of members', () => {
  const step = (args: Json, value: Json) => {
    const [row] = rowsOf(
      { ...emptyTrajectory('t'), steps: [toolCall('get', args, result(value))] },
      null,
      labels,
    ).steps;
    return {
      args: row?.arguments_fingerprint,
      argumentsShape: row?.arguments_shape_fingerprint,
      result: row?.result_fingerprint,
      shape: row?.result_shape_fingerprint,
    };
  };
  const one = step({ a: 1, b: 2 }, { n: 1, items: [{ x: 1 }, { x: 2 }] });
  const other = step({ b: 2, a: 1 }, { items: [{ x: 9 }], n: 5 });
  expect(other.args).toBe(one.args);
  expect(other.shape).toBe(one.shape);
  expect(other.result).not.toBe(one.result);
  expect(step({ a: 2, b: 2 }, null).args).not.toBe(one.args);
  expect(step({}, { n: '1', items: [{ x: 1 }] }).shape).not.toBe(one.shape);
  // Many tools give JSON as text.
  expect(step({}, '{"items":[{"x":3}],"n":0}').shape).toBe(one.shape);
});

test('values nested without end have no fingerprint, and do no harm', () => {
  let deep: Json = 0;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  const steps = [toolCall('get', deep, { kind: 'error', value: deep }), toolCall('get', null, result(deep))];
  expect(rowsOf({ ...emptyTrajectory('t'), steps }, null, labels).steps).toMatchObject([
    { arguments_fingerprint: null, result_fingerprint: null, error: 'an error nested too deep to be shown' },
    { result_fingerprint: null, result_shape_fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
});

test('the prompt is the system messages, the tools are the definitions in any order', () => {
  const tool = (name: string) => ({ name, description: null, parameters: {} });
  const said = (role: 'system' | 'user', text: string) => ({ role, parts: [{ kind: 'text' as const, text }] });
  const prints = (more: Partial<ObservedModelCall>) => {
    const { prompt_fingerprint, tools_fingerprint } = rowsOf(
      { ...emptyTrajectory('t'), steps: [modelCall(more)] },
      null,
      labels,
    ).trajectory;
    return { prompt_fingerprint, tools_fingerprint };
  };
  const first = prints({ input: [said('system', 'Be brief.'), said('user', 'a')], tools: [tool('x'), tool('y')] });
  expect(prints({ input: [said('system', 'Be brief.'), said('user', 'b')], tools: [tool('y'), tool('x')] })).toEqual(
    first,
  );
  const changed = prints({ input: [said('system', 'Be long.')], tools: [tool('x')] });
  expect(changed.prompt_fingerprint).not.toBe(first.prompt_fingerprint);
  expect(changed.tools_fingerprint).not.toBe(first.tools_fingerprint);
});

test('the day of a time is its UTC day; a time outside of this century has none', () => {
  for (const text of ['2000-01-01T00:00:00Z', '2024-02-29T23:59:59Z', '2026-03-01T00:00:00Z', '2099-12-31T23:59:59Z'])
    expect(dayOf(Date.parse(text) * 1000)).toBe(text.slice(0, 10));
  for (let day = Date.parse('2000-01-01'); day < Date.parse('2100-01-01'); day += 7 * 86_400_000)
    if (dayOf(day * 1000) !== new Date(day).toISOString().slice(0, 10)) throw new Error(`day ${day}`);
  expect(
    [null, 0, -1, Number.NaN, Date.parse('1999-12-31') * 1000, Date.parse('2100-01-01') * 1000].map(dayOf),
  ).toEqual([null, null, null, null, null, null]);
});
