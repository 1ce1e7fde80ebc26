import { describe, expect, test } from 'vitest';
import { compilePattern, type Json, jsonPathFault, patternFault } from '../../../src/trace/index.ts';
import { everything } from './planted.ts';

const SIZE = 100_000;
const MAX_MS = 3000;

describe('hostile input', () => {
  test.each([
    ['@', 'a@'],
    ['addresses without an end', 'a.b-c.'],
    ['one sign after so many letters', 'a', '@b.c'],
    ['digits', '1'],
    ['groups of digits', '4111 '],
    ['single digits', '4 1-'],
    ['pluses', '+1('],
    ['blanks after a digit', ' ', '1'],
    ['countries', 'DE89'],
    ['countries in groups', 'DE89 '],
    ['markers', '<email:0123456789ab>'],
    ['half markers', '<email:0123'],
    ['hexadecimal words', 'a4-'],
    ['backslashes', '\\n'],
    ['open JSON', '[{"a":'],
    ['private keys without an end', '-----BEGIN PRIVATE KEY-----'],
    ['headers', 'cookie: '],
  ])('%s take time that grows with the length alone', (_, piece, end = '') => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length)) + end;
    const before = process.threadCpuUsage();
    everything().text(text);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(MAX_MS);
  });

  test('what nests too deep is cut off and said', () => {
    let value: Json = 'ann@example.com';
    for (let level = 0; level < 3000; level += 1) value = [value];
    const redactor = everything({ paths: ['$..name'] });
    const text = JSON.stringify(redactor.json(value));
    expect(text).toContain('[redacted:too-deep]');
    expect(redactor.report()).toMatchObject([{ kind: 'too-deep', count: 1 }]);
  });

  test('a text for which a pattern takes too long is withheld', () => {
    const redactor = everything({ withinTime: () => null });
    expect(redactor.text(`short CUST-12345`)).toMatch(/^short <customer:/);
    expect(redactor.text('x'.repeat(200))).toBe('[redacted:too-slow]');
    expect(redactor.report()).toContainEqual({ kind: 'too-slow', place: '$', count: 1 });
  });

  test('a member called __proto__ is a member', () => {
    const redacted = everything().json(JSON.parse('{"__proto__": {"mail": "ann@example.com"}}') as Json);
    expect(JSON.stringify(redacted)).toMatch(/^\{"__proto__":\{"mail":"<email:/);
  });
});

describe("the user's patterns and paths", () => {
  test.each([
    '(a+)+',
    '(?:a|b)*',
    '(\\d{1,3},?)+',
    '(a?){40}',
    '((x)+y)*',
    '(a)\\1',
    'a*',
    '(',
    'x'.repeat(600),
    '(?<n>a+){2,}',
    '(?i:cust)-\\d+',
    '(?s-i:a.b)',
    '(?i-:cust)',
  ])('refuses %s', (source) => {
    expect(patternFault(source)).toMatch(/^expected /);
  });

  test.each([
    'CUST-\\d+',
    '(?:\\d{4}-){3}\\d{4}',
    '[(+*]+x',
    '\\(a+\\)+',
    'a\\(?i:',
    '[(?i:]x',
    '(?<!\\w)[A-Z]{2}\\d{6}',
    '(?:Mr|Ms) \\w+',
    'a{2,}b',
  ])('accepts %s', (source) => {
    expect(patternFault(source)).toBeNull();
  });

  test('refuses a path that is none', () => {
    expect(jsonPathFault('$.a[')).toMatch(/^expected a JSONPath/);
    expect(jsonPathFault("$..['user.id']")).toBeNull();
  });

  test('a pattern takes along what was redacted before inside of it, and never its own', () => {
    const redactor = everything({ patterns: [{ name: 'note', pattern: compilePattern('note: [^\\n]*') }] });
    const once = redactor.text('a\nnote: call ann@example.com now\nb');
    expect(once).toMatch(/^a\n<note:[0-9a-f]{12}>\nb$/);
    expect(redactor.text(once)).toBe(once);
    const partly = `note: call ${redactor.text('ann@example.com')} now`;
    expect(redactor.text(partly)).toMatch(/^<note:[0-9a-f]{12}>$/);
    const word = everything({ patterns: [{ name: 'word', pattern: compilePattern('\\w+') }] });
    expect(word.text(word.text('some words'))).toBe(word.text('some words'));
  });

  test('paths reach objects, numbers and JSON in texts; an address stays one', () => {
    const redactor = everything({ paths: ['$..secret', "$['user.id']"] });
    const inner = JSON.stringify({ secret: { deep: [1] } });
    const redacted = redactor.json({ 'user.id': 'ann@example.com', body: inner, secret: 7, kept: { secret: null } });
    expect(redacted).toEqual({
      'user.id': redactor.text('ann@example.com'),
      body: expect.stringMatching(/^\{"secret":"<path:[0-9a-f]{12}>"\}$/),
      secret: expect.stringMatching(/^<path:/),
      kept: { secret: null },
    });
    expect(redactor.json(redacted)).toEqual(redacted);
  });
});
