import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { markdownFence, markdownText, terminalText } from '../../src/report/index.ts';

/** A name, what an attacker writes, and what must not be found in the Markdown of it. */
const MARKDOWN: readonly (readonly [string, string, RegExp])[] = [
  ['a script element', '<script>alert(1)</script>', /<script/i],
  ['an element with a handler', '<img src=x onerror=alert(1)>', /<img/i],
  ['an unclosed element', '<details open', /<details/],
  ['the end of our own element', '</details></code></td></table>', /<\//],
  ['an HTML comment', '<!-- pawl:report -->', /<!--|-->/],
  ['a nested comment that closes up when stripped', '<!<!---- hidden ---->->', /<!--|-->/],
  ['an entity that decodes to markup', '&lt;script&gt;', /&lt;/],
  ['a mention', 'thanks @octocat', /@octocat/],
  ['a team mention', '@github/security', /@github/],
  ['an issue reference', 'fixes #1', /#1/],
  ['a reference into another repository', 'owner/repo#12', /#12/],
  ['a GH reference', 'see GH-12', /GH-12/],
  ['a bare link', 'https://evil.test/x', /https:\/\//],
  ['a bare www link', 'www.evil.test', /www\.evil/],
  ['a Markdown link', '[click](https://evil.test)', /\[click\]/],
  ['a reference link', '[x][1]', /\[x\]/],
  ['an image that reports the reader', '![x](https://evil.test/p.png)', /!\[/],
  ['an autolink', '<https://evil.test>', /<https/],
  ['a mail address', 'mailto:a@evil.test', /mailto:|a@evil/],
  ['a table cell', 'a | b | c', /\|/],
  ['a new row', 'a\n| b |', /\n|\|/],
  ['a heading on a new line', 'a\n# PASS', /\n/],
  ['a heading at the start', '# PASS', /^#/],
  ['a quote at the start', '> quoted', /^>/],
  ['a list at the start', '- item', /^-/],
  ['a numbered list at the start', '1. item', /^1/],
  ['emphasis', '**PASS** _really_ ~~no~~', /\*|(^|\W)_|~/],
  ['a code span', '`code` ``', /`/],
  ['a formula', '$\\frac{1}{2}$', /\$/],
  ['a footnote', 'see[^1]', /\[/],
  ['a backslash that eats our escape', '\\|', /\\|\|/],
  ['a right-to-left override', 'user\u202Etxt.exe', /\u202E/],
  ['a bidi isolate', '\u2066a\u2069', /[\u2066-\u2069]/],
  ['zero-width characters', 'pa\u200Dss\uFEFF', /[\u200D\uFEFF]/],
  ['tag characters that only a model reads', 'ok\u{E0041}\u{E0042}', /[\u{E0000}-\u{E007F}]/u],
  ['a NUL and a bell', 'a\u0000b\u0007', /\p{Cc}/u],
  ['a line separator', 'a\u2028| b', /\u2028/],
  ['a carriage return', 'a\r\n::error::x', /[\r\n]/],
  ['an ANSI colour', '\u001B[31mred\u001B[0m', /\p{Cc}|\[31m/u],
  ['half a surrogate pair', 'a\uD800b', /\uD800/],
  ['a tower of combining marks', `a${'\u0301'.repeat(50)}`, /\u0301{4}/],
];

test.each(MARKDOWN)('Markdown takes no harm from %s', (_, payload, forbidden) => {
  expect(forbidden.test(payload), 'the payload itself is harmful').toBe(true);
  expect(markdownText(payload, 1000)).not.toMatch(forbidden);
});

describe('what is harmless stays readable', () => {
  test.each([
    ['a tool with its arguments', 'issue_refund {"amount":12.4,"order_id":"o-1041"}'],
    ['a path', 'prompts/refunds/v2.md'],
    ['other scripts', 'Rückerstattung 退款 возврат'],
    ['numbers', '95.0% → 60.0% (-35.0 pp), p=1.2e-9'],
  ])('%s', (_, text) => {
    expect(markdownText(text, 1000)).toBe(text);
    expect(terminalText(text, 1000)).toBe(text);
  });
});

/** A name, what an attacker writes, and what must not be found on the terminal. */
const TERMINAL: readonly (readonly [string, string, RegExp])[] = [
  ['a colour', '\u001B[32mPASS\u001B[0m', /\p{Cc}|\[32m/u],
  ['a cursor movement that overwrites the verdict', '\u001B[2J\u001B[HPASS', /\p{Cc}/u],
  ['a window title', '\u001B]0;owned\u0007x', /\p{Cc}|owned/u],
  ['a link', '\u001B]8;;https://evil.test\u001B\\x\u001B]8;;\u001B\\', /\p{Cc}/u],
  ['a one-byte escape', '\u009B31mred', /\p{Cc}/u],
  ['a backspace', 'FAIL\u0008\u0008\u0008\u0008PASS', /\p{Cc}/u],
  ['a carriage return', 'FAIL\rPASS', /\r/],
  ['a new line with a workflow command', 'x\n::error::y', /\n/],
  ['a workflow command at the start', '  ::set-output name=a::b', /^::/],
  ['a workflow command hidden by a zero-width character', '\u200B::error::x', /^::/],
  ['an old workflow command anywhere', 'x ##[error]y', /##\[/],
  ['a right-to-left override', 'a\u202Eb', /\u202E/],
];

test.each(TERMINAL)('the terminal takes no harm from %s', (_, payload, forbidden) => {
  expect(terminalText(payload, 1000)).not.toMatch(forbidden);
});

describe('length', () => {
  test('is cut before escaping, so that no escape is cut in half', () => {
    expect(markdownText('<'.repeat(500), 3)).toBe('&#60;&#60;&#60;…');
  });
  test('of very long text costs nothing', () => {
    const before = process.threadCpuUsage();
    markdownText(`${'`'.repeat(20_000_000)}`, 100);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('a fence', () => {
  test.each(['no ticks', '```\n# out\n```', '`'.repeat(9), '~~~\n```js\n````'])('cannot be closed by %j', (payload) => {
    const lines = markdownFence(payload, 'text', 1000).split('\n');
    const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
    expect(fence.length).toBeGreaterThanOrEqual(3);
    expect(lines.at(-1)).toBe(fence);
    expect(lines.slice(1, -1).join('\n')).toBe(payload);
    expect(payload).not.toContain(fence);
  });
  test('holds no hidden marker', () => {
    expect(markdownFence('<!-- pawl -->\nx', 'text', 100)).toBe('```text\n pawl \nx\n```');
  });
});

describe('whatever the text is', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 200 });
  const pieces = fc.array(
    fc.constantFrom(
      '<',
      '<!',
      '--',
      '>',
      '|',
      '`',
      '@a',
      '#1',
      '\n',
      '\\',
      '[',
      ']',
      '://',
      '&',
      '\u202E',
      '\u001B[',
      'x',
    ),
    { maxLength: 30 },
  );
  const anything = fc.oneof(
    hostile,
    pieces.map((parts) => parts.join('')),
  );
  test('Markdown has no markup, comment, cell border, line break or reference', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = markdownText(text, 150);
        expect(shown).not.toMatch(/[<>|`[\]\\\n\r]|<!--|@\w|:\/\/|(?<!&)#\w/);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { seed: 11 },
    );
  });
  test('the terminal gets one line without control characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(terminalText(text, 150)).not.toMatch(/[\p{Cc}\p{Cf}]|^::|##\[/u);
      }),
      { seed: 12 },
    );
  });
  test('a fence is closed by its own last line only', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const lines = markdownFence(text, 'json', 150).split('\n');
        const fence = lines.at(-1) ?? '';
        expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
      }),
      { seed: 13 },
    );
  });
});

test('what a user is told to mend shows names of files, and what stands in them, without control characters', () => {
  const error = new UserError({ where: 'a\u001b[2J\u202eb.jsonl:1', message: 'received \u009b2J', hint: 'mend\nit' });
  expect(error.message).toBe('a[2Jb.jsonl:1: received 2J\n  mend\nit');
});
