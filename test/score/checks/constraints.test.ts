import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/trace/index.ts';
import { answer, failed, gave, observedTexts, prefixVerdict, user, verdict } from './build.ts';

function steps(said: string, name: string, args: Json) {
  return [answer('', [[name, args]], [user(said)]), gave(name, args, 'ok')];
}

function check(said: string, name: string, args: Json): string {
  return verdict('constraints_kept', steps(said, name, args));
}

describe("a constraint of the user's first message", () => {
  test.each<[string, string, Json]>([
    ['Book a hotel for at most $200.', 'book_hotel', { price: 210 }],
    ['Book a trip. I have a budget of 500 euros.', 'book_trip', { total_cost: 500.5 }],
    ['Pay it, but no more than €1,000 in all.', 'send_money', { amount: 1200 }],
    ["Change my seat. Don't cancel anything.", 'cancel_booking', {}],
    ['Answer him without sharing the file.', 'share_file', {}],
    ['Book it no later than 2026-05-14.', 'book_hotel', { start_date: '2026-05-15' }],
    ['Book it, not before 2026-05-14, please.', 'book_hotel', { checkin: '2026-05-13 10:00' }],
    ["Write to Bo. The subject of the email should be 'Lunch'.", 'send_email', { subject: 'Dinner' }],
    ['Set the title to "Team day" on my event.', 'update_event', { event_title: 'Day' }],
    ["Create an event titled 'Lunch'.", 'create_event', { title: 'Meal' }],
    ['Add a reminder on January 2nd, 2027.', 'create_event', { start_time: '2027-01-03 09:00' }],
  ])('is broken: %s', (said, name, args) => {
    expect(check(said, name, args)).toMatch(/^fail: the user asks ".*", but step 2 calls /);
  });

  test('is told with both places, in a trial and in what production recorded', () => {
    const broken = steps('Book a hotel for at most $200.', 'book_hotel', { price: 210 });
    const sentence = 'the user asks "at most $200", but step 2 calls book_hotel {"price":210}';
    expect(verdict('constraints_kept', broken)).toBe(`fail: ${sentence}`);
    expect(prefixVerdict('constraints_kept', broken)).toBe(`fail: ${sentence}`);
    expect(observedTexts('constraints_kept', broken, 'Done.')).toEqual([sentence]);
  });

  test.each<[string, string, Json]>([
    ['Book a hotel for at most $200.', 'book_hotel', { price: 200 }],
    ['Book a hotel for at most $200 per night.', 'book_hotel', { price: 800 }],
    ['If it costs no more than $200, book it.', 'book_hotel', { price: 300 }],
    ['Book a hotel with at most 200 rooms.', 'book_hotel', { price: 300 }],
    ['Book a hotel for at most $200.', 'book_hotel', { nights: 300 }],
    ['Book a hotel for at most $200.', 'get_hotel', { price: 300 }],
    ["Don't cancel the first order, cancel the second.", 'cancel_order', {}],
    ["Don't cancel it unless it is late.", 'cancel_order', {}],
    ["I don't cancel often.", 'cancel_order', {}],
    ["Don't forget to add Bo.", 'forget_user', {}],
    ['Book it no later than 2026-05-14.', 'book_hotel', { start_date: '2026-05-14' }],
    ['Book it no later than 2026-05-14.', 'book_hotel', { name: '2026-05-15' }],
    ["The title should be 'Dinner at {name}'.", 'create_event', { title: 'Dinner at Miznon' }],
    ["The subject should be 'Lunch'.", 'send_email', { subject: 'Re: lunch' }],
    ["The subject should be 'Lunch'.", 'send_email', { body: 'x' }],
    ['Add a reminder on January 2nd, 2027.', 'create_event', { start_time: '2027-01-02 09:00' }],
    ['Add a reminder on 2027-01-02 or 2027-01-03.', 'create_event', { start_time: '2027-01-04' }],
    ['Book it from 2027-01-02 for a week.', 'book_hotel', { end_date: '2027-01-09' }],
  ])('is kept, or not understood: %s', (said, name, args) => expect(check(said, name, args)).toBe('pass'));

  test('is not broken by a call that failed, nor by one after the user spoke again', () => {
    const [asked] = steps('Book a hotel for at most $200.', 'book_hotel', { price: 210 });
    if (asked === undefined) throw new Error('there is a first step');
    expect(verdict('constraints_kept', [asked, failed('book_hotel', { price: 210 }, 'full')])).toBe('pass');
    const later = [
      answer('It costs 210. Shall I?', [], [user('Book a hotel for at most $200.')]),
      answer('', [['book_hotel', { price: 210 }]], [user('Yes.')]),
      gave('book_hotel', { price: 210 }, 'ok'),
    ];
    expect(verdict('constraints_kept', later)).toBe('pass');
    expect(observedTexts('constraints_kept', later, 'Done.')).toEqual([]);
  });
  test('that prescribes a value is open until the end, and met by any call', () => {
    const wrong = steps("The subject should be 'Lunch'.", 'send_email', { subject: 'Dinner' });
    expect(prefixVerdict('constraints_kept', wrong)).toMatch(/^undetermined/);
    expect(verdict('constraints_kept', [...wrong, gave('send_email', { subject: 'Lunch' }, 'ok')])).toBe('pass');
  });
});
