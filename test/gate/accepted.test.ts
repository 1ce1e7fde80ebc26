import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { pawl, pawlHere } from '../commands/pawl.ts';
import { type Answer, obedient, oneLook, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

/** Head's prompt says which orders are refused: `Refuse o-1 o-3.` */
const refusing: Answer = (request) => {
  const messages = request.body.messages as { role: string; content: string }[];
  const refused = /Refuse ([^.]*)\./.exec(messages[0]?.content ?? '')?.[1]?.split(' ') ?? [];
  const order = /o-\d+/.exec(messages.find(({ role }) => role === 'user')?.content ?? '')?.[0] ?? '';
  return refused.includes(order) ? { text: 'no' } : obedient(request);
};

const prompt = (...refused: string[]) => ({
  'prompts/system.md': `Pay back when asked. Parameter: order. Refuse ${refused.join(' ')}.\n`,
});
const EVEN = ['o-1', 'o-3', 'o-5', 'o-7', 'o-9', 'o-11'];
const entries = (...lines: string[]) => ({
  '.pawl/accepted.yml': `version: 1\naccepted:\n${lines.map((line) => `  - {${line}, reason: the policy changed}\n`).join('')}`,
});
const IN_TIME = 'until: 2026-11-22';
const effects = ({ accepted }: Report) =>
  accepted.entries.map(({ name, effect, earlier }) => ({ name, effect, earlier }));

async function start(trials = 1): Promise<void> {
  const files = { 'pawl.yml': `${SETTINGS}${oneLook(trials)}` };
  project = await startProject({ answer: refusing, cases: someCases(12), files });
}

describe('.pawl/accepted.yml', () => {
  test('lets a slice fall on its last day, with the reason, and everything of it is still shown', async () => {
    await start(2);
    project.branch('meant', { ...prompt(...EVEN), ...entries(`slice: even, ${IN_TIME}`) });
    const report = await project.gate('meant');
    expect(report).toMatchObject({
      verdict: 'pass',
      exitCode: 0,
      accepted: {
        entries: [{ kind: 'slice', name: 'even', reason: 'the policy changed', effect: 'regression', earlier: false }],
      },
    });
    expect(report.slices.find(({ name }) => name === 'even')).toMatchObject({ verdict: 'regressed', accepted: true });
    expect(report.title).toMatch(
      /^PASS: no other regression found in 12 cases; accepted: even fell from 100\.0% to 0\.0%/,
    );
    expect(report.notes.filter(({ kind }) => kind === 'settings_changed')).toEqual([]);
  });

  test('lets nothing fall that it does not name', async () => {
    await start(2);
    project.branch('more', {
      ...prompt(...EVEN, 'o-2', 'o-4', 'o-6', 'o-8', 'o-10', 'o-12'),
      ...entries(`slice: even, ${IN_TIME}`),
    });
    const report = await project.gate('more');
    expect(report.verdict).toBe('block');
    expect(report.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'odd' });
  });

  test('accepts nothing from the day after, under an unknown name, or of what did not get worse, and says which', async () => {
    await start();
    project.branch('vain', {
      ...prompt(...EVEN),
      ...entries('slice: even, until: 2026-11-21', `slice: evenn, ${IN_TIME}`, `case: case-002, ${IN_TIME}`),
    });
    const report = await project.gate('vain');
    expect(report.verdict).toBe('block');
    expect(effects(report)).toEqual([
      { name: 'even', effect: 'expired', earlier: false },
      { name: 'evenn', effect: 'unknown', earlier: false },
      { name: 'case-002', effect: 'nothing', earlier: false },
    ]);
    expect(report.accepted.entries[1]?.suggestion).toBe('even');
  });

  test('that cannot be read accepts nothing, and the report says where', async () => {
    await start();
    project.branch('broken', { ...prompt(...EVEN), '.pawl/accepted.yml': 'version: 1\naccepted:\n  - slice: even\n' });
    const report = await project.gate('broken');
    expect(report.verdict).toBe('block');
    expect(report.accepted.problems).toEqual([
      expect.stringMatching(/^\.pawl\/accepted\.yml:3: accepted\[0\]: expected key "reason", received none/),
      expect.stringMatching(/^\.pawl\/accepted\.yml:3: accepted\[0\]: expected key "until"/),
    ]);
  });

  test('of the target branch counts where head still has it, and is told from what the pull request brings', async () => {
    await start();
    project.commit(entries(`slice: even, ${IN_TIME}`));
    project.branch('later', prompt(...EVEN));
    expect(effects(await project.gate('later'))).toEqual([{ name: 'even', effect: 'regression', earlier: true }]);
    project.branch('cleaned', { ...prompt(...EVEN), '.pawl/accepted.yml': null });
    expect((await project.gate('cleaned')).verdict).toBe('block');
  });

  test('of another agent of the repository is not this one’s', async () => {
    await start();
    project.branch('other', { ...prompt(...EVEN), ...entries(`slice: even, ${IN_TIME}, config: other/pawl.yml`) });
    expect(await project.gate('other')).toMatchObject({ verdict: 'block', accepted: { entries: [] } });
  });
});

describe('a pull request that edits the corpus', () => {
  const corpus = (change: (lines: object[]) => object[]) => ({
    'corpus/cases.jsonl': change(someCases(12))
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  });
  const anything = [{ kind: 'output_matches', pattern: '.' }];
  const edits = {
    removed: corpus((lines) => lines.slice(1)),
    edited: corpus((lines) => lines.map((one, i) => (i === 0 ? { ...one, expectations: anything } : one))),
  };

  test.each(Object.entries(edits))(
    'a case that is %s still runs and blocks by base’s definition',
    async (_name, edit) => {
      await start();
      project.branch('edit', { ...prompt('o-1'), ...edit });
      const report = await project.gate('edit');
      expect(report.verdict).toBe('block');
      expect(report.slices.find(({ name }) => name === 'even')).toMatchObject({ cases: 6 });
    },
  );

  test.each(Object.entries(edits))(
    'a case that is %s and accepted is shown and does not block',
    async (_name, edit) => {
      await start();
      project.branch('edit', { ...prompt('o-1'), ...edit, ...entries(`case: case-001, ${IN_TIME}`) });
      const report = await project.gate('edit');
      expect(report.verdict).toBe('pass');
      expect(effects(report)).toEqual([{ name: 'case-001', effect: 'regression', earlier: false }]);
      expect(report.cases.find(({ caseId }) => caseId === 'case-001')).toMatchObject({
        accepted: true,
        head: { passes: 0 },
      });
    },
  );

  test('an accepted removal of a case that still passes is told as that, not as vain', async () => {
    await start();
    project.branch('edit', { ...prompt('o-99'), ...edits.removed, ...entries(`case: case-001, ${IN_TIME}`) });
    expect(effects(await project.gate('edit'))).toEqual([{ name: 'case-001', effect: 'corpus_edit', earlier: false }]);
  });

  test('a case that is added reports only, and accepting it is said to be vain', async () => {
    await start();
    const added = { ...(someCases(13)[12] as object), slices: ['new'] };
    project.branch('edit', {
      ...prompt('o-13'),
      ...corpus((lines) => [...lines, added]),
      ...entries(`case: case-013, ${IN_TIME}`, `slice: new, ${IN_TIME}`),
    });
    const report = await project.gate('edit');
    expect(report.verdict).toBe('pass');
    expect(effects(report).map(({ effect }) => effect)).toEqual(['not_gating', 'not_gating']);
  });
});

describe('pawl accept', () => {
  const ACCEPT = ['accept', '--base', 'main'];
  const accept = (...args: string[]) => pawlHere(project.directory, [...ACCEPT, ...args]);

  test('writes what the gate then accepts, and keeps what stands in the file', async () => {
    await start();
    project.branch('meant', prompt(...EVEN));
    project.checkout('meant');
    const until = ['--reason', 'the policy changed', '--until', '2999-12-31'];
    expect(await pawl(project.directory, [...ACCEPT, 'even', ...until])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('slice even: accepted until 2999-12-31 in .pawl/accepted.yml'),
    });
    project.write({ '.pawl/accepted.yml': `# ours\n${project.read('.pawl/accepted.yml')}` });
    expect(await accept('case-002', ...until)).toMatchObject({ exitCode: 0 });
    expect(project.read('.pawl/accepted.yml')).toMatch(/^# ours\n[\s\S]*slice: even[\s\S]*case: case-002/);
    expect(await project.gate('WORKTREE')).toMatchObject({ verdict: 'pass', accepted: { problems: [] } });
  });

  test('knows a case that the change takes out of the corpus', async () => {
    await start();
    project.branch('edit', { 'corpus/cases.jsonl': '' });
    project.checkout('edit');
    expect(await accept('case-001', '--reason', 'gone', '--until', '2999-12-31')).toMatchObject({ exitCode: 0 });
  });

  test('says everything that is wrong at once, and writes nothing', async () => {
    await start();
    const ran = await accept('evn', 'case-01', 'case-002', '--reason', ' ', '--until', '2026-02-30');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(/evn: the corpus has no such case or slice[\s\S]*did you mean even\?/);
    expect(ran.stderr).toMatch(/case-01: [\s\S]*did you mean case-001/);
    expect(ran.stderr).toMatch(/--reason: expected a reason/);
    expect(ran.stderr).toMatch(/--until: expected a day such as 2026-12-31, received 2026-02-30/);
    expect(() => project.read('.pawl/accepted.yml')).toThrow();
    const late = await accept('even', '--reason', 'why', '--until', '2020-01-01');
    expect(late).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/--until: expected a day from \d{4}-\d\d-\d\d on/),
    });
  });

  test('asks which is meant where a case and a slice have one name', async () => {
    project = await startProject({ answer: refusing, cases: [{ ...(someCases(1)[0] as object), id: 'even' }] });
    const until = ['--reason', 'why', '--until', '2999-12-31'];
    expect(await accept('even', ...until)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--as case or --as slice'),
    });
    expect(await accept('even', '--as', 'slice', ...until)).toMatchObject({ exitCode: 0 });
    expect(project.read('.pawl/accepted.yml')).toContain('slice: even');
  });
});
