import { expect, test } from 'vitest';
import schema from '../../schema/hypothesis.v1.schema.json' with { type: 'json' };
import { readHypothesis } from '../../src/config/index.ts';
import { COLUMNS } from '../../src/corpus/traffic/columns.ts';

test('the schema of hypotheses names every column of both tables', () => {
  const kinds = schema.definitions.condition.oneOf as {
    properties: Record<string, { enum?: string[]; items?: unknown }>;
  }[];
  const steps = kinds.flatMap(({ properties: { where } }) => (where === undefined ? [] : [where.items]))[0];
  expect(kinds.find(({ properties: { column } }) => column !== undefined)?.properties.column?.enum).toEqual(
    COLUMNS.trajectories.map(({ name }) => name),
  );
  expect(steps).toMatchObject({ properties: { column: { enum: COLUMNS.steps.map(({ name }) => name) } } });
});

test('a hypothesis is complete when it is read, and refused where it says nothing', () => {
  const text = 'version: 1\nname: a\nthat: { kind: step, where: [{ column: tool, is: [get] }] }\n';
  expect(readHypothesis(text, 'a.yml')).toEqual({
    name: 'a',
    says: null,
    of: null,
    that: { kind: 'step', where: [{ column: 'tool', is: ['get'] }], atLeast: 1 },
  });
  expect(() => readHypothesis('version: 1\nname: a\nthat: { kind: column, column: model }\n', 'a.yml')).toThrow(
    /a\.yml:3/,
  );
  expect(() => readHypothesis('', 'a.yml')).toThrow(/a\.yml:1/);
});
