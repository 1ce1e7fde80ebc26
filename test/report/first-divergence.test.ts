import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDivergence } from '../../src/report/index.ts';
import { canonicalJson, type Json, type Step, type ToolCall } from '../../src/trace/index.ts';
import { aTrial, modelCall, refused, toolCall } from '../score/build.ts';

const between = (base: readonly Step[], head: readonly Step[], outputs: readonly [Json, Json] = ['ok', 'ok']) =>
  firstDivergence(aTrial(base, outputs[0]), aTrial(head, outputs[1]));

const get = toolCall('get_order', { id: 'o1' });
const refund = (args: Json, over: Partial<ToolCall> = {}): ToolCall => toolCall('refund', args, over);

test('the same behaviour does not diverge, however the requests differ', () => {
  expect(
    between([modelCall('a'), get], [modelCall('b', { requestKey: 'f'.repeat(64) }), modelCall('c'), get]),
  ).toBeNull();
});

test('an argument is named by its pointer, with both values', () => {
  expect(between([get, refund({ a: { 'x/y': 12 } })], [get, refund({ a: { 'x/y': 120 } })])).toEqual({
    kind: 'arguments',
    call: 2,
    tool: 'refund',
    differences: [{ path: '/a/x~1y', base: '12', head: '120' }],
  });
});

test('an argument that one side lacks is told from one that is null', () => {
  const divergence = between([refund({ a: null, b: 1 })], [refund({ c: 'x', b: 1 })]);
  expect(divergence).toMatchObject({
    differences: [
      { path: '/a', base: 'null', head: null },
      { path: '/c', base: null, head: '"x"' },
    ],
  });
});

test('the first difference counts, not the greatest', () => {
  expect(between([get, refund({ n: 1 }), toolCall('close')], [get, refund({ n: 2 })])).toMatchObject({
    call: 2,
    kind: 'arguments',
  });
});

test('another tool, a tool too many and a tool too few are told apart', () => {
  expect(between([get], [refund({})])).toEqual({
    kind: 'other_tool',
    call: 1,
    baseTool: 'get_order',
    headTool: 'refund',
  });
  expect(between([get], [get, refund({})])).toEqual({ kind: 'only_one_side', call: 2, tool: 'refund', side: 'head' });
  expect(between([get, refund({})], [get])).toEqual({ kind: 'only_one_side', call: 2, tool: 'refund', side: 'base' });
});

test('arguments that the schema refuses are told with its message', () => {
  const why = "must have required property 'order_ref'";
  const told = refused('refund', { id: 1 }, '');
  const call = { ...told, outcome: { kind: 'error', value: `invalid arguments for refund: ${why}` } } as const;
  expect(between([refund({ id: 1 })], [call])).toEqual({
    kind: 'schema_error',
    call: 1,
    tool: 'refund',
    side: 'head',
    message: why,
  });
  expect(between([call], [refund({ id: 1 })])).toMatchObject({ kind: 'schema_error', side: 'base' });
  expect(between([], [call])).toMatchObject({ kind: 'schema_error', side: 'head' });
  expect(between([call], [call])).toBeNull();
});

test('the same call with another outcome', () => {
  const failed = refund({}, { outcome: { kind: 'error', value: 'no' } });
  expect(between([refund({})], [failed])).toMatchObject({
    kind: 'tool_outcome',
    call: 1,
    base: 'result',
    head: 'error',
  });
  const other = refund({}, { outcome: { kind: 'result', value: { ok: false } } });
  expect(between([refund({})], [other])).toMatchObject({ differences: [{ path: '/ok', base: 'true', head: 'false' }] });
});

test('a rename done right is no divergence', () => {
  const renamed = toolCall(
    'refund',
    { ref: 1 },
    { match: 'renamed', recordedAs: { name: 'refund', arguments: { id: 1 } } },
  );
  expect(between([refund({ id: 1 })], [renamed])).toBeNull();
});

test('an end without an answer comes before the answer', () => {
  const crashed = aTrial([get], null, { end: { kind: 'crashed', exitCode: 1, signal: null, stderrTail: '' } });
  expect(firstDivergence(aTrial([get], 'ok'), crashed)).toEqual({ kind: 'end', base: 'answered', head: 'crashed' });
});

describe('another answer', () => {
  test('as text is shown from shortly before the difference', () => {
    const same = 'The same long introduction that both sides give before '.repeat(5);
    const divergence = between([], [], [`${same}yes`, `${same}no`]);
    expect(divergence).toEqual({
      kind: 'output',
      differences: [{ path: '', base: '"… both sides give before yes"', head: '"… both sides give before no"' }],
    });
  });
  test('as JSON is shown where it differs', () => {
    expect(between([], [], [{ a: [1, 2] }, { a: [1, 3] }])).toMatchObject({
      differences: [{ path: '/a/1', base: '2', head: '3' }],
    });
  });
  test('of another shape is shown whole', () => {
    expect(between([], [], [{ a: [1] }, { a: { 0: 1 } }])).toMatchObject({
      differences: [{ path: '/a', base: '[1]', head: '{"0":1}' }],
    });
  });
});

describe('laws', () => {
  const step = fc
    .tuple(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 2 }))
    .map(([name, args]) => toolCall(name, args as Json));
  const steps = fc.array(step, { maxLength: 4 });
  test('nothing diverges from itself', () => {
    fc.assert(
      fc.property(steps, fc.jsonValue(), (calls, output) => {
        expect(between(calls, calls, [output as Json, output as Json])).toBeNull();
      }),
      { seed: 1 },
    );
  });
  test('calls diverge exactly where they differ, and at most five differences are kept', () => {
    const walked = (calls: readonly ToolCall[]) => canonicalJson(calls.map((call) => [call.name, call.arguments]));
    fc.assert(
      fc.property(steps, steps, (base, head) => {
        const divergence = between(base, head);
        expect(divergence === null).toBe(walked(base) === walked(head));
        if (divergence === null || !('differences' in divergence)) return;
        expect(divergence.differences.length).toBeGreaterThan(0);
        expect(divergence.differences.length).toBeLessThanOrEqual(5);
      }),
      { seed: 2 },
    );
  });
});
