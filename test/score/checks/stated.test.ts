import { describe, expect, test } from 'vitest';
import { answer, gave, observedTexts, prefixVerdict, user, verdict } from './build.ts';

const told = [user('Cancel order A1.')];

function check(text: string, args = { order_id: '#W2378156', amount: 100 }, ...more: Parameters<typeof verdict>[1]) {
  const call = gave('cancel_order', args, 'ok');
  return verdict('action_as_stated', [answer(text, [['cancel_order', args]], told), call, ...more]);
}

describe('an action that is not the stated one', () => {
  test('fails the trial: another tool than the named one', () => {
    const steps = [
      answer('I will call get_order first.', [['cancel_order', {}]], told),
      gave('cancel_order', {}, 'ok'),
      gave('get_order', {}, 'ok'),
    ];
    // A tool that nothing offers or calls is a word like any other.
    expect(verdict('action_as_stated', steps.slice(0, 2))).toBe('pass');
    expect(verdict('action_as_stated', steps)).toBe('pass');
    const before = [gave('get_order', {}, 'ok'), ...steps.slice(0, 2)];
    const sentence = 'step 2 says "I will call get_order first." but calls cancel_order, and get_order never';
    expect(verdict('action_as_stated', before)).toBe(`fail: ${sentence}`);
    expect(prefixVerdict('action_as_stated', before)).toBe(`fail: ${sentence}`);
    expect(observedTexts('action_as_stated', before, 'Done.')).toEqual([sentence]);
  });
  test('fails it: another value than the named one', () => {
    expect(check('I will cancel the order with order id #W2378165.')).toBe(
      'fail: step 1 says order_id is W2378165 but calls cancel_order with #W2378156',
    );
    expect(check('I will refund an amount of $95.50.')).toMatch(/amount is 95.50 but calls cancel_order with 100$/);
  });
  test('fails it: a final answer that only announces', () => {
    const steps = [answer('The order is A1. I will now cancel the order.', [], told)];
    const sentence =
      'step 1 is the final answer and ends with "I will now cancel the order.", but nothing is done after it';
    expect(verdict('action_as_stated', steps)).toBe(`fail: ${sentence}`);
    expect(observedTexts('action_as_stated', steps, 'x')).toEqual([sentence]);
    expect(prefixVerdict('action_as_stated', steps)).toMatch(/^undetermined/);
  });
});

describe('a statement is none', () => {
  test.each([
    'I will cancel the order with order id #W2378156.',
    'I will cancel order_id: W2378156, amount 100.00.',
    'I will not cancel the order with order id #W2378165.',
    'If you agree, I will cancel order id #W2378165.',
    'You gave me order id #W2378165.',
    'I will cancel the order with order id #W2378165 or order id #W2378166.',
    'Let me look at the amount of the order from 2026-05-14.',
  ])('of another value: %s', (text) => expect(check(text)).toBe('pass'));

  test('where several calls are asked for', () => {
    const args = { order_id: '#W2378156' };
    const calls: [string, typeof args][] = [
      ['cancel_order', args],
      ['get_order', args],
    ];
    const steps = [answer('I will cancel the order with order id #W2378165.', calls, told)];
    expect(verdict('action_as_stated', steps)).toBe('pass');
  });
  test.each([
    'Shall I cancel it? I will now wait.',
    'Let me know if I can help.',
    "Once you confirm, I'll proceed.",
    "I have cancelled it. Let's look forward to a better one.",
    'I will now be here for anything else.',
  ])('of something to do: %s', (text) => expect(verdict('action_as_stated', [answer(text, [], told)])).toBe('pass'));
});
