import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readHelps } from '../../scripts/readme.ts';
import { readSettings } from '../../src/config/index.ts';
import { examine, readWorkflows } from '../../src/setup/index.ts';
import { githubFaults } from './language-service.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');
const ACTION = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const FILES = readdirSync(FOLDER);

const helps = await readHelps();

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

describe('action.yml', () => {
  it('is as GitHub has it', async () => {
    expect(await githubFaults('action.yml', ACTION, ACTION)).toEqual([]);
  });
});

describe.each(FILES)('%s', (file) => {
  const text = textOf(file);
  const { on, concurrency, jobs } = parse(text);

  it('is as GitHub has it, down to the inputs of our own action', async () => {
    expect(await githubFaults(`.github/workflows/${file}`, text, ACTION)).toEqual([]);
  });

  it('runs one at a time, and no job for ever', () => {
    expect(concurrency).toMatchObject({ group: expect.any(String) });
    for (const job of Object.values<Record<string, unknown>>(jobs))
      expect(job['timeout-minutes']).toEqual(expect.any(Number));
  });

  it('leaves no token on a disk', () => {
    const steps = Object.values<{ steps: { uses?: string; with?: object }[] }>(jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false });
    expect(on).not.toHaveProperty('pull_request_target');
  });

  it('keeps the store also where a step fails, as a gate that blocks and drift that is found do', () => {
    const steps = Object.values<{ steps: { uses?: string; if?: string }[] }>(jobs).flatMap((job) => job.steps);
    for (const { uses = '', if: condition } of steps) {
      expect(uses).not.toMatch(/^actions\/cache@/); // its save is left out where the job fails
      if (uses.startsWith('actions/cache/save@')) expect(condition).toBe('always()');
    }
  });

  it('asks the event of a schedule for nothing: it names no repository', () => {
    const conditions = Object.values<{ if?: string }>(jobs).map((job) => job.if ?? '');
    for (const condition of 'schedule' in on ? conditions : [])
      if (condition.includes('github.event.')) expect(condition).toContain("github.event_name == 'schedule' || ");
  });

  it('hands nothing that others write to a shell', () => {
    const scripts = Object.values<{ steps: { run?: string }[] }>(jobs).flatMap((job) =>
      job.steps.map(({ run = '' }) => run),
    );
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it('calls pawl by commands, options and files that exist', () => {
    const calls = [...text.matchAll(/node dist\/cli\.js ([a-z ]+?) (--[^|]*)/g)];
    for (const [, command = '', options = ''] of calls) {
      const help = helps.find(({ name }) => name === `pawl ${command}`);
      expect(help, command).toBeDefined();
      for (const [option] of options.matchAll(/--[\w-]+/g)) expect(help?.options.has(option), option).toBe(true);
    }
    for (const [path = ''] of text.matchAll(/(?:evals|dist|scripts)\/[\w./-]+\.[jt]s/g))
      expect(existsSync(join(ROOT, path)), path).toBe(true);
  });
});

describe('our own gate', () => {
  it('is as pawl doctor would have it', () => {
    const paths = ['pawl.yml', 'action.yml', '.gitignore', ...FILES.map((file) => `.github/workflows/${file}`)];
    const files = {
      paths,
      textOf: (path: string) => (paths.includes(path) ? readFileSync(join(ROOT, path), 'utf8') : null),
    };
    const found = examine({
      ...{ files, workflows: readWorkflows(files), configPath: 'pawl.yml', settingsProblems: [], corpus: null },
      settings: readSettings({ text: readFileSync(join(ROOT, 'pawl.yml'), 'utf8'), file: 'pawl.yml', overrides: [] }),
      machine: { node: '24.0.0', git: '2', shallow: false, isolation: { kind: 'uid' }, programs: new Map() },
      branch: { kind: 'known', branch: 'main', required: ['gate'], mergeQueue: true },
    });
    const elsewhere = ['prompts', 'tools', 'model pins', 'agent']; // the agent's files are not among these
    expect(found.filter(({ name, outcome }) => outcome.kind !== 'good' && !elsewhere.includes(name))).toEqual([]);
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['verdict', 'required check', 'store']));
  });
});

describe('the checks of this file', () => {
  it('find what GitHub would refuse', async () => {
    const faulty = `on: pull_requst\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./\n        with: { stor: x }\n      - run: echo\n        env: { A: "\${{ sevrets.X }}" }\n`;
    const faults = await githubFaults('.github/workflows/x.yml', faulty, ACTION);
    expect(faults.join('\n')).toContain('pull_requst');
    expect(faults.join('\n')).toContain('sevrets');
    expect(faults.join('\n')).toContain("Invalid action input 'stor'");
  });
});
