import { finishReasonOf } from '../dialects/genai.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { TokenUsage } from '../trajectory.ts';
import { countOf, objectAt, textOf, usageOf } from '../wires/parts.ts';
import { decoded } from './decode.ts';

/** What a recorded answer tells beside its messages. */
interface AnswerFacts {
  readonly responseId: string | null;
  readonly responseModel: string | null;
  readonly finishReason: string | null;
  readonly usage: TokenUsage | null;
}

/** Members that lead from an answer to the objects that hold its facts; of lists the first element is followed. */
const MEMBERS = [
  'choices',
  'candidates',
  'generations',
  'output',
  'outputs',
  'message',
  'kwargs',
  'response_metadata',
  'llm_output',
  'generation_info',
] as const;
const MAX_DEPTH = 8;

const MODELS = ['model', 'model_name', 'model_version', 'modelVersion'] as const;
const REASONS = ['finish_reason', 'finishReason', 'stop_reason', 'stopReason'] as const;
const USAGES = ['usage', 'usage_metadata', 'usageMetadata', 'token_usage', 'tokenUsage'] as const;
const INPUTS = [
  'prompt_tokens',
  'input_tokens',
  'promptTokens',
  'inputTokens',
  'prompt_token_count',
  'promptTokenCount',
];
const OUTPUTS = [
  'completion_tokens',
  'output_tokens',
  'completionTokens',
  'outputTokens',
  'candidates_token_count',
  'candidatesTokenCount',
];
const DETAILS = ['prompt_tokens_details', 'input_tokens_details', 'input_token_details'] as const;
const CACHED = ['cached_tokens', 'cache_read', 'cached_content_token_count', 'cachedContentTokenCount'] as const;

/** Model, finish reason, id and tokens of an answer that was recorded as OpenAI, Anthropic, Gemini or LangChain gave it. */
export function readAnswerFacts(value: Json | undefined): AnswerFacts {
  const root = decoded(value);
  const places = placesOf(root, 0);
  const model = firstOf(places, MODELS);
  const id = isJsonObject(root) && (model !== null || Array.isArray(root.choices)) ? textOf(root.id) : null;
  const incomplete = isJsonObject(root) ? objectAt(root, 'incomplete_details')?.reason : undefined;
  const reason = textOf(incomplete) ?? firstOf(places, REASONS);
  const usages = places.flatMap((place) => USAGES.flatMap((name) => usageIn(objectAt(place, name)) ?? []));
  return {
    responseId: id,
    responseModel: model,
    finishReason: reason === null ? null : finishReasonOf(reason),
    usage: usages[0] ?? null,
  };
}

function placesOf(value: Json | undefined, depth: number): readonly JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return placesOf(value[0], depth + 1);
  if (!isJsonObject(value)) return [];
  return [value, ...MEMBERS.flatMap((name) => placesOf(value[name], depth + 1))];
}

function firstOf(places: readonly JsonObject[], names: readonly string[]): string | null {
  for (const place of places) {
    for (const name of names) {
      const text = textOf(place[name]);
      if (text !== null && text !== '') return text;
    }
  }
  return null;
}

function usageIn(usage: JsonObject | undefined): TokenUsage | null {
  if (usage === undefined) return null;
  const pick = (from: JsonObject | undefined, names: readonly string[]): Json | undefined =>
    names.map((name) => from?.[name]).find((count) => typeof count === 'number');
  const input = pick(usage, INPUTS);
  const details = DETAILS.map((name) => objectAt(usage, name)).find((found) => found !== undefined);
  // Anthropic counts cached input apart from input_tokens.
  const read = countOf(usage.cache_read_input_tokens);
  const apart = read + countOf(usage.cache_creation_input_tokens);
  return usageOf({
    input: typeof input === 'number' ? input + apart : input,
    output: pick(usage, OUTPUTS),
    cached: read > 0 ? read : (pick(details, CACHED) ?? pick(usage, CACHED)),
  });
}
