import { groupCases } from './case-groups.ts';
import { divergenceText } from './divergence-text.ts';
import type { CaseEvidence, Report, ReportCase } from './document.ts';
import { markdownText } from './escape.ts';
import { list } from './format.ts';
import { code, details, table } from './markdown-parts.ts';
import { pairSteps, tallyText, trialHeading } from './side-by-side.ts';

const MAX_CASES_WITH_STEPS = 10;
const MAX_CASES = 30;
const MAX_REASON = 300;
const MAX_CELL = 240;

export function caseSections(report: Report, level: 'full' | 'short'): readonly string[] {
  return groupCases(report).flatMap(({ title, cases }) => {
    const withSteps = level === 'full' ? cases.slice(0, MAX_CASES_WITH_STEPS) : [];
    const named = cases.slice(withSteps.length, MAX_CASES);
    const blocks = withSteps.map(caseBlock);
    if (named.length > 0) blocks.push(named.map((one) => `- ${caseLine(one)}`).join('\n'));
    const more = cases.length - withSteps.length - named.length;
    if (more > 0) blocks.push(`and ${more} more, all in the JSON report`);
    return [`### ${title} (${cases.length})`, ...blocks];
  });
}

function caseBlock(one: ReportCase): string {
  return one.evidence === null ? `- ${caseLine(one)}` : details(caseLine(one), evidenceBlock(one, one.evidence));
}

function caseLine(one: ReportCase): string {
  const slices = one.slices.length === 0 ? '' : ` · ${markdownText(list(one.slices, 3), 120)}`;
  const what = one.evidence === null ? one.reason : divergenceText(one.evidence.firstDivergence);
  return `${code(one.caseId)}${slices} · ${tallyText(one)} · ${markdownText(what, MAX_REASON)}`;
}

function evidenceBlock(one: ReportCase, evidence: CaseEvidence): string {
  const { outcome } = evidence.head;
  const why = outcome.kind === 'pass' ? [] : [`**head ${outcome.kind}**: ${markdownText(outcome.reason, MAX_REASON)}`];
  const heading = [
    '',
    markdownText(trialHeading('base', evidence.base), MAX_CELL),
    markdownText(trialHeading('head', evidence.head), MAX_CELL),
  ];
  const rows = pairSteps(evidence).map(({ base, head, differs }) => [
    differs ? '≠' : '',
    base === '' ? '' : code(base),
    head === '' ? '' : code(head),
  ]);
  const decided = `<sub>${markdownText(one.reason, MAX_REASON)}</sub>`;
  return [...why, table(heading, 'lll', rows), decided].join('\n\n');
}
