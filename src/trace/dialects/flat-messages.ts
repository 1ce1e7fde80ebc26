import { type Json, type JsonObject, parseJson } from '../json.ts';
import type { Attributes } from '../span.ts';
import type { Message, ToolDefinition } from '../trajectory.ts';
import { toolDefinition } from '../wires/parts.ts';
import { decoded } from './decode.ts';
import { messagesFrom } from './messages.ts';

/**
 * Messages flattened into attributes, one a field: `gen_ai.prompt.0.role`, `gen_ai.prompt.2.tool_calls.0.name`. Null =
 * there are none.
 */
export function flatMessages(attributes: Attributes, prefix: string, problems: string[]): readonly Message[] | null {
  const rows = rowsAt(attributes, prefix);
  if (rows.length === 0) return null;
  const role = prefix === 'gen_ai.completion.' ? 'assistant' : 'user';
  const messages = rows.map((row) => ({ role, ...row, content: blocksOf(row.content), tool_calls: callsOf(row) }));
  return messagesFrom(messages, prefix.slice(0, -1), problems);
}

/** `llm.request.functions.0.name`, `.description`, `.parameters`. Null = there are none. */
export function flatTools(attributes: Attributes): readonly ToolDefinition[] | null {
  const rows = rowsAt(attributes, 'llm.request.functions.');
  if (rows.length === 0) return null;
  return rows.map((row) => {
    const { parameters } = row;
    return toolDefinition(row, typeof parameters === 'string' ? parseJson(parameters) : parameters);
  });
}

/** Content that is a list of blocks stands as JSON text. */
function blocksOf(content: Json | undefined): Json {
  if (typeof content !== 'string' || !content.startsWith('[{')) return content ?? null;
  const blocks = decoded(content);
  return Array.isArray(blocks) ? blocks : content;
}

/** `tool_calls.0.id`, `tool_calls.0.name`, `tool_calls.0.arguments`, the last two also below `function`. */
function callsOf(row: JsonObject): JsonObject[] {
  return rowsAt(row, 'tool_calls.').map((call) => ({
    id: call.id ?? null,
    name: call.name ?? call['function.name'] ?? null,
    arguments: call.arguments ?? call['function.arguments'] ?? null,
  }));
}

/** The fields below `prefix`, gathered by their index, in its order. */
function rowsAt(attributes: Attributes, prefix: string): JsonObject[] {
  const rows = new Map<number, [string, Json][]>();
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    const place = name.startsWith(prefix) ? /^(\d{1,9})\.(.+)$/s.exec(name.slice(prefix.length)) : null;
    if (place === null || value === undefined) continue;
    const [, index, field] = place;
    const row = rows.get(Number(index)) ?? [];
    rows.set(Number(index), row);
    row.push([field ?? '', value]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, fields]) => Object.fromEntries(fields));
}
