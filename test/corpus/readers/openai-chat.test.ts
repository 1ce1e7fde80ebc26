import { expect, test } from 'vitest';
import { writeCaseLine } from '../../../src/corpus/index.ts';
import { TRAJECTORY_READERS } from '../../../src/corpus/readers/table.ts';
import type { JsonObject } from '../../../src/trace/index.ts';
import { jsonLines, readText } from './read-file.ts';

const CHAT: JsonObject = {
  messages: [
    { role: 'developer', content: 'Be brief.' },
    { role: 'user', content: [{ type: 'text', text: 'Paris?' }] },
    {
      role: 'assistant',
      tool_calls: [
        { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } },
        { id: 'c2', type: 'function', function: { name: 'time', arguments: '' } },
      ],
    },
    { role: 'tool', tool_call_id: 'c2', content: '12:00' },
    { role: 'tool', tool_call_id: 'c1', content: '{"sky":"blue"}' },
    { role: 'assistant', content: 'Blue at noon.', weight: 1 },
  ],
  tools: [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }],
  parallel_tool_calls: true,
  metadata: { intent: 'weather' },
};

test('a conversation as fine-tuning files have it', () => {
  const { format, trajectories, problems } = readText(jsonLines(CHAT));
  expect({ format, problems }).toEqual({ format: 'openai-chat', problems: [] });
  expect(trajectories).toMatchObject([
    { attributes: { 'metadata.intent': 'weather' }, output: 'Blue at noon.', outcomes: [], problems: [] },
  ]);
  expect(trajectories[0]?.steps).toMatchObject([
    {
      kind: 'model_call',
      input: [{ role: 'system' }, { role: 'user', parts: [{ kind: 'text', text: 'Paris?' }] }],
      tools: [{ name: 'weather', parameters: { type: 'object' } }],
      parameters: { parallel_tool_calls: true },
    },
    { id: 'c1', name: 'weather', arguments: { city: 'Paris' }, outcome: { kind: 'result', value: { sky: 'blue' } } },
    { id: 'c2', name: 'time', arguments: {}, outcome: { kind: 'result', value: '12:00' } },
    { kind: 'model_call' },
  ]);
});

test('old function calls, and arguments that are no JSON, are read as they stand', () => {
  const messages = [
    { role: 'user', content: 'hi' },
    { role: 'assistant', content: null, function_call: { name: 'weather', arguments: '{"city":' } },
    { role: 'function', name: 'weather', content: 'blue' },
  ];
  const { trajectories } = readText(jsonLines({ messages, model: 'gpt-3.5', functions: [{ name: 'weather' }] }));
  expect(trajectories[0]).toMatchObject({
    output: null,
    steps: [
      { requestModel: 'gpt-3.5', tools: [{ name: 'weather' }] },
      { id: 'weather', name: 'weather', arguments: '{"city":', outcome: { value: 'blue' } },
    ],
  });
});

test('an id that another conversation has too makes them not one; one that goes on is the same', () => {
  const asked = (text: string, ...more: JsonObject[]): JsonObject => ({
    id: '1',
    messages: [{ role: 'user', content: text }, { role: 'assistant', content: 'Yes.' }, ...more],
  });
  const goesOn = asked('Paris?', { role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' });
  const { trajectories } = readText(jsonLines(asked('Paris?'), asked('Rome?'), goesOn));
  const [paris, rome, longer] = trajectories.map(({ id }) => id);
  expect(paris).toEqual(expect.stringMatching(/^1\/[0-9a-f]{16}$/));
  expect(rome).not.toBe(paris);
  expect(longer).toBe(paris);
});

test('a conversation to which nobody answered is a problem', () => {
  expect(readText(jsonLines({ messages: [{ role: 'user', content: 'hi' }] })).problems).toEqual([
    { place: 'line 1', reason: 'a conversation without any message of the assistant' },
  ]);
});

const CASE = {
  id: 'desk-1',
  status: 'active',
  source: { traceId: null, recordedAt: '2026-01-02T03:04:05Z', agentVersion: 'v7', model: 'm' },
  slices: ['refund'],
  cohorts: [],
  weight: 1,
  cluster: 'talk-1',
  input: { question: 'refund?' },
  recordings: [
    {
      steps: [
        { kind: 'model_call', model: 'm', requestKey: null, response: null, usage: null },
        { kind: 'tool_call', name: 'refund', arguments: { id: 1 }, outcome: { kind: 'error', value: 'no' } },
      ],
      output: 'Sorry.',
    },
  ],
  expectations: null,
} as const;

test("each recording of pawl's own cases is a trajectory", () => {
  const { format, trajectories, problems } = readText(`${writeCaseLine(CASE)}\n`);
  expect({ format, problems }).toEqual({ format: 'pawl-case', problems: [] });
  expect(trajectories).toMatchObject([
    {
      id: expect.stringMatching(/^desk-1\/0\/[0-9a-f]{16}$/),
      conversationId: 'talk-1',
      agentVersion: 'v7',
      attributes: { case: 'desk-1', slices: 'refund' },
      startUs: 1_767_323_045_000_000,
      steps: [
        { kind: 'model_call', requestModel: 'm', input: null },
        { kind: 'tool_call', name: 'refund', arguments: { id: 1 }, outcome: { kind: 'error', value: 'no' } },
      ],
      output: 'Sorry.',
    },
  ]);
  expect(
    readText('{"v":1,"id":"x","input":1,"recordings":[]}\n{"v":2,"input":1,"recordings":[]}').problems,
  ).toHaveLength(2);
});

test('no record is of two formats', () => {
  const records: JsonObject[] = [
    CHAT,
    JSON.parse(writeCaseLine(CASE)),
    { suite_name: 's', user_task_id: 'u', utility: true, messages: [{ role: 'user' }] },
    { task_id: 1, trial: 0, reward: 1, traj: [] },
    { simulations: [], tasks: [], info: {} },
    { status: 'success', eval: {}, samples: [] },
    { id: 1, epoch: 1, messages: [{ role: 'user' }] },
  ];
  const fitting = records.map((record) => TRAJECTORY_READERS.filter(({ detects }) => detects(record)));
  expect(fitting.map((readers) => readers.map(({ name }) => name))).toEqual([
    ['openai-chat'],
    ['pawl-case'],
    ['agentdojo'],
    ['tau-bench'],
    ['tau2'],
    ['inspect'],
    ['inspect'],
  ]);
});
