import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/trace/index.ts';
import { isJsonObject } from '../../../src/trace/index.ts';
import { jsonLines, readText } from './read-file.ts';

const ASKS = { role: 'assistant', content: 'x', tool_calls: [{ id: 'c', function: 'f', args: { a: 1 } }] };
const OPENAI = { role: 'assistant', tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{"a":1}' } }] };
const RESULT = { role: 'tool', tool_call_id: 'c', id: 'c', content: 'y', tool_call: { function: 'f' }, error: null };
const MESSAGES = [{ role: 'user', content: 'hi' }, ASKS, OPENAI, RESULT];
const EVENT = {
  event: 'model',
  model: 'm',
  span_id: 's',
  input: [],
  input_refs: [[0, 1]],
  output: { choices: [OPENAI] },
};

/** One record of each format, with something in every member that its reader looks at. */
const RECORDS: readonly JsonObject[] = [
  { suite_name: 's', pipeline_name: 'p', user_task_id: 'u', attack_type: 'a', utility: true, messages: MESSAGES },
  { task_id: 1, trial: 0, reward: 1, traj: MESSAGES, info: { reward_info: { components: { base_success: 1 } } } },
  {
    tasks: [],
    info: { agent_info: { llm: 'm', llm_args: {} }, environment_info: { domain_name: 'd' } },
    simulations: [{ id: 'i', start_time: '2026-01-01T00:00:00', messages: MESSAGES, reward_info: { reward: 1 } }],
  },
  {
    status: 'success',
    eval: { task: 't', model: 'm', revision: { commit: 'c' } },
    samples: [
      {
        id: 1,
        epoch: 1,
        messages: MESSAGES,
        events: [{ event: 'span_begin', id: 's', parent_id: 's', type: 'agent', name: 'a' }, EVENT],
        events_data: { messages: MESSAGES },
        attachments: { x: 'long' },
        scores: { s: { value: 'C' } },
        output: { completion: 'x' },
      },
    ],
  },
  { messages: MESSAGES, tools: [{ type: 'function', function: { name: 'f' } }], metadata: { k: 'v' } },
  { v: 1, id: 'c', input: 1, recordings: [{ steps: [{ kind: 'model_call', model: 'm' }], output: 'x' }] },
];

/** The value with another one in the place that `path` leads to. */
function replaced(value: Json, path: readonly number[], other: Json): Json {
  const [step, ...rest] = path;
  const keys = isJsonObject(value) || Array.isArray(value) ? Object.keys(value) : [];
  const key = step === undefined || keys.length === 0 ? undefined : keys[step % keys.length];
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, other) : item));
  return isJsonObject(value) ? { ...value, [key]: replaced(value[key] ?? null, rest, other) } : other;
}

test('whatever stands in a record, it is read or told as a problem, and its neighbour is read', () => {
  const odd = fc.oneof(
    fc.constantFrom<Json>(
      null,
      '',
      0,
      -1,
      true,
      [],
      {},
      [null],
      { role: 'tool' },
      { __proto__: null },
      'attachment://x',
    ),
    fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
  );
  const alone = RECORDS.map((record) => readText(jsonLines(record)).trajectories[0]);
  expect(alone).not.toContain(undefined);
  const path = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(fc.nat({ max: RECORDS.length - 1 }), path, odd, (index, where, other) => {
      const [record = {}, good] = [RECORDS[index], alone[index]];
      const { trajectories, problems } = readText(jsonLines(record, replaced(record, where, other)));
      expect(trajectories[0]).toEqual(good);
      expect(trajectories.length + problems.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
});
