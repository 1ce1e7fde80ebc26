import { afterEach, expect, test } from 'vitest';
import { renderRepro } from '../../src/report/index.ts';
import { type Answer, obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const stubborn: Answer = (request) =>
  JSON.stringify(request.body).includes('Never') ? { text: 'no' } : obedient(request);

async function broken() {
  project = await startProject({ answer: stubborn, cases: someCases(12) });
  project.branch('rude', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
  const report = await project.gate('rude');
  expect(report.verdict).toBe('block');
  const [worst] = report.cases;
  if (worst === undefined) throw new Error('no case is shown');
  return { report, caseId: worst.caseId };
}

test('a case of a report is run again from the answers at hand, and ends as it did', async () => {
  const { report, caseId } = await broken();
  const asked = project.provider.seen.length;
  const { base, head } = await project.reproduce(report, caseId, { mode: 'recorded' });
  expect(project.provider.seen.length).toBe(asked);
  expect(base?.score.outcome.kind).toBe('pass');
  expect(head?.score.outcome.kind).toBe('fail');
  expect(head?.trial.number).toBe(report.cases[0]?.evidence?.head.number);
  const text = renderRepro(
    caseId,
    [base, head].flatMap((one) => (one === null ? [] : [one])),
    { color: false, width: 120 },
  );
  expect(text).toMatch(/^base trial \d+ \(hermetic; 0 answers drawn, \d+ stored, 0 shared\) pass$/m);
  expect(text).toContain('≠');
});

test('what is not at hand is not covered offline, and drawn live', async () => {
  const { report, caseId } = await broken();
  project.removeStored('answers');
  project.removeStored('reservoir');
  const offline = await project.reproduce(report, caseId, { mode: 'recorded' });
  expect(offline.base?.trial.standing).toBe('not_covered');
  const live = await project.reproduce(report, caseId, {});
  expect(live.base?.trial.answers.provider).toBeGreaterThan(0);
  expect(live.head?.score.outcome.kind).toBe('fail');
});

test('a case that neither side has is named, with those that the report shows', async () => {
  const { report } = await broken();
  await expect(project.reproduce(report, 'no-such', {})).rejects.toThrow(/has a case no-such/);
});

test('both sides are judged by the tip of the target branch, as the gate judged them', async () => {
  project = await startProject({ answer: stubborn, cases: someCases(4) });
  project.branch('rude', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
  project.commit({ 'pawl.yml': oneLook(1) + SETTINGS.replace('[look_up]', '[look_up, pay_back]') });
  const report = await project.gate('rude');
  expect(report).toMatchObject({ verdict: 'pass', all: { head: { passes: report.all?.head.trials } } });
  const { head } = await project.reproduce(report, 'case-001', { mode: 'recorded', trial: 1 });
  expect(head?.score.outcome.kind).toBe('pass');
  const { targetSha: _, ...run } = report.run;
  const older = await project.reproduce({ ...report, run }, 'case-001', { trial: 1 });
  expect(older.head?.score.outcome.kind, 'a report that does not say whose').toBe('fail');
});
