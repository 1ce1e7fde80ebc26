import { describe, expect, test } from 'vitest';
import { checkTrajectory } from '../../../src/score/index.ts';
import { aCase, aContext, aTrial, judged, stopped } from '../build.ts';
import { answer, failed, gave, observed, observedTexts, user, verdict } from './build.ts';

const asked = answer('', [['send_mail', {}]], [user('Mail Bo.')]);

describe('an answer that claims an action', () => {
  test('fails the trial where no call has changed anything', () => {
    const steps = [asked, failed('send_mail', {}, 'bad'), gave('get_mails', {}, [])];
    const sentence = 'step 3: the answer says "I\'ve sent the mail to Bo.", but no call has changed anything';
    expect(verdict('answer_supported', steps, "OK. I've sent the mail to Bo.")).toBe(`fail: ${sentence}`);
    expect(verdict('answer_supported', steps, 'The mail has been successfully sent.')).toMatch(/^fail/);
    expect(observedTexts('answer_supported', steps, "I've sent the mail to Bo.")).toEqual([sentence]);
  });
  test.each([
    'It has not been sent.',
    'I have already sent it.',
    'If it has been sent, wait.',
    'I have read it.',
    'Hi.',
  ])('is none: %s', (output) =>
    expect(verdict('answer_supported', [asked, failed('send_mail', {}, 'bad')], output)).toBe('pass'),
  );
  test('stands on a call that succeeded or is not known to have failed, and is not judged without calls', () => {
    expect(verdict('answer_supported', [asked, gave('send_mail', {}, 'ok')], 'I have sent it.')).toBe('pass');
    expect(verdict('answer_supported', [asked], 'I have sent it.')).toBe('pass');
  });
});

describe('configured evidence', () => {
  const judge = (steps: Parameters<typeof aTrial>[0], tools: string[]) =>
    judged({ kind: 'answer_supported', tools }, aTrial(steps, '12.40'), aCase(), aContext());
  test('must have given a result before the answer', () => {
    expect(judge([asked, gave('get_price', {}, 12.4)], ['get_price', 'get_order'])).toBe('pass');
    expect(judge([asked, failed('get_price', {}, 'down')], ['get_price', 'get_order'])).toBe(
      'fail: step 2: the answer is given without a result of get_price or get_order',
    );
    expect(judge([asked], ['get_price'])).toMatch(/^fail/);
  });
  test('is open in a trial that was cut short', () => {
    const expectation = { kind: 'answer_supported' as const, tools: ['get_price'] };
    expect(judged(expectation, stopped([asked]), aCase(), aContext())).toMatch(/^undetermined/);
  });
});

describe('an identifier in the answer', () => {
  const instructions = {
    role: 'system' as const,
    parts: [{ kind: 'text' as const, text: 'Our line is 08001234567.' }],
  };
  const steps = [
    answer('', [], [instructions, user('My order is W2378156.')]),
    gave('get_order', {}, { ref: 'AB77881' }),
  ];
  const texts = (output: string) =>
    checkTrajectory(observed(steps, output), { isReadOnly: () => true, checks: ['answer_supported'] }).flatMap(
      ({ firings }) => firings,
    );
  test('that nobody has said fires', () => {
    expect(texts('Your order is W2378165.')).toEqual([
      { steps: [1], text: 'step 2: the answer names W2378165, which nobody has said before' },
    ]);
  });
  test('from a result, the user or the instructions does not, nor do words and amounts', () => {
    expect(texts('W2378156 is AB77881, call 08001234567; 5-star, 48/day, 1,234.56 or 123456 in 2026-05-14.')).toEqual(
      [],
    );
  });
  test('is not judged where the instructions are not known, as in a trial', () => {
    expect(verdict('answer_supported', steps, 'Your order is W2378165.')).toBe('pass');
  });
});
