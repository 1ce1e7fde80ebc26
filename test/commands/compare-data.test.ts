import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ResultFolder } from './compare-files.ts';

/** Recorded by others; lives beside the repository. */
const DATA = join(import.meta.dirname, '../../../shared/data');
const skipped = !existsSync(DATA);
const folder = new ResultFolder();
afterAll(() => folder.remove());

const runs = (pipeline: string): string => join(DATA, `agentdojo/runs/${pipeline}.jsonl.gz`);
const GPT_4O = runs('gpt-4o-2024-05-13');
const MINI = runs('gpt-4o-mini-2024-07-18');
const DETECTOR = runs('gpt-4o-2024-05-13-transformers_pi_detector');
const RERUNS = join(DATA, 'agentdojo/reruns.jsonl.gz');
const ATTACKED = { where: ['attack_type=important_instructions'] };
const BENIGN = { where: ['attack_type=null'] };

describe.skipIf(skipped)(`real results${skipped ? ' (skipped: ../shared/data is absent)' : ''}`, () => {
  test('tau-bench, the same model twice: no block', async () => {
    const file = join(DATA, 'tau-bench/historical_trajectories/gpt-4o-airline.json.gz');
    const { report, exitCode } = await folder.compare(file, file, {
      baseWhere: ['trial=0', 'trial=1'],
      headWhere: ['trial=2', 'trial=3'],
    });
    expect({ exitCode, verdict: report.verdict }).toEqual({ exitCode: 0, verdict: 'pass' });
    expect(report.all).toMatchObject({
      cases: 50,
      base: { passes: 43, trials: 100 },
      head: { passes: 41, trials: 100 },
    });
    expect(report.all?.p).toBeCloseTo(0.42668, 5);
  });

  test('tau2, a model and its fine-tune: both domains read, no block', async () => {
    const file = (model: string): string =>
      join(DATA, `tau2-bench/gym_model_training/${model}_retail_default_gpt-4.1_1trials.json.gz`);
    const { report } = await folder.compare(file('gpt-4.1'), file('gpt-4.1-ft-tau2-sft'));
    expect(report).toMatchObject({ verdict: 'pass', all: { cases: 40, base: { passes: 34 }, head: { passes: 34 } } });
  });

  test('AgentDojo, the same model and prompt run again: no block', async () => {
    const { report } = await folder.compare(RERUNS, RERUNS, {
      where: ['suite_name=banking', ...ATTACKED.where],
      baseWhere: ['_commit_date=2024-06-02T22:36:28+02:00'],
      headWhere: ['_commit_date=2024-06-05T09:44:50+02:00'],
    });
    expect(report.verdict).toBe('pass');
    expect(report.slices).toMatchObject([
      { name: 'banking', cases: 123, base: { passes: 89 }, head: { passes: 89 }, p: 0.65625 },
    ]);
    expect(report.external?.clusters[0]).toMatchObject({ clusters: 16, informative: 3 });
  });

  test('AgentDojo, a smaller model: three slices fall while the whole stands still', async () => {
    const { report, exitCode, printed } = await folder.compare(GPT_4O, MINI, ATTACKED);
    expect({ exitCode, verdict: report.verdict }).toEqual({ exitCode: 1, verdict: 'block' });
    expect(Object.fromEntries(report.slices.map(({ name, verdict }) => [name, verdict]))).toEqual({
      banking: 'regressed',
      slack: 'regressed',
      travel: 'regressed',
      workspace: 'improved',
    });
    expect(report.all).toMatchObject({ verdict: 'not_worse', base: { passes: 315 }, head: { passes: 314 } });
    expect(report.slices.find(({ name }) => name === 'banking')?.p).toBeCloseTo(1.0729e-8, 12);
    expect(printed).toMatch(/^ {2}banking: not shown \(p=0\.031, 16 clusters by suite_name, user_task_id, 11 moved/m);
  });

  test('its clusters are those of the attribute that is named', async () => {
    const { report } = await folder.compare(GPT_4O, MINI, {
      where: [...ATTACKED.where, 'suite_name=banking'],
      cluster: 'user_task_id',
    });
    expect(report.external?.clusters[0]).toEqual({
      kind: 'slice',
      slice: 'banking',
      clusters: 16,
      informative: 11,
      p: 0.03076171875,
      smallestP: 2 ** -11,
      holds: false,
    });
  });

  test('gated on tasks instead, the smaller model is not blocked', async () => {
    const { report } = await folder.compare(GPT_4O, MINI, { ...ATTACKED, gateOn: 'cluster' });
    expect(report.verdict).toBe('pass');
    expect(report.slices.map(({ verdict }) => verdict)).not.toContain('regressed');
  });

  test('AgentDojo, a detector in front: every slice falls, and some hold for new tasks', async () => {
    const { report } = await folder.compare(GPT_4O, DETECTOR, ATTACKED);
    expect(report.verdict).toBe('block');
    expect(report.slices.every(({ verdict }) => verdict === 'regressed')).toBe(true);
    expect(report.external?.clusters.filter(({ holds }) => holds).map(({ slice }) => slice)).toEqual([
      'slack',
      'travel',
      'workspace',
      'ALL',
    ]);
  });

  test('AgentDojo, benign: the smaller model passes, the detector blocks', async () => {
    expect((await folder.compare(GPT_4O, MINI, BENIGN)).report).toMatchObject({
      verdict: 'pass',
      all: { base: { passes: 67, trials: 97 }, head: { passes: 66 } },
    });
    const { report } = await folder.compare(GPT_4O, DETECTOR, BENIGN);
    expect(report.verdict).toBe('block');
    expect(report.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'slack' });
    expect(report.slices.find(({ name }) => name === 'slack')?.p).toBeCloseTo(2 ** -11, 12);
  });
});
