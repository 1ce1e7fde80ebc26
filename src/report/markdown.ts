import type { Comparison } from '../compare/index.ts';
import { acceptedText, shownEntries } from './accepted.ts';
import { testedTexts, untestedTexts } from './adoption.ts';
import { CLUSTERS_TITLE, clusterTexts } from './clusters.ts';
import type { Report, ReportChange } from './document.ts';
import { markdownFence, markdownText } from './escape.ts';
import { newSchemaErrors, runLine, schemaErrorLine } from './facts.ts';
import { count, dollars, list, number, percent } from './format.ts';
import { caseSections } from './markdown-cases.ts';
import { evidenceSection } from './markdown-evidence.ts';
import { bullet, code, details, table } from './markdown-parts.ts';
import { noteText } from './note.ts';
import { settlingTexts } from './settle.ts';
import { groupSlices, type SliceRow, sliceRow } from './slice-row.ts';
import { reasonText } from './title.ts';

/**
 * `full` all there is to see; `short` without trajectories and without what did not move; `minimal` the verdict and what
 * moved. For the ladder of a publisher that has to shorten: each level says what it leaves out.
 */
type MarkdownLevel = 'full' | 'short' | 'minimal';

const MAX_TITLE = 300;
const MAX_LINE = 400;
const MAX_BULLETS = 20;
const MAX_DIFF = 4000;

export function renderMarkdown(report: Report, level: MarkdownLevel): string {
  const head = headSections(report);
  const moved = slicesSection(report, level);
  const sections =
    level === 'minimal'
      ? [...head, ...moved]
      : [
          ...head,
          // An error's cause (how the agent ended, what could not be read) stands among the notes.
          ...(report.verdict === 'error' ? notesSection(report) : []),
          ...adoptionSection(report),
          ...changesSection(report.changes, level),
          ...moved,
          ...clustersSection(report),
          ...cohortsSection(report),
          ...schemaErrorsSection(report),
          ...caseSections(report, level),
          ...settlingSection(report),
          ...priceLine(report),
          ...evidenceSection(report),
          ...(report.verdict === 'error' ? [] : notesSection(report)),
        ];
  const left = {
    full: null,
    short: 'trajectories and slices that did not move',
    minimal: 'all but the verdict and the slices that moved',
  };
  const leftOut =
    left[level] === null ? [] : [`_Shortened: this leaves out ${left[level]}. The JSON report has everything._`];
  return `${[...sections, ...leftOut].join('\n\n')}\n`;
}

function headSections(report: Report): readonly string[] {
  const symbol = { pass: '✅', not_affected: '✅', block: '❌', inconclusive: '⚠️', error: '❌' }[report.verdict];
  const more =
    report.verdict === 'inconclusive' || report.verdict === 'error'
      ? report.reasons.slice(1, MAX_BULLETS).map((reason) => bullet(reasonText(reason, report.corpus.cases)))
      : [];
  const accepted = shownEntries(report.accepted).map((entry) => bullet(acceptedText(entry)));
  const unread = report.accepted.problems.map((problem) => bullet(`accepts nothing: ${problem}`));
  const declared = [...accepted, ...unread].slice(0, MAX_BULLETS);
  const run = `<sub>${markdownText(runLine(report), MAX_LINE)}</sub>`;
  return [
    `## ${symbol} ${markdownText(report.title, MAX_TITLE)}`,
    ...(more.length === 0 ? [] : [more.join('\n')]),
    ...(declared.length === 0 ? [] : ['### Declared as intended', declared.join('\n')]),
    run,
  ];
}

function settlingSection(report: Report): readonly string[] {
  const lines = settlingTexts(report);
  return lines.length === 0 ? [] : ['### What would settle it', lines.map(bullet).join('\n')];
}

/** What the run cost, and how far a block can be trusted: seen without opening anything. */
function priceLine(report: Report): readonly string[] {
  if (report.base.attempted + report.head.attempted === 0) return [];
  const { run, policy } = report;
  const calls = `${dollars(run.costUsd)}, ${count(run.providerCalls, 'provider call')}`;
  const cost = run.mode === 'external' ? '' : `**Cost** ${run.providerCalls === 0 ? 'nothing was paid' : calls} · `;
  const noise = run.noise === null ? '' : `; measured: ${run.noise.blocks} of ${number(run.noise.pullRequests)}`;
  return [`${cost}**False alarms** at most ${percent(policy.alpha)} of unchanged pull requests are blocked${noise}`];
}

function adoptionSection(report: Report): readonly string[] {
  if (report.adoption === null) return [];
  const lines = (texts: readonly string[]): string => texts.map(bullet).join('\n');
  return ['### What was tested', lines(testedTexts(report)), '### What was not', lines(untestedTexts(report))];
}

function changesSection(changes: readonly ReportChange[], level: MarkdownLevel): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, MAX_BULLETS).map((change) => {
    const outside = change.affecting ? '' : ' _(does not concern the agent)_';
    return `- **${change.kind.replace('_', ' ')}** ${code(change.path)} ${markdownText(change.summary, MAX_LINE)}${outside}`;
  });
  if (changes.length > MAX_BULLETS) lines.push(`- and ${changes.length - MAX_BULLETS} more`);
  const prompts = level === 'full' ? changes.filter((change) => change.lines.length > 0) : [];
  const diffs = prompts.map((change) =>
    details(`Changed lines of ${code(change.path)}`, markdownFence(change.lines.join('\n'), 'diff', MAX_DIFF)),
  );
  return ['### What changed', lines.join('\n'), ...diffs];
}

function slicesSection(report: Report, level: MarkdownLevel): readonly string[] {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  if (gating.length === 0) return [];
  const { moved, unmoved, unaffected } = groupSlices(gating);
  const rest = [
    unmoved.length === 0 ? '' : `${count(unmoved.length, 'slice')} without evidence of a change`,
    unaffected.length === 0 ? '' : `${count(unaffected.length, 'slice')} unaffected`,
  ].filter((part) => part !== '');
  const names = unaffected.map((one) => markdownText(one.name, 60));
  const equal = `Unaffected, no request, tool call or answer differs: ${list(names, 30)}`;
  const body = [unmoved.length === 0 ? '' : sliceTable(unmoved), unaffected.length === 0 ? '' : equal];
  const summary = rest.join(', ');
  const quiet =
    rest.length === 0
      ? []
      : level === 'full'
        ? [details(summary, body.filter((part) => part !== '').join('\n\n'))]
        : [summary];
  return ['### Slices', ...(moved.length === 0 ? [] : [sliceTable(moved)]), ...quiet];
}

function clustersSection(report: Report): readonly string[] {
  const lines = clusterTexts(report);
  return lines.length === 0 ? [] : [`### ${CLUSTERS_TITLE}`, lines.map(bullet).join('\n')];
}

/** Cohorts never gate, so only those that moved are worth a look. */
function cohortsSection(report: Report): readonly string[] {
  const { moved } = groupSlices(report.cohorts);
  return moved.length === 0
    ? []
    : [details(`${count(moved.length, 'cohort')} moved (reported, never gating)`, sliceTable(moved))];
}

function sliceTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons
    .map(sliceRow)
    .map((row) => [`**${markdownText(row.name, 80)}**`, row.n, row.rates, row.delta, row.evidence, verdictCell(row)]);
  return table(['slice', 'cases × trials', 'base → head', 'Δ [95 %]', 'evidence', 'verdict'], 'lrrrrl', rows);
}

function verdictCell(row: SliceRow): string {
  const symbol = { bad: '🔴 ', good: '🟢 ', warn: '🟡 ', plain: '' }[row.tone];
  const word = row.verdict === '~' ? 'no evidence' : row.verdict;
  const tail = [row.why === null ? '' : markdownText(row.why, MAX_LINE), row.affected].filter((part) => part !== '');
  return `${symbol}${word}${tail.length === 0 ? '' : `<br><sub>${tail.join('; ')}</sub>`}`;
}

function schemaErrorsSection(report: Report): readonly string[] {
  const errors = newSchemaErrors(report);
  if (errors.length === 0) return [];
  const lines = errors.slice(0, MAX_BULLETS).map((error) => bullet(schemaErrorLine(error)));
  if (errors.length > MAX_BULLETS) lines.push(`- and ${errors.length - MAX_BULLETS} more`);
  return ['### Calls with invalid arguments', lines.join('\n')];
}

function notesSection(report: Report): readonly string[] {
  return report.notes.length === 0 ? [] : ['### Notes', report.notes.map((note) => bullet(noteText(note))).join('\n')];
}
