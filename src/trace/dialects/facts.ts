import { cut } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { decoded } from '../messages/decode.ts';
import { readMessages } from '../messages/read.ts';
import type { ObservedModelCall } from '../observed.ts';
import type { Attributes } from '../span.ts';
import type { RunReading, SpanReading } from './dialect.ts';
import { answerOf } from './genai.ts';

type ModelReading = Extract<SpanReading, { kind: 'model_call' }>;

const NOTHING_KNOWN: ModelReading = {
  kind: 'model_call',
  provider: null,
  requestModel: null,
  responseModel: null,
  responseId: null,
  input: null,
  output: null,
  tools: null,
  parameters: {},
  finishReason: null,
  usage: null,
  costUsd: null,
  error: null,
};

/** A model call of which only the given facts are recorded. */
export function modelCall(facts: Partial<ModelReading>): ModelReading {
  return { ...NOTHING_KNOWN, ...facts };
}

/** An agent's answer out of what its span recorded as its output: what the assistant said last in it, where it says so. */
export function agentAnswer(output: Json | undefined): Json {
  const said = readMessages(output, 'output')?.messages.findLast(({ role }) => role === 'assistant');
  return answerOf(said ?? null, null);
}

/** The object at an attribute, be it JSON text; an empty one where there is none. */
export function objectAtKey(attributes: Attributes, key: string): JsonObject {
  const value = decoded(attributes[key]);
  return isJsonObject(value) ? value : {};
}

/** The attributes under a prefix, by the rest of their names. */
export function attributesUnder(attributes: Attributes, prefix: string): Attributes {
  const under: [string, Json][] = [];
  for (const key of Object.keys(attributes)) {
    if (key.startsWith(prefix)) under.push([key.slice(prefix.length), attributes[key] ?? null]);
  }
  return Object.fromEntries(under);
}

/** LangChain's own bookkeeping, which differs from step to step. */
const BOOKKEEPING = /^(?:ls_|langgraph_|checkpoint_|__pregel|lc_|revision_id$|LANGSMITH_)/;
const MAX_TEXT_CHARS = 200;

/** The flat members of a run's metadata, long texts cut, without what frameworks write there for themselves. */
export function flatAttributes(metadata: Attributes): RunReading['attributes'] {
  const flat: [string, string | number | boolean][] = [];
  for (const [key, value] of Object.entries(metadata)) {
    if (BOOKKEEPING.test(key) || value === null || value === '') continue;
    if (typeof value === 'string') flat.push([key, cut(value, MAX_TEXT_CHARS)]);
    else if (typeof value !== 'object') flat.push([key, value]);
  }
  return Object.fromEntries(flat);
}

/** Tags are a list; as an attribute they stand in one text, in order. */
export function tagsAttribute(tags: Json | undefined): RunReading['attributes'] {
  const list = decoded(tags);
  const texts = Array.isArray(list) ? list.filter((tag) => typeof tag === 'string' && tag !== '') : [];
  return texts.length === 0 ? {} : { tags: texts.join(', ') };
}

/** What is read elsewhere, or is none: some instrumentations write the whole request, others the whole answer there. */
const NO_PARAMETER = new Set([
  ...['model', 'model_name', 'messages', 'input', 'contents', 'prompt', 'instructions', 'system', 'system_instruction'],
  ...['tools', 'functions', 'http_options', 'metadata', 'id', 'object', 'created_at', 'status', 'output', 'usage'],
  ...['error', 'incomplete_details', '_type', 'stream', 'stream_options'],
]);

export function requestParameters(parameters: JsonObject): ObservedModelCall['parameters'] {
  const named = Object.entries(parameters).filter(
    ([key, value]) => value !== null && value !== '' && !NO_PARAMETER.has(key),
  );
  return Object.fromEntries(named);
}
