import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { failureResult } from '../../src/github/index.ts';
import {
  buildReport,
  lineAnnotations,
  markdownText,
  type Report,
  renderJunit,
  renderMarkdown,
  renderTerminal,
  terminalText,
} from '../../src/report/index.ts';
import { HOSTILE, outsideFences, plant } from './hostile.ts';
import { SCENARIOS } from './scenarios.ts';

function reportOf(name: string): Report {
  const input = SCENARIOS[name];
  if (input === undefined) throw new Error(`there is no scenario ${name}`);
  return buildReport(input);
}

const REPORTS = ['block-slice', 'block-cases', 'block-tool-rename', 'inconclusive'].map(reportOf);
const PAYLOADS = Object.entries(HOSTILE);
const LEVELS = ['full', 'short', 'minimal'] as const;
/** The same reports with a harmless word in all places. */
const LIKE = REPORTS.map((report) => LEVELS.map((level) => shapeOf(renderMarkdown(plant(report, 'planted'), level))));

interface Shape {
  readonly lines: number;
  /** The cells of each row of a table. */
  readonly rows: readonly number[];
}

function shapeOf(markdown: string): Shape {
  const { lines } = outsideFences(markdown);
  return {
    lines: lines.length,
    rows: lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length),
  };
}

function expectHarmless(markdown: string, like: Shape | undefined): void {
  const { lines, closed } = outsideFences(markdown);
  const text = lines.join('\n');
  expect(closed, 'every fence is closed').toBe(true);
  expect(markdown.isWellFormed()).toBe(true);
  expect(markdown, 'no character that moves or hides others').not.toMatch(
    /(?![\n\t\u200B])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u,
  );
  expect(text, 'no element but our own').not.toMatch(/<(?=[a-z/!?])(?!\/?(?:details|summary|code|sub)>|br>)/i);
  expect(text, 'no comment').not.toMatch(/<!--|-->/);
  expect(text, 'no mention and no reference').not.toMatch(/@[\w-]|(?<!&)#\d|\bGH-\d/i);
  expect(text, 'no link and no image').not.toMatch(/\]\(|!\[|:\/\/|javascript:|data:|mailto:|\bwww\./i);
  // Whoever cannot start a line cannot start a heading, a list, a quote, a row or a command.
  expect(shapeOf(markdown)).toEqual(like);
  expect(markdown.length).toBeLessThan(250_000);
}

it('there are sixty payloads at least', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
});

describe.each(PAYLOADS)('%s', (_name, payload) => {
  it('stays text wherever it stands in a comment', () => {
    for (const [at, report] of REPORTS.entries()) {
      const planted = plant(report, payload);
      for (const [of, level] of LEVELS.entries()) expectHarmless(renderMarkdown(planted, level), LIKE[at]?.[of]);
    }
  });

  it('neither paints nor commands at a terminal, in a log, in an annotation or in a test report', () => {
    for (const report of REPORTS) {
      const planted = plant(report, payload);
      const { annotations } = lineAnnotations(planted);
      const texts = [
        renderTerminal(planted, { color: false, width: 120 }),
        renderJunit(planted),
        ...annotations.flatMap(({ title, message }) => [title, message]),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s*::|##\[/mu);
        expect(text.isWellFormed()).toBe(true);
        expect(text.length).toBeLessThan(250_000);
      }
    }
  });

  it('stays text where pawl could not run at all', () => {
    const { markdown } = failureResult(new UserError({ where: 'pawl.yml:1', message: payload, hint: null }));
    expect(outsideFences(markdown.full)).toEqual({
      lines: ['### pawl could not run: 1 problem to mend', ''],
      closed: true,
    });
  });
});

it('what is shown of each of them stays readable', async () => {
  const shown = PAYLOADS.map(([name, payload]) =>
    [`## ${name}`, `- Markdown: ${markdownText(payload, 120)}`, `- terminal: ${terminalText(payload, 120)}`].join('\n'),
  );
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('golden/hostile.md');
});
