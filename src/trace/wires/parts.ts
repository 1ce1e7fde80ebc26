import { isJsonObject, type Json, type JsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import type { Message, Part, TokenUsage, ToolDefinition } from '../trajectory.ts';

/** The list at a field; anything else counts as an empty one. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isJsonObject);
}

export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A non-empty text as a part, else nothing: an empty content says no more than an absent one. */
export function textParts(value: Json | undefined): readonly Part[] {
  return typeof value === 'string' && value !== '' ? [{ kind: 'text', text: value }] : [];
}

export function reasoningParts(value: Json | undefined): readonly Part[] {
  return typeof value === 'string' && value !== '' ? [{ kind: 'reasoning', text: value }] : [];
}

/** A part that we do not read, by its type. */
export function otherPart(value: Json): Part {
  return { kind: 'other', type: typeOf(value) };
}

function typeOf(value: Json): string {
  return (isJsonObject(value) ? textOf(value.type) : null) ?? 'unknown';
}

/** A message, or nothing where no part is left. */
export function messageOf(role: Message['role'], parts: readonly Part[]): readonly Message[] {
  return parts.length === 0 ? [] : [{ role, parts }];
}

/** Deeper JSON stays the text it came in: whoever walks it later must not run out of stack. */
const MAX_LEVELS = 200;

function parsed(text: string): Json | undefined {
  const value = parseJson(text);
  return value === undefined || nestedDeeperThan(value, MAX_LEVELS) ? undefined : value;
}

/** Arguments as the model wrote them: parsed where they are JSON, else the text itself; none at all reads as {}. */
export function argumentsOf(value: Json | undefined): Json {
  if (typeof value !== 'string') return value ?? {};
  return value === '' ? {} : (parsed(value) ?? value);
}

/** A tool's result: text that is a JSON object or array is read as such, any other text stays as it is. */
export function resultOf(text: string): Json {
  const value = parsed(text);
  return typeof value === 'object' && value !== null ? value : text;
}

/** A tool result given as content blocks: their joined text where all are texts, else a list with the others by type. */
export function resultOfBlocks(content: Json | undefined): Json {
  if (typeof content === 'string') return resultOf(content);
  if (!Array.isArray(content)) return content ?? '';
  const texts: string[] = [];
  const blocks = content.map((block): Json => {
    const text = isJsonObject(block) ? textOf(block.text) : null;
    if (text !== null) texts.push(text);
    return text ?? { type: typeOf(block) };
  });
  return texts.length === blocks.length ? resultOf(texts.join('')) : blocks;
}

export function toolDefinition(tool: JsonObject, parameters: Json | undefined): ToolDefinition {
  return {
    name: textOf(tool.name) ?? textOf(tool.type) ?? 'unknown',
    description: textOf(tool.description),
    parameters: isJsonObject(parameters) ? parameters : {},
  };
}

/** Token counts; null where the provider gave neither input nor output tokens. */
export function usageOf(counts: {
  input: Json | undefined;
  output: Json | undefined;
  cached: Json | undefined;
}): TokenUsage | null {
  if (typeof counts.input !== 'number' && typeof counts.output !== 'number') return null;
  return {
    inputTokens: countOf(counts.input),
    outputTokens: countOf(counts.output),
    cachedInputTokens: countOf(counts.cached),
  };
}

export function countOf(value: Json | undefined): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}

export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isJsonObject(value) ? value : undefined;
}
