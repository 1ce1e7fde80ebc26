import type { Json, JsonObject, Message, Part, TokenUsage, ToolDefinition } from '../../trace/index.ts';
import { argumentsOf, isJsonObject, resultOf } from '../../trace/index.ts';
import type { AskedCall } from './conversation.ts';
import { textOf } from './parts.ts';

const ATTACHMENT = 'attachment://';

/** A value of a sample with its long texts, which Inspect keeps once a sample, put back in their places. */
export function withAttachments(value: Json, attachments: JsonObject): Json {
  if (typeof value === 'string') {
    return value.startsWith(ATTACHMENT) ? (attachments[value.slice(ATTACHMENT.length)] ?? value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => withAttachments(item, attachments));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withAttachments(member, attachments)]),
  );
}

/** A message of Inspect; null = of no role that is known. */
export function inspectMessage(value: Json): Message | null {
  if (!isJsonObject(value)) return null;
  const { role, content } = value;
  switch (role) {
    case 'system':
    case 'user':
      return { role, parts: contentParts(content) };
    case 'assistant':
      return { role, parts: [...contentParts(content), ...inspectCalls(value).map(callPart)] };
    case 'tool': {
      const { result, isError } = inspectResult(value);
      return { role, parts: [{ kind: 'tool_result', id: textOf(value.tool_call_id) ?? '', result, isError }] };
    }
    default:
      return null;
  }
}

function callPart({ id, name, arguments: args }: AskedCall): Part {
  return { kind: 'tool_call', id: id ?? '', name, arguments: args };
}

export function inspectCalls({ tool_calls }: JsonObject): AskedCall[] {
  const calls = Array.isArray(tool_calls) ? tool_calls.filter(isJsonObject) : [];
  return calls.map((call) => ({
    id: textOf(call.id),
    name: textOf(call.function) ?? '',
    arguments: argumentsOf(call.arguments),
  }));
}

/**
 * What came back, from a tool message (`content`) or a tool event (`result`, `failed`): the error's message where there is
 * one.
 */
export function inspectResult({ content, result, error, failed }: JsonObject): { result: Json; isError: boolean } {
  if (isJsonObject(error)) return { result: error.message ?? '', isError: true };
  const value = content ?? result ?? '';
  const parts = Array.isArray(value) || typeof value === 'string' ? contentParts(value) : [];
  const isText = typeof value === 'string' || (parts.length > 0 && parts.every(({ kind }) => kind === 'text'));
  return { result: isText ? resultOf(joined(parts)) : value, isError: failed === true };
}

export function contentParts(content: Json | undefined): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content }];
  return (Array.isArray(content) ? content : []).map((part): Part => {
    const { type, text, reasoning } = isJsonObject(part) ? part : {};
    if (type === 'text' && typeof text === 'string') return { kind: 'text', text };
    if (type === 'reasoning' && typeof reasoning === 'string') return { kind: 'reasoning', text: reasoning };
    return { kind: 'other', type: textOf(type) ?? 'unknown' };
  });
}

function joined(parts: readonly Part[]): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}

export function inspectTools(tools: Json | undefined): ToolDefinition[] | null {
  if (!Array.isArray(tools)) return null;
  return tools.filter(isJsonObject).map(({ name, description, parameters }) => ({
    name: textOf(name) ?? 'unknown',
    description: textOf(description),
    parameters: isJsonObject(parameters) ? parameters : {},
  }));
}

/** Inspect's input tokens leave those read from and written to a cache out. */
export function inspectUsage(usage: Json | undefined): TokenUsage | null {
  if (!isJsonObject(usage)) return null;
  const count = (name: string): number => {
    const value = usage[name];
    return typeof value === 'number' && value > 0 ? value : 0;
  };
  const cached = count('input_tokens_cache_read');
  return {
    inputTokens: count('input_tokens') + cached + count('input_tokens_cache_write'),
    outputTokens: count('output_tokens'),
    cachedInputTokens: cached,
  };
}
