import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { failureResult, publishResult } from '../../src/github/index.ts';
import { pullRequest } from './event-scenarios.ts';
import { FakeGitHub, type Fault, refusal, TOKEN } from './fake/github.ts';
import { context, inputs } from './results.ts';
import { type ActionEnd, parseOutputs } from './runner.ts';
import { LONG_MS, onStage } from './scenario-runs.ts';
import { hurrySilence } from './silence.ts';

const BOT = 'github-actions[bot]';
const PULL_REQUEST = 7;
const stage = onStage({ drawn: false });

const FORBIDDEN = refusal(403, 'Resource not accessible by integration');
const GONE = refusal(404, 'Not Found');
const CONFLICT = refusal(409, 'Conflict');
const TOO_LONG = refusal(422, 'Body is too long (maximum is 65536 characters)');
const SLOW_DOWN = refusal(429, 'Too many requests', { 'retry-after': '1' });
const BROKEN = refusal(500, 'Server Error');
const BAD_GATEWAY = refusal(502, 'Bad Gateway');

type Once = readonly [what: string, method: string, path: RegExp, answer: Fault['answer'], recovers: boolean];

/** Once at each call that publishing makes; whether what was to be published is there in the end. */
const ONCE: readonly Once[] = [
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

/** Of these the program itself is shown: one that is over, and one that it waits for. */
const BY_THE_PROGRAM = ['403 to a new comment', '429 with retry-after to a new comment'];

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
function plantOld(github: FakeGitHub, pullRequest: number): void {
  for (const run of [300, 400])
    github.plant(pullRequest, BOT, `<!-- pawl:gate head=${'1'.repeat(40)} run=${run} attempt=1 -->\nold`);
}

/** With a GitHub of its own, so that several may wait at once for what GitHub makes them wait for. */
async function withGitHub<T>(use: (github: FakeGitHub) => Promise<T>): Promise<T> {
  const github = await FakeGitHub.start();
  try {
    const used = await use(github);
    expect(github.complaints).toEqual([]);
    return used;
  } finally {
    await github.stop();
  }
}

/** Publishes a refusal without a process and without real waiting. @returns the notices. */
async function published(github: FakeGitHub): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-faults-'));
  const env = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const path of Object.values(env)) writeFileSync(path, '');
  const notices: string[] = [];
  const wasSilent = hurrySilence(github);
  const leftMs = () => (wasSilent() ? 0 : 20_000);
  // The toolkit reads it for itself.
  process.env.GITHUB_OUTPUT = env.GITHUB_OUTPUT;
  try {
    const result = failureResult(new UserError({ where: 'base', message: 'nobody has it', hint: null }));
    await publishResult(
      { inputs: inputs({ token: TOKEN, upload: false }), context: context(github.url), result },
      {
        ...{ env, temporary: folder, log: () => undefined },
        annotate: (level, message) => level === 'notice' && notices.push(message),
        patience: { sleep: async () => undefined, timeoutMs: 30_000, leftMs },
      },
    );
    const outputs = parseOutputs(readFileSync(env.GITHUB_OUTPUT, 'utf8'));
    expect(outputs).toMatchObject({ verdict: 'error', 'exit-code': '2' });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('pawl could not run');
    return notices;
  } finally {
    vi.restoreAllMocks();
    delete process.env.GITHUB_OUTPUT;
    rmSync(folder, { recursive: true });
  }
}

function noticesOf({ commands }: ActionEnd): readonly string[] {
  return commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : []));
}

/** Lets the call fail once, and sees what has come of it. */
async function onceFailing(
  [, method, path, answer, recovers]: Once,
  pullRequest: number,
  publish: (github: FakeGitHub) => Promise<readonly string[]>,
): Promise<void> {
  await withGitHub(async (github) => {
    if (['PATCH', 'DELETE'].includes(method)) plantOld(github, pullRequest);
    github.fail(method, path, answer);
    const said = await publish(github);
    expect(
      github.faults.map(({ times }) => times),
      'the call was made',
    ).toEqual([0]);
    expect(said).toHaveLength(recovers ? 0 : 1);
    const own = github.comments.filter(({ body }) => body.includes('run=500'));
    if (recovers) expect([own.length, github.checks.all.length]).toEqual([1, 1]);
  });
}

describe('a fault of GitHub leaves verdict and exit code as they are', () => {
  it.each(ONCE)('once: %s', (...once) => onceFailing(once, PULL_REQUEST, (github) => published(github)));

  it.concurrent.each(ONCE.filter(([what]) => BY_THE_PROGRAM.includes(what)))(
    'once, by the program: %s',
    (...once) =>
      onceFailing(once, 2, async (github) => {
        const { world } = stage();
        // What needs no trial is judged in no time: a head that nobody has.
        const ended = await world.run(github, { event: pullRequest(world, 'e'.repeat(40)) });
        expect([ended.exitCode, ended.outputs.verdict], ended.stdout + ended.stderr).toEqual([2, 'error']);
        return noticesOf(ended);
      }),
    LONG_MS,
  );

  it.each(ALWAYS)('whatever is asked: %s', (_what, answer) =>
    withGitHub(async (github) => {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT']) github.fail(method, /./, answer, 99);
      expect(await published(github)).toEqual([
        expect.stringMatching(/^The verdict stands, but .*comment \(.*check run \(/),
      ]);
    }),
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
      expect(noticesOf(ended)).toEqual([expect.stringMatching(/comment \(.*check run \(.*upload \(/)]);
      expect(ended.summary).toContain('opening-hours');
    },
    LONG_MS,
  );
});
