import { afterEach, describe, expect, it } from 'vitest';
import { shardsOf } from '../../src/gate/index.ts';
import { obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';
import { given, Sharded, uploadOf } from './sharded.ts';

const LONG_MS = 120_000;

let project: Project;
let run: Sharded;

afterEach(async () => {
  run.remove();
  await project.close();
});

/** Four cases, of which the recordings let expect one model call a run; they take two. */
async function start(gate: string): Promise<void> {
  const files = { 'pawl.yml': `${SETTINGS}gate: { ${gate} }\n` };
  project = await startProject({ answer: obedient, cases: someCases(4), files });
  project.branch('worded', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  run = new Sharded(project, 'worded');
}

describe('the budget of a run on several machines', () => {
  it(
    'is spread over the shards, all of it, and what one of them left undone is inconclusive and no pass',
    async () => {
      await start('budget_calls: 20');
      const plan = await run.plan(2);
      expect(plan.forecast).toMatchObject({ runs: 16, calls: 16 });
      expect(plan.limits.map(({ calls }) => calls)).toEqual([10, 10]);
      const uploads: string[] = [];
      for (const shard of shardsOf(plan)) uploads.push(await run.shard(plan, shard));
      expect(uploads.map((text) => uploadOf(text).head.spent)).toEqual([true, true]);
      const report = await run.decide(plan, uploads.map(given));
      expect([report.verdict, report.reasons[0]?.kind]).toEqual(['inconclusive', 'budget_spent']);
      expect((await run.reference(plan)).verdict).toBe('inconclusive');
    },
    LONG_MS,
  );

  it(
    'that does not reach for round 1 is said before anything runs',
    async () => {
      await start('budget_calls: 15, budget_runs: 10');
      await expect(run.plan(2)).rejects.toThrow(
        /gate\.budget_runs: the first round takes up to 16, and the budget is 10\n.*\ngate\.budget_calls: .*16.*15/,
      );
      expect(project.provider.seen).toEqual([]);
    },
    LONG_MS,
  );
});

describe('the reservoir of a run on several machines', () => {
  it(
    'is read as far as the plan counts on it, and no shard runs without it',
    async () => {
      await start('budget_calls: 200');
      const empty = await run.plan(1);
      await project.fill();
      const store = `${project.directory}/.git/pawl-store`;
      const plan = await run.plan(1, { storeDirectory: store });
      expect(empty.cases.map(({ storedTrials }) => storedTrials)).toEqual([0, 0, 0, 0]);
      expect(plan.cases.map(({ storedTrials }) => storedTrials)).toEqual([8, 8, 8, 8]);
      await expect(run.shard(plan, 1)).rejects.toThrow(/counts on stored base trials that are not here, of 4 cases/);
      const stored = (text: string) => uploadOf(text).trials.filter(({ ran }) => ran.stored).length;
      expect(stored(await run.shard(plan, 1, { store }))).toBe(32);
      expect(stored(await run.shard(empty, 1, { store }))).toBe(0);
    },
    LONG_MS,
  );
});
