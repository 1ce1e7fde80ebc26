import type { JsonObject } from '../../../src/trace/index.ts';

const CALL = { id: 'call_1', type: 'function', function: { name: 'get_order', arguments: '{"order_id":"A1"}' } };
const ASKED = [
  { role: 'system', content: 'You are a support desk.' },
  { role: 'user', content: 'Where is A1?' },
];

/** One trace as the enriched blob export has it: a row an observation, values as text, empty texts for what is not set. */
export const ENRICHED: readonly JsonObject[] = [
  row('root', '', 'AGENT', 'desk', 0, 3, {
    input: 'Where is A1?',
    output: 'It is shipped.',
    metadata: { plan: 'pro' },
  }),
  row('m1', 'root', 'GENERATION', 'chat', 0.5, 1, {
    input: JSON.stringify({ messages: ASKED, tools: [{ type: 'function', function: { name: 'get_order' } }] }),
    output: JSON.stringify({ role: 'assistant', content: null, tool_calls: [CALL] }),
    provided_model_name: 'gpt-4o',
    model_parameters: '{"temperature":0.2}',
    usage_details: { input: 40, input_cached_tokens: 10, output: 9, total: 59 },
    cost_details: { input: 0.01, output: 0.02, total: 0.03 },
  }),
  row('t1', 'root', 'TOOL', 'get_order', 1.1, 1.4, { input: '{"order_id":"A1"}', output: '{"status":"shipped"}' }),
  row('m2', 'root', 'GENERATION', 'chat', 2, 2.5, {
    input: JSON.stringify([
      ...ASKED,
      { role: 'assistant', tool_calls: [CALL] },
      { role: 'tool', tool_call_id: 'call_1', content: '{"status":"shipped"}' },
    ]),
    output: 'It is shipped.',
    provided_model_name: 'gpt-4o',
  }),
];

export function row(
  id: string,
  parent: string,
  type: string,
  name: string,
  start: number,
  end: number,
  rest: JsonObject,
): JsonObject {
  return {
    id,
    trace_id: 'trace-1',
    parent_observation_id: parent,
    type,
    name,
    start_time: at(start),
    end_time: at(end),
    level: 'DEFAULT',
    status_message: '',
    user_id: 'u-7',
    session_id: 's-3',
    trace_name: 'support',
    tags: ['vip', 'eu'],
    release: 'v1.4',
    environment: 'production',
    metadata: {},
    input: '',
    output: '',
    ...rest,
  };
}

function at(second: number): string {
  return `2026-03-01 10:00:0${second.toFixed(6)}`;
}

export function camelCased(record: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

export const SCORES: readonly JsonObject[] = [
  {
    id: 'x1',
    trace_id: 'trace-1',
    name: 'helpful',
    value: 1,
    data_type: 'BOOLEAN',
    source: 'ANNOTATION',
    comment: 'quick',
  },
  { id: 'x2', trace_id: 'trace-1', name: 'toxic', value: 0, data_type: 'BOOLEAN', source: 'EVAL', comment: null },
  {
    id: 'x3',
    trace_id: 'trace-1',
    observation_id: 'm2',
    name: 'relevance',
    value: 0.9,
    data_type: 'NUMERIC',
    source: 'EVAL',
  },
  {
    id: 'x4',
    trace_id: 'trace-1',
    name: 'tone',
    value: 2,
    string_value: 'kind',
    data_type: 'CATEGORICAL',
    source: 'API',
  },
];

const OF_TRACE = ['user_id', 'session_id', 'trace_name', 'tags', 'release', 'environment'];

/** The legacy export: what is of the trace stands in a row of its own. */
export function legacy(): JsonObject[] {
  const observations = ENRICHED.map((record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !OF_TRACE.includes(key))),
  );
  const trace = {
    id: 'trace-1',
    timestamp: at(0),
    name: 'support',
    user_id: 'u-7',
    session_id: 's-3',
    tags: ['vip', 'eu'],
    release: 'v1.4',
    environment: 'production',
    metadata: {},
  };
  return [...observations, trace];
}
