import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/trace/json.ts';
import { HINTS, isHarmless } from '../../../src/trace/redaction/harmless.ts';
import { everything, type Planted, planted } from './planted.ts';

const words = fc.constantFrom('', 'é', '\n', 'Zürich ', 'tab\t', '5 ', 'order-', '/', '\u00a0', '€', '"', ': ');
const secrets = fc.constantFrom(
  ...[
    'Bearer abcdefghij1234567890',
    'cookie: a=b; c=d',
    'Authorization: Basic abcdefgh',
    'AKIAABCDEFGHIJKLMNOP',
    '555-1234',
  ],
  ...[
    'xoxb-1234567890-abc',
    'rk_live_abcdefghijklmnop',
    'eyJhbGciOiJI.eyJzdWIiOiIx.abc',
    'api-key=abcdefghijk',
    'ghp_abcdefghijklmnopqrst',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----abc',
    'glpat-abcdefghijklmnopqrst',
    'AIzaabcdefghijabcdefghijabcdefghij',
    'plain',
    'call_9f3a',
    '2 of 3',
  ],
);
const texts = fc
  .tuple(
    words,
    fc.oneof(
      secrets,
      planted.map(({ text }: Planted) => text),
    ),
    words,
  )
  .map((parts) => parts.join(''));
const names = fc.constantFrom('note', 'phone', 'tel', 'cookie', 'x.api_key', 'name', 'value', 'authorization', 'id');
const numbers = fc.constantFrom(4111111111111111, 5551234, 1.5, 4.1e15);
/** The ways in which others write JSON. */
const ESCAPINGS: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replace(/[^ -~]/g, escaped),
  (json) => json.replaceAll('@', '\\u0040').replaceAll('/', '\\/'),
  (json) => json.replace(/(?<!\\)[0-9a-z](?=[0-9])/g, escaped),
  (json) => json.replaceAll('4100000000000000', '41e14'),
];

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const values = fc.letrec<{ value: Json; list: Json[]; object: JsonObject; json: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, texts, texts, numbers, tie('list'), tie('object'), tie('json')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  json: fc.tuple(tie('value'), fc.constantFrom(...ESCAPINGS)).map(([value, write]) => write(JSON.stringify(value))),
})).value;

/** With a pattern of the user's every text is walked. */
const WALKING = [{ name: 'nothing', pattern: /(?!)/g }];

describe('a look at JSON text', () => {
  test('lets nothing pass in which walking the value would find something', () => {
    let passed = 0;
    fc.assert(
      fc.property(values, (value) => {
        const written = JSON.stringify(value);
        if (!isHarmless(written)) return;
        passed += 1;
        const walked = everything({ patterns: WALKING });
        expect(walked.json(JSON.parse(written))).toEqual(value);
        expect(walked.report()).toEqual([]);
      }),
      { numRuns: 6000 },
    );
    expect(passed).toBeGreaterThan(300);
  });

  test('changes nothing in what a redactor finds', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 4 }), (documents) => {
        const [one, other] = [everything({ patterns: [] }), everything({ patterns: WALKING })];
        for (const document of documents) expect(one.json(document)).toEqual(other.json(document));
        expect(one.report()).toEqual(other.report());
      }),
      { numRuns: 1500 },
    );
  });

  test('passes ordinary messages, and not what nests so deep that it is cut', () => {
    const message = [
      { role: 'user', parts: [{ type: 'text', content: 'Where is order o-12345?\nIt weighs 2 kg, says “Öl”.' }] },
    ];
    expect(isHarmless(JSON.stringify({ 'gen_ai.input.messages': JSON.stringify(message) }))).toBe(true);
    expect(isHarmless('['.repeat(600) + ']'.repeat(600))).toBe(false);
    expect(isHarmless('[1]'.repeat(400))).toBe(true);
  });
});

/** What V8 makes of an expression depends on the texts that it is first tried on. */
describe('each part of the look, made anew', () => {
  const WORDS = ['Authorization', 'api-key', 'Api_Key', 'apikey', 'cookie', 'bearer', 'a@b', '5551234'];
  const FIRST = [
    '',
    'x'.repeat(40),
    'ACE',
    'please ask my own',
    '{"note":[1,2,{"b":""}]}',
    '0123456789 ',
    'é',
    '中文',
    'sk_rs-',
  ];
  let made = 0;

  /** V8 keeps what it compiled by its source; a group's name, which changes nothing, makes it another one. */
  const fresh = ({ source, flags }: RegExp) => {
    made += 1;
    return new RegExp(`(?<made${made}>${source})`, flags);
  };

  test.each(FIRST)('finds every word, in any letters, after %j', (first) => {
    const after = (before: readonly string[], text: string): boolean =>
      HINTS.map(fresh).some((hint) => {
        for (const one of before) hint.test(one);
        return hint.test(text);
      });
    for (const word of WORDS) {
      for (const written of [word, word.toUpperCase(), word.toLowerCase()]) {
        for (const second of FIRST) {
          expect.soft(after([first, second], `${second}${written}`), `${second}, ${written}`).toBe(true);
        }
      }
    }
  });
});
