import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/trace/index.ts';
import { readText } from './read-file.ts';

const TRIAL: JsonObject = {
  task_id: 3,
  trial: 1,
  reward: 1,
  info: { task: { user_id: 'mia' }, source: 'user', user_cost: 0.01, reward_info: { reward: 1 } },
  traj: [
    { role: 'system', content: 'policy' },
    { role: 'user', content: 'book it' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'book', arguments: '{"seats":2}' } }],
    },
    { role: 'tool', tool_call_id: 'c', name: 'book', content: 'Error: no seats' },
    { role: 'assistant', content: 'Sold out.' },
    { role: 'user', content: '###STOP###' },
  ],
};

function outcomes(record: JsonObject): unknown[] {
  const [trajectory] = readText(JSON.stringify([record])).trajectories;
  return (trajectory?.outcomes ?? []).map(({ name, value, passed }) => [name, value, passed]);
}

test('tau-bench: parsed arguments, a tool that failed, the reward', () => {
  const { format, trajectories } = readText(JSON.stringify([TRIAL]));
  expect(format).toBe('tau-bench');
  expect(trajectories).toMatchObject([
    {
      attributes: { task_id: 3, trial: 1, 'info.user_cost': 0.01 },
      steps: [
        { kind: 'model_call', input: [{ role: 'system' }, { role: 'user' }] },
        { name: 'book', arguments: { seats: 2 }, outcome: { kind: 'error', value: 'Error: no seats' } },
        { kind: 'model_call' },
      ],
      output: 'Sold out.',
      outcomes: [{ name: 'reward', value: 1, passed: true, source: 'reward' }],
    },
  ]);
});

test('tau-bench: the plain success judges where the reward is shaped; a trial that errored is undetermined', () => {
  const shaped = (reward: number, base_success: number): JsonObject => ({
    ...TRIAL,
    reward,
    info: { reward_info: { components: { base_success } } },
  });
  expect(outcomes(shaped(0.93, 1))).toEqual([
    ['base_success', 1, true],
    ['reward', 0.93, null],
  ]);
  expect(outcomes(shaped(0, 0))).toEqual([
    ['base_success', 0, false],
    ['reward', 0, null],
  ]);
  expect(outcomes({ ...TRIAL, reward: 0.5 })).toEqual([['reward', 0.5, null]]);
  expect(outcomes({ ...TRIAL, reward: 0, info: { error: 'timeout' }, traj: [] })).toEqual([
    ['reward', 0, null],
    ['status', 'error', null],
  ]);
});

const at = (second: number): string => `2025-08-01T16:20:${String(second).padStart(2, '0')}.500000`;
const SIMULATION: JsonObject = {
  id: '8f0e',
  task_id: '13',
  trial: 0,
  start_time: at(1),
  end_time: at(9),
  termination_reason: 'user_stop',
  reward_info: { reward: 0 },
  messages: [
    {
      role: 'assistant',
      content: 'Hi! How can I help?',
      tool_calls: null,
      timestamp: at(1),
      usage: null,
      raw_data: null,
    },
    { role: 'user', content: 'Where is it?', tool_calls: null, timestamp: at(2) },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', name: 'look_up', arguments: { id: 'A-1' }, requestor: 'assistant' }],
      timestamp: at(4),
      cost: 0.002,
      usage: { prompt_tokens: 90, completion_tokens: 10 },
      raw_data: { finish_reason: 'tool_calls' },
    },
    { role: 'tool', id: 'c', content: 'no such order', error: true, requestor: 'assistant', timestamp: at(5) },
    { role: 'assistant', content: 'Lost.', tool_calls: null, timestamp: at(6), cost: 0, usage: { prompt_tokens: 99 } },
  ],
};
const LOG: JsonObject = {
  tasks: [],
  info: {
    agent_info: { implementation: 'llm_agent', llm: 'gpt-4.1', llm_args: { temperature: 0 } },
    environment_info: { domain_name: 'airline', policy: 'be kind' },
  },
  simulations: [SIMULATION, { task_id: '14' }],
};

test('tau2: times from the message before, tokens, costs, the agent; its canned greeting is no model call', () => {
  const { format, trajectories, problems } = readText(JSON.stringify(LOG, null, 1));
  expect({ format, problems }).toEqual({
    format: 'tau2',
    problems: [{ place: 'simulations[1]', reason: 'expected {"task_id","trial","messages","reward_info"}' }],
  });
  expect(trajectories).toMatchObject([
    {
      id: '8f0e',
      agentName: 'llm_agent',
      attributes: { domain: 'airline', task_id: '13', trial: 0, termination_reason: 'user_stop' },
      startUs: 1_754_065_201_500_000,
      endUs: 1_754_065_209_500_000,
      outcomes: [{ name: 'reward', value: 0, passed: false }],
      problems: ['times without an offset from UTC, read as UTC'],
    },
  ]);
  expect(trajectories[0]?.steps).toMatchObject([
    {
      kind: 'model_call',
      requestModel: 'gpt-4.1',
      parameters: { temperature: 0 },
      durationMs: 2000,
      usage: { inputTokens: 90, outputTokens: 10 },
      costUsd: 0.002,
      finishReason: 'tool_calls',
      input: [{ role: 'assistant' }, { role: 'user' }],
    },
    { name: 'look_up', durationMs: 1000, outcome: { kind: 'error', value: 'no such order' } },
    // 0 is what is written where no price is known.
    { kind: 'model_call', durationMs: 1000, costUsd: null },
  ]);
});

test("tau2: the simulated user's own tool calls are counted, not taken for the agent's", () => {
  const mine = [{ id: 'u', name: 'toggle_data', arguments: {}, requestor: 'user' }];
  const messages = [
    { role: 'user', content: null, tool_calls: mine, timestamp: at(2) },
    { role: 'tool', id: 'u', content: 'on', error: false, requestor: 'user', timestamp: at(3) },
  ];
  const simulation = { ...SIMULATION, messages, termination_reason: 'infrastructure_error' };
  const [trajectory] = readText(JSON.stringify({ ...LOG, simulations: [simulation] })).trajectories;
  expect(trajectory).toMatchObject({ steps: [], outcomes: [{ passed: null }, { name: 'status', value: 'error' }] });
  expect(trajectory?.problems).toContain("1 tool calls are the simulated user's and no steps of the agent");
});

test('a log that holds no simulation says so', () => {
  expect(readText(JSON.stringify({ simulations: [], tasks: [] })).problems).toEqual([
    { place: 'line 1', reason: 'holds no simulation' },
  ]);
});
