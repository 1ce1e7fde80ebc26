import type { SideCounts } from '../compare/index.ts';
import { caseCountsText } from './case-groups.ts';
import type { Report } from './document.ts';
import { markdownText } from './escape.ts';
import {
  costText,
  hermeticTrials,
  isolationText,
  judgeTexts,
  noiseText,
  overallText,
  policyText,
  sourceTexts,
  trafficText,
} from './facts.ts';
import { count, dollars, number } from './format.ts';
import { details, table } from './markdown-parts.ts';
import { measureTexts } from './measures.ts';
import { ignoredTexts, toolCallTexts } from './tool-calls.ts';

const MAX_LINE = 400;

const COLUMNS = [
  ['attempted', 'attempted'],
  ['determined', 'determined'],
  ['undetermined', 'undetermined'],
  ['errored', 'errored'],
  ['diverged', 'diverged'],
  ['notCovered', 'not covered'],
  ['assisted', 'assisted'],
  ['unaffected', 'unaffected'],
  ['stored', 'stored'],
  ['missing', 'missing'],
] as const satisfies readonly (readonly [keyof SideCounts, string])[];

/** What the verdict stands on: trials per side before any average, answers, money and policy. */
export function evidenceSection(report: Report): readonly string[] {
  const { base, head } = report;
  if (base.attempted + head.attempted + base.missing + head.missing === 0) return [];
  const row = (side: string, counts: SideCounts): readonly string[] => [
    side,
    ...COLUMNS.map(([key]) => number(counts[key])),
    ...(report.external === null ? [number(hermeticTrials(report, counts))] : []),
  ];
  const titles = ['trials', ...COLUMNS.map(([, title]) => title), ...(report.external === null ? ['hermetic'] : [])];
  const trials = table(titles, `l${'r'.repeat(titles.length - 1)}`, [row('base', base), row('head', head)]);
  const overall = overallText(report);
  const traffic = trafficText(report);
  const isolation = isolationText(report);
  const noise = noiseText(report);
  const measures = measureTexts(report).map((line) => markdownText(line, MAX_LINE));
  const lines = [
    ...(overall === null ? [] : [`- all cases: ${overall}`]),
    ...(traffic === null ? [] : [`- in the traffic: ${traffic}`]),
    `- cases: ${caseCountsText(report)}`,
    `- answers: ${costText(report)}`,
    `- policy: ${policyText(report)}`,
    ...(noise === null ? [] : [`- noise: ${markdownText(noise, MAX_LINE)}`]),
    ...judgeTexts(report).map((line) => `- judge: ${markdownText(line, MAX_LINE)}`),
    ...toolCallTexts(report).map((line) => `- tools: ${markdownText(line, MAX_LINE)}`),
    ...ignoredTexts(report).map((line) => `- ignored: ${markdownText(line, MAX_LINE)}`),
    ...sourceTexts(report).map((line) => `- read: ${markdownText(line, MAX_LINE)}`),
    ...(isolation === null ? [] : [`- isolation: ${markdownText(isolation, MAX_LINE)}`]),
    ...(measures.length === 0 ? [] : [`- per trial, base → head (shown, not judged): ${measures.join('; ')}`]),
  ];
  const trialsText = `${number(base.determined)} base and ${number(head.determined)} head trials`;
  const summary = `Evidence: ${trialsText} · ${count(report.run.providerCalls, 'provider call')} · ${dollars(report.run.costUsd)}`;
  return [details(summary, `${trials}\n\n${lines.join('\n')}`)];
}
