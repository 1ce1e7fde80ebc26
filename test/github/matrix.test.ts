import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ON_PULL_REQUEST, pullRequest } from './event-scenarios.ts';
import { digestOf, type FakeArtifact } from './fake/artifacts.ts';
import { FakeGitHub } from './fake/github.ts';
import { MatrixJobs } from './matrix-jobs.ts';
import { operations, World } from './world.ts';

/** Many processes, one after the other. */
const LONG_MS = 120_000;

let world: World;
let github: FakeGitHub;
/** What all jobs before the last one have uploaded, of a head that breaks every case and of one that asks the same. */
let broken: readonly FakeArtifact[];
let same: readonly FakeArtifact[];

beforeAll(async () => {
  world = await World.open();
  github = await FakeGitHub.start();
  // Each kind of job is shown to work as a runner starts it: plan and shards here, the verdict below.
  const first = new MatrixJobs(world, github, world.closed, 'run');
  const jobs = new MatrixJobs(world, github, world.closed);
  expect([await first.round(1), await jobs.round(2)]).toEqual([
    [1, 2],
    [1, 2],
  ]);
  broken = github.artifacts.all.splice(0);
  const others = new MatrixJobs(world, github, world.refactored);
  expect([await others.round(1), await others.round(2)]).toEqual([[1, 2], []]);
  same = github.artifacts.all.splice(0);
  await github.stop();
}, LONG_MS);
afterAll(() => world.close());
beforeEach(async () => {
  github = await FakeGitHub.start();
});
afterEach(async () => {
  await github.stop();
  expect(github.complaints).toEqual([]);
});

/** The jobs of a run that has come so far. */
function runOf(uploads: readonly FakeArtifact[], head: string, by: 'run' | 'runHere' = 'runHere'): MatrixJobs {
  github.artifacts.all.push(...uploads.map((one) => ({ ...one })));
  return new MatrixJobs(world, github, head, by);
}

const published = () => operations(github).filter((one) => one !== 'upload');

describe('a matrix of jobs', () => {
  it(
    'passes a change that asks the same: two shards, and nothing left for round 2',
    async () => {
      expect(same.map(({ name }) => name)).toEqual([
        'pawl-gate-plan-round-1-attempt-1',
        'pawl-gate-round-1-shard-1-attempt-1',
        'pawl-gate-round-1-shard-2-attempt-1',
      ]);
      const gate = await runOf(same, world.refactored).gate();
      expect([gate.exitCode, gate.outputs.verdict], gate.stdout + gate.stderr).toEqual([0, 'pass']);
      expect(published()).toEqual(ON_PULL_REQUEST);
    },
    LONG_MS,
  );

  it(
    'blocks a regression after round 2, and a shard of it that was run again counts in its last attempt',
    async () => {
      const jobs = runOf(broken, world.closed);
      const again = await jobs.replay(1, 2, 2);
      expect(again.exitCode, again.stdout + again.stderr).toBe(0);
      const gate = await runOf([], world.closed, 'run').gate(2);
      expect([gate.exitCode, gate.outputs.verdict], gate.stdout + gate.stderr).toEqual([1, 'block']);
      expect(gate.outputs['blocked-slices']).toBe('["opening-hours"]');
      expect(github.comments[0]?.body).toContain('opening-hours');
      expect(github.artifacts.all.at(-1)?.name).toBe('pawl-gate-round-2-shard-1-attempt-2');
    },
    LONG_MS,
  );

  it.each([1, 2])(
    'with a shard of round %i missing is an error and no pass',
    async (round) => {
      const left = broken.filter(({ name }) => !name.startsWith(`pawl-gate-round-${round}-shard-2`));
      const gate = await runOf(left, world.closed).gate();
      expect([gate.exitCode, gate.outputs.verdict], gate.stdout).toEqual([4, 'error']);
      expect(gate.summary).toContain(`shard 2 of round ${round}: it brought nothing`);
    },
    LONG_MS,
  );

  it(
    'a change that does not concern the agent has no shard, and its gate says so',
    async () => {
      const jobs = new MatrixJobs(world, github, world.unrelated);
      const plan = await jobs.plan();
      expect(plan.outputs).toMatchObject({ affected: 'false', shards: '[]' });
      expect(plan.summary).toContain('NOT AFFECTED: 1 file differs (README.md)');
      expect(await jobs.gate()).toMatchObject({ exitCode: 0, outputs: { verdict: 'not_affected' } });
    },
    LONG_MS,
  );

  it(
    'uploads that are not what was uploaded are not used, whatever they say',
    async () => {
      const jobs = runOf(same, world.refactored);
      const [, first, second] = github.artifacts.all;
      if (first === undefined || second === undefined) throw new Error('there are no uploads');
      first.digest = digestOf(Buffer.from('something else'));
      second.zip = Buffer.from('no archive');
      const gate = await jobs.gate();
      expect([gate.exitCode, gate.outputs.verdict], gate.stdout).toEqual([4, 'error']);
      expect(gate.summary).toMatch(/shard 1 of round 1: .* cannot be used: .*digests differ/);
      expect(gate.summary).toMatch(/shard 2 of round 1: .* cannot be used: the zip archive has no end/);
    },
    LONG_MS,
  );

  it(
    'the plan of another head is refused',
    async () => {
      const gate = await runOf(same, world.refactored).gate(1, world.closed);
      expect([gate.exitCode, gate.outputs.verdict]).toEqual([2, 'error']);
      expect(gate.stdout).toMatch(/the plan: head: expected [0-9a-f]{40}, received [0-9a-f]{40}/);
    },
    LONG_MS,
  );

  it(
    'a job that replays does not start with a token of GitHub’s near it',
    async () => {
      runOf(same.slice(0, 1), world.refactored);
      const calls = world.providerCalls;
      const env = { GITHUB_TOKEN: 'ghs_anotherToken0123456789', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-request-token' };
      const event = pullRequest(world, world.refactored);
      const ended = await world.runHere(github, { event, env, inputs: { mode: 'replay', shard: '1' } });
      expect([ended.exitCode, ended.outputs.verdict]).toEqual([2, 'error']);
      for (const name of ['GITHUB_TOKEN', 'INPUT_GITHUB-TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])
        expect(ended.stdout).toMatch(
          new RegExp(`::error title=pawl::${name}: a job that replays runs the change’s own code`),
        );
      expect(world.providerCalls).toBe(calls);
      expect(published()).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'without a plan nothing is decided and nothing runs',
    async () => {
      const jobs = new MatrixJobs(world, github, world.refactored);
      expect(await jobs.gate()).toMatchObject({ exitCode: 2, outputs: { verdict: 'error' } });
      const replayed = await jobs.replay(1);
      expect(replayed.exitCode).toBe(2);
      expect(replayed.stdout).toMatch(/no job of this run has left a plan of round 1/);
    },
    LONG_MS,
  );
});
