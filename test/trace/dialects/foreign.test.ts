import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/trace/index.ts';
import { readTrace } from '../../../src/trace/index.ts';
import { FRAMEWORK_FIXTURES } from './desk-frameworks.ts';
import { OPENINFERENCE_FIXTURES } from './desk-openinference.ts';
import { PLATFORM_FIXTURES } from './desk-platforms.ts';
import { VERCEL_AI_FIXTURES } from './desk-vercel-ai.ts';
import { span, TRACE_ID } from './telling.ts';

const FIXTURES = [...FRAMEWORK_FIXTURES, ...OPENINFERENCE_FIXTURES, ...PLATFORM_FIXTURES, ...VERCEL_AI_FIXTURES];
const ATTRIBUTES = FIXTURES.flatMap(({ spans }) => spans.flatMap(({ attributes }) => Object.entries(attributes)));
const NAMES = [...new Set(ATTRIBUTES.map(([name]) => name))];
const VALUES = [...new Set(ATTRIBUTES.map(([, value]) => value))];

/** A value of some attribute, whole or cut, or anything at all. */
const value = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.jsonValue({ maxDepth: 4 }).map((any) => any as Json),
  fc.tuple(fc.constantFrom(...VALUES), fc.nat(40)).map(([whole, length]) => JSON.stringify(whole).slice(0, length)),
);

test('whatever stands in the attributes, a span is read or counted', () => {
  const attributes = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 12 });
  fc.assert(
    fc.property(attributes, fc.option(fc.string(), { nil: undefined }), (own, error) => {
      const failed = error === undefined ? {} : { error };
      const told = span({ id: 'a', parent: null, name: 'x', startMs: 0, endMs: 9, attributes: own, ...failed });
      const [trajectory] = readTrace([told], []);
      expect(trajectory?.id).toBe(TRACE_ID);
    }),
    { numRuns: 400 },
  );
});
