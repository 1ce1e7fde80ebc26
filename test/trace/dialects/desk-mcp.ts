import type { Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { GENAI_FIXTURES } from './desk-genai.ts';
import { type Fixture, span } from './telling.ts';

const RESULTS = [
  { content: [{ type: 'text', text: JSON.stringify(desk.ORDER) }] },
  { content: [{ type: 'text', text: desk.REFUSAL }], isError: true },
];

const [told] = GENAI_FIXTURES;
const spans = told?.spans ?? [];
const isTool = ({ spanId }: Span): boolean => spanId.startsWith('t');

/** MCP's spans in the run of `desk-genai.ts`. The model calls are told as there, so that is the format. */
export const MCP_FIXTURES: readonly Fixture[] = [
  {
    dialect: 'genai',
    name: 'MCP client spans in place of tool spans',
    spans: [...spans.filter((each) => !isTool(each)), ...mcpSpans(() => 'a0')],
    logs: [],
    losses: [],
  },
  {
    dialect: 'genai',
    name: 'MCP client spans below tool spans, and server spans below those',
    spans: [...spans, ...mcpSpans((index) => `t${index}`), ...mcpSpans((index) => `m${index}`, 's')],
    logs: [],
    losses: [],
  },
  {
    dialect: 'genai',
    name: 'MCP client spans beside tool spans, which kept no content',
    spans: [...spans.map((each) => (isTool(each) ? withoutContent(each) : each)), ...mcpSpans(() => 'a0')],
    logs: [],
    losses: [],
  },
];

function mcpSpans(parentOf: (index: number) => string, prefix = 'm'): Span[] {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) =>
    span({
      id: `${prefix}${index}`,
      parent: parentOf(index),
      name: `tools/call ${call.name}`,
      startMs,
      endMs,
      attributes: {
        'mcp.method.name': 'tools/call',
        'mcp.session.id': '191c4850',
        'jsonrpc.request.id': String(index),
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': call.name,
        'gen_ai.tool.call.arguments': JSON.stringify(call.arguments),
        'gen_ai.tool.call.result': JSON.stringify(RESULTS[index]),
      },
    }),
  );
}

function withoutContent(each: Span): Span {
  const { 'gen_ai.tool.name': name = null, 'gen_ai.tool.call.id': id = null } = each.attributes;
  const attributes = { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': name, 'gen_ai.tool.call.id': id };
  return { ...each, attributes, events: [], status: { code: 'unset', message: null } };
}
