import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTrajectoryFile } from '../../../evals/readers/trajectory-file.ts';
import type { JsonObject, ObservedStep, ObservedTrajectory } from '../../../src/trace/index.ts';
import { jsonLines, readText } from './read-file.ts';

/** One line a step: what was called, and what came of it. */
function outline(steps: readonly ObservedStep[]): string[] {
  return steps.map((step) => {
    const agent = step.agent.length === 0 ? '' : `${step.agent.join('/')}: `;
    if (step.kind === 'model_call') return `${agent}${step.requestModel} of ${step.input?.length} messages`;
    const { outcome } = step;
    const came = outcome.kind === 'unknown' ? 'unknown' : `${outcome.kind} ${JSON.stringify(outcome.value)}`;
    return `${agent}${step.name}(${JSON.stringify(step.arguments)}) -> ${came.slice(0, 60)}`;
  });
}

describe('an archive that Inspect wrote (inspect-desk.py made it)', () => {
  const trajectories = new Map<string, ObservedTrajectory>();
  const problems: string[] = [];
  let format: string | null = null;
  beforeAll(async () => {
    const read = await readTrajectoryFile(join(import.meta.dirname, 'inspect-desk.eval'));
    format = read.format;
    problems.push(...read.problems);
    for (const one of read.trajectories) trajectories.set(String(one.attributes.id), one);
  });

  test('is known by its header, and each sample is a trajectory', () => {
    expect({ format, problems, ids: [...trajectories.keys()].sort() }).toEqual({
      format: 'inspect',
      problems: [],
      ids: ['order-0', 'order-1', 'order-9'],
    });
    expect(trajectories.get('order-1')).toMatchObject({
      attributes: { task: 'desk', model: 'mockllm/desk', epoch: 1, 'metadata.intent': 'status' },
      output: 'It was shipped and takes two days.',
      problems: [],
    });
  });

  test('tools, a sub-agent and long texts that stand elsewhere are in their places; what the scorer asked is not', () => {
    expect(outline(trajectories.get('order-1')?.steps ?? [])).toEqual([
      'mockllm/desk of 2 messages',
      'look_up_order({"order_id":"A-1"}) -> result {"order_id":"A-1","status":"shipped","note":"left at ',
      'mockllm/desk of 4 messages',
      'clerk({"input":"How long do parcels take?"}) -> result "Parcels take two days."',
      'clerk: mockllm/clerk of 1 messages',
      'mockllm/desk of 6 messages',
    ]);
  });

  test('tokens count cached ones, times are kept, the tools are those that were offered', () => {
    const [call, tool] = trajectories.get('order-1')?.steps ?? [];
    expect(call).toMatchObject({
      provider: 'mockllm',
      finishReason: 'tool_calls',
      usage: { inputTokens: 106, outputTokens: 10, cachedInputTokens: 5 },
      tools: [{ name: 'look_up_order' }, { name: 'clerk' }],
      sources: [expect.stringMatching(/^samples\/order-1_epoch_1.json events\[\d+\]$/)],
    });
    expect(tool?.durationMs).toBeGreaterThan(0);
    expect(tool?.startUs).toBeGreaterThan(call?.startUs ?? Number.POSITIVE_INFINITY);
  });

  test('a tool that refuses is an error; one that breaks the sample leaves it undetermined', () => {
    expect(outline(trajectories.get('order-9')?.steps ?? []).slice(1, 2)).toEqual([
      'look_up_order({"order_id":"A-9"}) -> error "no such order"',
    ]);
    const broken = trajectories.get('order-0');
    expect(broken?.steps.at(-1)).toMatchObject({ kind: 'tool_call', outcome: { kind: 'error' } });
    expect(broken?.outcomes).toEqual([
      {
        name: 'status',
        value: 'error',
        passed: null,
        source: 'status',
        explanation: expect.stringContaining('is gone'),
      },
    ]);
  });

  test('each scorer is an outcome; partial credit is neither a pass nor a fail', () => {
    const scores = (id: string): unknown[] =>
      (trajectories.get(id)?.outcomes ?? []).map(({ name, value, passed }) => [name, value, passed]);
    expect([scores('order-1'), scores('order-9')]).toEqual([
      [
        ['includes', 'C', true],
        ['model_graded_qa', 'P', null],
      ],
      [
        ['includes', 'I', false],
        ['model_graded_qa', 'P', null],
      ],
    ]);
  });
});

const SAMPLE: JsonObject = {
  id: 7,
  epoch: 2,
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Where is A-1?' },
        { type: 'image', image: 'x' },
      ],
    },
    {
      role: 'assistant',
      content: 'Looking.',
      tool_calls: [{ id: 'c', function: 'look_up', arguments: { id: 'A-1' } }],
    },
    { role: 'tool', tool_call_id: 'c', function: 'look_up', content: 'attachment://f00' },
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', reasoning: 'easy' },
        { type: 'text', text: 'Shipped.' },
      ],
    },
  ],
  attachments: { f00: '{"status":"shipped"}' },
  output: { completion: 'Shipped.' },
  scores: { match: { value: { exact: 1, tone: 0.5 }, explanation: 'fine' } },
};
const LOG = { version: 2, status: 'success', eval: { task: 'desk', model: 'openai/gpt-4o' }, samples: [SAMPLE, 3] };

test('a JSON log without transcripts is read by its messages; a torn sample leaves its neighbours', () => {
  const { format, trajectories, problems } = readText(JSON.stringify(LOG, null, 2));
  const [only] = trajectories;
  expect({ format, count: trajectories.length, problems }).toEqual({
    format: 'inspect',
    count: 1,
    problems: [
      { place: 'samples[1]', reason: expect.stringContaining('or a sample with "id", "epoch" and "messages"') },
    ],
  });
  expect(outline(only?.steps ?? [])).toEqual([
    'openai/gpt-4o of 1 messages',
    'look_up({"id":"A-1"}) -> result {"status":"shipped"}',
    'openai/gpt-4o of 3 messages',
  ]);
  expect(only?.outcomes.map(({ name, value, passed }) => [name, value, passed])).toEqual([
    ['match.exact', 1, true],
    ['match.tone', 0.5, null],
  ]);
});

test('NaN, which Python writes, does not make a log unreadable', () => {
  const text = JSON.stringify(LOG).replace('"status":"success"', '"status":"NaN, success","results":[NaN,-Infinity]');
  expect(readText(text)).toMatchObject({ format: 'inspect', trajectories: [{ output: 'Shipped.' }] });
});

test('a call that the transcript knows only as asked for has its result from the conversation', () => {
  const [, asked] = SAMPLE.messages as JsonObject[];
  const event = { event: 'model', model: 'm', input: [], output: { choices: [{ message: asked ?? null }] } };
  const { trajectories } = readText(jsonLines({ ...SAMPLE, events: [event] }));
  expect(outline(trajectories[0]?.steps ?? [])).toEqual([
    'm of 0 messages',
    'look_up({"id":"A-1"}) -> result {"status":"shipped"}',
  ]);
});

test('older logs: scorers between steps, events inside the event of a tool', () => {
  const model = (name: string): JsonObject => ({ event: 'model', model: name, input: [], output: {} });
  const events = [
    model('desk'),
    { event: 'tool', id: 'c', function: 'ask', arguments: {}, result: 'yes', events: [model('helper')] },
    { event: 'step', action: 'begin', type: 'scorer', name: 's' },
    model('grader'),
    { event: 'step', action: 'end', type: 'scorer', name: 's' },
  ];
  const { trajectories } = readText(jsonLines({ ...SAMPLE, events }));
  expect(outline(trajectories[0]?.steps ?? [])).toEqual([
    'desk of 0 messages',
    'ask({}) -> result "yes"',
    'helper of 0 messages',
  ]);
});

test('a log without samples, or with a header alone, says so', () => {
  for (const log of [
    { ...LOG, samples: [] },
    { status: 'error', eval: {} },
  ]) {
    expect(readText(jsonLines(log)).problems).toMatchObject([{ reason: 'a log without samples' }]);
  }
});
