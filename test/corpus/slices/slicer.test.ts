import { describe, expect, test } from 'vitest';
import { type Condition, DEFAULT_SLICES, slicerOf, versionOf } from '../../../src/corpus/index.ts';
import { namesOf, rule, run, slicer, type Told } from './runs.ts';

const refund: Condition = { kind: 'tool_called', tool: 'refund_*' };
const asks: Condition = { kind: 'text_matches', pattern: String.raw`\brefund\b|money back`, in: 'user' };
const CALLS: Told = { tools: ['get_order', 'refund_order'] };

describe('a rule puts a run into its slice', () => {
  test.each<[string, Condition, Told, boolean]>([
    ['when a tool of the glob was called', refund, CALLS, true],
    ['not when another one was', refund, { tools: ['get_order'] }, false],
    ['when a text matches, in upper case too', asks, { text: 'I want my MONEY BACK' }, true],
    ['not when another text does', asks, { text: 'Hello', answer: 'a refund' }, false],
    ['when the answer matches', { ...asks, in: 'answer' } as Condition, { answer: 'a refund' }, true],
    ['when either holds', { kind: 'any', of: [refund, asks] }, { text: 'refund' }, true],
    ['not when only one of all holds', { kind: 'all', of: [refund, asks] }, { text: 'refund' }, false],
    ['when all hold', { kind: 'all', of: [refund, asks] }, { ...CALLS, text: 'refund' }, true],
    ['when the contrary does not hold', { kind: 'not', of: refund }, {}, true],
    ['when a call failed', { kind: 'tool_failed', tool: 'pay' }, { tools: [{ name: 'pay', failed: true }] }, true],
    ['not when it did not', { kind: 'tool_failed', tool: 'pay' }, { tools: ['pay'] }, false],
    ['by an attribute', { kind: 'attribute_is', attribute: 'tier', values: [1, 2] }, { attributes: { tier: 2 } }, true],
    ['by its type too', { kind: 'attribute_is', attribute: 'tier', values: ['2'] }, { attributes: { tier: 2 } }, false],
    ['by the outcome', { kind: 'outcome_is', outcome: 'failed' }, { passed: false }, true],
    ['by an outcome that says nothing', { kind: 'outcome_is', outcome: 'unknown' }, { passed: null }, true],
    ['by its length, bounds included', { kind: 'steps', from: 3, to: 3 }, CALLS, true],
    ['not when it is longer', { kind: 'steps', from: null, to: 2 }, CALLS, false],
  ])('%s', (_, when, told, holds) => {
    expect(namesOf(told, rule(when))).toEqual(holds ? ['it'] : []);
  });
});

describe('slices', () => {
  test('come from what the recording names, where nothing else is said', () => {
    const told = { attributes: { 'pawl.slices': 'refunds, big orders,refunds' } };
    expect(namesOf(told, ...DEFAULT_SLICES)).toEqual(['refunds', 'big orders']);
    expect(namesOf({}, ...DEFAULT_SLICES)).toEqual([]);
  });

  test('are named by the value of an attribute, with a name before it where one is given', () => {
    const told = { attributes: { intent: 'refund', vip: true } };
    expect(
      namesOf(
        told,
        { kind: 'attribute', attribute: 'intent', name: null },
        { kind: 'attribute', attribute: 'vip', name: 'vip' },
      ),
    ).toEqual(['refund', 'vip: true']);
  });

  test('of tools do not depend on order or number of the calls', () => {
    const tools = ['b', 'a', 'b'];
    expect(namesOf({ tools }, { kind: 'tool_set' }, { kind: 'first_tool' })).toEqual(['tools: a + b', 'first tool: b']);
    expect(namesOf({}, { kind: 'tool_set' }, { kind: 'first_tool' })).toEqual(['tools: none', 'first tool: none']);
  });

  test('of length are classes without gaps', () => {
    const names = [0, 1, 2, 3, 8, 9].map((calls) =>
      namesOf({ tools: Array.from({ length: calls }, () => 't') }, { kind: 'length', bounds: [2, 4, 5, 10] }),
    );
    // One model call besides the tool calls
    expect(names.flat()).toEqual([
      'steps: 0 to 1',
      'steps: 2 to 3',
      'steps: 2 to 3',
      'steps: 4',
      'steps: 5 to 9',
      'steps: 10 and more',
    ]);
  });

  test('that several definitions name are one, by the first of them', () => {
    const definitions = [rule(refund), rule({ kind: 'steps', from: 1, to: null })];
    const own = slicer(...definitions).slicesOf(run(CALLS));
    expect(own).toEqual([{ name: 'it', version: versionOf(rule(refund), null) }]);
  });

  test('have a name that fits into a case, and two long ones stay two', () => {
    const tools = (last: string) => [...Array.from({ length: 40 }, (_, i) => `tool_number_${i}`), last];
    const [one = '', other = ''] = ['y', 'z'].flatMap((last) => namesOf({ tools: tools(last) }, { kind: 'tool_set' }));
    expect(one.length).toBe(200);
    expect(one).not.toBe(other);
  });
});

describe('the version of a slice', () => {
  test('changes with its own definition alone', () => {
    const versions = (when: Condition) =>
      slicer(rule(when), { kind: 'first_tool' })
        .slicesOf(run({ ...CALLS, text: 'refund' }))
        .map(({ version }) => version);
    const [rule1, tool1] = versions(refund);
    const [rule2, tool2] = versions(asks);
    expect(rule1).not.toBe(rule2);
    expect(tool1).toBe(tool2);
    expect(slicer(rule(refund)).version).not.toBe(slicer(rule(asks)).version);
  });
});

test('a pattern that takes too long puts nothing into its slice and is counted', () => {
  const not: Condition = { kind: 'not', of: asks };
  const slow = slicerOf({ definitions: [rule(not)], clusters: null, withinTime: () => null });
  expect(slow.slicesOf(run({ text: 'x'.repeat(5000) }))).toEqual([]);
  expect([...slow.slow()]).toEqual([['it', 1]]);
});
