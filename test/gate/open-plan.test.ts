import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plannedGateCommand } from '../../src/commands/gate-shard.ts';
import type { Surroundings } from '../../src/commands/surroundings.ts';
import { type GateRequest, type ShardPlan, shardsOf } from '../../src/gate/index.ts';
import type { Report } from '../../src/report/index.ts';
import { obedient, type Project, someCases, startProject } from './project.ts';
import { given, Sharded } from './sharded.ts';

const DAY = '2026-11-22';

let project: Project;
let run: Sharded;
let plan: ShardPlan;

beforeAll(async () => {
  project = await startProject({ answer: obedient, cases: someCases(4) });
  project.branch('meant', {
    'prompts/system.md': 'Always pay back. Parameter: order.\n',
    '.pawl/accepted.yml': `version: 1\naccepted:\n  - {slice: even, until: ${DAY}, reason: meant}\n`,
  });
  run = new Sharded(project, 'meant');
  plan = await run.plan(2);
});
afterAll(async () => {
  run.remove();
  await project.close();
});

/** What is decided of a plan before any shard has brought something. */
async function decided(more: Partial<GateRequest>, of: ShardPlan = plan): Promise<Report> {
  const merged = await run.merge(of, [], false, more);
  if (merged.kind === 'next') throw new Error('there is another round');
  return merged.report;
}

const effects = ({ accepted }: Report) => accepted.entries.map(({ effect }) => effect);

describe('a plan over midnight', () => {
  it('counts what was accepted until the day it was made', async () => {
    expect(plan.day).toBe(DAY);
    expect(effects(await decided({ today: '2026-11-23' }))).toEqual(['nothing']);
    expect(effects(await decided({ today: '2026-11-23' }, { ...plan, day: '2026-11-23' }))).toEqual(['expired']);
  });

  it.each(['2026-11-21', '2026-11-22', '2026-11-29'])('is of its time on %s', async (today) => {
    expect(effects(await decided({ today }))).toEqual(['nothing']);
  });

  it.each(['2026-11-20', '2026-11-30'])(
    'is too far away on %s: an old plan makes nothing count again',
    async (today) => {
      await expect(decided({ today })).rejects.toThrow(/plan\.json: day: expected a plan of the last 7 days, received/);
    },
  );
});

describe('a plan of some slices', () => {
  it('is run and decided as on one machine: the cases of the others are neither missing nor judged', async () => {
    const chosen = await run.plan(2, { slices: ['even'] });
    expect(chosen.cases.map(({ id }) => id)).toEqual(['case-001', 'case-003']);
    const whole = await run.reference(chosen);
    const uploads: string[] = [];
    for (const shard of shardsOf(chosen)) uploads.push(await run.shard(chosen, shard, { store: run.copyOfStore() }));
    const report = await run.decide(chosen, uploads.map(given), { slices: ['even'] });
    expect(report).toMatchObject({ verdict: 'pass', corpus: { cases: 4 } });
    expect(report.slices.map(({ name }) => name)).toEqual(['even']);
    expect(report.run.warnings).toContain(
      'only the 2 cases of even were replayed, as asked; the others were not judged',
    );
    expect([report.slices, report.cases]).toEqual([whole.slices, whole.cases]);
  });

  it.each<[string, Partial<GateRequest>]>([
    ['all', {}],
    ['others', { slices: ['odd'] }],
  ])(
    'is refused by a job that was told to judge %s: whoever could change the plan cannot narrow the check',
    async (_, more) => {
      await expect(decided(more, await run.plan(1, { slices: ['even'] }))).rejects.toThrow(
        /plan\.json: slices: expected/,
      );
    },
  );

  it('says so itself, and nobody else', async () => {
    const told = plannedGateCommand({ ...{ plan: 'plan.json', config: 'pawl.yml', store: 'store' }, slice: ['even'] }, {
      directory: project.directory,
    } as Surroundings);
    await expect(told).rejects.toThrow(/--slice: the plan says which slices are judged/);
  });
});
