import type { Report, ReportCase } from './document.ts';

interface CaseGroup {
  readonly title: string;
  readonly cases: readonly ReportCase[];
}

/** The cases that a reader wants to see, the worst first. Flaky and undetermined ones are only counted. */
export function groupCases(report: Report): readonly CaseGroup[] {
  const failing = report.cases.filter(({ verdict }) => verdict === 'broken' || verdict === 'suspect');
  const of = (verdict: ReportCase['verdict']) =>
    failing.filter((one) => one.verdict === verdict && one.accepted !== true);
  // Results of another harness have no trials to show; an ok case is listed because it drives a slice.
  const isDriver = (one: ReportCase): boolean =>
    report.external === null ? one.evidence !== null : one.verdict === 'ok';
  const drivers = report.cases.filter((one) => isDriver(one) && !failing.includes(one));
  return [
    { title: 'Broken cases', cases: of('broken') },
    { title: 'Suspect cases', cases: of('suspect') },
    { title: 'Failing cases that are accepted', cases: failing.filter(({ accepted }) => accepted === true) },
    { title: 'Cases behind the regressed slices', cases: drivers },
  ].filter((group) => group.cases.length > 0);
}

const WORDS = [
  ['broken', 'broken'],
  ['suspect', 'suspect'],
  ['flaky', 'flaky'],
  ['undetermined', 'undetermined'],
  ['ok', 'ok'],
  ['unaffected', 'unaffected'],
] as const;

/** `5 broken, 2 flaky, 300 unaffected` */
export function caseCountsText(report: Report): string {
  const parts = WORDS.flatMap(([verdict, word]) => {
    const n = report.caseCounts[verdict];
    return n === 0 ? [] : [`${n} ${word}`];
  });
  return parts.length === 0 ? 'none' : parts.join(', ');
}
