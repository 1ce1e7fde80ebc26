import { describe, expect, it } from 'vitest';
import { pullRequest } from './event-scenarios.ts';
import type { FakeGitHub } from './fake/github.ts';
import type { ActionEnd } from './runner.ts';
import { LONG_MS, onStage } from './scenario-runs.ts';
import { operations, type Start } from './world.ts';

const BOT = 'github-actions[bot]';
const OLD = '1'.repeat(40);
const marker = (run: number, key = 'gate') => `<!-- pawl:${key} head=${OLD} run=${run} attempt=1 -->`;

const stage = onStage({ drawn: false });

async function run(
  event: Start['event'],
  change: Partial<Start>,
  expected: readonly [number, string],
  by: 'run' | 'runHere' = 'runHere',
): Promise<ActionEnd> {
  const { world, github } = stage();
  const ended = await world[by](github, { event, ...change });
  expect([ended.exitCode, ended.outputs.verdict], ended.stdout + ended.stderr).toEqual(expected);
  return ended;
}

/** The built program, as the runner starts it; all others are played here. */
const blocked = (change: Partial<Start>) =>
  run(pullRequest(stage().world, stage().world.closed), change, [1, 'block'], 'run');
/** What needs no trial is judged in no time: a head that nobody has. */
const refused = (change: Partial<Start> = {}) => run(pullRequest(stage().world, 'e'.repeat(40)), change, [2, 'error']);
/** The same with a report, of a change that does not concern the agent. */
const untouched = (change: Partial<Start>) =>
  run(pullRequest(stage().world, stage().world.unrelated), change, [0, 'not_affected']);

function notices({ commands }: ActionEnd): readonly string[] {
  return commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : []));
}

describe('what a blocked pull request is told, from start to end', () => {
  it(
    'stands beside the changed line, in the artifact and in the comment',
    async () => {
      const { github } = stage();
      const ended = await blocked({ inputs: { upload: 'true' } });
      expect(operations(github)).toEqual(['create comment', 'create check run', 'upload']);
      expect(github.checks.all[0]).toMatchObject({
        conclusion: 'failure',
        annotations: [{ path: 'prompt.md', start_line: 1, end_line: 1, annotation_level: 'warning' }],
      });
      expect(github.artifacts.all.map(({ name }) => name)).toEqual(['pawl-gate-attempt-1']);
      expect(github.comments[0]?.body).toMatch(/\n\[Full report, and this run\]\(.*\/actions\/runs\/500\)$/);
      expect(ended.outputs.report).toBe(`${ended.outputs.files}/report.json`);
      expect(notices(ended)).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'replaces the older comment and its duplicates, and leaves a forged one alone',
    async () => {
      const { github } = stage();
      github.plant(2, BOT, `${marker(300)}\nold`);
      const newest = github.plant(2, BOT, `${marker(400)}\nnewer`);
      const forged = github.plant(2, 'mallory', `${marker(499)}\nall is well`);
      await refused();
      expect(operations(github)).toEqual(['update comment', 'delete comment', 'create check run']);
      expect(github.comments.map(({ id }) => id)).toEqual([newest, forged]);
    },
    LONG_MS,
  );

  it(
    'does not overwrite what a newer run has said',
    async () => {
      const { github } = stage();
      github.plant(2, BOT, `${marker(501)}\nnewer`);
      const ended = await refused();
      expect(operations(github)).toEqual(['create check run']);
      expect(ended.stdout).toContain('run 501, attempt 1 is newer and has written it');
    },
    LONG_MS,
  );

  it(
    'is not written twice by a second attempt that finds the same',
    async () => {
      const { github } = stage();
      await refused();
      github.requests.length = 0;
      await refused({ run: { id: 500, attempt: 2 } });
      expect(operations(github)).toEqual(['create check run']);
    },
    LONG_MS,
  );

  it(
    'comes from each of two agents of a repository by itself',
    async () => {
      const { github } = stage();
      await refused({ inputs: { key: 'clerk' } });
      await refused({ inputs: { config: 'agents/desk/pawl.yml' } });
      await refused();
      expect(github.comments.map(({ body }) => body.split(' ', 2)[1])).toEqual([
        'pawl:clerk',
        'pawl:gate-agents-desk-pawl-yml',
        'pawl:gate',
      ]);
      expect(github.checks.all.map(({ name }) => name)).toEqual([
        'pawl report (clerk)',
        'pawl report (gate-agents-desk-pawl-yml)',
        'pawl report',
      ]);
    },
    LONG_MS,
  );

  it(
    'is kept under the name of the attempt',
    async () => {
      const { github } = stage();
      await untouched({ inputs: { upload: 'true', check: 'false', comment: 'false' }, run: { id: 500, attempt: 3 } });
      expect(operations(github)).toEqual(['upload']);
      expect(github.artifacts.all.map(({ name }) => name)).toEqual(['pawl-gate-attempt-3']);
    },
    LONG_MS,
  );

  it(
    'goes to the summary alone where that is wished',
    async () => {
      const { github } = stage();
      const ended = await untouched({ inputs: { check: 'false', comment: 'false' } });
      expect(github.requests).toEqual([]);
      expect(ended.summary).toContain('NOT AFFECTED');
      expect(notices(ended)).toHaveLength(1); // the verdict
    },
    LONG_MS,
  );
});

describe('a place that cannot be written to', () => {
  it.each<[string, Partial<Start>, (fake: FakeGitHub) => void, string]>([
    ['a token that can only read', {}, (fake) => (fake.readOnly = true), '403: Resource not accessible'],
    ['no token at all', { inputs: { 'github-token': '' } }, () => undefined, 'there is no github-token'],
    ['a token of somebody else', { inputs: { 'github-token': 'ghs_wrong' } }, () => undefined, '401: Bad credentials'],
    [
      'a server of one’s own, which keeps no artifact',
      { env: { GITHUB_SERVER_URL: 'https://git.acme.example' }, inputs: { upload: 'true' } },
      () => undefined,
      'GitHub Enterprise Server has no such service',
    ],
    [
      'an artifact of that name',
      { inputs: { upload: 'true' } },
      (fake) => fake.artifacts.all.push({ name: 'pawl-gate-attempt-1', zip: null }),
      'an artifact with this name already exists',
    ],
    [
      'a runner without an artifact service',
      { env: { ACTIONS_RUNTIME_TOKEN: '' }, inputs: { upload: 'true' } },
      () => undefined,
      'the runner gave no ACTIONS_RUNTIME_TOKEN',
    ],
    ['a full disk', { env: { GITHUB_STEP_SUMMARY: '/dev/full' } }, () => undefined, 'ENOSPC'],
    ['no place for the report’s files', { env: { RUNNER_TEMP: '/dev/null' } }, () => undefined, 'ENOTDIR'],
  ])(
    'is said in one notice and changes nothing: %s',
    async (_name, start, prepare, why) => {
      prepare(stage().github);
      const said = notices(await untouched(start)).slice(1); // after the verdict itself
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/^The verdict stands, but not everything could be published: /);
      expect(said[0]).toContain(why);
    },
    LONG_MS,
  );
});
