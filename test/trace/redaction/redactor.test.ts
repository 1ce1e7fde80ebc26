import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/trace/index.ts';
import { cards, everything, luhn, type Planted, planted } from './planted.ts';

/** Ordinary words around a secret; none of them ends in what belongs to an address or a number. */
const around = fc.constantFrom('', 'please ask ', 'my "own" one: ', 'Zürich, ', '\n\t', 'x = (', '中文：', '2 items; ');
const behind = fc.constantFrom('', ', thanks', '" he said', '\nnext', ')', '; 3 items', '，', '!');

const PLACES: readonly ((text: string) => Json)[] = [
  (text) => text,
  (text) => ({ a: [1, { b: text }] }),
  (text) => ({ [text]: 1 }),
  (text) => ({ body: JSON.stringify({ deep: { [text]: [text] } }) }),
  (text) => JSON.stringify({ again: JSON.stringify(JSON.stringify([text])) }),
  (text) => [[[[text]]], text],
  (text) => `{"cut off": ${JSON.stringify(text)}, "more`,
];

describe('a redactor', () => {
  test('leaves nothing of what was planted, wherever it stands, and finds nothing the second time', () => {
    const place = fc.constantFrom(...PLACES);
    fc.assert(
      fc.property(planted, place, around, behind, (secret, put, before, after) => {
        const value = put(`${before}${secret.text}${after}`);
        const redactor = everything();
        const redacted = redactor.json(value);
        expect(JSON.stringify(redacted)).not.toContain(JSON.stringify(secret.core).slice(1, -1));
        expect(redactor.report().map(({ kind }) => kind)).toContain(secret.kind);
        expect(everything().json(redacted)).toEqual(redacted);
      }),
      { numRuns: 600 },
    );
  });

  test.each([
    ...['+49 30 12345 67', '+1 (415) 555-1000', '0049 151 0000001', '(415) 555-1000', '415-555-1000', '030/1234567'],
    ...['01 23 45 67 89', '0151 12345678', '4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', 'ann@example.com'],
  ])('finds %s behind a line’s end in JSON that was cut off', (secret) => {
    for (const end of ['\n', '\t', '\r\n'])
      expect(everything().text(`${JSON.stringify([`a${end}${secret}`, 'b'])}, "more`)).not.toContain(secret);
  });

  test('finds each of many, and is done after once, also where they touch', () => {
    const several = fc.array(planted, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(several, fc.constantFrom('; ', ', ', '\n', ' <', '" "', ''), (secrets, between) => {
        const once = everything().text(secrets.map(({ text }) => text).join(between));
        expect(everything().text(once)).toBe(once);
        if (between !== '') for (const { core } of secrets) expect(once).not.toContain(core);
      }),
      { numRuns: 400 },
    );
  });

  test('is its own fixed point on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const once = everything({ paths: ['$..a', '$[1]'] }).json(json);
        expect(everything({ paths: ['$..a', '$[1]'] }).json(once)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same thing the same pseudonym, however it is written, and another one under another key', () => {
    const same = (kind: string, ...texts: string[]): void => {
      const redacted = new Set(texts.map((text) => everything().text(text)));
      expect([...redacted]).toEqual([expect.stringMatching(new RegExp(`^<${kind}:[0-9a-f]{12}>$`))]);
      expect(redacted).not.toContain(everything({ key: 'another' }).text(texts[0] ?? ''));
    };
    same('email', 'Ann@Example.com', 'ann@example.com', 'ann%40example.com');
    same('phone', '+1 (415) 555-2671', '(415) 555-2671', '+14155552671', '415.555.2671');
    same('card', '4111111111111111', '4111 1111 1111 1111', '4111-1111-1111-1111');
    same('iban', 'DE89370400440532013000', 'de89 3704 0044 0532 0130 00');
    const redactor = everything();
    expect(redactor.json({ card: 4111111111111111 })).toEqual({ card: redactor.text('4111 1111 1111 1111') });
    expect(redactor.json({ 'ann@example.com': 'to Ann@example.com' })).toEqual({
      [redactor.text('ann@example.com')]: `to ${redactor.text('ann@example.com')}`,
    });
  });

  test.each([
    ['Sure, call me at 0 1 7 6 1 2 3 4 5 6 7 8.', '0176 12345678'],
    ['My number is 4 1 5 5 5 5 2 6 7 1, thanks', '415-555-2671'],
    ['Telefon: 0-3-0-1-2-3-4-5-6-7', '030 1234567'],
    ['text +4 9 1 7 6 1 2 3 4 5 6 7 8 please', '+49 176 12345678'],
  ])('finds a telephone whose digits are spelled behind a word that says so: %s', (spelled, written) => {
    const redacted = everything().text(spelled);
    expect(redacted).not.toMatch(/\d\W\d/);
    expect(redacted).toContain(everything().text(written));
  });

  test('keeps members apart whose names become the same', () => {
    const redactor = everything();
    const name = redactor.text('ann@example.com');
    expect(redactor.json({ 'ann@example.com': 1, 'ANN@example.com': 2 })).toEqual({ [name]: 1, [`${name} (2)`]: 2 });
  });

  test('reports kinds and places without values', () => {
    const redactor = everything({ paths: ['$.who.name'] });
    redactor.json({ who: { name: 'Ann Other', mail: ['ann@example.com', 'bob@example.com'] }, 'cy@example.com': 'x' });
    redactor.text('{"headers": {"Cookie": "sid=abc"}, "body": "{\\"card\\": 4111111111111111}"}');
    expect(redactor.report()).toEqual([
      { kind: 'email', place: '$.who.mail[*]', count: 2 },
      { kind: 'card', place: '$.body:json.card', count: 1 },
      { kind: 'cookie', place: '$.headers.Cookie', count: 1 },
      { kind: 'email', place: '$~', count: 1 },
      { kind: 'path', place: '$.who.name', count: 1 },
    ]);
    expect(JSON.stringify(redactor.report())).not.toMatch(/ann|bob|cy@|4111|sid/i);
  });

  test('leaves what is switched off, except keys, tokens and cookies', () => {
    const off = everything({ kinds: ['card'] });
    expect(off.text('ann@example.com, +49 30 1234567, DE89370400440532013000')).toBe(
      'ann@example.com, +49 30 1234567, DE89370400440532013000',
    );
    expect(off.text('4111111111111111')).toMatch(/^<card:/);
    expect(off.json({ 'http.request.header.cookie': ['sid=abc'], key: 'cookie', value: 'sid=abc' })).toEqual({
      'http.request.header.cookie': ['[redacted:cookie]'],
      key: 'cookie',
      value: '[redacted:cookie]',
    });
  });
});

describe('what is none stays', () => {
  test.each([
    'order #W5744371, item 8551474201, payment credit_card_4190576, gift_card_1234567',
    '2024-05-15T12:00:00+0100, 15.05.2024 12:30, 05/15/2024, 1718000000000000000, 2024-05-15 0900-1700',
    'v1.2.3, 10.20.30.40, node 24.21.0, 3.141592653589793, 0.4532015112830366, 1e+12345678',
    '550e8400-e29b-41d4-a716-446655440000, 00000000-0000-4000-8000-000000000000',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, 4bf92f3577b34da6a3ce929d0e0e4736',
    'chatcmpl-9AbCdEf123456789, call_00112233445566778899aabb, user_task_12, HAT136, US133000000121212121212',
    'a @ b, foo@bar, @scope/package, pkg@1.2.3, 12 @ 3.50, 4111111111111112, 1 2 3 4 5 6 7 8 9 10 11 12 13 14',
    'DE88370400440532013000, 200 300 4000, ISBN 978-3-16-148410-0, 0-306-40615-2, 123-45-6789, 100 000 000',
    'ratings 0 3 2 5 1 4 2 0 3 1, board 0 1 7 6 0 0 2 3 4 5, votes: 0 1 1 0 1 0 0 1 1 0 1',
    'call the steps 1 2 3 4 5 6 7 8 9 or 0 1 2 3 4 5 6 7 8 9 10, call 4 5 6 7 8, phone 12 times: 3 1 2 0 4 1 2 2 2 1 0 4 2 0 1 9 9',
    '<b>bold</b> <email:short> <other:0123456789ab>',
  ])('%s', (text) => {
    expect(everything().text(text)).toBe(text);
  });

  test('digits that fail the check, as text and as numbers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{12,15}$/), (number) => {
        fc.pre(!luhn(number));
        expect(everything().text(`no. ${number}!`)).toBe(`no. ${number}!`);
        expect(everything().json({ n: Number(number) })).toEqual({ n: Number(number) });
      }),
      { numRuns: 300 },
    );
  });

  test('ids of spans, be they all digits', () => {
    fc.assert(
      fc.property(cards, ({ text }: Planted) => {
        const spanId = text.replace(/\D/g, '').padEnd(16, '0').slice(0, 16);
        expect(everything().json({ spanId, parentSpanId: spanId })).toEqual({ spanId, parentSpanId: spanId });
      }),
      { numRuns: 50 },
    );
  });
});
