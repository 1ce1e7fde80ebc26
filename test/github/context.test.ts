import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { chooseSides, readContext, readInputs } from '../../src/github/index.ts';
import type { Json } from '../../src/trace/index.ts';
import { BASE, environment, HEAD, MERGE, pullRequestPayload } from './results.ts';

function problemsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map((problem) => `${problem.where}: ${problem.message}`);
    throw error;
  }
  return [];
}

describe('the context of an event', () => {
  it('takes a pull request’s own head, not the merge commit in GITHUB_SHA', () => {
    const context = readContext(environment('pull_request'), pullRequestPayload());
    expect(context).toMatchObject({ owner: 'acme', repo: 'desk', baseSha: BASE, headSha: HEAD });
    expect(context.pullRequest).toEqual({ number: 7, origin: 'own' });
    expect(context.run).toEqual({ id: 500, attempt: 1 });
    expect(context.runUrl).toBe('https://github.com/acme/desk/actions/runs/500');
  });

  it('knows a fork by its repository, and a head whose repository is gone is one too', () => {
    const of = (headRepo: Json) => readContext(environment('pull_request'), pullRequestPayload(headRepo)).pullRequest;
    expect(of({ full_name: 'stranger/desk' })?.origin).toBe('fork');
    expect(of(null)?.origin).toBe('fork');
    expect(of({ full_name: 'acme/desk' })?.origin).toBe('own');
  });

  it('takes both sides of a merge group from the payload and its pull request from the ref', () => {
    const of = (ref: string) =>
      readContext(environment('merge_group'), { merge_group: { base_sha: BASE, head_sha: HEAD, head_ref: ref } });
    const queue = 'gh-readonly-queue';
    expect(of(`refs/heads/${queue}/main/pr-7-${HEAD}`)).toMatchObject({
      baseSha: BASE,
      headSha: HEAD,
      pullRequest: { number: 7, origin: 'own' },
    });
    expect(of(`${queue}/release/2/pr-12-${HEAD}`).pullRequest?.number).toBe(12);
    for (const ref of [`refs/heads/pr-7-${HEAD}`, `refs/heads/${queue}/main/pr-0-${HEAD}`, `${queue}/main/pr-7-x`])
      expect(of(ref).pullRequest, ref).toBeNull();
  });

  it('knows Dependabot, which gets no secrets, by author and by actor', () => {
    const payload = pullRequestPayload();
    const of = (actor: string) => readContext(environment('pull_request', { GITHUB_ACTOR: actor }), payload);
    expect(of('someone').pullRequest?.origin).toBe('own');
    expect(of('dependabot[bot]').pullRequest?.origin).toBe('dependabot');
  });

  it.each([
    ['https://github.com', false],
    ['https://acme.ghe.com', false],
    ['https://git.acme.example', true],
    ['https://github.com.example.org', true],
  ])('tells GitHub at %s from a server of one’s own', (server, enterpriseServer) => {
    const env = environment('pull_request', { GITHUB_SERVER_URL: server });
    expect(readContext(env, pullRequestPayload()).enterpriseServer).toBe(enterpriseServer);
  });

  it('takes before and after of a push, and no base from the first push of a branch', () => {
    expect(readContext(environment('push'), { before: BASE, after: HEAD })).toMatchObject({
      baseSha: BASE,
      headSha: HEAD,
    });
    expect(readContext(environment('push'), { before: '0'.repeat(40), after: HEAD }).baseSha).toBeNull();
  });

  it('takes the commit of a tag that is pushed', () => {
    const tagged = { ref: 'refs/tags/v1', before: '0'.repeat(40), after: 'e'.repeat(40), head_commit: { id: HEAD } };
    expect(readContext(environment('push'), tagged)).toMatchObject({ baseSha: null, headSha: HEAD });
  });

  it('has nothing to judge when the push deleted the branch', () => {
    const problems = problemsOf(() => readContext(environment('push'), { before: BASE, after: '0'.repeat(40) }));
    expect(problems).toEqual(['event.after: the branch was deleted, so there is nothing to judge']);
  });

  it.each(['schedule', 'workflow_dispatch'])('takes the head of %s from GITHUB_SHA and knows no base', (event) => {
    expect(readContext(environment(event), {})).toMatchObject({ baseSha: null, headSha: MERGE, pullRequest: null });
  });

  it('refuses pull_request_target and says why', () => {
    const problems = problemsOf(() => readContext(environment('pull_request_target'), pullRequestPayload()));
    expect(problems).toEqual([
      'on: pull_request_target: pawl does not run on pull_request_target: it runs the pull request’s code',
    ]);
  });

  it('reports everything that is wrong at once', () => {
    const env = environment('pull_request', {
      GITHUB_RUN_ID: 'x',
      GITHUB_REPOSITORY: undefined,
      GITHUB_API_URL: 'ftp://x',
    });
    const payload = { pull_request: { number: 0, head: { sha: 'HEAD' }, base: {} } };
    expect(problemsOf(() => readContext(env, payload))).toEqual([
      'GITHUB_REPOSITORY: expected owner/name; received nothing',
      'GITHUB_RUN_ID: expected a whole number above zero; received "x"',
      'GITHUB_API_URL: expected a http or https URL; received "ftp://x"',
      'event.pull_request.number: expected a whole number above zero; received 0',
      'event.pull_request.base.sha: expected a full sha; received nothing',
      'event.pull_request.head.sha: expected a full sha; received "HEAD"',
    ]);
  });

  it('names the events it knows when it is started by another', () => {
    const [problem] = problemsOf(() => readContext(environment('issues'), {}));
    expect(problem).toContain('pull_request, merge_group, push, workflow_dispatch, schedule; received "issues"');
  });
});

describe('the inputs', () => {
  const given = (inputs: Record<string, string>) => readInputs((name) => inputs[name] ?? '');

  it('are all optional, and then everything is left to the configuration', () => {
    expect(given({})).toEqual({
      mode: 'auto',
      answers: 'live',
      shard: null,
      shards: 'auto',
      round: 1,
      slices: null,
      config: null,
      base: null,
      head: null,
      store: null,
      trials: null,
      reportContent: null,
      comment: true,
      check: true,
      upload: true,
      key: 'gate',
      publishTimeoutMs: 120_000,
      fetchTimeoutMs: null,
      token: null,
      providerUrls: {},
      workingDirectory: null,
    });
  });

  it('take slices in every mode, since jobs that share the cases must be told the same', () => {
    expect(given({ slices: 'orders, refunds' }).slices).toEqual(['orders', 'refunds']);
    for (const mode of ['plan', 'gate']) expect(given({ mode, slices: 'orders' }).slices).toEqual(['orders']);
  });

  it('are read as they are written', () => {
    const inputs = given({
      trials: '5',
      'report-content': 'none',
      comment: 'false',
      'openai-base-url': 'http://127.0.0.1:9/v1',
    });
    expect(inputs).toMatchObject({ trials: 5, reportContent: 'none', comment: false });
    expect(inputs.providerUrls).toEqual({ openai: 'http://127.0.0.1:9/v1' });
  });

  it('give two agents of one repository a key each, unless one is chosen', () => {
    expect(given({ config: 'agents/Desk/pawl.yml' }).key).toBe('gate-agents-desk-pawl-yml');
    expect(given({ 'working-directory': 'agents/clerk' }).key).toBe('gate-agents-clerk');
    expect(given({ config: 'agents/desk/pawl.yml', key: 'desk' }).key).toBe('desk');
    expect(problemsOf(() => given({ key: 'a -->' }))).toEqual([
      'with: key: expected at most 60 lower-case letters, digits, ".", "_" and "-"; received "a -->"',
    ]);
  });

  it('are refused together when they make no sense', () => {
    const problems = problemsOf(() =>
      given({ trials: '0', 'report-content': 'all', comment: 'yes', 'anthropic-base-url': 'x' }),
    );
    expect(problems).toEqual([
      'with: trials: expected a whole number from 1 to 9999; received "0"',
      'with: anthropic-base-url: expected a http or https URL; received "x"',
      'with: report-content: expected one of none, excerpt, full; received "all"',
      'with: comment: expected one of true, false; received "yes"',
    ]);
  });

  it('win over the event, and a base that nobody names is the user’s to give', () => {
    const scheduled = readContext(environment('schedule'), {});
    expect(chooseSides(given({ base: 'origin/main' }), scheduled)).toEqual({ base: 'origin/main', head: MERGE });
    expect(problemsOf(() => chooseSides(given({}), scheduled))).toEqual([
      'with: base: the event schedule names no base to compare with',
    ]);
  });
});
