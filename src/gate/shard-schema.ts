import { trialSchema } from '../replay/index.ts';
import { CHECK_NAMES, SCORERS } from '../score/index.ts';
import { schemaCheck } from '../trace/index.ts';

const text = { type: 'string' };
const word = { type: 'string', maxLength: 4096 };
const hash = { type: 'string', pattern: '^[0-9a-f]{40}([0-9a-f]{24})?$' };
const count = { type: 'integer', minimum: 0 };
const positive = { type: 'integer', minimum: 1 };
const flag = { type: 'boolean' };
const amountOrNull = { type: ['number', 'null'], minimum: 0 };

function exactly(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

function listOf(items: object, maxItems: number): object {
  return { type: 'array', maxItems, items };
}

const tool = exactly({ name: text, description: { type: ['string', 'null'] }, parameters: { type: 'object' } });
const tools = listOf(tool, 10_000);

/** The first line of an upload. */
export const headCheck = schemaCheck(
  exactly({
    format: word,
    ...{ plan: hash, headSha: hash, agents: exactly({ base: hash, head: hash }) },
    ...{
      round: { enum: [1, 2] },
      shard: positive,
      attempt: positive,
      spent: flag,
      durationMs: { type: 'number', minimum: 0 },
    },
    isolation: {
      type: 'object',
      oneOf: [
        exactly({ kind: { const: 'uid' }, uid: count }),
        exactly({ kind: { const: 'bubblewrap' } }),
        exactly({ kind: { const: 'none' }, why: word }),
      ],
    },
    tools: exactly({ base: tools, head: tools }),
    judges: listOf(
      exactly({
        ...{ name: word, votes: count, calls: count, costUsd: amountOrNull, unreadable: count },
        verdicts: listOf(exactly({ label: flag, verdict: flag }), 100_000),
      }),
      1000,
    ),
    warnings: listOf(word, 10_000),
  }),
  [],
);

const outcome = {
  type: 'object',
  oneOf: [
    exactly({ kind: { const: 'pass' } }),
    exactly({ kind: { const: 'fail' }, reason: text }),
    exactly({ kind: { const: 'undetermined' }, reason: text }),
  ],
};

const score = {
  ...exactly({
    outcome,
    scores: listOf(exactly({ scorer: { enum: Object.keys(SCORERS) }, outcome }), 10_000),
    measures: exactly({
      ...{ steps: count, modelCalls: count, toolCalls: count, toolErrors: count },
      toolCallsByTool: { type: 'object', additionalProperties: count },
      ...{ inputTokens: amountOrNull, outputTokens: amountOrNull, latencyMs: amountOrNull, costUsd: amountOrNull },
      checks: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(CHECK_NAMES.map((name) => [name, flag])),
      },
    }),
  }),
  type: ['object', 'null'],
};

const call = { type: 'object', required: ['name', 'arguments'], properties: { name: text } };

/** The line of a trial. */
export const trialCheck = schemaCheck(
  exactly({
    kind: { const: 'trial' },
    ran: exactly({ trial: trialSchema(['base', 'head']), stored: flag, probe: flag }),
    score,
    uncalled: { ...exactly({ recording: count, calls: listOf(call, 100_000) }), type: ['object', 'null'] },
    judging: exactly({ calls: count, costUsd: amountOrNull }),
  }),
  [],
);
