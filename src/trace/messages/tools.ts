import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ToolDefinition } from '../trajectory.ts';
import { objectAt, textOf } from '../wires/parts.ts';
import { firstText } from './calls.ts';
import { decoded } from './decode.ts';

/** Members under which one provider or another keeps the parameters of a tool, a JSON Schema. */
const SCHEMAS = [
  'parameters',
  'input_schema',
  'inputSchema',
  'parametersJsonSchema',
  'parameters_json_schema',
] as const;

/** Tool definitions of any provider, each possibly JSON text; null where the recording has none, not even an empty list. */
export function readTools(value: Json | readonly Json[] | undefined): readonly ToolDefinition[] | null {
  const list = typeof value === 'string' ? decoded(value) : value;
  if (!Array.isArray(list)) return null;
  return list.flatMap((item) => definitionsOf(decoded(item)));
}

/** A definition as a message: an exporter of LangChain's puts the tools behind the messages. */
export function toolOfMessage(message: Json): Json | null {
  const content = isJsonObject(message) && message.role === 'tool' ? message.content : undefined;
  return isJsonObject(content) && content.type === 'function' && isJsonObject(content.function) ? content : null;
}

function definitionsOf(item: Json): readonly ToolDefinition[] {
  if (!isJsonObject(item)) return [];
  const declared = item.function_declarations ?? item.functionDeclarations;
  if (Array.isArray(declared)) return declared.flatMap(definitionsOf);
  const written = objectAt(item, 'tool') ?? item;
  const schema = decoded(written.json_schema);
  return [definitionOf(isJsonObject(schema) ? { ...written, ...schema } : written)];
}

function definitionOf(tool: JsonObject): ToolDefinition {
  const described = objectAt(tool, 'function') ?? objectAt(tool, 'custom') ?? tool;
  const parameters = SCHEMAS.map((name) => decoded(described[name])).find(isJsonObject);
  return {
    name: firstText(described.name, tool.name, described.type) || 'unknown',
    description: textOf(described.description) ?? textOf(tool.description),
    parameters: parameters ?? {},
  };
}
