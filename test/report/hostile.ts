import type { Report } from '../../src/report/index.ts';

const ESC = '\u001B';

/** What somebody writes into a prompt, a tool's result, a file name or a slice who wants the report to say something else. */
export const HOSTILE: Readonly<Record<string, string>> = {
  mention: 'thanks @octocat',
  'mention of a team': '@github/security-team',
  'mention in parentheses': '(@octocat)',
  'mention after a zero-width character': '\u200B@octocat',
  'issue reference': 'fixes #1',
  'reference into another repository': 'octo-org/octo-repo#12',
  'GH reference': 'see GH-12',
  'commit reference': 'octo-org/octo-repo@0123456789abcdef0123456789abcdef01234567',
  'our marker': '<!-- pawl:gate head=0123456789012345678901234567890123456789 run=999999 attempt=1 -->',
  'our marker on a line of its own': 'x\n<!-- pawl:gate head=0 run=1 attempt=1 -->\ny',
  'a comment that swallows the rest': '<!-- ',
  'a comment that closes up when stripped': '<!<!---- hidden ---->->',
  'a processing instruction': '<?php echo 1 ?>',
  'a CDATA section': '<![CDATA[ x ]]>',
  'three back-ticks': '```',
  'a fence with a language': '```diff\n- you\n+ me\n```',
  'nine back-ticks': '`````````',
  'a tilde fence': '~~~\nout\n~~~',
  'a code span left open': '` unfinished',
  'the end of a cell': 'a | b | c',
  'a new row': 'a |\n| b | c |',
  'a table of its own': '\n| a | b |\n|---|---|\n| PASS | PASS |',
  'an escaped border': '\\| a',
  'a backslash at the end': 'a\\',
  'right-to-left override': 'user\u202Etxt.exe',
  'left-to-right isolates': '\u2066a\u2069 \u2068b\u2069',
  'right-to-left marks': '\u200Fa\u200E\u061C',
  'tag characters': 'ok\u{E0041}\u{E0042}\u{E007F}',
  'variation selectors': 'a\uFE0Fb\u{E0100}',
  'soft hyphens and joiners': 'pa\u00ADss\u2060wo\uFEFFrd\u200D',
  'a tower of marks': `a${'\u0301'.repeat(60)}`,
  'ANSI colour': `${ESC}[32mPASS${ESC}[0m`,
  'ANSI that clears the screen': `${ESC}[2J${ESC}[HPASS`,
  'ANSI window title': `${ESC}]0;owned\u0007x`,
  'ANSI link': `${ESC}]8;;https://evil.test${ESC}\\x${ESC}]8;;${ESC}\\`,
  'one-byte CSI': '\u009B31mred',
  backspaces: 'FAIL\u0008\u0008\u0008\u0008PASS',
  'a carriage return': 'FAIL\rPASS',
  'NUL and bell': 'a\u0000b\u0007',
  'vertical tab and form feed': 'a\u000Bb\u000Cc',
  'line separators': 'a\u2028::error::b\u2029c\u0085d',
  'set-output': '::set-output name=verdict::pass',
  'set-output on a new line': 'x\n::set-output name=verdict::pass',
  'set-output after blanks': '  \t::set-output name=verdict::pass',
  'add-mask': '\n::add-mask::e',
  'stop-commands': '\n::stop-commands::x',
  'old error command': '##[error]all is lost',
  'old group in a line': 'progress ##[group]x',
  'a command hidden by a format character': '\u2060::error::x',
  script: '<script>alert(1)</script>',
  'image with handler': '<img src=x onerror=alert(1)>',
  'svg with handler': '<svg/onload=alert(1)>',
  iframe: '<iframe src="https://evil.test">',
  style: '<style>*{display:none}</style>',
  'the end of our own elements': '</code></summary></details></sub>',
  'an element left open': '<details open',
  'an upper-case element': '<IMG SRC=javascript:alert(1)>',
  'an entity that decodes to an element': '&lt;script&gt;&#60;script&#x3e;',
  'link to JavaScript': '[click](javascript:alert(1))',
  'link with data': '[click](data:text/html;base64,PHNjcmlwdD4=)',
  'bare link': 'https://evil.test/x?y=z',
  'bare www link': 'www.evil.test',
  autolink: '<https://evil.test>',
  'mail link': 'mailto:a@evil.test',
  'reference link': '[x][1]\n\n[1]: https://evil.test',
  'image that reports the reader': '![x](https://evil.test/p.png)',
  footnote: 'see[^1]\n\n[^1]: out',
  formula: '$\\href{https://evil.test}{x}$ and $$x$$',
  emphasis: '**PASS** _really_ ~~no~~ ***',
  heading: '# PASS: all is well',
  'heading by underline': 'PASS\n====',
  quote: '> [!NOTE]\n> all is well',
  list: '- [x] done\n1. x\n+ y',
  rule: '\n---\n',
  'half a pair': 'a\uD800b\uDC00',
  // Each is longer than all that is rendered may be: one place that does not cut is seen.
  'a line of 256 KiB': 'A'.repeat(1 << 18),
  '256 KiB of back-ticks': '`'.repeat(1 << 18),
  'ninety thousand elements': '<b>'.repeat(90_000),
  'twenty-five thousand lines': '\n::error::x'.repeat(25_000),
};

/** A report in which everything that comes from outside is the payload. */
export function plant(report: Report, payload: string): Report {
  const everywhere = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || KEPT.has(key)) return value;
    return payload;
  };
  const planted = (part: unknown) => JSON.parse(JSON.stringify(part), everywhere);
  return {
    ...report,
    title: payload,
    reasons: planted(report.reasons),
    changes: planted(report.changes),
    slices: planted(report.slices),
    cohorts: planted(report.cohorts),
    all: planted(report.all),
    cases: planted(report.cases),
    accepted: {
      entries: (['regression', 'corpus_edit', 'nothing', 'expired', 'unknown', 'not_gating'] as const).map(
        (effect) => ({
          ...({
            kind: 'slice',
            name: payload,
            reason: payload,
            until: '2026-12-31',
            earlier: false,
            suggestion: payload,
          } as const),
          effect,
        }),
      ),
      problems: [payload],
    },
    adoption: {
      ...{ kind: 'declared', trialsPerCase: 2, flaky: [payload], failing: [payload] },
      slices: [{ name: payload, cases: 1, head: { passes: 1, trials: 1, undetermined: 0 } }],
    },
    toolSchemaErrors: [{ tool: payload, message: payload, baseCalls: 0, headCalls: 2, cases: 1 }],
    measures: report.measures.map((row) => ({ ...row, name: payload })),
    notes: planted([
      ...report.notes,
      { kind: 'corpus_lines_skipped', lines: 3, places: ['x', 'y'] },
      { kind: 'settings_changed', paths: ['x'] },
      { kind: 'accepted_before', entries: 1, names: ['x'] },
      { kind: 'warning', text: 'x' },
      { kind: 'not_isolated', why: 'x' },
    ]),
    run: {
      ...report.run,
      agent: payload,
      warnings: [payload],
      ignoredInRequests: [{ name: payload, pattern: payload }],
    },
  };
}

/** Words of pawl's own: a value under such a key is one of a closed list. */
const KEPT: ReadonlySet<string> = new Set([
  'kind',
  'verdict',
  'affectedness',
  'stopped',
  'outcome',
  'side',
  'unit',
  'direction',
  'where',
]);

/** Markdown without its fenced blocks, and whether each of these was closed. */
export function outsideFences(markdown: string): { readonly lines: readonly string[]; readonly closed: boolean } {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    if (fence !== null) fence = line === fence ? null : fence;
    else if (/^`{3,}/.test(line)) fence = /^`+/.exec(line)?.[0] ?? null;
    else lines.push(line);
  }
  return { lines, closed: fence === null };
}
