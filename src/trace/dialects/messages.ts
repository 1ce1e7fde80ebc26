import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
import { listOf, messageOf, objectAt, reasoningParts, textOf, textParts, toolDefinition } from '../wires/parts.ts';
import { shown } from './attributes.ts';
import { argumentsFrom, decoded, resultFrom } from './decode.ts';
import { partsFrom } from './message-parts.ts';

/**
 * Messages as the GenAI semantic conventions have them, `[{role, parts}]`, structured or as JSON text; `{role, content}`
 * as providers have them is read as well. Null = not kept, or not readable, which `problems` then says.
 * Source: gen-ai-input-messages.json and gen-ai-output-messages.json, v1.37.0 to v1.41.1.
 */
export function messagesFrom(value: Json | undefined, where: string, problems: string[]): readonly Message[] | null {
  const list = listFrom(value, where, problems);
  return list === null ? null : list.flatMap((item) => messageFrom(item, where, problems));
}

/** A model's answer: of several choices the first, with why it ended. Source: gen-ai-output-messages.json. */
export function answerFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
): { readonly message: Message | null; readonly finishReason: string | null } {
  const choices = listFrom(value, where, problems) ?? [];
  const [first] = choices;
  if (first === undefined) return { message: null, finishReason: null };
  if (choices.length > 1) problems.push(`${where}: of several choices the first is read`);
  return {
    message: messageFrom(first, where, problems)[0] ?? null,
    finishReason: isJsonObject(first) ? textOf(first.finish_reason) : null,
  };
}

/** System instructions: a list of parts, or plain text. Source: gen-ai-system-instructions.json. */
export function instructionsFrom(value: Json | undefined): readonly Message[] {
  if (value === undefined || value === null) return [];
  const read = typeof value === 'string' ? decoded(value) : value;
  const parts = Array.isArray(read) ? read : [isJsonObject(read) ? read : String(value)];
  return messageOf('system', parts.flatMap(partsFrom));
}

/** Tool definitions, with `parameters` or `inputSchema`, flat or as providers nest them. Null = not kept. */
export function toolsFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
): readonly ToolDefinition[] | null {
  const list = listFrom(value, where, problems);
  if (list === null) return null;
  return list.flatMap((item) => {
    const tool = typeof item === 'string' ? parseJson(item) : item;
    if (isJsonObject(tool)) return [definitionFrom(tool)];
    problems.push(`${where}: no tool definition: ${shown(item)}`);
    return [];
  });
}

function definitionFrom(tool: JsonObject): ToolDefinition {
  const described = objectAt(tool, 'function') ?? tool;
  const schema = described.parameters ?? described.inputSchema ?? described.input_schema;
  return toolDefinition(described, typeof schema === 'string' ? parseJson(schema) : schema);
}

function listFrom(value: Json | undefined, where: string, problems: string[]): readonly Json[] | null {
  if (value === undefined || value === null || value === '') return null;
  const read = typeof value === 'string' ? decoded(value) : value;
  if (Array.isArray(read)) return read;
  if (isJsonObject(read)) return [read];
  problems.push(`${where}: expected a list, received ${shown(value)}`);
  return null;
}

function messageFrom(item: Json, where: string, problems: string[]): readonly Message[] {
  if (!isJsonObject(item)) {
    problems.push(`${where}: no message: ${shown(item)}`);
    return [];
  }
  const role = roleOf(item.role);
  if (role === null) problems.push(`${where}: unknown role ${shown(item.role)}, read as user`);
  return Array.isArray(item.parts)
    ? messagesOfParts(role ?? 'user', item.parts.flatMap(partsFrom))
    : providerMessages(role ?? 'user', item);
}

/**
 * A message as providers have it: `content` as text or blocks, `tool_calls`, and a tool's `tool_call_id`, which events
 * call `id`.
 */
export function providerMessages(role: Message['role'], message: JsonObject): readonly Message[] {
  const { content, tool_calls: calls } = message;
  const blocks = Array.isArray(content) ? content.flatMap(partsFrom) : [];
  if (role === 'tool' && !blocks.some(({ kind }) => kind === 'tool_result')) {
    const id = textOf(message.tool_call_id) ?? textOf(message.id) ?? textOf(message.name) ?? '';
    return [{ role, parts: [{ kind: 'tool_result', id, result: resultFrom(content), isError: false }] }];
  }
  const plain = Array.isArray(content) || content === undefined || content === null ? [] : partsFrom(content);
  const legacy = objectAt(message, 'function_call');
  return messagesOfParts(role, [
    ...reasoningParts(message.reasoning_content ?? message.reasoning),
    ...blocks,
    ...plain,
    ...textParts(message.refusal),
    ...listOf(calls).flatMap(callParts),
    ...(legacy === undefined ? [] : callParts(legacy)),
  ]);
}

/** `{id, function: {name, arguments}}`, or flat as frameworks write it. */
function callParts(call: Json): readonly Part[] {
  if (!isJsonObject(call)) return partsFrom(call);
  const called = objectAt(call, 'function') ?? call;
  const name = textOf(called.name) ?? '';
  const args = called.arguments ?? called.args;
  return [{ kind: 'tool_call', id: textOf(call.id) ?? '', name, arguments: argumentsFrom(args) }];
}

const ROLES: Readonly<Record<string, Message['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
};

export function roleOf(role: Json | undefined): Message['role'] | null {
  const name = textOf(role)?.toLowerCase() ?? '';
  return Object.hasOwn(ROLES, name) ? (ROLES[name] ?? null) : null;
}

/** Tool results stand in tool messages, whoever is said to have sent them. */
function messagesOfParts(role: Message['role'], parts: readonly Part[]): readonly Message[] {
  if (role === 'assistant') return messageOf(role, parts);
  const messages: { role: Message['role']; parts: Part[] }[] = [];
  for (const part of parts) {
    const sender = part.kind === 'tool_result' ? 'tool' : role;
    const last = messages.at(-1);
    if (last?.role === sender) last.parts.push(part);
    else messages.push({ role: sender, parts: [part] });
  }
  return messages;
}
