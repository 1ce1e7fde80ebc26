import { describe, expect, test } from 'vitest';
import { answer, failed, gave, observedTexts, prefixVerdict, user, verdict } from './build.ts';

const REFUSED = 'ValueError: no channel of that name';
const send = { channel: 'x', body: 'hi' };

describe('a failing call that is repeated', () => {
  const twice = [
    answer('', [['send', send]], [user('Say hi in x.')]),
    failed('send', send, REFUSED),
    answer('', [['send', send]]),
    failed('send', send, REFUSED),
  ];
  const sentence = 'step 4 makes the call of step 2 again, which had failed: send {"body":"hi","channel":"x"}';

  test('fails the trial, with both places', () => {
    expect(verdict('failure_not_repeated', twice)).toBe(`fail: ${sentence} (${REFUSED})`);
  });
  test('fails it on a prefix too, and passes none', () => {
    expect(prefixVerdict('failure_not_repeated', twice)).toMatch(/^fail/);
    expect(prefixVerdict('failure_not_repeated', twice.slice(0, 2))).toMatch(/^undetermined/);
  });
  test('is the same in what production recorded', () => {
    expect(observedTexts('failure_not_repeated', twice, 'Done.')).toEqual([`${sentence} (${REFUSED})`]);
  });
  test('is the same call in other case and with a null member', () => {
    const again = failed('send', { channel: 'X', body: 'HI', thread: null }, REFUSED);
    expect(verdict('failure_not_repeated', [...twice.slice(0, 3), again])).toMatch(/^fail/);
  });
  test('is none with other arguments, after a success, or where it succeeds', () => {
    const other = failed('send', { ...send, channel: 'y' }, REFUSED);
    expect(verdict('failure_not_repeated', [...twice.slice(0, 3), other])).toBe('pass');
    expect(verdict('failure_not_repeated', [...twice.slice(0, 3), gave('send', send, 'ok')])).toBe('pass');
  });
  test('is none behind a change of the state, but is one behind a read', () => {
    const between = (name: string) => [...twice.slice(0, 2), gave(name, {}, 'ok'), ...twice.slice(2)];
    expect(verdict('failure_not_repeated', between('create_channel'))).toBe('pass');
    expect(verdict('failure_not_repeated', between('get_channels'))).toMatch(/^fail/);
  });
  test('is none where the user has spoken since', () => {
    const told = answer('', [['send', send]], [answerMessage('It failed.'), user('Try again.')]);
    expect(verdict('failure_not_repeated', [...twice.slice(0, 2), told, ...twice.slice(3)])).toBe('pass');
  });
  test('is none where both were asked for before the error could be read', () => {
    const asked = answer(
      '',
      [
        ['send', send],
        ['send', send],
      ],
      [user('Say hi.')],
    );
    const errors = [failed('send', send, REFUSED), failed('send', send, REFUSED)];
    expect(verdict('failure_not_repeated', [asked, ...errors])).toBe('pass');
  });
  test.each(['503 Service Unavailable', 'timed out', 'HTTP 429', 'please try again later'])(
    'is none after an error that passes by itself: %s',
    (error) => {
      const steps = [failed('send', send, error), answer('', [['send', send]]), failed('send', send, error)];
      expect(verdict('failure_not_repeated', steps)).toBe('pass');
    },
  );
});

describe('a tool that is abandoned after its first error', () => {
  const steps = [
    answer('', [['send_mail', { to: 'bo' }]], [user('Mail Bo.')]),
    failed('send_mail', { to: 'bo' }, 'bad'),
  ];
  const check = (more: typeof steps, output: string | null): string =>
    verdict('tool_not_abandoned', [...steps, ...more], output);

  test('fails a trial whose answer passes over it', () => {
    expect(check([], 'I have mailed Bo.')).toBe(
      'fail: send_mail failed at step 2 and was never tried again, and the answer says nothing of it: send_mail {"to":"bo"} (bad)',
    );
    expect(observedTexts('tool_not_abandoned', steps, 'I have mailed Bo.')).toHaveLength(1);
  });
  test.each([
    'I could not send the mail.',
    'The mail failed.',
    'Shall I look for another address?',
    'Unfortunately no.',
  ])('is none where the answer says so: %s', (output) => expect(check([], output)).toBe('pass'));
  test('is none where the user was told before the final answer', () => {
    const told = [answer('The mail was not sent, the address is invalid.')];
    expect(check([...told, answer('Bye.', [], [user('Never mind.')])], 'Bye.')).toBe('pass');
  });
  test('is none where it was tried again, or a tool of its kind succeeded', () => {
    expect(check([failed('send_mail', { to: 'bob' }, 'bad')], 'Done.')).toBe('pass');
    expect(check([gave('send_message', { to: 'bo' }, 'ok')], 'Done.')).toBe('pass');
    expect(check([gave('create_event', {}, 'ok')], 'Done.')).toMatch(/^fail/);
    expect(check([gave('get_mails', {}, [])], 'Done.')).toMatch(/^fail/);
  });
  test('is none where a lookup found nothing, or another lookup gave a result', () => {
    const lookup = (error: string, ...more: typeof steps) =>
      verdict('tool_not_abandoned', [failed('get_contact', {}, error), ...more], 'Done.');
    expect(lookup('Contact Bo not found.')).toBe('pass');
    expect(lookup('missing argument')).toMatch(/^fail/);
    expect(lookup('missing argument', gave('get_mails', {}, []))).toBe('pass');
  });
  test('is open in a trial that was cut short, and none without an answer', () => {
    expect(prefixVerdict('tool_not_abandoned', steps)).toMatch(/^undetermined/);
    expect(check([], null)).toBe('pass');
  });
});

function answerMessage(text: string): ReturnType<typeof user> {
  return { role: 'assistant', parts: [{ kind: 'text', text }] };
}
