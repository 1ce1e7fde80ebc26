import type { Comparison } from '../compare/index.ts';
import type { Report, ReportCase } from './document.ts';
import { terminalText } from './escape.ts';
import { sliceRow } from './slice-row.ts';

/** `skipped` is what JUnit has for "not judged": nothing that was not shown to hold is a passed test. */
interface JunitCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
}

const MAX_NAME = 200;
const MAX_MESSAGE = 1000;

/** The report as JUnit XML: the gate, one test a slice, and one for each case that the report lists. */
export function renderJunit(report: Report): string {
  const gating = report.slices.length > 0 ? report.slices : report.all === null ? [] : [report.all];
  const suites = [
    suite('gate', [gateCase(report)]),
    suite('slices', gating.map(sliceCase)),
    suite('cases', report.cases.map(caseOf)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pawl">\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, cases: readonly JunitCase[]): string {
  const of = (outcome: JunitCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
  return `  <testsuite name="${name}" ${counts}>\n${cases.map((one) => testCase(name, one)).join('')}  </testsuite>\n`;
}

function testCase(suiteName: string, { name, outcome, message }: JunitCase): string {
  const start = `    <testcase classname="pawl.${suiteName}" name="${xml(name, MAX_NAME)}"`;
  return outcome === 'passed'
    ? `${start}/>\n`
    : `${start}>\n      <${outcome} message="${xml(message, MAX_MESSAGE)}"/>\n    </testcase>\n`;
}

/** On one line and without what XML 1.0 cannot hold. */
function xml(foreign: string, max: number): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return terminalText(foreign, max)
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

function gateCase({ verdict, exitCode, title }: Report): JunitCase {
  const named = { name: 'verdict', message: title };
  switch (verdict) {
    case 'pass':
    case 'not_affected':
      return { ...named, outcome: 'passed' };
    case 'block':
      return { ...named, outcome: 'failure' };
    case 'inconclusive':
      return { ...named, outcome: exitCode === 0 ? 'skipped' : 'failure' };
    case 'error':
      return { ...named, outcome: 'error' };
    default:
      return verdict satisfies never;
  }
}

function sliceCase(one: Comparison): JunitCase {
  const { name, rates, delta, evidence } = sliceRow(one);
  const message = [rates, delta, evidence, ...one.reasons].filter((part) => part !== '').join(', ');
  switch (one.verdict) {
    case 'regressed':
      return one.accepted === true
        ? { name, outcome: 'skipped', message: `regressed, accepted: ${message}` }
        : { name, outcome: 'failure', message };
    case 'inconclusive':
    case 'underpowered':
      return { name, outcome: 'skipped', message: `${one.verdict}: ${message}` };
    case 'improved':
    case 'not_worse':
    case 'no_evidence':
      return { name, outcome: 'passed', message };
    default:
      return one.verdict satisfies never;
  }
}

function caseOf({ caseId, verdict, reason, accepted }: ReportCase): JunitCase {
  switch (verdict) {
    case 'broken':
      return accepted === true
        ? { name: caseId, outcome: 'skipped', message: `broken, accepted: ${reason}` }
        : { name: caseId, outcome: 'failure', message: reason };
    case 'suspect':
    case 'flaky':
    case 'undetermined':
      return { name: caseId, outcome: 'skipped', message: `${verdict}: ${reason}` };
    case 'ok':
    case 'unaffected':
      return { name: caseId, outcome: 'passed', message: reason };
    default:
      return verdict satisfies never;
  }
}
