import { cut } from '../errors.ts';
import {
  isContractText,
  isJsonObject,
  type Json,
  mcpTools,
  nestedDeeperThan,
  parseJson,
  readContract,
  received,
  type ToolDefinition,
} from '../trace/index.ts';

type ReadTools = { readonly tools: readonly ToolDefinition[] } | { readonly problem: string };

/** Deeper schemas are refused, so that hostile nesting cannot exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * The tools that a JSON file defines: one or a list, each `{name, description, parameters}`, in OpenAI's form
 * (`{type: "function", function: {...}}` or flat) or in Anthropic's (`input_schema`); or the contract of MCP servers. Never throws: `problem` names the
 * file, what was expected and what was received.
 */
export function readTools(text: string, path: string): ReadTools {
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return { problem: `${path}: expected JSON, received ${received(cut(text, 40))}` };
  if (nestedDeeperThan(value, MAX_DEPTH))
    return { problem: `${path}: expected at most ${MAX_DEPTH} levels of nesting` };
  if (isContractText(value)) return toolsOfContract(text, path);
  const tools: ToolDefinition[] = [];
  for (const [i, item] of (Array.isArray(value) ? value : [value]).entries()) {
    const where = Array.isArray(value) ? `${path}[${i}]` : path;
    const tool = readTool(item);
    if (typeof tool === 'string') return { problem: `${where}: ${tool}` };
    if (tools.some(({ name }) => name === tool.name))
      return { problem: `${where}: expected each tool once, received ${received(tool.name)} again` };
    tools.push(tool);
  }
  return { tools };
}

/** The tools that MCP servers listed when they were recorded. */
function toolsOfContract(text: string, path: string): ReadTools {
  const read = readContract(text);
  return 'problem' in read ? { problem: `${path}: ${read.problem}` } : { tools: mcpTools(read.contract) };
}

/** The tool, or what is wrong with it. */
function readTool(item: Json): ToolDefinition | string {
  if (!isJsonObject(item)) return `expected a tool definition, received ${received(item)}`;
  const tool = item.type === 'function' && isJsonObject(item.function) ? item.function : item;
  const { name, description = null } = tool;
  const parameters = tool.parameters ?? tool.input_schema ?? { type: 'object', properties: {} };
  if (typeof name !== 'string' || name === '')
    return `expected a tool definition with a name, received ${received(name ?? item)}`;
  if (description !== null && typeof description !== 'string')
    return `expected the description of tool ${name} to be text, received ${received(description)}`;
  if (!isJsonObject(parameters))
    return `expected the parameters of tool ${name} to be a JSON Schema object, received ${received(parameters)}`;
  return { name, description, parameters };
}
