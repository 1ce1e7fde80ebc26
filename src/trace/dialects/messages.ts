import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
import { openaiChat } from '../wires/openai-chat.ts';
import { messageOf, objectAt, otherPart, reasoningParts, textOf, textParts, toolDefinition } from '../wires/parts.ts';
import { shown } from './attributes.ts';
import { argumentsFrom, decoded, resultFrom } from './decode.ts';

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
  if (Array.isArray(item.parts)) return messagesOfParts(role ?? 'user', item.parts.flatMap(partsFrom));
  return providerMessage({ ...item, role: role ?? 'user' });
}

/** A message as OpenAI's chat has it: `{role, content, tool_calls, tool_call_id}`. */
export function providerMessage(message: JsonObject): readonly Message[] {
  const read = openaiChat.request({ messages: [message] });
  return [...read.instructions, ...read.messages];
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

function partsFrom(part: Json): readonly Part[] {
  if (!isJsonObject(part)) return typeof part === 'string' ? textParts(part) : [otherPart(part)];
  const text = part.content ?? part.text;
  const id = textOf(part.id) ?? '';
  switch (part.type) {
    case 'text':
      return typeof text === 'string' ? textParts(text) : [otherPart(part)];
    case 'reasoning':
    case 'thinking':
      return reasoningParts(text);
    case 'tool_call':
      return [{ kind: 'tool_call', id, name: textOf(part.name) ?? '', arguments: argumentsFrom(part.arguments) }];
    case 'tool_call_response':
      return [{ kind: 'tool_result', id, result: resultFrom(part.response ?? part.result), isError: false }];
    default:
      return [otherPart(part)];
  }
}
