import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../src/corpus/index.ts';
import type { Outcome } from '../../src/score/index.ts';
import { aCase, aContext, aTrial, judged, missed, modelCall, refused, stopped, tool, toolCall } from './build.ts';

describe('required tools', () => {
  const required: Expectation = { kind: 'tools_required', tools: ['verify', 'refund'] };
  test('pass when each was called', () => {
    expect(judged(required, aTrial([toolCall('refund'), toolCall('verify')], ''))).toBe('pass');
  });
  test('fail with the names of those that were not', () => {
    expect(judged(required, aTrial([toolCall('verify')], ''))).toBe('fail: required but not called: refund');
  });
  test('a call with arguments that the schema refuses does not count', () => {
    expect(judged(required, aTrial([toolCall('verify'), refused('refund', {}, 'x')], ''))).toMatch(/^fail: .*refund/);
  });
  test('a renamed tool counts under either name', () => {
    const call = toolCall('issue_refund', {}, { recordedAs: { name: 'refund', arguments: {} } });
    expect(judged(required, aTrial([toolCall('verify'), call], ''))).toBe('pass');
  });
  test('are open in a stopped trial', () => {
    expect(judged(required, stopped([]))).toMatch(/^undetermined/);
  });
});

describe('forbidden tools', () => {
  const forbidden: Expectation = { kind: 'tools_forbidden', tools: ['delete_account'] };
  test('pass when none was called', () => {
    expect(judged(forbidden, aTrial([toolCall('refund')], ''))).toBe('pass');
  });
  test('fail in a whole trial and on a prefix, tried or done', () => {
    const reason = 'fail: called a forbidden tool: delete_account {"id":1}';
    expect(judged(forbidden, aTrial([toolCall('delete_account', { id: 1 })], ''))).toBe(reason);
    expect(judged(forbidden, stopped([missed('delete_account', { id: 1 })]))).toBe(reason);
    expect(judged(forbidden, aTrial([refused('delete_account', { id: 1 }, 'x')], ''))).toBe(reason);
  });
  test('fail under a new name', () => {
    const call = toolCall('remove', {}, { recordedAs: { name: 'delete_account', arguments: {} } });
    expect(judged(forbidden, aTrial([call], ''))).toMatch(/^fail/);
  });
  test('are open in a stopped trial that did not call them', () => {
    expect(judged(forbidden, stopped([]))).toMatch(/^undetermined/);
  });
});

describe('valid arguments', () => {
  const valid: Expectation = { kind: 'arguments_valid' };
  const context = aContext({ tools: [tool('refund', { amount: { type: 'number' } }, ['amount'])] });
  const verdict = (...calls: Parameters<typeof aTrial>[0]): string =>
    judged(valid, aTrial(calls, ''), aCase(), context);
  test('pass when the schema accepts them', () => {
    expect(verdict(toolCall('refund', { amount: 5 }))).toBe('pass');
  });
  test('fail with the problem', () => {
    expect(verdict(toolCall('refund', { amount: '5' }))).toBe('fail: refund: /amount must be number in {"amount":"5"}');
  });
  test('fail where the gateway refused the call', () => {
    expect(verdict(refused('refund', { sum: 5 }, "must have required property 'amount'"))).toMatch(
      /^fail: refund: .*'amount'/,
    );
  });
  test('fail on arguments that are no JSON', () => {
    expect(verdict(toolCall('refund', '{"amount":'))).toMatch(/must be object/);
  });
  test('are open for a tool whose schema is not known, unless another call is wrong', () => {
    expect(verdict(toolCall('other', {}))).toBe('undetermined: no schema is known for the tool other');
    expect(verdict(toolCall('other', {}), toolCall('refund', {}))).toMatch(/^fail/);
  });
  test('fail on a prefix, but do not pass on it', () => {
    expect(judged(valid, stopped([toolCall('refund', {})]), aCase(), context)).toMatch(/^fail/);
    expect(judged(valid, stopped([toolCall('refund', { amount: 1 })]), aCase(), context)).toMatch(/^undetermined/);
  });
});

describe('limits', () => {
  const steps: Expectation = { kind: 'max_steps', limit: 2 };
  const tokens: Expectation = { kind: 'max_tokens', limit: 240 };
  const two = [modelCall('a'), modelCall('b')];
  test('hold up to and including the limit', () => {
    expect(judged(steps, aTrial(two, ''))).toBe('pass');
    expect(judged(tokens, aTrial(two, ''))).toBe('pass');
  });
  test('fail beyond it, also on a prefix', () => {
    const three = [...two, modelCall('c')];
    expect(judged(steps, aTrial(three, ''))).toBe('fail: 3 steps, at most 2 are allowed');
    expect(judged(steps, stopped(three))).toMatch(/^fail/);
    expect(judged(tokens, stopped(three))).toBe('fail: 360 tokens, at most 240 are allowed');
  });
  test('are open in a stopped trial that is still within them', () => {
    expect(judged(steps, stopped(two))).toMatch(/^undetermined/);
    expect(judged(tokens, stopped(two))).toMatch(/^undetermined/);
  });
  test('unknown usage is no small usage', () => {
    expect(judged(tokens, aTrial([modelCall('a', { usage: null })], ''))).toMatch(
      /^undetermined: a model answer did not say/,
    );
  });
});

describe("the user's command", () => {
  const mine: Expectation = { kind: 'command', name: 'tone' };
  const context = (result: Outcome) => aContext({ commandResults: new Map([['tone', result]]) });
  test('decides by its result', () => {
    expect(judged(mine, aTrial([], ''), aCase(), context({ kind: 'pass' }))).toBe('pass');
    expect(judged(mine, aTrial([], ''), aCase(), context({ kind: 'fail', reason: 'rude' }))).toBe('fail: rude');
  });
  test('without a result is not a pass', () => {
    expect(judged(mine, aTrial([], ''))).toMatch(/^undetermined: no result of the scorer "tone": is it under scorers/);
  });
  test('does not judge a stopped trial', () => {
    expect(judged(mine, stopped([]), aCase(), context({ kind: 'pass' }))).toMatch(/^undetermined/);
  });
});
