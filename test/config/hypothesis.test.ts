import { describe, expect, test } from 'vitest';
import schema from '../../schema/hypothesis.v1.schema.json' with { type: 'json' };
import { readHypothesis } from '../../src/config/index.ts';
import { COLUMNS } from '../../src/corpus/traffic/columns.ts';
import { UserError } from '../../src/errors.ts';

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

describe('a scorer in a hypothesis', () => {
  const read = (scorer: string, more = '') =>
    readHypothesis(`version: 1\nname: a\n${more}scorer: ${scorer}\n`, 'a.yml');
  const problems = (scorer: string, more?: string): string => {
    try {
      read(scorer, more);
      return 'none';
    } catch (error) {
      return error instanceof UserError
        ? error.problems.map(({ where, message, hint }) => `${where}: ${message} (${hint})`).join('\n')
        : String(error);
    }
  };

  test('is written as an expectation, with its defaults', () => {
    expect(read('{ kind: output_contains, text: sorry }')).toEqual({
      ...{ name: 'a', says: null, of: null },
      that: { kind: 'passes', scorer: { kind: 'output_contains', text: 'sorry', ignoreCase: false } },
    });
  });

  test.each([
    [
      'a model',
      '{ kind: judge, name: polite }',
      /^a\.yml:3: scorer: judge cannot .* asks a model \(those that can: output_contains, .*max_steps/,
    ],
    ['a command', '{ kind: command, name: mine }', /^a\.yml:3: scorer: command cannot .* runs a command/],
    ['a case', '{ kind: state_changes }', /^a\.yml:3: scorer: state_changes cannot .* recording of its case/],
    [
      "a case's calls",
      '{ kind: trajectory, mode: strict }',
      /^a\.yml:3: scorer: trajectory needs calls .*\(write the expected calls/,
    ],
    ['what is none', '{ kind: output_matches, pattern: "(" }', /^a\.yml:3: scorer: pattern: expected an ECMAScript/],
    ['what nobody knows', '{ kind: vibes }', /^a\.yml:3: scorer/],
  ])('is refused where it needs %s', (_, scorer, message) => expect(problems(scorer)).toMatch(message));

  test('stands in place of a condition, not beside one', () => {
    expect(problems('{ kind: max_steps, limit: 3 }', 'that: { kind: steps, to: 3 }\n')).toMatch(/^a\.yml:1: /);
    expect(() => readHypothesis('version: 1\nname: a\n', 'a.yml')).toThrow(/a\.yml:1/);
  });
});
