import { isJsonObject, type Json } from '../json.ts';
import type { ObservedToolOutcome } from '../observed.ts';
import { resultOfBlocks } from '../wires/parts.ts';
import { errorOf, runOf, textAt } from './attributes.ts';
import { resultFrom } from './decode.ts';
import type { Dialect } from './dialect.ts';
import { toolCallOf, toolOutcome } from './genai.ts';

/**
 * Spans of Model Context Protocol clients and servers, and tool spans that carry its attributes: a `tools/call` is a tool
 * call, all else is structure. Source: semantic conventions, mcp.md, v1.41.1.
 */
export const mcp: Dialect = {
  name: 'mcp',
  marks: ['mcp.method.name'],
  reads: ({ attributes }) => attributes['mcp.method.name'] !== undefined,
  read(span) {
    const { attributes } = span;
    const run = runOf(attributes);
    if (attributes['mcp.method.name'] !== 'tools/call') return { span: { kind: 'framework' }, run, problems: [] };
    const outcome = mcpOutcome(attributes['gen_ai.tool.call.result'], errorOf(span));
    const name = textAt(attributes, 'gen_ai.tool.name') ?? span.name.replace(/^tools\/call\s*/, '');
    return { span: { ...toolCallOf(span, attributes), name, outcome }, run, problems: [] };
  },
};

/** A CallToolResult is `{content, isError}`: the model sees its content, and an error may be a successful answer. */
function mcpOutcome(value: Json | undefined, error: string | null): ObservedToolOutcome {
  const result = resultFrom(value);
  if (!isJsonObject(result) || !Array.isArray(result.content)) return toolOutcome(value, error);
  const failed = error !== null || result.isError === true;
  return { kind: failed ? 'error' : 'result', value: resultOfBlocks(result.content) };
}
