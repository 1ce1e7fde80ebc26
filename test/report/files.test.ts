import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { buildReport, lineAnnotations, type Report, renderJunit, reportFiles } from '../../src/report/index.ts';
import { SCENARIOS } from './scenarios.ts';

function reportOf(name: string): Report {
  const input = SCENARIOS[name];
  if (input === undefined) throw new Error(`there is no scenario ${name}`);
  return buildReport(input);
}

/** Tests by name with their outcome, as a JUnit reader takes them. */
function junitTests(report: Report): Record<string, string> {
  const tests: Record<string, string> = {};
  let open = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testcase') {
      open = `${attributes.classname}: ${attributes.name}`;
      tests[open] = 'passed';
    } else if (open !== '') tests[open] = name;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'testcase') open = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(renderJunit(report)).close();
  return tests;
}

describe('remarks beside changed lines', () => {
  it('stand at the places of prompts and tools when the gate blocks', () => {
    expect(lineAnnotations(reportOf('block-slice'))).toEqual({
      annotations: [
        {
          path: 'prompts/refunds.md',
          start: 12,
          end: 13,
          level: 'warning',
          title: 'pawl: a prompt changed here',
          message:
            '+2 -1 lines. The agent with the changes of this head: BLOCK: refunds fell from 95.0% to 60.0% (-35.0 pp)',
        },
      ],
      left: 0,
    });
    expect(lineAnnotations(reportOf('block-tool-rename')).annotations).toMatchObject([
      { path: 'tools/issue_refund.json', start: 8, title: 'pawl: a tool changed here' },
    ]);
  });

  it('leave a pull request alone that passes or could not be judged', () => {
    for (const name of ['pass-improved', 'not-affected', 'error-nothing-exercised'])
      expect(lineAnnotations(reportOf(name))).toEqual({ annotations: [], left: 0 });
  });

  it('are cut to two hundred, and the rest is counted', () => {
    const report = reportOf('block-slice');
    const places = Array.from({ length: 205 }, (_, index) => ({ start: 2 * index + 1, end: 2 * index + 1 }));
    const changes = report.changes.map((change) => (change.kind === 'prompt' ? { ...change, places } : change));
    const { annotations, left } = lineAnnotations({ ...report, changes });
    expect([annotations.length, left]).toEqual([200, 5]);
  });

  it('are one for the several tools of one file', () => {
    const report = reportOf('block-tool-rename');
    const changes = report.changes.flatMap((change) =>
      change.kind === 'tool' ? [change, { ...change, summary: 'lookup: tool removed' }] : [change],
    );
    const { annotations } = lineAnnotations({ ...report, changes });
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.message).toContain('; lookup: tool removed. ');
  });
});

describe('the report as JUnit XML', () => {
  it('fails what blocks, and passes nothing that was not judged', () => {
    const tests = junitTests(reportOf('block-cases'));
    expect(tests['pawl.gate: verdict']).toBe('failure');
    expect(tests['pawl.cases: billing-007']).toBe('failure');
    expect(tests['pawl.cases: cancel-003']).toBe('skipped');
    expect(tests['pawl.cases: login-001']).toBe('skipped');
    expect(tests['pawl.slices: billing']).toBe('passed');
    expect(junitTests(reportOf('error-too-many-errored'))['pawl.gate: verdict']).toBe('error');
    expect(junitTests(reportOf('block-slice'))['pawl.slices: refunds']).toBe('failure');
    expect(junitTests(reportOf('inconclusive'))).toMatchObject({
      'pawl.gate: verdict': 'skipped',
      'pawl.slices: refunds': 'skipped',
      'pawl.slices: cancel': 'skipped',
    });
    expect(junitTests({ ...reportOf('inconclusive'), exitCode: 5 })['pawl.gate: verdict']).toBe('failure');
  });

  it('stays XML whatever the names are', () => {
    const name = ']]></testcase>"&\u0000\u0008\uFFFF\uD800<!-- x -->\u202E';
    const report = reportOf('block-slice');
    const slices = report.slices.map((one) => ({ ...one, name: `${name}${one.name}` }));
    expect(Object.keys(junitTests({ ...report, slices, title: name }))).toHaveLength(
      1 + slices.length + report.cases.length,
    );
  });
});

describe('what is kept of a report', () => {
  it('is the report in three forms and the trajectories of the broken cases', () => {
    const report = reportOf('block-cases');
    const files = reportFiles(report);
    expect(files.map(({ name }) => name)).toEqual([
      'report.json',
      'report.md',
      'junit.xml',
      'trajectories/01-billing-007.json',
      'trajectories/02-delivery-031.json',
      'trajectories/03-login-012.json',
      'trajectories/04-orders-002.json',
      'trajectories/05-warranty-040.json',
    ]);
    expect(JSON.parse(files[3]?.text ?? '')).toMatchObject({ version: 1, caseId: 'billing-007', evidence: {} });
  });

  it('has names that every file system takes, whatever the cases are called', () => {
    const report = reportOf('block-cases');
    const ids = ['../../etc/passwd', 'a"b:c<d>|*?\r\n', '', 'ä'.repeat(300)];
    const cases = ids.flatMap((caseId) => report.cases.slice(0, 1).map((one) => ({ ...one, caseId })));
    const names = reportFiles({ ...report, cases }).map(({ name }) => name);
    expect(names.slice(3)).toEqual([
      'trajectories/01-etc-passwd.json',
      'trajectories/02-a-b-c-d.json',
      'trajectories/03-.json',
      'trajectories/04-.json',
    ]);
  });
});
