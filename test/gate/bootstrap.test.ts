import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { type Answer, obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const WITHOUT = { 'pawl.yml': null };
const WITH = { 'pawl.yml': SETTINGS };
const refused = (why: RegExp) => ({
  verdict: 'error',
  exitCode: 4,
  reasons: [{ kind: 'bootstrap', why: expect.stringMatching(why) }],
});

async function adopt(answer: Answer = obedient, more: object = {}): Promise<Report> {
  project = await startProject({ answer, files: WITHOUT, cases: someCases(4) });
  project.branch('adopt', { ...WITH, ...more });
  return project.gate('adopt');
}

describe('the first installation', () => {
  test('runs head alone, each case twice, passes, and says what was tested and what was not', async () => {
    const report = await adopt();
    expect(report).toMatchObject({
      verdict: 'pass',
      exitCode: 0,
      title: 'PASS: this pull request adopts pawl: head alone ran, nothing was compared; it passed 8 of 8 trials',
      corpus: { cases: 4 },
      base: { attempted: 0 },
      head: { attempted: 8, determined: 8, errored: 0, diverged: 0 },
      adoption: { kind: 'first_installation', trialsPerCase: 2, flaky: [], failing: [] },
    });
    expect(report.adoption?.slices).toEqual([
      { name: 'even', cases: 2, head: { passes: 4, trials: 4, undetermined: 0 } },
      { name: 'odd', cases: 2, head: { passes: 4, trials: 4, undetermined: 0 } },
    ]);
    expect(project.provider.seen).toHaveLength(16);
    // Base's tools are the same and were never asked for: none of them is new.
    expect(report.changes.map(({ kind, path }) => [kind, path])).toEqual([['config', 'pawl.yml']]);
    expect(report.notes.map(({ kind }) => kind)).not.toContain('settings_changed');
  });

  test('tells which cases are flaky and which never pass', async () => {
    let turns = 0;
    const report = await adopt((request) => {
      const text = JSON.stringify(request.body);
      if (text.includes('o-1')) return { text: 'no' };
      if (!text.includes('o-2') || text.includes('"role":"tool"')) return obedient(request);
      turns += 1;
      return turns === 1 ? { text: 'no' } : obedient(request);
    });
    expect(report).toMatchObject({ verdict: 'pass', adoption: { flaky: ['case-002'], failing: ['case-001'] } });
  });

  test('of an agent that does not run is an error', async () => {
    const report = await adopt(obedient, { 'agent.mjs': 'process.exit(3);\n' });
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4, head: { errored: 8 } });
    expect(report.reasons.map(({ kind }) => kind)).toEqual(['too_many_errors', 'nothing_exercised', 'bootstrap']);
  });

  test('of an agent that asks nothing is an error', async () => {
    const report = await adopt(obedient, {
      'agent.mjs':
        "import { createInterface } from 'node:readline';\nfor await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify({ id: JSON.parse(line).id, output: 'done' }));\n",
    });
    expect(report.reasons[0]).toMatchObject({
      kind: 'nothing_exercised',
      why: expect.stringContaining('called the model'),
    });
  });

  test('with a corpus that never passes, or with none, is an error: a gate would protect nothing', async () => {
    const failing = await adopt(() => ({ text: 'no' }));
    expect(failing.reasons[0]).toMatchObject({
      kind: 'nothing_exercised',
      why: expect.stringContaining('passes none'),
    });
    await project.close();
    expect(await adopt(obedient, { 'corpus/cases.jsonl': '' })).toMatchObject({
      verdict: 'error',
      reasons: [{ kind: 'nothing_exercised', why: 'no trial ran on head' }, { kind: 'bootstrap' }],
    });
  });

  test('without a model is an error: nothing can be drawn', async () => {
    await adopt();
    expect(await project.gate('adopt', { mode: 'recorded' })).toMatchObject(refused(/nothing may be drawn/));
  });
});

describe('what is no first installation', () => {
  test('settings that the target branch had before', async () => {
    project = await startProject({ answer: obedient });
    project.commit(WITHOUT);
    project.branch('again', WITH);
    expect(await project.gate('again')).toMatchObject(refused(/had pawl\.yml before: restore it/));
    expect(project.provider.seen).toHaveLength(0);
  });

  test('settings that were moved', async () => {
    project = await startProject({ answer: obedient });
    project.branch('moved', { 'pawl.yml': null, 'agent/pawl.yml': SETTINGS });
    expect(await project.gate('moved', { configPath: 'agent/pawl.yml' })).toMatchObject(
      refused(/takes pawl\.yml away/),
    );
  });

  test('a second agent’s settings beside the first one’s are one', async () => {
    project = await startProject({ answer: obedient, cases: someCases(2) });
    project.branch('second', { 'second/pawl.yml': SETTINGS });
    expect(await project.gate('second', { configPath: 'second/pawl.yml' })).toMatchObject({ verdict: 'pass' });
  });

  test('a branch that was cut before the target branch had settings: it is to be updated', async () => {
    project = await startProject({ answer: obedient, files: WITHOUT });
    project.branch('old', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    project.commit(WITH);
    expect(await project.gate('old')).toMatchObject(refused(/cut before the target branch had settings: update it/));
  });
});

test('gate.bootstrap on the target branch lets such a branch pass on head alone', async () => {
  project = await startProject({ answer: obedient, files: WITHOUT, cases: someCases(4) });
  project.branch('old', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  project.commit({ 'pawl.yml': `${SETTINGS}gate:\n  bootstrap: true\n` });
  const report = await project.gate('old');
  expect(report).toMatchObject({ verdict: 'pass', exitCode: 0, adoption: { kind: 'declared' } });
});

test('gate.bootstrap in the pull request itself lets nothing pass', async () => {
  project = await startProject({ answer: obedient });
  project.commit(WITHOUT);
  project.branch('again', { 'pawl.yml': `${SETTINGS}gate:\n  bootstrap: true\n` });
  expect((await project.gate('again')).verdict).toBe('error');
});
