import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Json, type ObservedTrajectory, type RedactionCount, redactTrajectory } from '../../../src/trace/index.ts';
import { everything, planted } from './planted.ts';

/** Texts with and without something in them, and what looks like a part of it. */
const text = fc
  .array(
    fc.oneof(
      planted.map((secret) => secret.text),
      fc.constantFrom(
        ' ',
        ', ',
        '"',
        '[',
        ']',
        'sk-',
        'task-',
        'cookie: ',
        'DE44',
        '@',
        '+49',
        '12',
        '2026-11-22 10:11',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));
const item = fc.oneof(
  text,
  fc.record({ role: fc.constantFrom('user', 'tool'), content: text }),
  fc.record({ phone: fc.constantFrom('0301234567', 301234567), cookie: text }),
);
const history = fc.array(item, { minLength: 1, maxLength: 5 });

/** How often each thing was found, all redactors together. */
function sum(reports: readonly (readonly RedactionCount[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, place, count } of reports.flat()) {
    counts[`${kind} ${place}`] = (counts[`${kind} ${place}`] ?? 0) + count;
  }
  return counts;
}

describe('a redactor that has seen much', () => {
  test.each([
    ['without paths', []],
    ['with paths', ['$[1]', '$..content']],
  ])('finds what one finds that has seen nothing, %s', (_, paths) => {
    fc.assert(
      fc.property(history, fc.boolean(), (all, spaced) => {
        const one = everything({ paths });
        const reports: (readonly RedactionCount[])[] = [];
        for (let length = 1; length <= all.length + 1; length += 1) {
          const written = JSON.stringify(all.slice(0, length), null, spaced ? 1 : 0);
          const values: Json[] = [written, { said: written }, all.slice(0, length)];
          for (const value of values) {
            const fresh = everything({ paths });
            expect(one.json(value)).toEqual(fresh.json(value));
            reports.push(fresh.report());
          }
        }
        expect(sum([one.report()])).toEqual(sum(reports));
      }),
      { numRuns: 150 },
    );
  });

  test('gives back the very text and value in which nothing is found, also the second time', () => {
    const one = everything();
    const value = { messages: '[{"role":"user"}]', list: [1, { a: 'hello there' }] };
    expect(one.json(value)).toBe(value);
    expect(one.json(value)).toBe(value);
    expect(one.text('[{"role":"user"}, {"role":"tool"}]')).toBe('[{"role":"user"}, {"role":"tool"}]');
  });

  test('finds what a list has behind a beginning in which nothing was', () => {
    const one = everything();
    one.text('[ "hello", {"a":1} ]');
    expect(one.text('[ "hello", {"a":1} , "x@y.example"]')).toMatch(/^\["hello",\{"a":1\},"<email:[0-9a-f]{12}>"\]$/);
    expect(one.report()).toEqual([{ kind: 'email', place: '$[*]', count: 1 }]);
  });
});

test('a message that several calls were told of counts for each of them', () => {
  const message = { role: 'user' as const, parts: [{ kind: 'text' as const, text: 'I am joe@shop.example' }] };
  const call = {
    kind: 'model_call' as const,
    ...{ agent: [], startUs: null, durationMs: null, sources: [], provider: null, requestModel: null },
    ...{ responseModel: null, responseId: null, input: [message], output: null, tools: null, parameters: {} },
    ...{ finishReason: null, usage: null, costUsd: null, error: null },
  };
  const trajectory: ObservedTrajectory = {
    ...{ id: 't', format: 'genai', conversationId: null, agentName: null, agentVersion: null, userId: null },
    ...{ attributes: {}, startUs: null, endUs: null, steps: [call, call], output: null, outcomes: [], problems: [] },
  };
  const one = everything();
  const redacted = redactTrajectory(one, trajectory);
  expect(JSON.stringify(redacted)).not.toContain('joe@');
  expect(one.report()).toEqual([{ kind: 'email', place: '$', count: 2 }]);
});
