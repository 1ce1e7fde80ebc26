import type { Json } from '../../src/trace/index.ts';
import type { FakeGitHub } from './fake/github.ts';
import { realPayload, withValues } from './payloads.ts';
import type { Start, World } from './world.ts';

/** Draws the answers that all scenarios then find in the store: base's, and those of a head that asks the same. */
export async function drawAnswers(world: World, github: FakeGitHub): Promise<void> {
  await world.runHere(github, { event: pullRequest(world, world.refactored) });
}

/** An event, what pawl does about it, and what it says. `log` are parts of the job's log. */
export interface Scenario {
  readonly name: string;
  readonly start: (world: World) => Start;
  readonly exitCode: number;
  readonly verdict: string;
  readonly operations: readonly string[];
  readonly log?: readonly RegExp[];
  /** A part of the step summary. */
  readonly summary?: RegExp;
}

export const ON_PULL_REQUEST = ['create comment', 'create check run'];
const FORK = { full_name: 'stranger/desk' };

/** A real payload of this repository's own pull request. */
export function pullRequest(
  world: World,
  head: string,
  change: Readonly<Record<string, Json>> = {},
  action = 'opened',
) {
  const own = { full_name: 'acme/desk' };
  const shas = { 'pull_request.head.sha': head, 'pull_request.base.sha': world.base };
  const repositories = { 'pull_request.head.repo': own, 'pull_request.base.repo': own };
  const payload = withValues(realPayload('pull_request', action), { ...shas, ...repositories, ...change });
  return { name: 'pull_request', payload };
}

export const BLOCKED = { exitCode: 1, verdict: 'block' };
export const UNTOUCHED = { exitCode: 0, verdict: 'not_affected' };
export const WRONG = { exitCode: 2, verdict: 'error' };
/** Recordings alone do not cover it, and what was not judged is not green. */
export const UNCOVERED = { exitCode: 5, verdict: 'inconclusive' };

const PULL_REQUESTS: readonly Scenario[] = [
  ...['opened', 'synchronize'].map((action) => ({
    name: `pull_request ${action} that breaks every case`,
    start: (world: World) => ({ event: pullRequest(world, world.closed, {}, action) }),
    ...BLOCKED,
    operations: ON_PULL_REQUEST,
    log: [/::error title=pawl::BLOCK: /],
  })),
  ...['opened', 'synchronize', 'reopened', 'ready_for_review', 'converted_to_draft'].map((action) => ({
    name: `pull_request ${action} that has nothing to do with the agent`,
    start: (world: World) => ({ event: pullRequest(world, world.unrelated, {}, action) }),
    ...UNTOUCHED,
    operations: ON_PULL_REQUEST,
    log: [/::notice title=pawl::NOT AFFECTED: 1 file differs \(README\.md\)/],
  })),
  {
    name: 'a draft that breaks is a block already',
    start: (world) => ({ event: pullRequest(world, world.closed, { 'pull_request.draft': true }) }),
    ...BLOCKED,
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'a forced push, whose old head is gone, is judged by its new one',
    start: (world) => ({
      event: pullRequest(world, world.unrelated, { before: 'e'.repeat(40), after: world.unrelated }, 'synchronize'),
    }),
    ...UNTOUCHED,
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'the agent’s code changed and asks exactly the same',
    start: (world) => ({ event: pullRequest(world, world.refactored) }),
    exitCode: 0,
    verdict: 'pass',
    operations: ON_PULL_REQUEST,
    log: [/PASS: this change exercises none of the 8 cases: head did exactly as base/],
  },
  {
    name: 'a prompt was moved, and the agent reads it there',
    start: (world) => {
      const agent = world.desk.read('agent.mjs').replace("readFileSync('prompt.md'", "readFileSync('desk.md'");
      const prompt = 'You are a desk. We are open every day.\n';
      return {
        event: pullRequest(world, world.desk.head({ 'prompt.md': null, 'desk.md': prompt, 'agent.mjs': agent })),
      };
    },
    exitCode: 0,
    verdict: 'pass',
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'the checkout is the merge commit, and main moved on: the head alone is judged',
    start: (world) => {
      const { desk } = world;
      desk.git('checkout', '--quiet', '--detach', world.base);
      const tip = desk.commit({ 'prompt.md': 'You are a desk. We are closed, says main.\n' });
      desk.git('merge', '--quiet', '--no-edit', world.unrelated);
      const event = pullRequest(world, world.unrelated, { 'pull_request.base.sha': tip });
      return { event, sha: desk.git('rev-parse', 'HEAD') };
    },
    ...UNTOUCHED,
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'a shallow checkout is deepened until the merge base is there',
    start: (world) => {
      world.desk.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
      world.desk.git('branch', '--force', 'topic', world.unrelated);
      return { event: pullRequest(world, world.unrelated), workspace: world.clone('--depth=1', '--branch=topic') };
    },
    ...UNTOUCHED,
    operations: ON_PULL_REQUEST,
    log: [/the clone is shallow: fetched 50 commits of history/],
  },
  {
    name: 'a shallow checkout without access to its remote says what to do',
    start: (world) => {
      world.desk.git('branch', '--force', 'topic', world.unrelated);
      const workspace = world.clone('--depth=1', '--branch=topic');
      world.desk.git('-C', workspace, 'remote', 'set-url', 'origin', '/nowhere');
      return { event: pullRequest(world, world.unrelated), workspace };
    },
    ...WRONG,
    operations: ON_PULL_REQUEST,
    log: [/git fetch did not work/, /fetch-depth: 0 in actions\/checkout/],
  },
  {
    name: 'a head that shares no history with the target',
    start: (world) => {
      world.desk.git('checkout', '--quiet', '--orphan', `alien-${world.desk.git('rev-list', '--all', '--count')}`);
      return { event: pullRequest(world, world.desk.commit({ 'alien.txt': 'hello' })) };
    },
    ...WRONG,
    operations: ON_PULL_REQUEST,
    log: [/have no merge base/],
  },
  {
    name: 'a head that nobody has any more',
    start: (world) => ({ event: pullRequest(world, 'e'.repeat(40)) }),
    ...WRONG,
    operations: ON_PULL_REQUEST,
    log: [/received "e{40}"/],
  },
];

const OTHERS: readonly Scenario[] = [
  {
    name: 'a fork, covered by what is recorded, is judged without a provider or a comment',
    start: (world) => ({ event: pullRequest(world, world.refactored, { 'pull_request.head.repo': FORK }) }),
    exitCode: 0,
    verdict: 'pass',
    operations: [],
    log: [/could be published: comment \(the token of a fork’s pull request can only read\)/],
  },
  {
    name: 'a fork that recordings do not cover is no pass, and says how much was not judged',
    start: (world) => ({
      event: pullRequest(world, world.closed, { 'pull_request.head.repo': FORK }),
      inputs: { store: world.emptyStore() },
    }),
    ...UNCOVERED,
    operations: [],
    log: [/INCONCLUSIVE, not a pass: \d+ of \d+ cases are not covered/],
  },
  {
    name: 'a fork gets no live answers, whatever the workflow asks for',
    start: (world) => ({
      event: pullRequest(world, world.closed, { 'pull_request.head.repo': FORK }),
      inputs: { store: world.emptyStore(), answers: 'live' },
    }),
    ...UNCOVERED,
    operations: [],
  },
  {
    name: 'a fork that does not touch the agent',
    start: (world) => ({ event: pullRequest(world, world.unrelated, { 'pull_request.head.repo': FORK }) }),
    ...UNTOUCHED,
    operations: [],
  },
  {
    name: 'a deleted head repository is a fork',
    start: (world) => ({ event: pullRequest(world, world.unrelated, { 'pull_request.head.repo': null }) }),
    ...UNTOUCHED,
    operations: [],
    log: [/the token of a fork’s pull request can only read/],
  },
  {
    name: 'Dependabot has no key: recordings only, and the comment where its token may write one',
    start: (world) => ({
      event: pullRequest(world, world.refactored, { 'pull_request.user.login': 'dependabot[bot]' }),
      env: { GITHUB_ACTOR: 'dependabot[bot]', OPENAI_API_KEY: '' },
    }),
    exitCode: 0,
    verdict: 'pass',
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'Dependabot’s change that recordings do not cover is no pass',
    start: (world) => ({
      event: pullRequest(world, world.closed),
      env: { GITHUB_ACTOR: 'dependabot[bot]', OPENAI_API_KEY: '' },
      inputs: { store: world.emptyStore() },
    }),
    ...UNCOVERED,
    operations: ON_PULL_REQUEST,
  },
];

export const PULL_REQUEST_EVENTS: readonly Scenario[] = [...PULL_REQUESTS, ...OTHERS];
