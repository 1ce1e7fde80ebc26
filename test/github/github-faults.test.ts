import { describe, expect, it } from 'vitest';
import { pullRequest } from './event-scenarios.ts';
import { FakeGitHub, type Fault, refusal } from './fake/github.ts';
import type { ActionEnd } from './runner.ts';
import { LONG_MS, onStage } from './scenario-runs.ts';

const BOT = 'github-actions[bot]';
const stage = onStage({ drawn: false });

const FORBIDDEN = refusal(403, 'Resource not accessible by integration');
const GONE = refusal(404, 'Not Found');
const CONFLICT = refusal(409, 'Conflict');
const TOO_LONG = refusal(422, 'Body is too long (maximum is 65536 characters)');
const SLOW_DOWN = refusal(429, 'Too many requests', { 'retry-after': '1' });
const BROKEN = refusal(500, 'Server Error');
const BAD_GATEWAY = refusal(502, 'Bad Gateway');

/** Once at each call that publishing makes; whether what was to be published is there in the end. */
const ONCE: readonly (readonly [
  what: string,
  method: string,
  path: RegExp,
  answer: Fault['answer'],
  recovers: boolean,
])[] = [
  ['403 to the list of comments', 'GET', /comments$/, FORBIDDEN, false],
  ['502 to the list of comments', 'GET', /comments$/, BAD_GATEWAY, true],
  ['a hang of the list of comments', 'GET', /comments$/, 'hang', false],
  ['500 to the question who one is', 'GET', /^\/user$/, BROKEN, true],
  ['403 to a new comment', 'POST', /comments$/, FORBIDDEN, false],
  ['404 to a new comment', 'POST', /comments$/, GONE, false],
  ['409 to a new comment', 'POST', /comments$/, CONFLICT, false],
  ['422 too long to a new comment', 'POST', /comments$/, TOO_LONG, true],
  ['429 with retry-after to a new comment', 'POST', /comments$/, SLOW_DOWN, true],
  ['500 to a new comment', 'POST', /comments$/, BROKEN, true],
  ['502 to a new comment', 'POST', /comments$/, BAD_GATEWAY, true],
  ['a reset of a new comment', 'POST', /comments$/, 'reset', true],
  ['a hang of a new comment', 'POST', /comments$/, 'hang', false],
  ['404 to a changed comment, which is gone', 'PATCH', /comments\/\d+$/, GONE, true],
  ['409 to a changed comment', 'PATCH', /comments\/\d+$/, CONFLICT, false],
  ['a reset of a changed comment', 'PATCH', /comments\/\d+$/, 'reset', true],
  ['404 to a deleted duplicate', 'DELETE', /comments\/\d+$/, GONE, true],
  ['500 to a deleted duplicate', 'DELETE', /comments\/\d+$/, BROKEN, true],
  ['403 to the check run', 'POST', /check-runs$/, FORBIDDEN, false],
  ['429 with retry-after to the check run', 'POST', /check-runs$/, SLOW_DOWN, true],
  ['a reset of the check run', 'POST', /check-runs$/, 'reset', true],
];

const ALWAYS: readonly (readonly [string, Fault['answer']])[] = [
  ['403', FORBIDDEN],
  ['404', GONE],
  ['409', CONFLICT],
  ['422 too long', TOO_LONG],
  ['429 with retry-after', refusal(429, 'Too many requests', { 'retry-after': '60' })],
  ['500', BROKEN],
  ['502', BAD_GATEWAY],
  ['a reset', 'reset'],
  ['a hang', 'hang'],
];

/** Comments that an earlier run left: one to update, one to delete. */
function plantOld(github: FakeGitHub): void {
  for (const run of [300, 400])
    github.plant(2, BOT, `<!-- pawl:gate head=${'1'.repeat(40)} run=${run} attempt=1 -->\nold`);
}

/** With a GitHub of its own, so that several may wait at once for what GitHub makes them wait for. */
async function withGitHub(test: (github: FakeGitHub) => Promise<void>): Promise<void> {
  const github = await FakeGitHub.start();
  try {
    await test(github);
    expect(github.complaints).toEqual([]);
  } finally {
    await github.stop();
  }
}

/** What needs no trial is judged in no time: a head that nobody has. */
async function refused(github: FakeGitHub, inputs: Readonly<Record<string, string>>): Promise<ActionEnd> {
  const { world } = stage();
  const ended = await world.run(github, { event: pullRequest(world, 'e'.repeat(40)), inputs });
  expect([ended.exitCode, ended.outputs.verdict], ended.stdout + ended.stderr).toEqual([2, 'error']);
  expect(ended.outputs['exit-code']).toBe('2');
  expect(ended.summary).toContain('pawl could not run');
  return ended;
}

function notices({ commands }: ActionEnd): readonly string[] {
  return commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : []));
}

describe('a fault of GitHub leaves verdict and exit code as they are', () => {
  it.concurrent.each(ONCE)(
    'once: %s',
    (_what, method, path, answer, recovers) =>
      withGitHub(async (github) => {
        if (['PATCH', 'DELETE'].includes(method)) plantOld(github);
        github.fail(method, path, answer);
        const ended = await refused(github, { 'publish-timeout': answer === 'hang' ? '1' : '10' });
        expect(
          github.faults.map(({ times }) => times),
          'the call was made',
        ).toEqual([0]);
        expect(notices(ended)).toHaveLength(recovers ? 0 : 1);
        const own = github.comments.filter(({ body }) => body.includes('run=500'));
        if (recovers) expect([own.length, github.checks.all.length]).toEqual([1, 1]);
      }),
    LONG_MS,
  );

  it.concurrent.each(ALWAYS)(
    'whatever is asked: %s',
    (_what, answer) =>
      withGitHub(async (github) => {
        for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT']) github.fail(method, /./, answer, 99);
        const ended = await refused(github, { 'publish-timeout': '2' });
        expect(notices(ended)).toEqual([expect.stringMatching(/^The verdict stands, but .*comment \(.*check run \(/)]);
      }),
    LONG_MS,
  );

  it.each(['500', 'a hang'])(
    'a block stays a block, with every place to publish lost: %s',
    async (what) => {
      const { world, github } = stage();
      const answer = ALWAYS.find(([name]) => name === what)?.[1] ?? BROKEN;
      for (const method of ['GET', 'POST', 'PATCH', 'PUT']) github.fail(method, /./, answer, 99);
      const inputs = { 'publish-timeout': '1', upload: 'true' };
      const ended = await world.run(github, { event: pullRequest(world, world.closed), inputs });
      expect([ended.exitCode, ended.outputs.verdict], ended.stdout + ended.stderr).toEqual([1, 'block']);
      expect(notices(ended)).toEqual([expect.stringMatching(/comment \(.*check run \(.*upload \(/)]);
      expect(ended.summary).toContain('opening-hours');
    },
    LONG_MS,
  );
});
