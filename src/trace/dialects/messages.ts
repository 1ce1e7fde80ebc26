import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { entryMessages, hasKnownRole } from '../messages/message.ts';
import { contentParts } from '../messages/parts.ts';
import { readTools } from '../messages/tools.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
import { messageOf, textOf } from '../wires/parts.ts';
import { shown } from './attributes.ts';
import { decoded } from './decode.ts';
import type { Lists, MessageEntry, ToolEntry, TraceTexts } from './trace-texts.ts';

/**
 * Messages as the GenAI semantic conventions have them, `[{role, parts}]`, structured or as JSON text; `{role, content}`
 * as providers have them is read as well. Null = not kept, or not readable, which `problems` then says.
 * Source: gen-ai-input-messages.json and gen-ai-output-messages.json, v1.37.0 to v1.41.1.
 */
export function messagesFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
  texts: TraceTexts,
): readonly Message[] | null {
  const entries = itemsFrom(value, texts.messages, messageEntry);
  if (entries === undefined) problems.push(noList(where, value));
  if (entries === undefined || entries === null) return null;
  const messages: Message[] = [];
  for (const entry of entries) {
    for (const message of entry.messages) messages.push(message);
    if (entry.fault !== null) problems.push(`${where}: ${entry.fault}`);
  }
  return messages;
}

/** A model's answer: of several choices the first, with why it ended. Source: gen-ai-output-messages.json. */
export function answerFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
  texts: TraceTexts,
): { readonly message: Message | null; readonly finishReason: string | null } {
  const choices = itemsFrom(value, texts.messages, messageEntry);
  if (choices === undefined) problems.push(noList(where, value));
  const first = choices?.[0];
  if (first === undefined) return { message: null, finishReason: null };
  if ((choices?.length ?? 0) > 1) problems.push(`${where}: of several choices the first is read`);
  if (first.fault !== null) problems.push(`${where}: ${first.fault}`);
  return { message: first.messages[0] ?? null, finishReason: first.finishReason };
}

/** System instructions: a list of parts, or plain text. Source: gen-ai-system-instructions.json. */
export function instructionsFrom(value: Json | undefined, texts: TraceTexts): readonly Message[] {
  const parts = typeof value === 'string' ? texts.instructions.read(value, partsIn) : null;
  return messageOf('system', parts ?? contentParts(value));
}

/** The parts in JSON text; null = it is plain text. */
function partsIn(text: string): readonly Part[] | null {
  const read = decoded(text);
  return typeof read === 'object' ? contentParts(read) : null;
}

/** Tool definitions. Null = not kept, or not readable. Source: gen-ai-tool-definitions.json, v1.41.1. */
export function toolsFrom(
  value: Json | undefined,
  where: string,
  problems: string[],
  texts: TraceTexts,
): readonly ToolDefinition[] | null {
  const entries = itemsFrom(value, texts.tools, toolEntry);
  if (entries === undefined) problems.push(noList(where, value));
  for (const { fault } of entries ?? []) if (fault !== null) problems.push(`${where}: ${fault}`);
  return entries?.flatMap(({ tools }) => tools) ?? null;
}

function toolEntry(item: Json): ToolEntry {
  const tools = readTools([item]) ?? [];
  return { tools, fault: tools.length === 0 ? `no tool definition: ${shown(item)}` : null };
}

/** Each item of a list, be it JSON text; null = not kept, undefined = no list. */
function itemsFrom<Item>(
  value: Json | undefined,
  known: Lists<Item>,
  read: (item: Json) => Item,
): readonly Item[] | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return listOf(value)?.map(read);
  return known.read(value, (text) => listOf(decoded(text))?.map(read) ?? null) ?? undefined;
}

/** A list, or the one object that stands for it. */
function listOf(value: Json | undefined): readonly Json[] | undefined {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? [value] : undefined;
}

function noList(where: string, value: Json | undefined): string {
  return `${where}: expected a list, received ${shown(value)}`;
}

function messageEntry(item: Json): MessageEntry {
  if (!isJsonObject(item)) return { messages: [], finishReason: null, fault: `no message: ${shown(item)}` };
  const finishReason = textOf(item.finish_reason);
  if (hasKnownRole(item)) return { messages: messagesOf(item, 'user'), finishReason, fault: null };
  const fault = `unknown role ${shown(item.role)}, read as user`;
  return { messages: messagesOf({ ...item, role: 'user' }, 'user'), finishReason, fault };
}

/** One message of any provider or framework; tool results are messages of their own. */
export function messagesOf(message: JsonObject, role: Message['role']): readonly Message[] {
  return entryMessages({ role, content: null, ...message }, role, NO_CALLS);
}

const NO_CALLS: ReadonlyMap<string, string> = new Map();
