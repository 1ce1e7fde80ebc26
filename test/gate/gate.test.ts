import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import {
  type Answer,
  obedient,
  oneLook,
  type Project,
  payBackTool,
  SETTINGS,
  someCases,
  startProject,
} from './project.ts';

let project: Project;
afterEach(() => project.close());

/** As many trials of each case as are needed to say that a change exercises none. */
const WHOLE = { 'pawl.yml': `${SETTINGS}${oneLook(3)}` };

const systemOf = (request: Parameters<Answer>[0]): string =>
  (request.body.messages as { content: string }[])[0]?.content ?? '';

describe('a change that concerns nothing', () => {
  test('outside the agent’s paths is not affected, with the reason, and nothing runs', async () => {
    project = await startProject({ answer: obedient });
    project.branch('docs', { 'README.md': 'An agent, explained.\n' });
    const report = await project.gate('docs');
    expect(report).toMatchObject({ verdict: 'not_affected', exitCode: 0 });
    expect(report.notAffected).toContain('README.md');
    expect(project.provider.seen).toHaveLength(0);
  });

  test('in the agent’s code that reaches no request costs what base lacks, and no more', async () => {
    project = await startProject({ answer: obedient });
    const source = `// tidied\n`;
    project.branch('refactor', { 'agent.mjs': `${source}${project.read('agent.mjs')}` });
    const report = await project.gate('refactor');
    expect(report).toMatchObject({
      verdict: 'pass',
      exitCode: 0,
      reasons: [{ kind: 'not_exercised', cases: 12, trials: 36 }],
    });
    expect(report.notes).toContainEqual({ kind: 'not_exercised', cases: 12, seen: true });
    // 12 cases x 3 trials x 2 calls for base; head shares each of them.
    expect(project.provider.seen).toHaveLength(72);
    expect(report.run).toMatchObject({ providerCalls: 72, sharedAnswers: 72, storedAnswers: 0 });
  });

  test('costs nothing at all once base’s own trials are drawn', async () => {
    project = await startProject({ answer: obedient, files: WHOLE });
    project.branch('refactor', { 'agent.mjs': `// tidied\n${project.read('agent.mjs')}` });
    await project.fill();
    const before = project.provider.seen.length;
    const report = await project.gate('refactor');
    expect(report.verdict).toBe('pass');
    expect(project.provider.seen).toHaveLength(before);
    expect(report.run).toMatchObject({ providerCalls: 0, storedBaseTrials: 36 });
    expect(report.base.unaffected).toBe(36);
  });
});

describe('a change that breaks cases', () => {
  const stubbornIn =
    (word: string): Answer =>
    (request) => {
      const messages = request.body.messages as { role: string; content: string }[];
      const order = Number(/o-(\d+)/.exec(messages.find(({ role }) => role === 'user')?.content ?? '')?.[1]);
      const refuses = systemOf(request).includes(word) && order % 2 === 1;
      return refuses ? { text: 'no' } : obedient(request);
    };

  test('blocks, names the slice and no other, and shows where a case went wrong', async () => {
    const files = { 'pawl.yml': `${SETTINGS}${oneLook(2)}` };
    project = await startProject({ answer: stubbornIn('Never'), cases: someCases(12), files });
    project.branch('worse', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
    const report = await project.gate('worse');
    expect(report).toMatchObject({ verdict: 'block', exitCode: 1 });
    const named = report.reasons.flatMap((reason) => (reason.kind === 'slice_regressed' ? [reason.slice] : []));
    expect(named).toEqual(['even']);
    const shown = report.cases.find(({ evidence }) => evidence !== null);
    expect(shown?.slices).toEqual(['even']);
    expect(shown?.evidence?.firstDivergence).not.toBeNull();
    expect(report.changes).toMatchObject([{ kind: 'prompt', path: 'prompts/system.md' }]);
  });

  test('is judged the same when it is run again, without a new provider call', async () => {
    project = await startProject({ answer: stubbornIn('Never'), cases: someCases(12) });
    project.branch('worse', { 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
    const first = await project.gate('worse');
    const calls = project.provider.seen.length;
    const again = await project.gate('worse', { runName: 'again' });
    expect(project.provider.seen).toHaveLength(calls);
    const judged = ({ verdict, reasons, slices, cases, head }: Report) => ({ verdict, reasons, slices, cases, head });
    expect(judged(again)).toEqual(judged(first));
  });

  test('may be uncommitted', async () => {
    project = await startProject({ answer: stubbornIn('Never'), cases: someCases(12) });
    project.write({ 'prompts/system.md': 'Never pay back. Parameter: order.\n' });
    const report = await project.gate('WORKTREE');
    expect(report).toMatchObject({ verdict: 'block', run: { headSha: 'WORKTREE' } });
  });

  test('only in what head asks later shares the beginning with base', async () => {
    const closingMatters: Answer = (request) => {
      const messages = request.body.messages as { role: string; content: string }[];
      const said = obedient(request);
      return messages.at(-1)?.content.includes('rude') === true ? { text: 'whatever' } : said;
    };
    const cases = someCases(12).map((one) => ({ ...one, expectations: [{ kind: 'output_contains', text: 'done' }] }));
    project = await startProject({ answer: closingMatters, cases, files: { 'pawl.yml': SETTINGS } });
    project.branch('closing', { 'prompts/closing.md': 'Be rude.\n' });
    await project.fill();
    const before = project.provider.seen.length;
    const report = await project.gate('closing');
    expect(report.verdict).toBe('block');
    const drawnFirst = project.provider.seen
      .slice(before)
      .filter(({ body }) => (body.messages as object[]).length === 2);
    // Head and the guard's base trials have their beginning from base's stored ones: nobody draws it again.
    expect(drawnFirst).toHaveLength(0);
    expect(report.base.attempted).toBeGreaterThan(12 * 8);
    expect(report.run.sharedAnswers).toBeGreaterThanOrEqual(12 * 6);
  });
});

describe('a tool whose parameter is renamed', () => {
  const renamed = { 'tools/pay_back.json': payBackTool('order_ref') };

  test('in the schema alone blocks and names the tool and its schema errors', async () => {
    project = await startProject({ answer: obedient, cases: someCases(12) });
    project.branch('half', renamed);
    const report = await project.gate('half');
    expect(report).toMatchObject({ verdict: 'block', exitCode: 1 });
    expect(
      report.toolSchemaErrors.map(({ tool, headCalls, baseCalls }) => [tool, headCalls > 0, baseCalls]),
    ).toContainEqual(['pay_back', true, 0]);
    expect(report.changes[0]?.summary).toContain('order_ref');
  });

  test('in schema and prompt together passes: the recording is found under the old name', async () => {
    project = await startProject({ answer: obedient, cases: someCases(12) });
    project.branch('whole', { ...renamed, 'prompts/system.md': 'Pay back when asked. Parameter: order_ref.\n' });
    const report = await project.gate('whole');
    expect(report).toMatchObject({ verdict: 'pass', head: { assisted: 12, diverged: 0 } });
  });
});

describe('without a provider', () => {
  test('what the store lacks is not covered, and never a pass', async () => {
    project = await startProject({ answer: obedient });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    await project.fill();
    const before = project.provider.seen.length;
    const report = await project.gate('prompt', { mode: 'recorded' });
    expect(project.provider.seen).toHaveLength(before);
    expect(report.head.notCovered).toBe(12);
    expect(['inconclusive', 'error']).toContain(report.verdict);
  });

  test('a change that reaches no request is covered whole', async () => {
    project = await startProject({ answer: obedient, files: WHOLE });
    project.branch('refactor', { 'agent.mjs': `// tidied\n${project.read('agent.mjs')}` });
    await project.fill();
    expect(await project.gate('refactor', { mode: 'recorded' })).toMatchObject({
      verdict: 'pass',
      head: { notCovered: 0 },
    });
  });
});

describe('the corpus', () => {
  test('loses no case to a pull request that takes cases out or edits them; cases it adds do not gate', async () => {
    project = await startProject({ answer: obedient });
    const lines = someCases(12).map((one) => JSON.stringify(one));
    const added = { ...(someCases(13)[12] as object), slices: ['new'] };
    project.branch('edits', {
      'corpus/cases.jsonl': `${[...lines.slice(2), JSON.stringify(added)].join('\n')}\n`,
      'prompts/system.md': 'Always pay back. Parameter: order.\n',
    });
    const report = await project.gate('edits');
    expect(report.corpus.diff).toEqual({ added: ['case-013'], removed: ['case-001', 'case-002'], edited: [] });
    expect(report.all?.cases).toBe(12);
  });

  test('with broken lines is read as far as it goes, and the lines are named', async () => {
    const settings = { 'corpus/more.jsonl': 'not json\n{"v":1,"id":"case-001","input":1,"recordings":[]}\n' };
    project = await startProject({ answer: obedient, files: settings });
    project.branch('refactor', { 'agent.mjs': `// tidied\n${project.read('agent.mjs')}` });
    const report = await project.gate('refactor');
    expect(report.corpus.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'corpus/more.jsonl:1',
      'corpus/more.jsonl:2',
    ]);
    expect(report.notes).toContainEqual(expect.objectContaining({ kind: 'corpus_lines_skipped', lines: 2 }));
  });

  test('that is empty is an error, not a pass', async () => {
    project = await startProject({ answer: obedient, cases: [] });
    project.branch('prompt', { 'prompts/system.md': 'Hello.\n' });
    expect(await project.gate('prompt')).toMatchObject({
      verdict: 'error',
      exitCode: 4,
      reasons: [{ kind: 'nothing_exercised' }],
    });
  });
});
