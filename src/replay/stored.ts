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

/** The same with the case whose run asked for it. */
export interface GivenAnswer extends StoredAnswer {
  readonly caseId: string;
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

/** The schemas are ours and tested: ajv need not check them, which takes longer than to compile them. */
const OPTIONS = { strict: false, validateSchema: false, meta: false, code: { optimize: false } } as const;

/** Compiled when the first line is read: a run on an empty store reads none. */
function checkOf<T>(schema: object): (line: JsonObject) => T | null {
  let validate: ValidateFunction<T> | null = null;
  return (line) => {
    validate ??= new Ajv(OPTIONS).compile<T>(schema);
    return validate(line) ? line : null;
  };
}

const storedAnswer = checkOf<Answer & { key: string }>({
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

const storedRequest = checkOf<StoredRequest>({
  type: 'object',
  required: ['caseId', 'requestKey', 'semanticKey', 'request'],
  properties: { caseId: text, requestKey: text, semanticKey: text, request: text },
});

const storedTrial = checkOf<StoredTrial>({
  type: 'object',
  required: ['agentHash', 'caseHash', 'trial'],
  properties: { agentHash: text, caseHash: text, trial: trialSchema(['base']) },
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
