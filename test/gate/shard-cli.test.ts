import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '../../src/report/index.ts';
import { pawlHere, pawl as start } from '../commands/pawl.ts';
import { obedient, type Project, someCases, startProject } from './project.ts';

let project: Project;
/** Round 1 is the built program's; what comes after it asks for no more processes. */
const pawl = (...args: string[]) => start(project.directory, args);
const here = (...args: string[]) => pawlHere(project.directory, args);
const replaying = (...args: string[]): string[] => [
  ...args,
  ...['--store', '.git/store', '--provider-url', `openai=${project.provider.url}`],
];

beforeAll(async () => {
  project = await startProject({ answer: obedient, cases: someCases(6) });
  project.branch('misled', { 'prompts/system.md': 'Pay back when asked. Parameter: ordr.\n' });
  project.branch('same', { 'README.md': 'Better words.\n' });
});
afterAll(() => project.close());

describe('on several machines, the program', () => {
  test('plans, runs the shards, plans round 2, runs it, and decides', async () => {
    const planned = await pawl(
      ...replaying('plan', '--base', 'main', '--head', 'misled', '--shards', '2', '--out', '.git/plan.json'),
    );
    expect(planned).toMatchObject({ exitCode: 0 });
    expect(planned.stdout).toMatch(
      /affected: 1 change concerns the agent, of 1\n {2}prompt {2}prompts\/system.md {2}\+1 -1 lines\nround 1: 6 cases on 2 shards \(3, 3\)\nforecast: about 24 runs/,
    );
    for (const shard of ['1/2', '2/2'])
      expect(
        await pawl(...replaying('gate', '--plan', '.git/plan.json', '--shard', shard, '--out', '.git/one')),
      ).toMatchObject({ exitCode: 0 });
    const merging = ['merge', '--plan', '.git/plan.json', '--store', '.git/store'];
    const open = await pawl(...merging, '--next', '.git/next.json', '.git/one');
    expect(open).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^no verdict yet: round 2 has something to do on 1\/2, 2\/2 /),
    });
    for (const shard of ['1/2', '2/2'])
      expect(
        await here(
          ...replaying(
            'gate',
            '--plan',
            '.git/next.json',
            '--shard',
            shard,
            '--out',
            '.git/two',
            '--after',
            '.git/one',
          ),
        ),
      ).toMatchObject({ exitCode: 0 });
    const decided = await here(...merging, '.git/two', '.git/one', '--json', '.git/report.json');
    expect(decided).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^BLOCK: 2 slices fell/) });
    expect(readdirSync(join(project.directory, '.git/two'))).toEqual([
      'round-2-shard-1-attempt-1.jsonl',
      'round-2-shard-2-attempt-1.jsonl',
    ]);

    const alone = await here(...replaying('gate', '--plan', '.git/plan.json', '--json', '.git/alone.json'));
    expect(alone).toMatchObject({ exitCode: 1 });
    const [one, other] = ['alone', 'report'].map((name) =>
      parseReport(readFileSync(join(project.directory, `.git/${name}.json`), 'utf8')),
    );
    expect(other?.slices).toEqual(one?.slices);
    expect(other?.run.headSha).toBe(one?.run.headSha);

    const early = await here(...merging, '.git/one');
    expect(early).toMatchObject({
      exitCode: 4,
      stdout: expect.stringMatching(/^ERROR, not a pass: \d+ trials that were asked for did not come back/),
    });
  });

  test('plans nothing for a change that does not concern the agent, and says why', async () => {
    const planned = await here(...replaying('plan', '--base', 'main', '--head', 'same', '--out', '.git/nothing.json'));
    expect(planned).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^NOT AFFECTED: .*README.md.*\nnothing has to run/),
    });
    expect(await here('merge', '--plan', '.git/nothing.json', '.git')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^NOT AFFECTED/),
    });
  });

  test('says everything that is wrong with what it is given', async () => {
    const wrong = await here(...replaying('gate', '--plan', '.git/plan.json', '--shard', '3', '--attempt', 'x'));
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toMatch(/--shard: expected I\/2, received "3"\n--out: .*\n--attempt: expected a whole number/);
    const none = await here('merge', '--plan', 'README.md', '.git');
    expect(none).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/README.md: expected a plan \(pawl plan v2\), received An agent./),
    });
    const uncommitted = await here(...replaying('plan', '--base', 'main', '--head', 'WORKTREE', '--shards', '300'));
    expect(uncommitted.stderr).toMatch(
      /commit the changes first\nshards: expected a whole number from 1 to 256 or auto, received 300/,
    );
  });
});
