import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRequest, ShardPlan } from '../../src/gate/index.ts';
import type { Report } from '../../src/report/index.ts';
import { obedient, type Project, someCases, startProject } from './project.ts';
import { Sharded } from './sharded.ts';

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
