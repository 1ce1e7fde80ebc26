import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/trace/index.ts';
import { DeskProvider, DeskRepository } from './desk.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { runActionHere } from './here.ts';
import { MERGE, pullRequestPayload } from './results.ts';
import { type ActionEnd, type ActionStart, runAction } from './runner.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/main.js');
const KEY = 'sk-a-key-that-must-not-be-printed';
const CLOSED = { 'prompt.md': 'You are a desk. We are closed.\n' };
const UNRELATED = { 'README.md': 'A better desk.\n' };

let github: FakeGitHub;
let provider: DeskProvider;
let desk: DeskRepository;

beforeEach(async () => {
  github = await FakeGitHub.start();
  provider = await DeskProvider.start();
  desk = new DeskRepository();
});

afterEach(async () => {
  await github.stop();
  await provider.stop();
  desk.remove();
  expect(github.complaints).toEqual([]);
});

const act = (...given: Parameters<typeof started>) => runAction({ main: MAIN, ...started(...given) });
/** The same by this process: what the others have shown of the program needs no more processes. */
const actHere = (...given: Parameters<typeof started>) => runActionHere(started(...given));

function started(head: string, change: Partial<ActionStart> = {}, headRepo?: Json): Omit<ActionStart, 'main'> {
  const payload = pullRequestPayload(headRepo, { base: desk.base, head });
  return {
    workspace: desk.root,
    event: { name: 'pull_request', payload },
    sha: MERGE,
    apiUrl: github.url,
    inputs: { 'github-token': TOKEN, comment: 'true', 'openai-base-url': provider.url },
    ...change,
    env: { OPENAI_API_KEY: KEY, ...change.env },
  };
}

function noticesOf(ended: ActionEnd): string[] {
  return ended.commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : []));
}

describe('the Action, started as the runner starts it', () => {
  it('blocks a regression: exit code 1, comment, summary, outputs and an annotation that name the slice', async () => {
    const head = desk.head(CLOSED);
    const ended = await act(head);
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(1);
    expect(ended.outputs).toMatchObject({ verdict: 'block', 'exit-code': '1', 'blocked-slices': '["opening-hours"]' });
    expect(Number(ended.outputs['provider-calls'])).toBe(provider.calls);
    expect(ended.summary).toContain('opening-hours');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('opening-hours');
    expect(ended.commands.find((command) => command.name === 'error')?.message).toContain('opening-hours');
    const { calls } = provider;
    const again = await act(head, { run: { id: 500, attempt: 2 } });
    expect(again.exitCode, again.stdout + again.stderr).toBe(1);
    expect(provider.calls, 'a rerun draws no new luck').toBe(calls);
    expect(again.summary).not.toContain('new sample');
    rmSync(join(desk.root, '.pawl/store'), { recursive: true });
    const without = await act(head, { run: { id: 500, attempt: 3 } });
    expect(without.summary).toMatch(/new sample, attempt 3: (\d+) of \1 answers to head were drawn anew/);
  });

  it('passes a change that has nothing to do with the agent: exit code 0, no model call, and says so', async () => {
    const ended = await act(desk.head(UNRELATED));
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(0);
    expect(ended.outputs).toMatchObject({ verdict: 'not_affected', 'provider-calls': '0' });
    expect(provider.calls).toBe(0);
    expect(github.comments).toHaveLength(1);
  });

  it('posts one comment and updates it on the next run', async () => {
    await actHere(desk.head(UNRELATED), { run: { id: 500, attempt: 1 } });
    const first = github.comments[0];
    await actHere(desk.head(CLOSED), { run: { id: 501, attempt: 1 } });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.id).toBe(first?.id);
    expect(github.comments[0]?.body).toContain('opening-hours');
  });

  it('keeps the verdict under a token that can only read and reports in the summary alone, with one notice', async () => {
    github.readOnly = true;
    const ended = await actHere(desk.head(CLOSED));
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(1);
    expect(ended.summary).toContain('opening-hours');
    expect(noticesOf(ended)).toEqual([expect.stringMatching(/^The verdict stands.*403.*step summary/)]);
    expect(github.comments).toEqual([]);
  });

  it('asks no provider for a fork, never passes what it could not replay, and does not try to comment', async () => {
    const ended = await actHere(desk.head(CLOSED), {}, { full_name: 'stranger/desk' });
    expect(ended.exitCode, ended.stdout + ended.stderr).not.toBe(0);
    expect(ended.exitCode).not.toBe(3);
    expect(provider.calls).toBe(0);
    expect(ended.summary).not.toBe('');
    expect(noticesOf(ended)).toEqual([expect.stringMatching(/^The verdict stands.*fork.*step summary/)]);
    expect(github.requests.filter(({ path }) => path.startsWith('/repos/'))).toEqual([]);
  });

  it('judges a merge group by its own shas and comments on the pull request that its ref names', async () => {
    const head = desk.head(CLOSED);
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-12-${head}`;
    const payload = { merge_group: { base_sha: desk.base, head_sha: head, head_ref } };
    const ended = await actHere('', { event: { name: 'merge_group', payload } });
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(1);
    expect(github.comments.map(({ issue }) => issue)).toEqual([12]);
    expect(github.checks.all.map(({ headSha }) => headSha)).toEqual([head]);
  });

  it('keeps the verdict when the disk is full for the summary', async () => {
    const ended = await act(desk.head(CLOSED), { env: { GITHUB_STEP_SUMMARY: '/dev/full' } });
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toContain('ENOSPC');
    expect(ended.stdout).toContain('opening-hours');
  });

  it('masks keys and tokens before it prints anything, and prints them nowhere else', async () => {
    const ended = await act(desk.head(UNRELATED));
    const lines = ended.stdout.split('\n');
    const lastMask = lines.findLastIndex((line) => line.startsWith('::add-mask::'));
    expect(lines.slice(0, lastMask + 1).every((line) => line.startsWith('::add-mask::'))).toBe(true);
    expect(ended.commands.filter((command) => command.name === 'add-mask').map((mask) => mask.message)).toEqual(
      expect.arrayContaining([KEY, TOKEN, Buffer.from(KEY).toString('base64')]),
    );
    const rest = lines.slice(lastMask + 1).join('\n') + ended.stderr + ended.summary + github.comments[0]?.body;
    expect(rest).not.toContain(KEY);
    expect(rest).not.toContain(TOKEN);
  });
});

describe('the Action that cannot run', () => {
  it('refuses pull_request_target, exits 2 and asks GitHub nothing', async () => {
    const ended = await act(desk.head(CLOSED), {
      event: { name: 'pull_request_target', payload: pullRequestPayload() },
    });
    expect(ended.exitCode).toBe(2);
    expect(ended.outputs).toMatchObject({ verdict: 'error', 'exit-code': '2' });
    expect(ended.stdout).toContain('pawl does not run on pull_request_target');
    expect(ended.summary).toContain('pawl does not run on pull_request_target');
    expect(github.requests).toEqual([]);
  });

  it('shows every wrong input as an error of its own and no stack', async () => {
    const inputs = { trials: 'many', 'report-content': '%0A::warning::x', 'github-token': TOKEN };
    const ended = await actHere(desk.head(CLOSED), { inputs });
    expect(ended.exitCode).toBe(2);
    const errors = ended.commands.filter((command) => command.name === 'error').map((error) => error.message);
    expect(errors).toEqual([
      'with: trials: expected a whole number from 1 to 9999; received "many"',
      'with: report-content: expected one of none, excerpt, full; received "%0A::warning::x"',
      'pawl could not run: 2 problems to mend',
    ]);
    expect(ended.commands.some((command) => command.name === 'warning')).toBe(false);
    expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at /m);
  });

  it('names the line of a malformed configuration, in the comment too', async () => {
    desk.remove();
    desk = new DeskRepository({ 'pawl.yml': 'version: 1\nagent: {name: desk, command: x}\npromts: []\n' });
    const ended = await actHere(desk.head(CLOSED));
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(2);
    expect(ended.stdout).toContain('pawl.yml:3');
    expect(github.comments[0]?.body).toContain('pawl.yml:3');
  });

  it('exits 2 for a base that is not in the repository', async () => {
    const head = desk.head(CLOSED);
    const payload = pullRequestPayload({ full_name: 'acme/desk' }, { base: 'e'.repeat(40), head });
    const ended = await actHere(head, { event: { name: 'pull_request', payload } });
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(2);
    expect(ended.stdout).toContain('e'.repeat(40));
  });

  it('exits 2 for an event file that is no JSON or not there', async () => {
    const missing = await actHere(desk.head(CLOSED), { env: { GITHUB_EVENT_PATH: join(desk.root, 'nothing.json') } });
    expect(missing.exitCode).toBe(2);
    const noJson = await actHere(desk.head(CLOSED), { env: { GITHUB_EVENT_PATH: join(desk.root, 'README.md') } });
    expect(noJson.exitCode).toBe(2);
    expect(noJson.stdout).toContain('expected JSON; received A desk.');
  });
});
