import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { entryMessages, hasKnownRole } from '../messages/message.ts';
import { contentParts } from '../messages/parts.ts';
import { readTools } from '../messages/tools.ts';
import type { Message, ToolDefinition } from '../trajectory.ts';
import { messageOf, textOf } from '../wires/parts.ts';
import { shown } from './attributes.ts';
import { decoded } from './decode.ts';

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
  const read = typeof value === 'string' ? decoded(value) : value;
  return messageOf('system', contentParts(typeof value === 'string' && typeof read !== 'object' ? value : read));
}

/** Tool definitions. Null = not kept, or not readable. Source: gen-ai-tool-definitions.json, v1.41.1. */
export function toolsFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
): readonly ToolDefinition[] | null {
  const list = listFrom(value, where, problems);
  if (list === null) return null;
  return list.flatMap((item) => {
    const tools = readTools([item]) ?? [];
    if (tools.length === 0) problems.push(`${where}: no tool definition: ${shown(item)}`);
    return tools;
  });
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
  if (hasKnownRole(item)) return messagesOf(item, 'user');
  problems.push(`${where}: unknown role ${shown(item.role)}, read as user`);
  return messagesOf({ ...item, role: 'user' }, 'user');
}

/** One message of any provider or framework; tool results are messages of their own. */
export function messagesOf(message: JsonObject, role: Message['role']): readonly Message[] {
  return entryMessages({ role, content: null, ...message }, role, NO_CALLS);
}

const NO_CALLS: ReadonlyMap<string, string> = new Map();
