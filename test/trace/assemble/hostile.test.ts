import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attributes, type Json, readTrace, type Span } from '../../../src/trace/index.ts';
import { log, span } from '../dialects/telling.ts';

const COUNT = 20_000;
const CHAT: Attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm' };
const TOOL: Attributes = {
  'gen_ai.operation.name': 'execute_tool',
  'gen_ai.tool.name': 'f',
  'gen_ai.tool.call.arguments': '{}',
};
const asks = (id: string): Attributes => ({
  ...CHAT,
  'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'tool_call', id, name: 'f', arguments: {} }] }],
});

/** Shapes that make a trace grow with the square of its spans in a reader that is not careful. */
const SHAPES: readonly (readonly [string, (index: number) => { parent: number | null; attributes: Attributes }])[] = [
  [
    'a chain of agents',
    (index) => ({
      parent: index - 1,
      attributes: { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': `a${index}` },
    }),
  ],
  ['a chain of model calls', (index) => ({ parent: index - 1, attributes: CHAT })],
  ['a chain of one tool', (index) => ({ parent: index - 1, attributes: TOOL })],
  ['roots alone', () => ({ parent: null, attributes: CHAT })],
  ['one circle', (index) => ({ parent: (index + 1) % COUNT, attributes: CHAT })],
  [
    'agents that are all roots',
    (index) => ({
      parent: null,
      attributes: { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': `a${index}` },
    }),
  ],
  [
    'one parent for tools and MCP calls of equal arguments',
    (index) => ({ parent: 0, attributes: index % 2 === 0 ? TOOL : { ...TOOL, 'mcp.method.name': 'tools/call' } }),
  ],
  ['calls that all have one id', () => ({ parent: null, attributes: asks('k') })],
  [
    'calls without an id, and tools of other arguments',
    (index) => ({
      parent: null,
      attributes: index % 2 === 0 ? asks('') : { ...TOOL, 'gen_ai.tool.call.arguments': `{"n":${index}}` },
    }),
  ],
  ['spans of which none is understood', (index) => ({ parent: 0, attributes: { 'http.route': `/${index}` } })],
];

describe('a hostile trace', () => {
  test.each(SHAPES)('of %s is read in time that grows with its size', (_, shape) => {
    const build = (count: number): Span[] =>
      Array.from({ length: count }, (__, index) => {
        const { parent, attributes } = shape(index);
        const above = parent === null || parent < 0 || parent === index ? null : `s${parent % count}`;
        return span({
          id: `s${index}`,
          parent: above,
          name: `n${index}`,
          startMs: index,
          endMs: index + 2,
          attributes,
        });
      });
    const spans = build(COUNT);
    readTrace(build(COUNT / 10), []);
    const before = process.cpuUsage();
    expect(readTrace(spans, []).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    // A reader that goes over the spans for each span needs minutes.
    expect((user + system) / 1e6).toBeLessThan(4);
  });

  test('of anything at all is read without a throw, the same in any order', () => {
    const names = [
      'gen_ai.operation.name',
      'gen_ai.input.messages',
      'gen_ai.output.messages',
      'gen_ai.tool.name',
      'gen_ai.tool.call.id',
      'gen_ai.tool.call.arguments',
      'gen_ai.tool.call.result',
      'gen_ai.tool.definitions',
      'gen_ai.response.id',
      'gen_ai.agent.name',
      'gen_ai.usage.input_tokens',
      'mcp.method.name',
      'traceloop.span.kind',
      'traceloop.entity.input',
      'gen_ai.prompt.0.content',
      'span.type',
    ];
    const words = [
      'chat',
      'execute_tool',
      'invoke_agent',
      'tools/call',
      'tool',
      'agent',
      'k',
      '[{"role":"user","parts":[{"type":"text"}]}]',
      '{"a":1}',
      '[',
    ];
    const value: fc.Arbitrary<Json> = fc.oneof(
      fc.constantFrom(...words),
      fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>,
    );
    const one = fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5'),
      parent: fc.option(fc.constantFrom('1', '2', '3', '4', '5', 'lost')),
      name: fc.constantFrom('x', 'claude_code.tool', 'execute_tool f'),
      startMs: fc.nat({ max: 9 }),
      endMs: fc.nat({ max: 9 }),
      attributes: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }),
    });
    const logs = fc.array(
      fc.record({
        span: fc.option(fc.constantFrom('1', '2', 'lost')),
        event: fc.constantFrom(
          'gen_ai.user.message',
          'gen_ai.choice',
          'gen_ai.evaluation.result',
          'gen_ai.client.inference.operation.details',
        ),
        atMs: fc.nat({ max: 9 }),
        body: value,
        attributes: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), logs, (told, records) => {
        const spans = told.map((each) => span({ ...each, attributes: { ...each.attributes } }));
        const read = readTrace(spans, records.map(log));
        expect(readTrace(spans.toReversed(), records.map(log))).toEqual(read);
      }),
      { numRuns: 150 },
    );
  });
});
