import type { Report } from './document.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';

/** A file to keep beside the report. `name` is a relative path of letters, digits, `.`, `-`, `_` and `/`. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

const MAX_SLUG = 60;

/** The report for people and programs, and both trajectories of every broken case, as much of them as may be shown. */
export function reportFiles(report: Report): readonly ReportFile[] {
  const broken = report.cases.filter(({ verdict, evidence }) => verdict === 'broken' && evidence !== null);
  return [
    { name: 'report.json', text: renderJson(report) },
    { name: 'report.md', text: renderMarkdown(report, 'full') },
    { name: 'junit.xml', text: renderJunit(report) },
    ...broken.map((one, index) => ({
      // The number keeps names apart that the slug makes alike.
      name: `trajectories/${String(index + 1).padStart(2, '0')}-${slug(one.caseId)}.json`,
      text: `${JSON.stringify({ version: 1, ...one }, null, 2)}\n`,
    })),
  ];
}

function slug(foreign: string): string {
  return foreign
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, MAX_SLUG)
    .replaceAll(/^-+|-+$/g, '');
}
