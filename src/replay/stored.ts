import { Ajv, type ValidateFunction } from 'ajv';
import type { AnswerSource, JsonObject, Message, Substitution, ToolMatch, ToolOutcome, Wire } from '../trace/index.ts';
import type { Answer, AnswerForm } from './answer.ts';
import type { Standing, Trial, TrialEnd } from './trial.ts';

/** A base trial of the reservoir with what it stands on: it counts while agent and case are still the same. */
export interface StoredTrial {
  readonly agentHash: string;
  readonly caseHash: string;
  readonly trial: Trial;
}

/** A request that was answered: what was asked, so that another one can be compared with it. */
export interface StoredRequest {
  readonly caseId: string;
  readonly requestKey: string;
  readonly semanticKey: string;
  /** The canonical request as JSON. */
  readonly request: string;
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const duration = { type: 'number', minimum: 0 };
const wire = oneOf<Wire>({
  'openai-chat': true,
  'openai-responses': true,
  'anthropic-messages': true,
  'openai-embeddings': true,
});

/** One of the words of a union; the compiler asks for each of them, so that no line of ours is refused later. */
function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): object {
  return { enum: Object.keys(words) };
}

const message = {
  type: ['object', 'null'],
  required: ['role', 'parts'],
  properties: {
    role: oneOf<Message['role']>({ system: true, user: true, assistant: true, tool: true }),
    parts: { type: 'array', items: { type: 'object', required: ['kind'] } },
  },
};

const modelCall = {
  type: 'object',
  required: ['wire', 'model', 'requestKey', 'newMessages', 'response', 'usage', 'source', 'error', 'durationMs'],
  properties: {
    wire,
    model: text,
    requestKey: text,
    instructionsHash: text,
    toolsHash: text,
    newMessages: { type: 'array', items: message },
    response: message,
    finishReason: textOrNull,
    source: oneOf<AnswerSource>({ provider: true, store: true, shared: true, semantic: true }),
    error: textOrNull,
    durationMs: duration,
  },
};

const toolCall = {
  type: 'object',
  required: ['name', 'arguments', 'outcome', 'match', 'recordedAs', 'durationMs'],
  properties: {
    name: text,
    outcome: {
      type: 'object',
      required: ['kind'],
      properties: { kind: oneOf<ToolOutcome['kind']>({ result: true, error: true, missing: true }) },
    },
    match: oneOf<ToolMatch>({
      exact: true,
      normalised: true,
      renamed: true,
      other_state: true,
      nearest: true,
      simulated: true,
      live: true,
      schema_error: true,
      miss: true,
      agent: true,
    }),
    substituted: oneOf<Substitution>({ same_shape: true, other_shape: true }),
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
    standing: oneOf<Standing>({ hermetic: true, assisted: true, diverged: true, not_covered: true, errored: true }),
    end: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: oneOf<TrialEnd['kind']>({
          answered: true,
          agent_error: true,
          crashed: true,
          timed_out: true,
          garbage: true,
          stopped: true,
          provider_failed: true,
          late_request: true,
        }),
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
              { properties: { kind: { const: 'model_call' } }, allOf: [modelCall] },
              { properties: { kind: { const: 'tool_call' } }, allOf: [toolCall] },
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
    telemetry: {
      type: 'object',
      required: ['spans', 'logs', 'steps', 'unseen'],
      properties: {
        steps: { type: 'array', items: { type: 'object', required: ['stepIndex', 'agent', 'durationMs', 'error'] } },
        unseen: {
          type: 'array',
          items: { type: 'object', required: ['kind', 'name', 'agent', 'durationMs', 'error'] },
        },
      },
    },
  },
};

/** Compiled when the first line is read: a run on an empty store reads none. */
function checkOf<T>(schema: object): (line: JsonObject) => T | null {
  let validate: ValidateFunction<T> | null = null;
  return (line) => {
    validate ??= new Ajv({ strict: false, code: { optimize: false } }).compile<T>(schema);
    return validate(line) ? line : null;
  };
}

const storedAnswer = checkOf<Answer & { key: string }>({
  type: 'object',
  required: ['key', 'wire', 'form', 'body', 'durationMs'],
  properties: {
    key: text,
    wire,
    form: oneOf<AnswerForm>({ json: true, stream: true }),
    body: text,
    durationMs: duration,
  },
});

const storedRequest = checkOf<StoredRequest>({
  type: 'object',
  required: ['caseId', 'requestKey', 'semanticKey', 'request'],
  properties: { caseId: text, requestKey: text, semanticKey: text, request: text },
});

const storedTrial = checkOf<StoredTrial>({
  type: 'object',
  required: ['agentHash', 'caseHash', 'trial'],
  properties: { agentHash: text, caseHash: text, trial },
});

export function parseStoredAnswer(line: JsonObject): Answer | null {
  const read = storedAnswer(line);
  return read === null ? null : { wire: read.wire, form: read.form, body: read.body, durationMs: read.durationMs };
}

export function parseStoredRequest(line: JsonObject): StoredRequest | null {
  const read = storedRequest(line);
  if (read === null) return null;
  const { caseId, requestKey, semanticKey, request } = read;
  return { caseId, requestKey, semanticKey, request };
}

export function parseStoredTrial(line: JsonObject): StoredTrial | null {
  const read = storedTrial(line);
  return read === null ? null : { agentHash: read.agentHash, caseHash: read.caseHash, trial: read.trial };
}
