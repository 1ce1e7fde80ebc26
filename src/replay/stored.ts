import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonObject } from '../trace/index.ts';
import type { Answer } from './answer.ts';
import type { Trial } from './trial.ts';

/** A base trial of the reservoir with what it stands on: it counts while agent and case are still the same. */
export interface StoredTrial {
  readonly agentHash: string;
  readonly caseHash: string;
  readonly trial: Trial;
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const duration = { type: 'number', minimum: 0 };

const message = {
  type: ['object', 'null'],
  required: ['role', 'parts'],
  properties: {
    role: { enum: ['system', 'user', 'assistant', 'tool'] },
    parts: { type: 'array', items: { type: 'object', required: ['kind'] } },
  },
};

const modelCall = {
  type: 'object',
  required: ['wire', 'model', 'requestKey', 'newMessages', 'response', 'usage', 'source', 'error', 'durationMs'],
  properties: {
    wire: { enum: ['openai-chat', 'openai-responses', 'anthropic-messages'] },
    model: text,
    requestKey: text,
    instructionsHash: text,
    toolsHash: text,
    newMessages: { type: 'array', items: message },
    response: message,
    finishReason: textOrNull,
    source: { enum: ['provider', 'store', 'shared'] },
    error: textOrNull,
    durationMs: duration,
  },
};

const toolCall = {
  type: 'object',
  required: ['name', 'arguments', 'outcome', 'match', 'recordedAs', 'durationMs'],
  properties: {
    name: text,
    outcome: { type: 'object', required: ['kind'], properties: { kind: { enum: ['result', 'error', 'missing'] } } },
    match: { enum: ['exact', 'renamed', 'schema_error', 'miss', 'live', 'agent'] },
    durationMs: duration,
  },
};

const trial = {
  type: 'object',
  required: ['caseId', 'side', 'number', 'standing', 'end', 'trajectory', 'divergence', 'fingerprint', 'answers'],
  properties: {
    caseId: text,
    side: { enum: ['base'] },
    number: { type: 'integer', minimum: 1 },
    standing: { enum: ['hermetic', 'assisted', 'diverged', 'not_covered', 'errored'] },
    end: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: {
          enum: [
            'answered',
            'agent_error',
            'crashed',
            'timed_out',
            'garbage',
            'stopped',
            'provider_failed',
            'late_request',
          ],
        },
      },
    },
    firstRequestKey: textOrNull,
    fingerprint: text,
    trajectory: {
      type: 'object',
      required: ['steps', 'output'],
      properties: {
        steps: {
          type: 'array',
          items: {
            type: 'object',
            required: ['kind'],
            oneOf: [
              { properties: { kind: { const: 'model_call' } }, ...pick(modelCall) },
              { properties: { kind: { const: 'tool_call' } }, ...pick(toolCall) },
            ],
          },
        },
      },
    },
    answers: {
      type: 'object',
      required: ['provider', 'store', 'shared'],
      properties: { provider: count, store: count, shared: count },
    },
    durationMs: duration,
  },
};

/** The `kind` of a step and the rest of its shape are two schemas that must both hold. */
function pick(shape: object): object {
  return { allOf: [shape] };
}

const ajv = new Ajv({ strict: false });

const isAnswerLine: ValidateFunction<Answer & { key: string }> = ajv.compile({
  type: 'object',
  required: ['key', 'wire', 'form', 'body', 'durationMs'],
  properties: {
    key: text,
    wire: { enum: ['openai-chat', 'openai-responses', 'anthropic-messages'] },
    form: { enum: ['json', 'stream'] },
    body: text,
    durationMs: duration,
  },
});

const isStoredTrial: ValidateFunction<StoredTrial> = ajv.compile({
  type: 'object',
  required: ['agentHash', 'caseHash', 'trial'],
  properties: { agentHash: text, caseHash: text, trial },
});

export function parseStoredAnswer(line: JsonObject): Answer | null {
  if (!isAnswerLine(line)) return null;
  return { wire: line.wire, form: line.form, body: line.body, durationMs: line.durationMs };
}

export function parseStoredTrial(line: JsonObject): StoredTrial | null {
  return isStoredTrial(line) ? { agentHash: line.agentHash, caseHash: line.caseHash, trial: line.trial } : null;
}
