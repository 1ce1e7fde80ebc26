import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src/trace/index.ts';
import { DeskProvider, DeskRepository } from './desk.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { runActionHere } from './here.ts';
import { pullRequestPayload } from './results.ts';

const CLOSED = 'You are a desk. We are closed.\n';
const OPEN = 'You are a desk. We are open every day.\n';

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

function act(event: { name: string; payload: Json }, inputs: Record<string, string> = {}, run = 500) {
  return runActionHere({
    workspace: desk.root,
    event,
    sha: desk.base,
    apiUrl: github.url,
    run: { id: run, attempt: 1 },
    inputs: { 'github-token': TOKEN, 'openai-base-url': provider.url, ...inputs },
    env: { OPENAI_API_KEY: 'sk-a-key-that-must-not-be-printed' },
  });
}

const pullRequest = (head: string, base = desk.base) => ({
  name: 'pull_request',
  payload: pullRequestPayload({ full_name: 'acme/desk' }, { base, head }),
});

describe('two agents in one repository', () => {
  /** The same desk twice: one at the root, one in a folder of its own. */
  function addClerk(): string {
    const settings = desk.read('pawl.yml').replace('name: desk', 'name: clerk\n  root: clerk');
    const files = Object.fromEntries(
      ['agent.mjs', 'prompt.md', 'corpus.jsonl'].map((name) => [`clerk/${name}`, desk.read(name)]),
    );
    const inFolder = settings.replaceAll(/(prompt\.md|corpus\.jsonl|agent\.mjs(?=\]))/g, 'clerk/$1');
    desk.git('checkout', '--quiet', '--detach', desk.base);
    return desk.commit({ ...files, 'clerk/pawl.yml': inFolder });
  }

  it('have a comment, a check run and an upload each, and each updates its own', async () => {
    const base = addClerk();
    const head = desk.commit({ 'clerk/prompt.md': CLOSED });
    const both = async (run: number) => [
      await act(pullRequest(head, base), {}, run),
      await act(pullRequest(head, base), { config: 'clerk/pawl.yml' }, run),
    ];
    const [first, second] = await both(500);
    expect(first?.outputs).toMatchObject({ verdict: 'not_affected' });
    expect(second?.outputs).toMatchObject({ verdict: 'block', 'blocked-slices': '["opening-hours"]' });
    const titles = () => github.comments.map(({ body }) => body.split('\n').slice(0, 2).join(' '));
    expect(titles()).toEqual([
      expect.stringMatching(/^<!-- pawl:gate head=.* NOT AFFECTED: /),
      expect.stringMatching(/^<!-- pawl:gate-clerk-pawl-yml head=.* BLOCK: /),
    ]);
    expect(github.checks.all.map(({ name }) => name)).toEqual(['pawl report', 'pawl report (gate-clerk-pawl-yml)']);
    expect(github.artifacts.all.map(({ name }) => name)).toEqual([
      'pawl-gate-attempt-1',
      'pawl-gate-clerk-pawl-yml-attempt-1',
    ]);
    await both(501);
    expect(titles()).toHaveLength(2);
  });
});

describe('the merge queue', () => {
  it.each([
    ['pass', `Hello. ${OPEN}`],
    ['block', CLOSED],
  ])(
    'pays nothing twice: the same agent under another commit is judged on the answers that made it %s',
    async (verdict, prompt) => {
      const store = { store: '.git/pawl-store' };
      const head = desk.head({ 'prompt.md': prompt });
      const first = await act(pullRequest(head), store);
      expect(first.outputs).toMatchObject({ verdict });
      const paid = provider.calls;
      expect(paid).toBeGreaterThan(0);
      // Main has moved on where the agent is not; the queue merges the pull request onto that.
      const tip = desk.head({ 'README.md': 'Main moved on.\n' });
      desk.git('merge', '--quiet', '--no-ff', '--no-edit', head);
      const queued = desk.git('rev-parse', 'HEAD');
      const head_ref = `refs/heads/gh-readonly-queue/main/pr-7-${queued}`;
      const payload = { merge_group: { base_sha: tip, head_sha: queued, head_ref } };
      const second = await act({ name: 'merge_group', payload }, store, 501);
      expect(second.outputs).toMatchObject({ verdict, 'provider-calls': '0' });
      expect(provider.calls).toBe(paid);
      expect(github.comments.map(({ issue }) => issue)).toEqual([7]);
    },
  );
});
