import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonObject } from '../trace/index.ts';
import type { Answer, AnswerForm } from './answer.ts';
import type { Trial } from './trial.ts';
import { oneOf, trialSchema, wireSchema } from './trial-schema.ts';

/** A base trial of the reservoir with what it stands on: it counts while agent and case are still the same. */
export interface StoredTrial {
  readonly agentHash: string;
  readonly caseHash: string;
  readonly trial: Trial;
}

/** An answer with its key. */
export interface StoredAnswer {
  readonly key: string;
  readonly answer: Answer;
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

const ajv = new Ajv({ strict: false });

const isAnswerLine: ValidateFunction<Answer & { key: string }> = ajv.compile({
  type: 'object',
  required: ['key', 'wire', 'form', 'body', 'durationMs'],
  properties: {
    key: text,
    wire: wireSchema,
    form: oneOf<AnswerForm>({ json: true, stream: true }),
    body: text,
    durationMs: { type: 'number', minimum: 0 },
  },
});

const isStoredRequest: ValidateFunction<StoredRequest> = ajv.compile({
  type: 'object',
  required: ['caseId', 'requestKey', 'semanticKey', 'request'],
  properties: { caseId: text, requestKey: text, semanticKey: text, request: text },
});

const isStoredTrial: ValidateFunction<StoredTrial> = ajv.compile({
  type: 'object',
  required: ['agentHash', 'caseHash', 'trial'],
  properties: { agentHash: text, caseHash: text, trial: trialSchema(['base']) },
});

export function parseStoredAnswer(line: JsonObject): Answer | null {
  if (!isAnswerLine(line)) return null;
  return { wire: line.wire, form: line.form, body: line.body, durationMs: line.durationMs };
}

export function parseStoredRequest(line: JsonObject): StoredRequest | null {
  if (!isStoredRequest(line)) return null;
  const { caseId, requestKey, semanticKey, request } = line;
  return { caseId, requestKey, semanticKey, request };
}

export function parseStoredTrial(line: JsonObject): StoredTrial | null {
  return isStoredTrial(line) ? { agentHash: line.agentHash, caseHash: line.caseHash, trial: line.trial } : null;
}
