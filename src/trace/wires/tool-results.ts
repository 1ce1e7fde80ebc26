import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { MessageWire, ToolOutcome, Wire } from '../trajectory.ts';
import { listOf } from './parts.ts';

/** What a tool result is to say; null = it stays as it is. `index` counts the request's tool results from 0, in order. */
export type ResultChange = (index: number) => Exclude<ToolOutcome, { kind: 'missing' }> | null;

type Rewrite = (item: Json, next: () => ReturnType<ResultChange>) => Json;

/** The body with other tool results, everything else untouched. */
export function changeToolResults(wire: Wire, body: JsonObject, change: ResultChange): JsonObject {
  if (wire === 'openai-embeddings') return body;
  let index = 0;
  const next = (): ReturnType<ResultChange> => change(index++);
  const { field, rewrite } = PLACES[wire];
  return { ...body, [field]: listOf(body[field]).map((item) => rewrite(item, next)) };
}

const PLACES: Readonly<Record<MessageWire, { readonly field: string; readonly rewrite: Rewrite }>> = {
  'openai-chat': { field: 'messages', rewrite: chatMessage },
  'openai-responses': { field: 'input', rewrite: responsesItem },
  'anthropic-messages': { field: 'messages', rewrite: anthropicMessage },
};

function chatMessage(message: Json, next: () => ReturnType<ResultChange>): Json {
  if (!isJsonObject(message) || (message.role !== 'tool' && message.role !== 'function')) return message;
  const outcome = next();
  return outcome === null ? message : { ...message, content: contentLike(message.content, outcome.value, 'text') };
}

function responsesItem(item: Json, next: () => ReturnType<ResultChange>): Json {
  if (!isJsonObject(item) || (item.type !== 'function_call_output' && item.type !== 'custom_tool_call_output'))
    return item;
  const outcome = next();
  return outcome === null ? item : { ...item, output: contentLike(item.output, outcome.value, 'input_text') };
}

function anthropicMessage(message: Json, next: () => ReturnType<ResultChange>): Json {
  if (!isJsonObject(message) || !Array.isArray(message.content)) return message;
  if (message.role !== 'user' && message.role !== 'assistant') return message;
  return { ...message, content: message.content.map((block) => anthropicBlock(block, next)) };
}

function anthropicBlock(block: Json, next: () => ReturnType<ResultChange>): Json {
  if (!isJsonObject(block) || block.type !== 'tool_result') return block;
  const outcome = next();
  if (outcome === null) return block;
  const { is_error: _, ...rest } = block;
  const content = contentLike(block.content, outcome.value, 'text');
  return { ...rest, content, ...(outcome.kind === 'error' ? { is_error: true } : {}) };
}

/** In the form that the agent used: a text, or a list with one block of text. */
function contentLike(before: Json | undefined, value: Json, type: string): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Array.isArray(before) ? [{ type, text }] : text;
}
