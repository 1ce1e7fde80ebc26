import { describe, expect, test } from 'vitest';
import { clean, cleanTrajectory, JANITOR_RULES, reductionOf, sourcesOf } from '../../../src/corpus/index.ts';
import type { ObservedStep } from '../../../src/trace/index.ts';
import { asked, call, say, trajectory } from './runs.ts';
import { isReadOnly } from './verdicts.ts';

const failed = (value: string) => call('get_order', { outcome: { kind: 'error', value } });
const cleaned = (...steps: readonly ObservedStep[]) => clean(trajectory(steps), { isReadOnly, without: [] });
const keptOf = (...steps: readonly ObservedStep[]) => cleaned(...steps).kept.map(({ index }) => index);

describe('calls', () => {
  test('the first of the same reads with the same result stays, and stands for the others', () => {
    const run = cleaned(call('get_order'), call('list_orders'), call('get_order'));
    expect(run.kept.map(({ index }) => index)).toEqual([0, 1]);
    expect(run.dropped).toMatchObject([{ index: 2, rule: 'repeated_read', twin: 0 }]);
    expect(sourcesOf(run, 0)).toEqual(['span-0', 'span-2']);
  });

  test('a read stays where the world or its result may have changed', () => {
    const other = call('get_order', { outcome: { kind: 'result', value: 2 } });
    expect(keptOf(call('get_order'), call('refund'), call('get_order'))).toEqual([0, 1, 2]);
    expect(keptOf(call('get_order'), other, call('get_order'))).toEqual([0, 1, 2]);
    expect(keptOf(call('get_order'), call('refund', { outcome: { kind: 'unknown' } }), call('get_order'))).toHaveLength(
      3,
    );
    expect(keptOf(call('get_order'), call('get_order', { agent: ['sub'] }))).toEqual([0, 1]);
  });

  test('calls that change the world stay, however often they were made', () => {
    expect(keptOf(call('refund'), call('refund'))).toEqual([0, 1]);
  });

  test('of failed tries the success stays, else the last of the same failures', () => {
    expect(keptOf(failed('timeout'), failed('timeout'), call('get_order'))).toEqual([2]);
    expect(keptOf(failed('timeout'), failed('timeout'), failed('gone'))).toEqual([1, 2]);
    expect(keptOf(call('refund', { outcome: { kind: 'error', value: 'x' } }), call('refund'))).toEqual([1]);
    expect(keptOf(failed('timeout'), call('get_order', { arguments: { order: 'W2' } }))).toEqual([0, 1]);
  });
});

describe('model calls', () => {
  const first = [say('system', 'desk'), say('user', 'refund W1')];
  const answer = say('assistant', 'ok');

  test('of the conversation only what is new stays, with a note of what it goes on from', () => {
    const run = cleaned(asked(first), asked([...first, answer, say('user', 'and W2')]), asked([say('user', 'new')]));
    expect(run.kept.map(({ step, context }) => [step.kind === 'model_call' && step.input, context])).toEqual([
      [first, null],
      [[say('user', 'and W2')], { of: 0, messages: 3 }],
      [[say('user', 'new')], null],
    ]);
    expect(run.trimmed).toEqual([{ index: 1, rule: 'repeated_context', count: 3 }]);
  });

  test('a failed request that was made again, and a span that says nothing, go', () => {
    const lost = asked(first, { output: null, usage: null, error: 'overloaded' });
    const empty = asked(null, { output: null, usage: null });
    const run = cleaned(lost, empty, lost, asked(first), lost);
    expect(run.dropped.map(({ index, rule, twin }) => [index, rule, twin])).toEqual([
      [0, 'failed_request', 3],
      [1, 'empty_step', null],
      [2, 'failed_request', 3],
    ]);
  });

  test('reasoning stays where a later call can be held against it', () => {
    const thinking = (text: string) => asked(first, { output: say('assistant', 'ok', text) });
    const reasoning = (...steps: readonly ObservedStep[]): readonly boolean[] =>
      cleaned(...steps).kept.flatMap(({ step }) =>
        step.kind === 'model_call' ? [step.output?.parts.some(({ kind }) => kind === 'reasoning') === true] : [],
      );
    const use = call('get_order', { arguments: { filter: [{ order: 'W1041' }] } });
    expect(reasoning(thinking('the order is w1041'), use)).toEqual([true]);
    expect(reasoning(thinking('let me use get_order'), call('get_order'))).toEqual([true]);
    expect(reasoning(thinking('how nice'), call('get_order'))).toEqual([false]);
    expect(reasoning(call('get_order'), thinking('that was get_order'))).toEqual([false]);
  });
});

test('each rule can be switched off and has its part in the report', () => {
  const run = trajectory([
    asked(null, { output: null, usage: null }),
    asked([say('user', 'a')], { output: null, usage: null, error: 'x' }),
    asked([say('user', 'a')], { output: say('assistant', 'ok', 'hm') }),
    asked([say('user', 'a'), say('assistant', 'ok'), say('user', 'b')]),
    failed('timeout'),
    call('get_order'),
    call('get_order'),
  ]);
  const all = reductionOf(run, clean(run, { isReadOnly, without: [] }));
  expect(all).toEqual({
    before: { steps: 7, tokens: expect.any(Number) },
    after: { steps: 3, tokens: expect.any(Number) },
    byRule: {
      empty_step: { steps: 1, parts: 0 },
      failed_request: { steps: 1, parts: 0 },
      retried_call: { steps: 1, parts: 0 },
      repeated_read: { steps: 1, parts: 0 },
      unused_reasoning: { steps: 0, parts: 1 },
      repeated_context: { steps: 0, parts: 2 },
    },
  });
  expect(all.after.tokens).toBeLessThan(all.before.tokens);
  for (const { name } of JANITOR_RULES) {
    const { [name]: _, ...others } = all.byRule;
    const { byRule } = reductionOf(run, clean(run, { isReadOnly, without: [name] }));
    expect(Object.keys(byRule)).toEqual(Object.keys(others));
  }
  const none = clean(run, { isReadOnly, without: JANITOR_RULES.map(({ name }) => name) });
  expect(cleanTrajectory(none)).toEqual(run);
});
