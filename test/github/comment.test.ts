import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/github/client.ts';
import { readComments } from '../../src/github/comments.ts';
import { planRemote } from '../../src/github/plan.ts';
import { publish } from '../../src/github/publish.ts';
import { FakeGitHub, refusal, TOKEN } from './fake/github.ts';
import { context, gateResult, HEAD, inputs } from './results.ts';
import { hurrySilence } from './silence.ts';

const BOT = 'github-actions[bot]';
let github: FakeGitHub;
let waits: number[];
let timeoutMs: number;
let logged: string[];
let leftMs: number;

beforeEach(async () => {
  github = await FakeGitHub.start();
  waits = [];
  logged = [];
  timeoutMs = 60_000;
  leftMs = 120_000;
});

afterEach(async () => {
  vi.restoreAllMocks();
  await github.stop();
  expect(github.violations).toEqual([]);
});

/** Looks at the comments, plans, and carries the plan out. */
async function comment(result = gateResult(), change: Parameters<typeof context>[1] = {}) {
  const here = context(github.url, change);
  const sleep = async (durationMs: number) => {
    waits.push(durationMs);
  };
  const connection = await connect(TOKEN, here, { sleep, timeoutMs, leftMs: () => leftMs });
  const comments = await readComments(connection, 7);
  const wishes = {
    inputs: inputs({ check: false, upload: false }),
    context: here,
    comments,
    folder: null,
    canUpload: false,
  };
  return publish(planRemote(result, wishes), {
    env: {},
    github: connection,
    annotate: () => undefined,
    log: (line) => logged.push(line),
    leftMs: () => leftMs,
  });
}

const marker = (run: number, attempt = 1, head = HEAD) =>
  `<!-- pawl:gate head=${head} run=${run} attempt=${attempt} -->`;
const LINK = '\n\n[Full report, and this run](https://github.com/acme/desk/actions/runs/500)';
const bodies = () => github.comments.map((one) => one.body);

describe('the sticky comment', () => {
  it('is created on the first run, under a hidden marker with head and run', async () => {
    expect(await comment()).toEqual({ published: ['comment'], failed: [] });
    expect(bodies()).toEqual([`${marker(500)}\n## Blocked\n\nfull report${LINK}`]);
  });

  it('is updated on the second run', async () => {
    await comment();
    const [first] = github.comments;
    await comment(gateResult({ markdown: { full: 'now it passes', short: 's', minimal: 'm' } }), {
      run: { id: 501, attempt: 1 },
      headSha: 'd'.repeat(40),
    });
    expect(github.comments).toEqual([{ ...first, body: `${marker(501, 1, 'd'.repeat(40))}\nnow it passes${LINK}` }]);
  });

  it('is not written when head and text are the same', async () => {
    await comment();
    github.requests.length = 0;
    await comment(gateResult(), { run: { id: 500, attempt: 2 } });
    expect(github.writes()).toEqual([]);
  });

  it('is not written when another run of the same head says the same', async () => {
    await comment();
    github.requests.length = 0;
    await comment(gateResult(), {
      run: { id: 501, attempt: 1 },
      runUrl: 'https://github.com/acme/desk/actions/runs/501',
    });
    expect(github.writes()).toEqual([]);
  });

  it('is written for a new head even when the text is the same', async () => {
    await comment();
    await comment(gateResult(), { run: { id: 501, attempt: 1 }, headSha: 'd'.repeat(40) });
    expect(bodies()[0]).toContain(marker(501, 1, 'd'.repeat(40)));
  });

  it.each([
    [501, 1],
    [500, 2],
  ])('of a newer run (%i, attempt %i) is never overwritten', async (run, attempt) => {
    github.plant(7, BOT, `${marker(run, attempt, 'd'.repeat(40))}\nnewer`);
    expect(await comment()).toEqual({ published: ['comment'], failed: [] });
    expect(github.writes()).toEqual([]);
    expect(logged).toEqual([`the comment stays as it is: run ${run}, attempt ${attempt} is newer and has written it`]);
  });

  it('of somebody else with a forged marker is left alone', async () => {
    github.plant(7, 'mallory', `${marker(499)}\nall is well`);
    github.plant(7, 'github-actions', `${marker(999)}\nall is well`);
    await comment();
    expect(bodies()).toHaveLength(3);
    expect(bodies()[0]).toBe(`${marker(499)}\nall is well`);
    expect(github.writes().map((request) => request.method)).toEqual(['POST']);
  });

  it('is not mistaken for another comment of the same account that quotes the marker or has another key', async () => {
    github.plant(7, BOT, `A quotation:\n${marker(400)}\n`);
    github.plant(7, BOT, `> ${marker(400)}\n`);
    github.plant(7, BOT, `${marker(400).replace('pawl:gate', 'pawl:other')}\nanother agent’s`);
    await comment();
    expect(github.writes().map((request) => request.method)).toEqual(['POST']);
  });

  it('counts as the oldest when its marker was tampered with', async () => {
    const tampered = github.plant(7, BOT, '<!-- pawl:gate head=main run=99999999999999999999 attempt=-1 -->\nfrozen');
    await comment();
    expect(github.comments).toMatchObject([{ id: tampered, body: `${marker(500)}\n## Blocked\n\nfull report${LINK}` }]);
  });

  it('is one: the newest is updated and duplicates are deleted', async () => {
    github.plant(7, BOT, `${marker(300)}\nold`);
    const newest = github.plant(7, BOT, `${marker(400)}\nnewest`);
    github.plant(7, BOT, `${marker(200)}\nolder, but created last`);
    github.plant(8, BOT, `${marker(100)}\nof another pull request`);
    await comment();
    expect(github.comments.map((one) => [one.issue, one.id === newest])).toEqual([
      [7, true],
      [8, false],
    ]);
  });

  it('is found on the second page', async () => {
    for (let index = 0; index < 130; index += 1) github.plant(7, 'someone', `comment ${index}`);
    const ours = github.plant(7, BOT, `${marker(400)}\nold`);
    await comment();
    expect(github.requests.filter((request) => request.path.endsWith('/issues/7/comments'))).toHaveLength(2);
    expect(github.writes()).toMatchObject([{ method: 'PATCH', path: `/repos/acme/desk/issues/comments/${ours}` }]);
  });

  it('is created anew when it vanished before the update', async () => {
    github.plant(7, BOT, `${marker(400)}\nold`);
    github.fail('PATCH', /comments/, refusal(404, 'Not Found'));
    expect((await comment()).failed).toEqual([]);
    expect(github.writes().map((request) => `${request.method} ${request.status}`)).toEqual(['PATCH 404', 'POST 201']);
  });

  it('goes by the name of a person’s token', async () => {
    github.owner = { kind: 'user', login: 'release-manager' };
    const ours = github.plant(7, 'release-manager', `${marker(400)}\nold`);
    github.plant(7, BOT, `${marker(450)}\nnot this token’s`);
    await comment();
    expect(github.writes()).toMatchObject([{ method: 'PATCH', path: `/repos/acme/desk/issues/comments/${ours}` }]);
  });

  it('of an app whose name only the answer reveals replaces the app’s older ones', async () => {
    github.owner = { kind: 'installation', login: 'acme-gate[bot]' };
    await comment();
    await comment(gateResult(), { run: { id: 501, attempt: 1 }, headSha: 'd'.repeat(40) });
    expect(github.comments).toMatchObject([{ author: 'acme-gate[bot]', body: expect.stringContaining('run=501') }]);
  });
});

describe('a comment that GitHub does not take', () => {
  it('is shortened beforehand when it is over the limit, and says so', async () => {
    const markdown = { full: 'f'.repeat(65_536), short: 'the short one', minimal: 'm' };
    await comment(gateResult({ markdown }));
    expect(bodies()).toEqual([
      `${marker(500)}\nthe short one\n\n_Shortened: the report has 65,536 characters, a comment has room for 65,377. ` +
        'The whole report is in [the summary of this run](https://github.com/acme/desk/actions/runs/500)._' +
        LINK,
    ]);
  });

  it('is shortened when GitHub finds it too long all the same', async () => {
    github.fail('POST', /comments/, refusal(422, 'Body is too long (maximum is 65536 characters)'));
    await comment();
    expect(bodies()[0]).toMatch(/short report\n\n_Shortened/);
  });

  it('is not pressed on GitHub when it is invalid for another reason', async () => {
    github.fail('POST', /comments/, refusal(422, 'Issue is locked'), 9);
    const { failed } = await comment();
    expect(failed).toEqual([{ what: 'comment', why: expect.stringContaining('GitHub answered 422: Issue is locked') }]);
    expect(github.writes()).toHaveLength(1);
  });

  it('for want of permission is tried once and given back as a reason', async () => {
    github.readOnly = true;
    const { published, failed } = await comment();
    expect(published).toEqual([]);
    expect(failed).toEqual([
      { what: 'comment', why: expect.stringContaining('GitHub answered 403: Resource not accessible by integration') },
    ]);
    expect(github.writes()).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('waits as long as retry-after says and tries again', async () => {
    github.fail('POST', /comments/, refusal(429, 'You have exceeded a secondary rate limit', { 'retry-after': '17' }));
    github.fail('POST', /comments/, refusal(403, 'You have exceeded a secondary rate limit', { 'retry-after': '5' }));
    expect((await comment()).failed).toEqual([]);
    expect(waits).toEqual([17_000, 5_000]);
    expect(bodies()).toHaveLength(1);
  });

  it('does not press a GitHub that wants more patience than a job has', async () => {
    github.fail('POST', /comments/, refusal(429, 'Too many requests', { 'retry-after': '3600' }), 9);
    expect((await comment()).failed).toHaveLength(1);
    expect(github.writes()).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('waits a minute at a rate limit that names no time', async () => {
    github.fail('GET', /comments/, refusal(403, 'You have exceeded a secondary rate limit. Please wait.'));
    expect((await comment()).failed).toEqual([]);
    expect(waits).toEqual([60_000]);
  });

  it.each([
    ['500', refusal(500, 'Server Error')],
    ['502', refusal(502, 'Bad Gateway')],
    ['a reset', 'reset' as const],
    ['a hang', 'hang' as const],
  ])('survives %s and backs off', async (_name, answer) => {
    if (answer === 'hang') hurrySilence(github);
    github.fail('GET', /comments/, answer, 2);
    github.fail('POST', /comments/, answer, 1);
    expect((await comment()).failed).toEqual([]);
    expect(waits).toEqual([1000, 2000, 1000]);
  });

  it('keeps to the time that is left, whatever fraction of it that is', async () => {
    leftMs = 1999.5;
    expect((await comment()).failed).toEqual([]);
  });

  it('is given up at once when there is no time left to wait', async () => {
    leftMs = 900;
    github.fail('POST', /comments/, refusal(500, 'Server Error'), 99);
    expect((await comment()).failed).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('is given up after four attempts', async () => {
    github.fail('POST', /comments/, refusal(500, 'Server Error'), 99);
    const { failed } = await comment();
    expect(failed).toEqual([{ what: 'comment', why: expect.stringContaining('GitHub answered 500: Server Error') }]);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('is not created blindly when the existing ones cannot be read', async () => {
    github.fail('GET', /comments/, refusal(404, 'Not Found'), 9);
    const { failed } = await comment();
    expect(failed).toEqual([{ what: 'comment', why: expect.stringContaining('GitHub answered 404') }]);
    expect(github.writes()).toEqual([]);
  });

  it('does not create a second one when asking for the own name fails for another reason than permission', async () => {
    github.plant(7, BOT, `${marker(400)}\nold`);
    github.fail('GET', /^\/user$/, refusal(401, 'Bad credentials'), 9);
    expect((await comment()).failed).toHaveLength(1);
    expect(github.writes()).toEqual([]);
  });

  it('stands even when a duplicate cannot be deleted, and that is said', async () => {
    github.plant(7, BOT, `${marker(300)}\nold`);
    const gone = github.plant(7, BOT, `${marker(200)}\nolder`);
    github.plant(7, BOT, `${marker(400)}\nnewest`);
    github.fail('DELETE', new RegExp(`${gone}$`), refusal(404, 'Not Found'));
    github.fail('DELETE', /./, refusal(403, 'Forbidden'));
    const { failed } = await comment();
    expect(failed).toEqual([{ what: 'comment', why: expect.stringMatching(/^older comment 1001 not deleted: .*403/) }]);
    expect(bodies().some((body) => body.startsWith(marker(500)))).toBe(true);
  });
});
