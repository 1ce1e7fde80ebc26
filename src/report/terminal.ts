import picocolors from 'picocolors';
import type { Comparison } from '../compare/index.ts';
import { acceptedText, shownEntries } from './accepted.ts';
import { testedTexts, untestedTexts } from './adoption.ts';
import { caseCountsText, groupCases } from './case-groups.ts';
import { CLUSTERS_TITLE, clusterTexts } from './clusters.ts';
import { paddedCells } from './columns.ts';
import type { Report, ReportChange } from './document.ts';
import { terminalText } from './escape.ts';
import {
  costText,
  isolationText,
  judgeTexts,
  newSchemaErrors,
  noiseText,
  overallText,
  policyText,
  reconciliationText,
  runLine,
  schemaErrorLine,
  sourceTexts,
  trafficText,
} from './facts.ts';
import { count, list } from './format.ts';
import { measureTexts } from './measures.ts';
import { noteText } from './note.ts';
import { settlingTexts } from './settle.ts';
import { groupSlices, type SliceRow, sliceRow } from './slice-row.ts';
import { caseLines, type Screen } from './terminal-cases.ts';
import { reasonText } from './title.ts';
import { ignoredTexts, toolCallTexts } from './tool-calls.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

const MIN_WIDTH = 60;
const MAX_WIDTH = 160;
const MAX_REASONS = 10;
const MAX_TEXT = 400;
const MAX_NAME = 40;

/** The whole report for a person at a terminal. Ends with a line break. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width));
  const screen: Screen = { colors: picocolors.createColors(options.color), width };
  const sections = [
    headLines(report, screen),
    texts('Declared as intended', acceptedTexts(report), screen),
    texts('What was tested', testedTexts(report), screen),
    texts('What was not', untestedTexts(report), screen),
    section('Changed', report.changes.map(changeLine), screen),
    section('Slices', sliceLines(report.slices, screen), screen),
    section(
      'All cases',
      report.slices.length > 0 ? [] : sliceLines(report.all === null ? [] : [report.all], screen),
      screen,
    ),
    texts(CLUSTERS_TITLE, clusterTexts(report), screen),
    section('Cohorts (reported, never gating)', cohortLines(report, screen), screen),
    texts('Calls with invalid arguments', newSchemaErrors(report).map(schemaErrorLine), screen),
    ...groupCases(report).map((group) =>
      section(`${group.title} (${group.cases.length})`, caseLines(group.cases, screen), screen),
    ),
    texts('What would settle it', settlingTexts(report), screen),
    texts('Per trial, base → head (shown, not judged)', measureTexts(report), screen),
    section(
      'Evidence',
      [
        ...evidenceLines(report),
        ...toolCallTexts(report).flatMap((line) => hanging('tools    ', line, screen)),
        ...ignoredTexts(report).flatMap((line) => hanging('ignored  ', line, screen)),
        ...sourceTexts(report).flatMap((line) => hanging('read     ', line, screen)),
      ],
      screen,
    ),
    section(
      'Notes',
      report.notes.flatMap((note) => hanging('! ', noteText(note), screen)),
      screen,
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], { colors }: Screen): readonly string[] {
  return lines.length === 0 ? [] : [colors.bold(title), ...lines.map((line) => `  ${line}`)];
}

/** A section of lines of foreign text. */
function texts(title: string, lines: readonly string[], screen: Screen): readonly string[] {
  return section(
    title,
    lines.flatMap((line) => hanging('', line, screen)),
    screen,
  );
}

/** Foreign text within the width; the second line on stands under the first. */
function hanging(mark: string, foreign: string, { width }: Screen): readonly string[] {
  const lines = wrap(text(foreign), width - 4 - mark.length);
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(Math.max(2, mark.length))}${line}`);
}

function text(foreign: string): string {
  return terminalText(foreign, MAX_TEXT);
}

function headLines(report: Report, { colors }: Screen): readonly string[] {
  const paint = {
    pass: colors.green,
    not_affected: colors.green,
    block: colors.red,
    inconclusive: colors.yellow,
    error: colors.red,
  };
  const why =
    report.verdict === 'inconclusive' || report.verdict === 'error'
      ? report.reasons.slice(1, MAX_REASONS).map((reason) => `  and ${text(reasonText(reason, report.corpus.cases))}`)
      : [];
  return [colors.bold(paint[report.verdict](text(report.title))), ...why, colors.dim(text(runLine(report)))];
}

function acceptedTexts({ accepted }: Report): readonly string[] {
  const unread = accepted.problems.map((problem) => `accepts nothing: ${problem}`);
  return [...shownEntries(accepted).map(acceptedText), ...unread].slice(0, MAX_REASONS);
}

function changeLine(change: ReportChange): string {
  const outside = change.affecting ? '' : '  (does not concern the agent)';
  return `${change.kind.replace('_', ' ').padEnd(10)}  ${text(change.path)}  ${text(change.summary)}${outside}`;
}

function sliceLines(comparisons: readonly Comparison[], { colors }: Screen): readonly string[] {
  const { moved, unmoved, unaffected } = groupSlices(comparisons);
  const rows = [...moved, ...unmoved].map(sliceRow);
  const lines = tableLines(rows, colors);
  if (unaffected.length === 0) return lines;
  const names = unaffected.map((one) => terminalText(one.name, MAX_NAME));
  const equal = `${count(unaffected.length, 'slice')} unaffected: no request, tool call or answer differs`;
  return [...lines, colors.dim(`${equal} (${list(names, 6)})`)];
}

/** Numbers right, words left; padded before colour is added, because colour codes have a length of their own. */
function tableLines(rows: readonly SliceRow[], colors: Screen['colors']): readonly string[] {
  const cells = rows.map((row) => [terminalText(row.name, MAX_NAME), `n=${row.n}`, row.rates, row.delta, row.evidence]);
  const padded = paddedCells(cells, 'llrrl');
  const paint = { bad: colors.red, good: colors.green, warn: colors.yellow, plain: (word: string) => word };
  return rows.flatMap((row, index) => {
    const verdict = colors.bold(paint[row.tone](row.verdict));
    const affected = row.affected === '' ? '' : `  ${colors.dim(row.affected)}`;
    const line = `${(padded[index] ?? []).join('  ')}  ${verdict}${affected}`;
    return row.why === null ? [line] : [line, `  ${colors.dim(text(row.why))}`];
  });
}

function cohortLines(report: Report, screen: Screen): readonly string[] {
  return sliceLines(groupSlices(report.cohorts).moved, screen);
}

function evidenceLines(report: Report): readonly string[] {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  return [
    ...(overall === null ? [] : [`overall  ${overall}`]),
    ...(traffic === null ? [] : [`traffic  ${traffic}`]),
    `base     ${reconciliationText(report, base)}`,
    `head     ${reconciliationText(report, head)}`,
    `cases    ${caseCountsText(report)}`,
    `answers  ${costText(report)}`,
    `policy   ${policyText(report)}`,
    ...(noise === null ? [] : [`noise    ${text(noise)}`]),
    ...judgeTexts(report).map((line) => `judge    ${text(line)}`),
    ...(isolation === null ? [] : [`kept in  ${isolation}`]),
  ];
}
