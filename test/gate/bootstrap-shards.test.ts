import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ShardPlan, shardsOf } from '../../src/gate/index.ts';
import type { Report } from '../../src/report/index.ts';
import { obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';
import { given, Sharded, timeless, uploadOf } from './sharded.ts';

let project: Project;
let run: Sharded;
let plan: ShardPlan;
let whole: Report;
let uploads: readonly string[];

beforeAll(async () => {
  project = await startProject({ answer: obedient, files: { 'pawl.yml': null }, cases: someCases(4) });
  project.branch('adopt', { 'pawl.yml': SETTINGS });
  project.branch('empty', { 'pawl.yml': SETTINGS, 'corpus/cases.jsonl': '' });
  run = new Sharded(project, 'adopt');
  plan = await run.plan(2);
  // What it draws is in the store then, of which every machine gets a copy.
  await run.reference(plan);
  whole = await run.reference(plan);
  uploads = await Promise.all(shardsOf(plan).map((shard) => run.shard(plan, shard, { store: run.copyOfStore() })));
});
afterAll(async () => {
  run.remove();
  await project.close();
});

describe('the first installation on several machines', () => {
  it('runs head alone, each case twice, on the shard that the plan says', () => {
    expect(plan).toMatchObject({ shards: 2, forecast: { runs: 8 }, second: null });
    const trials = uploads.map((text) => uploadOf(text).trials.map(({ ran: { trial } }) => trial));
    expect(trials.map(({ length }) => length)).toEqual([4, 4]);
    expect(new Set(trials.flat().map(({ side }) => side))).toEqual(new Set(['head']));
  });

  it('passes as on one machine, with the same numbers', async () => {
    expect(whole).toMatchObject({ verdict: 'pass', adoption: { kind: 'first_installation', trialsPerCase: 2 } });
    const report = await run.decide(plan, uploads.map(given).toReversed());
    expect(timeless(report)).toEqual(timeless(whole));
  });

  it('has one round, and without one of its shards it is an error', async () => {
    expect(await run.merge(plan, uploads.map(given), true)).toMatchObject({ kind: 'decided' });
    const report = await run.decide(plan, uploads.slice(1).map(given));
    expect(report).toMatchObject({ verdict: 'error', exitCode: 4 });
    expect(report.reasons.map(({ kind }) => kind)).toEqual(['missing_trials', 'bootstrap']);
    expect(report.run.warnings.join()).toMatch(/shard 1 of round 1: it brought nothing/);
  });

  it('asks nothing again when a shard is run again', async () => {
    const calls = project.provider.seen.length;
    const [first = ''] = uploads;
    const reuse = { answers: uploadOf(first).answers, warnings: [] };
    const again = await run.shard(plan, 1, { store: run.folder(), attempt: 2, reuse });
    expect(project.provider.seen.length).toBe(calls);
    expect(await run.decide(plan, [...uploads, again].map(given))).toMatchObject({ verdict: 'pass' });
  });

  it('without a case has no shard, and is the error that it is on one machine', async () => {
    const none = new Sharded(project, 'empty');
    try {
      const empty = await none.plan('auto');
      expect(shardsOf(empty)).toEqual([]);
      const report = await none.decide(empty, []);
      const { verdict, reasons, adoption } = await none.reference(empty);
      expect(report).toMatchObject({ verdict, reasons, adoption });
      expect(report.reasons.map(({ kind }) => kind)).toEqual(['nothing_exercised', 'bootstrap']);
    } finally {
      none.remove();
    }
  });
});
