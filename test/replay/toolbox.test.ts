import { describe, expect, test } from 'vitest';
import { toolboxOf } from '../../src/replay/toolbox.ts';
import type { JsonObject } from '../../src/trace/index.ts';

const toolboxFor = (...schemas: readonly JsonObject[]) =>
  toolboxOf(schemas.map((parameters, i) => ({ name: `t${i}`, description: null, parameters }))).toolbox;

describe('a schema whose check would never end', () => {
  const refused = { kind: 'invalid', problems: [expect.stringContaining('could not be checked within 500 ms')] };
  const hang = `${'a'.repeat(60)}!`;

  test.for<[string, JsonObject, JsonObject]>([
    ['a pattern', { properties: { x: { pattern: '^(a+)+$' } } }, { x: hang }],
    ['a pattern of names', { patternProperties: { '^(a+)+$': { type: 'number' } } }, { [hang]: 1 }],
    ['schemas that refer to each other twice', doubling(40), {}],
  ])('because of %s refuses the call, in time, and others are checked all the same', ([, schema, args]) => {
    const toolbox = toolboxFor(schema, { properties: { x: { pattern: '^a+$' } } });
    expect(toolbox.check('t0', args)).toEqual(refused);
    expect(toolbox.check('t1', { x: 'aa' })).toEqual({ kind: 'valid' });
    expect(toolbox.check('t1', { x: 'ab' })).toMatchObject({
      kind: 'invalid',
      problems: [expect.stringContaining('must match pattern')],
    });
  });

  test('is given up after three checks, so that calls of it cannot take all the time of other trials', () => {
    const toolbox = toolboxFor({ properties: { x: { pattern: '^(a+)+$' } } });
    const before = process.threadCpuUsage();
    const checks = Array.from({ length: 50 }, () => toolbox.check('t0', { x: hang }));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
    expect(checks).toEqual(checks.map(() => refused));
  });

  test('does not stop a call whose check ends', () => {
    const toolbox = toolboxFor({ properties: { x: { pattern: '^(a+)+$' } } });
    expect(toolbox.check('t0', { x: 'aaa' })).toEqual({ kind: 'valid' });
  });
});

/** 2 to the power of `levels` checks. */
function doubling(levels: number): JsonObject {
  const twice = (i: number) => ({ allOf: [{ $ref: `#/$defs/d${i}` }, { $ref: `#/$defs/d${i}` }] });
  const defs = Object.fromEntries(Array.from({ length: levels }, (_, i) => [`d${i}`, twice(i + 1)]));
  return { $defs: { ...defs, [`d${levels}`]: { type: 'string' } }, $ref: '#/$defs/d0' };
}
