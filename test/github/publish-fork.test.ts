import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/trace/index.ts';
import { contentsOf } from './downloads.ts';
import { drawAnswers, pullRequest } from './event-scenarios.ts';
import { FakeGitHub } from './fake/github.ts';
import { realPayload, withValues } from './payloads.ts';
import type { ActionEnd } from './runner.ts';
import { operations, World } from './world.ts';

const LONG_MS = 120_000;
const FORK = { full_name: 'stranger/desk', owner: { login: 'stranger' } };

let world: World;
let github: FakeGitHub;

beforeAll(async () => {
  world = await World.open();
  const first = await FakeGitHub.start();
  await drawAnswers(world, first);
  await first.stop();
}, LONG_MS);

afterAll(() => world.close());

beforeEach(async () => {
  github = await FakeGitHub.start();
  github.pulls.push({
    ...{ number: 41, headSha: world.refactored, head: 'stranger:tidy', headRepository: FORK.full_name },
  });
});

afterEach(async () => {
  await github.stop();
  expect(github.complaints).toEqual([]);
});

/** The event that tells that a run has ended, `change` by dotted paths. */
function ended(change: Readonly<Record<string, Json>> = {}) {
  const payload = withValues(realPayload('workflow_run', 'completed'), {
    'workflow_run.id': 500,
    'workflow_run.run_attempt': 1,
    'workflow_run.event': 'pull_request',
    'workflow_run.head_sha': world.refactored,
    'workflow_run.head_branch': 'tidy',
    'workflow_run.conclusion': 'success',
    'workflow_run.head_repository': FORK,
    'workflow_run.pull_requests': [{ number: 13 }],
    ...change,
  });
  return { name: 'workflow_run', payload };
}

/** The built program as the runner starts it, or the same in this process. */
function publish(change: Readonly<Record<string, Json>> = {}, by: 'run' | 'runHere' = 'runHere') {
  return world[by](github, {
    event: ended(change),
    inputs: { mode: 'publish' },
    run: { id: 900, attempt: 1 },
    env: { OPENAI_API_KEY: '' },
  });
}

function noticesOf({ commands }: ActionEnd): readonly string[] {
  return commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : []));
}

describe('the report of a fork’s run', () => {
  it(
    'is put on its pull request, and the next run’s in its place: what ran is read from the upload, where it goes from GitHub',
    async () => {
      const start = { event: pullRequest(world, world.refactored, { 'pull_request.head.repo': FORK }) };
      const ran = await world.runHere(github, { ...start, inputs: { upload: 'true' } });
      expect(ran.exitCode, ran.stdout + ran.stderr).toBe(0);
      expect(operations(github)).toEqual(['upload']);
      expect(Object.keys(await contentsOf(github.artifacts.all[0]?.zip))).toContain('report.json');

      const published = await publish({}, 'run');
      expect(published.exitCode, published.stdout + published.stderr).toBe(0);
      expect(noticesOf(published)).toEqual([]);
      expect(github.comments).toMatchObject([{ issue: 41 }]);
      const [marker, verdict, , whose] = github.comments[0]?.body.split('\n') ?? [];
      expect(marker).toBe(`<!-- pawl:gate head=${world.refactored} run=500 attempt=1 -->`);
      expect(verdict).toMatch(/^## ✅ PASS: /);
      expect(whose).toMatch(
        /^<sub>Reported by the fork's own run, .*shown, not believed.* ended with success\.<\/sub>$/,
      );
      expect(github.comments[0]?.body).toContain(
        '[Full report, and this run](https://github.com/acme/desk/actions/runs/500)',
      );

      await publish({ 'workflow_run.id': 501, 'workflow_run.conclusion': 'failure' });
      expect(github.comments).toHaveLength(1);
      const late = await publish({ 'workflow_run.id': 499 });
      expect(late.exitCode).toBe(0);
      expect(github.comments[0]?.body).toContain('run=501');
    },
    LONG_MS,
  );
});

it('a workflow that starts it on another event is told so: exit code 2, and GitHub is asked nothing', async () => {
  const event = pullRequest(world, world.refactored);
  const { exitCode, stdout } = await world.runHere(github, { event, inputs: { mode: 'publish' } });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/publish runs on: workflow_run/);
  expect(github.requests).toEqual([]);
});

it('what cannot be published is one notice, and exit code 0', async () => {
  const ran = await publish();
  expect([ran.exitCode, noticesOf(ran)]).toEqual([
    0,
    ['Nothing was published: the run has no upload pawl-gate-attempt-1'],
  ]);
  expect(github.comments).toEqual([]);
});
