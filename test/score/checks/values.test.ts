import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/trace/index.ts';
import { aCase, aContext, aTrial, judged, recorded } from '../build.ts';
import { answer, gave, observedTexts, prefixVerdict, user, verdict } from './build.ts';

const ORDER = { order_id: '#W2378156', payment: { payment_method_id: 'credit_card_7719263' } };

function afterLookup(args: Json, found: Json = ORDER, said = 'I want a refund.') {
  return [
    answer('', [['get_order', {}]], [user(said)]),
    gave('get_order', {}, found),
    answer('', [['refund', args]]),
    gave('refund', args, 'ok'),
  ];
}

function check(args: Json, found: Json = ORDER, said = 'I want a refund.'): string {
  return verdict('values_unaltered', afterLookup(args, found, said));
}

describe('a value that is altered on its way', () => {
  test('fails the trial: another digit', () => {
    const sentence =
      'step 4 calls refund with order_id #W2378165, which nobody has said; the nearest is #W2378156 of get_order at step 2';
    expect(check({ order_id: '#W2378165' })).toBe(`fail: ${sentence}`);
    expect(observedTexts('values_unaltered', afterLookup({ order_id: '#W2378165' }), 'Done.')).toEqual([sentence]);
    expect(prefixVerdict('values_unaltered', afterLookup({ order_id: '#W2378165' }))).toMatch(/^fail/);
  });
  test('fails it: cut off', () => {
    expect(check({ order_id: '#W237815' })).toMatch(/#W237815, cut off from #W2378156 of get_order at step 2/);
  });
  test('fails it: a placeholder in its stead', () => {
    for (const value of ['<order_id>', '...', '{{order}}', 'unknown', 'order_id_placeholder', 'your_order_id_here']) {
      expect(check({ order_id: value }), value).toMatch(/^fail: .* which is a placeholder and no value$/);
    }
  });
  test('fails it: another id than any that a result had under its name', () => {
    expect(check({ payment_method_id: 'paypal_1' })).toMatch(
      /payment_method_id paypal_1, which nobody has said; get_order gave others at step 2/,
    );
    expect(check({ id: 9 }, 'rows:\n- id: 6\n- id: 7')).toMatch(/^fail: .* id 9, which nobody has said/);
  });
  test('fails it where a user gave the value', () => {
    expect(check({ ref: 'AB12345679' }, {}, 'It is AB12345678.')).toMatch(/nearest is AB12345678 of user at step 1/);
  });
});

describe('a value is not altered', () => {
  test('in other punctuation and case, with something put before it, or as a part of another', () => {
    expect(check({ order_id: 'w-237-8156' })).toBe('pass');
    expect(check({ order_id: '#W9502127' }, {}, 'Order 9502127, please.')).toBe('pass');
    expect(check({ user_id: 'ana_silva_7557' }, {}, 'I am ana_silva_7557@mail.org.')).toBe('pass');
    expect(check({ order_id: '<order_id>' }, 'x')).toMatch(/^fail/);
  });
  test('where nothing alike was seen, or the model could not have seen it yet', () => {
    expect(check({ request: 'f81d4fae7dec' })).toBe('pass');
    const together = [
      answer(
        '',
        [
          ['get_order', {}],
          ['refund', { order_id: '#W2378165' }],
        ],
        [user('Hi.')],
      ),
      gave('get_order', {}, ORDER),
      gave('refund', { order_id: '#W2378165' }, 'ok'),
    ];
    expect(verdict('values_unaltered', together)).toBe('pass');
  });
  test('if it is a date, a time, an amount or a short number', () => {
    const found = { day: '2026-05-14', time: '10:30', amount: 98.75, total: 12345 };
    expect(check({ day: '2026-05-15', time: '10:35', amount: 98.76, total: 12346 }, found)).toBe('pass');
  });
  test('if a recorded run of the case has used it, as instructions may hold it', () => {
    const theCase = aCase({ recordings: [{ steps: [recorded('refund', { order_id: '#W2378165' })], output: null }] });
    const trial = aTrial(afterLookup({ order_id: '#W2378165' }), 'Done.');
    expect(judged({ kind: 'values_unaltered' }, trial, theCase, aContext())).toBe('pass');
  });
  test('whatever the identifiers are, as long as they are copied', () => {
    const identifier = fc.stringMatching(/^[A-Z]{1,3}-?\d{5,9}$/);
    fc.assert(
      fc.property(fc.array(identifier, { minLength: 1, maxLength: 20 }), (ids) => {
        expect(check({ order_ids: ids }, { order_ids: ids })).toBe('pass');
      }),
      { numRuns: 100 },
    );
  });
});
