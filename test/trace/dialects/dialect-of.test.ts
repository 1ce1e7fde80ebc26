import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIALECTS, dialectOf } from '../../../src/trace/dialects/index.ts';
import type { Span } from '../../../src/trace/index.ts';

const names = [...DIALECTS.flatMap(({ marks }) => marks ?? []), 'ai.operationId', 'gen_ai.prompt.0.role', 'user.id'];
const spans: fc.Arbitrary<Span> = fc
  .record({
    attributes: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('chat', '', 1, 'ai.generateText', null), {
      maxKeys: 4,
    }),
    scope: fc.constantFrom('desk', '@traceloop/openai', 'com.anthropic.claude_code', 'ai', 'langsmith'),
    name: fc.constantFrom('chat', 'claude_code.tool', 'ai.generateText'),
    event: fc.option(fc.constantFrom('gen_ai.user.message', 'exception')),
  })
  .map(({ attributes, scope, name, event }) => ({
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    parentSpanId: null,
    name,
    scope: { name: scope, version: null },
    resource: {},
    attributes,
    events: event === null ? [] : [{ name: event, timeUs: 1, attributes: {} }],
    startUs: 1,
    endUs: 2,
    status: { code: 'unset', message: null },
  }));

test('the dialect of a span is the first one that reads it, as if all were asked', () => {
  const found = new Set<string | undefined>();
  fc.assert(
    fc.property(spans, (span) => {
      const first = DIALECTS.find((dialect) => dialect.reads(span, []));
      found.add(first?.name);
      expect(dialectOf(span, [])).toBe(first ?? null);
    }),
    { numRuns: 3000 },
  );
  expect(found).toEqual(new Set([...DIALECTS.map(({ name }) => name), undefined]));
});
