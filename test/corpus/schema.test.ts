import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import caseSchema from '../../schema/case.v1.schema.json' with { type: 'json' };
import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import { parseCaseLine, writeCaseLine } from '../../src/corpus/index.ts';
import { isJsonObject, type Json } from '../../src/trace/index.ts';
import { caseDraft } from './arbitrary.ts';

/** As an editor would read the published schema: without the `discriminator` of OpenAPI, which only helps messages. */
function publishedSchema(): ValidateFunction {
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(expectationSchema);
  return ajv.compile(caseSchema);
}

describe('the published schema', () => {
  const validate = publishedSchema();

  test('accepts every line that the writer writes', () => {
    fc.assert(
      fc.property(caseDraft, (draft) => {
        expect(validate(JSON.parse(writeCaseLine(draft))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('rejects a line with a planted fault, and so does the reader', () => {
    fc.assert(
      fc.property(caseDraft, fc.nat(), fc.constantFrom('rename', 'retype'), (draft, pick, how) => {
        const line: Json = JSON.parse(writeCaseLine(draft));
        const fault = plant(line, pick, how);
        expect(validate(line), fault).toBe(false);
        expect(parseCaseLine(JSON.stringify(line)).kind, fault).toBe('problem');
      }),
      { numRuns: 300 },
    );
  });

  test('describes every field and states the default of every one that may be left out', () => {
    const required = new Set(caseSchema.required);
    for (const [name, property] of Object.entries(caseSchema.properties)) {
      expect(property, name).toHaveProperty('description');
      if (!required.has(name)) expect(property, name).toHaveProperty('default');
    }
  });
});

/** Breaks one member of an object whose keys the format fixes. Says which. */
function plant(line: Json, pick: number, how: 'rename' | 'retype'): string {
  const objects = fixedObjects(line, '');
  const members = objects.flatMap(({ path, object }) => Object.keys(object).map((key) => ({ path, object, key })));
  const typed = members.filter(
    ({ key }) => !['input', 'output', 'arguments', 'value', 'result', 'sliceVersions'].includes(key),
  );
  const from = how === 'rename' ? members : typed;
  const member = from[pick % from.length];
  if (member === undefined) throw new Error('the line has no member');
  const { path, object, key } = member;
  if (how === 'rename') object[`${key}_`] = object[key] ?? null;
  else object[key] = { not: 'this' };
  return `${how} ${path}.${key}`;
}

/** The line itself, its source, recordings, steps and outcomes; not what is free JSON. */
function fixedObjects(value: Json | undefined, path: string): { path: string; object: Record<string, Json> }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => fixedObjects(item, `${path}[${i}]`));
  if (!isJsonObject(value)) return [];
  const inner = [
    'source',
    'drawn',
    'retirement',
    'recordings',
    'steps',
    'outcome',
    'response',
    'parts',
    'usage',
    'expectations',
  ];
  return [
    { path, object: value },
    ...inner.flatMap((key) => (Object.hasOwn(value, key) ? fixedObjects(value[key], `${path}.${key}`) : [])),
  ];
}
