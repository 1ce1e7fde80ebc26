import type { AnswerSource, Message, Part, Substitution, ToolMatch, ToolOutcome, Wire } from '../trace/index.ts';
import type { Side, Standing, TrialEnd } from './trial.ts';

/** JSON Schema of a trial as a file has it: whatever is read out of it later has the type that it should have. */
export function trialSchema(sides: readonly Side[]): object {
  return {
    type: 'object',
    required: ['caseId', 'side', 'number', 'standing', 'end', 'trajectory', 'divergence', 'fingerprint', 'answers'],
    properties: {
      caseId: text,
      side: { enum: sides },
      number: { type: 'integer', minimum: 1 },
      standing: oneOf<Standing>({ hermetic: true, assisted: true, diverged: true, not_covered: true, errored: true }),
      end,
      divergence: {
        type: ['object', 'null'],
        required: ['stepIndex', 'tool', 'reason'],
        properties: { stepIndex: count, tool: text, reason: text },
      },
      firstRequestKey: textOrNull,
      fingerprint: text,
      trajectory: {
        type: 'object',
        required: ['steps', 'output'],
        properties: {
          steps: {
            type: 'array',
            items: { type: 'object', required: ['kind'], oneOf: [modelCall, toolCall] },
          },
        },
      },
      answers: {
        type: 'object',
        required: ['provider', 'store', 'shared'],
        properties: { provider: count, store: count, shared: count },
      },
      durationMs: duration,
      unspoken: { type: 'array', items: text },
      telemetry,
    },
  };
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const amount = { type: 'number', minimum: 0 };
const duration = { type: 'number', minimum: 0 };
const durationOrNull = { type: ['number', 'null'], minimum: 0 };

/** One of the words of a union; the compiler asks for each of them, so that no line of ours is refused later. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): object {
  return { enum: Object.keys(words) };
}

export const wireSchema = oneOf<Wire>({
  'openai-chat': true,
  'openai-responses': true,
  'anthropic-messages': true,
  'openai-embeddings': true,
});

/** Objects of a union, told apart by `kind`; each with its members besides. */
function byKind<Kind extends string>(members: Readonly<Record<Kind, Readonly<Record<string, object>>>>): object {
  const branches = Object.entries<Readonly<Record<string, object>>>(members).map(([kind, properties]) => ({
    required: Object.keys(properties),
    properties: { kind: { const: kind }, ...properties },
  }));
  return { type: 'object', required: ['kind'], oneOf: branches };
}

const part = byKind<Part['kind']>({
  text: { text },
  reasoning: { text },
  tool_call: { id: text, name: text, arguments: {} },
  tool_result: { id: text, result: {}, isError: { type: 'boolean' } },
  other: { type: text },
});

const message = {
  type: ['object', 'null'],
  required: ['role', 'parts'],
  properties: {
    role: oneOf<Message['role']>({ system: true, user: true, assistant: true, tool: true }),
    parts: { type: 'array', items: part },
  },
};

const modelCall = {
  required: ['wire', 'model', 'requestKey', 'newMessages', 'response', 'usage', 'source', 'error', 'durationMs'],
  properties: {
    kind: { const: 'model_call' },
    wire: wireSchema,
    model: text,
    requestKey: text,
    instructionsHash: text,
    toolsHash: text,
    newMessages: { type: 'array', items: { ...message, type: 'object' } },
    response: message,
    finishReason: textOrNull,
    usage: {
      type: ['object', 'null'],
      required: ['inputTokens', 'outputTokens', 'cachedInputTokens'],
      properties: { inputTokens: amount, outputTokens: amount, cachedInputTokens: amount },
    },
    source: oneOf<AnswerSource>({ provider: true, store: true, shared: true, semantic: true }),
    error: textOrNull,
    durationMs: duration,
  },
};

const toolCall = {
  required: ['name', 'arguments', 'outcome', 'match', 'recordedAs', 'durationMs'],
  properties: {
    kind: { const: 'tool_call' },
    name: text,
    outcome: byKind<ToolOutcome['kind']>({ result: { value: {} }, error: { value: {} }, missing: { reason: text } }),
    match: oneOf<ToolMatch>({
      exact: true,
      normalised: true,
      renamed: true,
      other_state: true,
      other_case: true,
      nearest: true,
      simulated: true,
      live: true,
      schema_error: true,
      miss: true,
      agent: true,
    }),
    recordedAs: { type: ['object', 'null'], required: ['name', 'arguments'], properties: { name: text } },
    unrecorded: {
      type: 'object',
      required: ['parameters', 'arguments'],
      properties: { parameters: { type: 'array', items: text } },
    },
    normalisations: { type: 'array', items: text },
    substituted: oneOf<Substitution>({ same_shape: true, other_shape: true }),
    durationMs: duration,
  },
};

const end = byKind<TrialEnd['kind']>({
  answered: {},
  agent_error: { message: text },
  crashed: { exitCode: { type: ['integer', 'null'] }, signal: textOrNull, stderrTail: text },
  timed_out: { afterMs: duration },
  garbage: { expected: text, received: text },
  stopped: { reason: text },
  provider_failed: { httpStatus: { type: ['integer', 'null'] }, message: text },
  late_request: { message: text },
});

const agentPath = { type: 'array', items: text };

const telemetry = {
  type: 'object',
  required: ['spans', 'logs', 'steps', 'unseen'],
  properties: {
    spans: count,
    logs: count,
    steps: {
      type: 'array',
      items: {
        type: 'object',
        required: ['stepIndex', 'agent', 'durationMs', 'error'],
        properties: { stepIndex: count, agent: agentPath, durationMs: durationOrNull, error: textOrNull },
      },
    },
    unseen: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'name', 'agent', 'durationMs', 'error'],
        properties: { name: textOrNull, agent: agentPath, durationMs: durationOrNull, error: textOrNull },
      },
    },
  },
};
