import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseDraft, parseCaseLine, withContentHash, writeCaseLine } from '../../src/corpus/index.ts';
import type { JsonObject } from '../../src/trace/index.ts';
import { caseDraft } from './arbitrary.ts';

const least = { v: 1, id: 'refund-7', input: 'hello', recordings: [{ steps: [] }] };

const toolCall = { kind: 'tool_call', name: 'find_order', arguments: {}, outcome: { kind: 'result', value: 1 } };

function reasonOf(line: JsonObject | string): string {
  const parsed = parseCaseLine(typeof line === 'string' ? line : JSON.stringify(line));
  return parsed.kind === 'problem' ? parsed.reason : 'no problem';
}

describe('a case line', () => {
  test('may leave out everything that has a default', () => {
    const parsed = parseCaseLine(JSON.stringify(least));
    expect(parsed).toEqual({
      kind: 'case',
      case: {
        id: 'refund-7',
        status: 'active',
        source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
        slices: ['default'],
        cohorts: [],
        weight: 1,
        cluster: null,
        input: 'hello',
        recordings: [{ steps: [], output: null }],
        expectations: null,
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  test('gets the defaults of its expectations', () => {
    const parsed = parseCaseLine(JSON.stringify({ ...least, expectations: [{ kind: 'output_contains', text: 'a' }] }));
    expect(parsed).toMatchObject({
      case: { expectations: [{ kind: 'output_contains', text: 'a', ignoreCase: false }] },
    });
  });

  test('that was written reads back as the same case', () => {
    fc.assert(
      fc.property(caseDraft, (draft) => {
        const line = writeCaseLine(draft);
        expect(line).not.toMatch(/[\r\n]/);
        expect(parseCaseLine(line)).toEqual({ kind: 'case', case: withContentHash(draft) });
      }),
      { numRuns: 300 },
    );
  });

  test('that was read and written again leaves the defaults out', () => {
    const parsed = parseCaseLine(JSON.stringify(least));
    expect(parsed.kind === 'case' && writeCaseLine(parsed.case)).toBe(JSON.stringify(least));
  });
});

describe('a broken line says what is wrong:', () => {
  test.each<[string, JsonObject | string, RegExp]>([
    ['no JSON', '{"v":1,', /^expected one line of JSON: /],
    ['no object', '[1,2]', /^expected a JSON object, received a list of 2$/],
    ['no version', { id: 'a' }, /^expected case format "v": 1, received nothing$/],
    ['a later version', { ...least, v: 2, more: 1 }, /^expected case format "v": 1, received 2$/],
    [
      'a value nested too deeply',
      `{"v":1,"id":"a","input":${'['.repeat(50_000)}${']'.repeat(50_000)},"recordings":[{"steps":[]}]}`,
      /^expected at most 200 levels of nesting, received more$/,
    ],
    ['an unknown key', { ...least, slice: ['a'] }, /^unknown key "slice" \(did you mean slices\?\)$/],
    ['a missing key', { v: 1, id: 'a', input: 1 }, /^expected key "recordings", received none/],
    ['an empty id', { ...least, id: '' }, /^id: expected text that is not empty, received ""$/],
    ['no recording', { ...least, recordings: [] }, /^recordings: expected at least one item/],
    ['no slice', { ...least, slices: [] }, /^slices: expected at least one item/],
    ['a slice twice', { ...least, slices: ['a', 'a'] }, /^slices: expected different items/],
    ['an unknown status', { ...least, status: 'actve' }, /^status: .*"actve" \(did you mean active\?\)$/],
    ['a weight of nothing', { ...least, weight: 0 }, /^weight: expected a number > 0, received 0$/],
    ['a weight beyond numbers', '{"v":1,"id":"a","input":1,"recordings":[{"steps":[]}],"weight":1e999}', /^weight: /],
    ['a time in words', { ...least, source: { recordedAt: 'yesterday' } }, /^source\.recordedAt: /],
    ['no expectation in the list', { ...least, expectations: [] }, /^expectations: expected at least one item/],
    [
      'an unknown expectation',
      { ...least, expectations: [{ kind: 'vibes' }] },
      /^expectations\[0\]\.kind: unknown kind/,
    ],
    [
      'a pattern that does not compile',
      { ...least, expectations: [{ kind: 'output_matches', pattern: '(' }] },
      /^expectations\[0\]: pattern: /,
    ],
    ['an unknown step', { ...least, recordings: [{ steps: [{ kind: 'thought' }] }] }, /^recordings\[0\]\.steps\[0\]/],
    [
      'a tool call without an outcome',
      { ...least, recordings: [{ steps: [{ ...toolCall, outcome: { kind: 'missing', reason: 'x' } }] }] },
      /^recordings\[0\]\.steps\[0\]\.outcome/,
    ],
  ])('%s', (_, line, reason) => {
    expect(reasonOf(line)).toMatch(reason);
  });

  test('several faults at once, the rest counted', () => {
    const faults = reasonOf({ ...least, id: 1, status: 2, slices: 3, weight: 4, cluster: 5 });
    expect(faults).toMatch(/^id: .*; status: .*; slices: .*; and 1 more$/);
  });
});

describe('the content hash', () => {
  const draft: CaseDraft = {
    id: 'a',
    status: 'active',
    source: { traceId: null, recordedAt: null, agentVersion: null, model: null },
    slices: ['refunds'],
    cohorts: [],
    weight: 1,
    cluster: null,
    input: { b: 1, a: [1, 2] },
    recordings: [{ steps: [], output: 'done' }],
    expectations: [{ kind: 'state_changes' }],
  };
  const hashOf = (change: Partial<CaseDraft>) => withContentHash({ ...draft, ...change }).contentHash;

  test('changes with all that decides trials and scores', () => {
    const hashes = [
      hashOf({}),
      hashOf({ input: { b: 1, a: [2, 1] } }),
      hashOf({ recordings: [{ steps: [], output: null }] }),
      hashOf({ expectations: null }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('stays with what only files the case', () => {
    const source = { traceId: 't', recordedAt: null, agentVersion: null, model: null };
    const filed = {
      id: 'b',
      slices: ['x'],
      cohorts: ['y'],
      weight: 2,
      cluster: 'z',
      status: 'retired',
      source,
    } as const;
    expect(hashOf(filed)).toBe(hashOf({}));
    expect(hashOf({ input: { a: [1, 2], b: 1 } })).toBe(hashOf({}));
  });
});
