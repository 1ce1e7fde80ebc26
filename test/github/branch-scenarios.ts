import type { Json, JsonObject } from '../../src/trace/index.ts';
import {
  BLOCKED,
  ON_PULL_REQUEST,
  pullRequest,
  type Scenario,
  UNCOVERED,
  UNTOUCHED,
  WRONG,
} from './event-scenarios.ts';
import { realPayload, withValues } from './payloads.ts';
import type { World } from './world.ts';

const CHECK = ['create check run'];
const NO_COMMIT = '0'.repeat(40);

function mergeGroup(world: World, head: string, change: Readonly<Record<string, Json>> = {}) {
  const shas = { 'merge_group.base_sha': world.base, 'merge_group.head_sha': head };
  const payload = withValues(realPayload('merge_group', 'checks_requested'), { ...shas, ...change });
  return { name: 'merge_group', payload };
}

function push(change: Readonly<Record<string, Json>>) {
  return { name: 'push', payload: withValues(realPayload('push', null), change) };
}

const dispatched = { name: 'workflow_dispatch', payload: realPayload('workflow_dispatch', null) };
/** GitHub publishes no example of it; the payload has no more than this. */
const scheduled: { name: string; payload: JsonObject } = { name: 'schedule', payload: { schedule: '0 3 * * *' } };

export const BRANCH_EVENTS: readonly Scenario[] = [
  {
    name: 'a merge group that breaks comments on the pull request of its ref',
    start: (world) => ({ event: mergeGroup(world, world.closed) }),
    ...BLOCKED,
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'a merge group that does not touch the agent',
    start: (world) => ({ event: mergeGroup(world, world.unrelated) }),
    ...UNTOUCHED,
    operations: ON_PULL_REQUEST,
  },
  {
    name: 'a merge group whose ref names no pull request comments nowhere',
    start: (world) => ({
      event: mergeGroup(world, world.unrelated, { 'merge_group.head_ref': 'refs/heads/gh-readonly-queue/main/x' }),
    }),
    ...UNTOUCHED,
    operations: CHECK,
  },
  {
    name: 'a push from one commit to the next',
    start: (world) => ({ event: push({ before: world.base, after: world.closed, ref: 'refs/heads/master' }) }),
    ...BLOCKED,
    operations: CHECK,
  },
  {
    name: 'a forced push is compared from where both came',
    start: (world) => {
      const after = world.desk.head({ 'GUIDE.md': 'How to.\n' });
      return { event: push({ before: world.unrelated, after, ref: 'refs/heads/topic', forced: true }) };
    },
    ...UNTOUCHED,
    operations: CHECK,
    log: [/1 file differs \(GUIDE\.md\)/],
  },
  {
    name: 'the first push of a branch is compared with the default branch',
    start: (world) => {
      world.desk.git('branch', '--force', 'master', world.base);
      world.desk.git('branch', '--force', 'topic', world.unrelated);
      const workspace = world.clone('--no-single-branch');
      return { event: push({ before: NO_COMMIT, after: world.unrelated, ref: 'refs/heads/topic' }), workspace };
    },
    ...UNTOUCHED,
    operations: CHECK,
    log: [/1 file differs \(README\.md\)/],
  },
  {
    name: 'the first commit of a repository has nothing to be worse than',
    start: (world) => ({ event: push({ before: NO_COMMIT, after: world.base, ref: 'refs/heads/master' }) }),
    ...UNTOUCHED,
    operations: CHECK,
    log: [/No file differs between base and head/],
  },
  {
    name: 'a deleted branch',
    start: (world) => ({ event: push({ before: world.base, after: NO_COMMIT, ref: 'refs/heads/topic' }) }),
    ...WRONG,
    operations: [],
    log: [/the branch was deleted, so there is nothing to judge/],
  },
  {
    name: 'workflow_dispatch with two refs',
    start: (world) => ({ event: dispatched, inputs: { base: world.base, head: world.closed }, sha: world.unrelated }),
    ...BLOCKED,
    operations: CHECK,
  },
  {
    name: 'workflow_dispatch that names no base',
    start: (world) => ({ event: dispatched, sha: world.closed }),
    ...WRONG,
    operations: CHECK,
    log: [/with: base: the event workflow_dispatch names no base to compare with/],
  },
  {
    name: 'workflow_dispatch of one slice says that the others were not judged',
    start: (world) => ({
      event: dispatched,
      inputs: { base: world.base, head: world.closed, slices: ' opening-hours,, ', trials: '3' },
      sha: world.unrelated,
    }),
    ...BLOCKED,
    operations: CHECK,
    summary: /only the 8 cases of opening-hours were replayed, as asked/,
  },
  {
    name: 'workflow_dispatch of a slice that there is not',
    start: (world) => ({ event: dispatched, inputs: { base: world.base, head: world.closed, slices: 'refunds' } }),
    ...WRONG,
    operations: CHECK,
    log: [/no case of base's corpus is in slice "refunds"/, /the slices are opening-hours/],
  },
  {
    name: 'workflow_dispatch on recordings alone asks no model',
    start: (world) => ({
      event: dispatched,
      inputs: { base: world.base, head: world.closed, answers: 'recorded', store: world.emptyStore() },
    }),
    ...UNCOVERED,
    operations: CHECK,
  },
  {
    name: 'workflow_dispatch with a word that is no kind of answers',
    start: (world) => ({ event: dispatched, inputs: { base: world.base, answers: 'yes' } }),
    ...WRONG,
    operations: [],
    log: [/with: answers: expected one of live, recorded; received "yes"/],
  },
  {
    name: 'schedule with a base',
    start: (world) => ({ event: scheduled, inputs: { base: world.base }, sha: world.unrelated }),
    ...UNTOUCHED,
    operations: CHECK,
  },
  {
    name: 'schedule that names no base',
    start: (world) => ({ event: scheduled, sha: world.closed }),
    ...WRONG,
    operations: CHECK,
  },
  {
    name: 'pull_request_target is refused before anything is read',
    start: (world) => ({ event: { ...pullRequest(world, world.closed), name: 'pull_request_target' } }),
    ...WRONG,
    operations: [],
    log: [/Use on: pull_request\./],
  },
  {
    name: 'an event that is no gate’s',
    start: (world) => ({ event: { ...pullRequest(world, world.closed), name: 'issues' } }),
    ...WRONG,
    operations: [],
    log: [/received "issues"/],
  },
];
