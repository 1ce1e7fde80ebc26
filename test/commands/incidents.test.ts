import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from '../../evals/drift/simulate.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';
import { ingest } from '../corpus/traffic/open.ts';
import { SETTINGS } from '../gate/project.ts';
import { GitRepository } from '../git-repository.ts';
import { FakeGitHub, TOKEN } from '../github/fake/github.ts';
import { pawl, pawlHere } from './pawl.ts';

const DAYS = 60;
const CHANGE = 52;
const FIRST_DAY = Date.parse('2026-06-01T00:00:00Z');
const MS_A_DAY = 86_400_000;
const dayText = (at: number) => new Date(FIRST_DAY + at * MS_A_DAY).toISOString().slice(0, 10);

let repository: GitRepository;
let github: FakeGitHub;
beforeEach(async () => {
  repository = new GitRepository();
  github = await FakeGitHub.start();
});
afterEach(async () => {
  repository.remove();
  await github.stop();
});

/** 25 runs a day, of which .9 pass before the change and .4 after it. */
async function traffic(): Promise<void> {
  const change = { atHours: 24 * CHANGE, rate: 0.4 };
  const days = countsOf({ perDay: 25, days: DAYS, rate: 0.9, change }, 'runs');
  const records = days.flatMap(({ at, trials, successes }) =>
    Array.from({ length: trials }, (_, run) => ({
      kind: 'trajectory' as const,
      trajectory: {
        ...emptyTrajectory(`run-${at}-${run}`),
        attributes: { 'pawl.slices': 'orders' },
        startUs: (FIRST_DAY + at * MS_A_DAY) * 1000 + run,
        outcomes: [{ name: 'reward', value: 1, passed: run < successes, source: 'reward' as const, explanation: null }],
      },
    })),
  );
  await ingest(`${repository.root}/store`, records);
}

const environment = () => ({ GITHUB_TOKEN: TOKEN, GITHUB_REPOSITORY: 'acme/desk', GITHUB_API_URL: github.url });
const run = (...args: string[]) =>
  pawlHere(repository.root, [...args, '--store', 'store'], { environment: environment() });
const UPDATE = ['incidents', 'update', '--since', dayText(CHANGE - 5), '--publish'];

describe('pawl incidents', () => {
  test('takes all shifts of one cause into one incident with one issue, however often it is run', async () => {
    await traffic();
    repository.write({ 'pawl.yml': SETTINGS, '.gitignore': 'store\n' });
    const at = (day: number) => new Date(FIRST_DAY + day * MS_A_DAY + 3_600_000).toISOString();
    repository.commit({ 'prompts/system.md': 'Pay back.\n' }, { subject: 'First version', date: at(0) });
    repository.commit({ 'prompts/system.md': 'Never.\n' }, { subject: 'Never pay back', date: at(CHANGE) });

    const first = await pawl(repository.root, [...UPDATE, '--store', 'store'], { environment: environment() });
    expect(first).toMatchObject({ exitCode: 1 });
    expect(first.stdout).toMatch(/^1 incident\n\S+ {2}open {7}critical {2}rate {2}since 2026-07-2\d {2}success of/);
    expect(await run(...UPDATE)).toMatchObject({ exitCode: first.exitCode, stdout: first.stdout });
    expect(github.issues.all).toMatchObject([
      { writes: 0, state: 'open', title: expect.stringMatching(/^\[pawl\] critical: success of all traffic/) },
    ]);
    expect(github.complaints).toEqual([]);

    const [, id = ''] = /\n(\S+)/.exec(first.stdout) ?? [];
    const shown = await run('incidents', 'show', id);
    expect(shown.stdout).toMatch(/ 90\.0% prompt: prompts\/system\.md modified/);
    expect(shown.stdout).toMatch(/success of slice orders: [89]\d\.\d% -> [2345]\d\.\d%, 100\.0% of the traffic/);
    expect(shown.stdout).toMatch(/issue 1 on GitHub/);
    await run('ledger');
    expect((await run('changes', '--before', id)).stdout).toMatch(
      /^1 entry in the ledger\n\n2026-07-23T01:00Z {2}prompt/,
    );

    expect(await run('incidents', 'close', id, '--as', 'noise', '--reason', 'a test')).toMatchObject({ exitCode: 0 });
    expect(await run(...UPDATE)).toMatchObject({ exitCode: 0, stdout: 'no incidents\n' });
    expect(github.issues.all).toMatchObject([{ state: 'closed', reason: 'not_planned' }]);
    expect(await run('incidents', 'list')).toMatchObject({ stdout: 'no incidents\n' });
    expect((await run('incidents', 'list', '--all', '--json')).stdout).toMatch(/"status": "noise"/);
  });

  test('says what is wrong with what it is given', async () => {
    expect(await run('incidents', 'show', 'x')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/no incident x/),
    });
    expect(await run('incidents', 'list')).toMatchObject({ exitCode: 0, stdout: 'no incidents\n' });
    expect(await run('incidents', 'close', 'x')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/--reason/),
    });
  });
});
