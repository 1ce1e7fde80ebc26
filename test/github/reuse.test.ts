import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queuedAnswers } from '../../src/commands/queued-answers.ts';
import { readAnswers, readPlan, readShard, type ShardPlanning } from '../../src/gate/index.ts';
import { connect } from '../../src/github/index.ts';
import type { Json } from '../../src/trace/index.ts';
import { contentsOf } from './downloads.ts';
import { pullRequest } from './event-scenarios.ts';
import type { FakeArtifact } from './fake/artifacts.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { realPayload, withValues } from './payloads.ts';
import type { ActionEnd } from './runner.ts';
import { type Start, World } from './world.ts';

const LONG_MS = 120_000;
const WORKFLOW = 'agent-gate.yml';
const OWN = 'acme/desk';

let world: World;
let github: FakeGitHub;
let folder: string;
/** What the run of a pull request, whose two shards drew every answer, has left. */
let drawn: readonly FakeArtifact[];
let calls: number;

beforeAll(async () => {
  world = await World.open();
  folder = mkdtempSync(join(tmpdir(), 'pawl-reuse-'));
  github = await FakeGitHub.start();
  for (const inputs of [{ mode: 'plan', shards: '2' }, replay(1), replay(2)]) await succeeded({ inputs });
  drawn = github.artifacts.all.splice(0);
  calls = world.providerCalls;
  await github.stop();
}, LONG_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});
beforeEach(async () => {
  github = await FakeGitHub.start();
});
afterEach(async () => {
  await github.stop();
  expect(github.complaints).toEqual([]);
});

const replay = (shard: number) => ({ mode: 'replay', shard: String(shard), 'github-token': '' });

/** A job of the pull request, or of another event, on a machine that has none of the answers. */
async function succeeded({ inputs, ...start }: Partial<Start> & Pick<Start, 'inputs'>): Promise<ActionEnd> {
  const event = pullRequest(world, world.refactored);
  const ended = await world.runHere(github, { event, ...start, inputs: { store: world.emptyStore(), ...inputs } });
  expect(ended.exitCode, ended.stdout + ended.stderr).toBe(0);
  return ended;
}

async function textOf(name: string, all = github.artifacts.all): Promise<string> {
  const [text = ''] = Object.values(await contentsOf(all.find((one) => one.name === name)?.zip));
  return text;
}

const again = (shard: number) => succeeded({ inputs: replay(shard), run: { id: 500, attempt: 2 } });

describe('a shard that is run again', () => {
  it(
    'asks the model nothing that an earlier attempt was answered',
    async () => {
      github.artifacts.all.push(...drawn.map((one) => ({ ...one })));
      const ended = await again(1);
      expect(ended.stdout).toMatch(/attempt 2: \d+ answers of an earlier attempt are used again/);
      expect(world.providerCalls).toBe(calls);
      const shards = [1, 2].map((attempt) => textOf(`pawl-gate-round-1-shard-1-attempt-${attempt}`));
      const [first, second] = (await Promise.all(shards)).map(readShard);
      if (first?.kind !== 'read' || second?.kind !== 'read') throw new Error('they cannot be read');
      const keys = (upload: typeof first.upload) => upload.answers.map(({ key }) => key).sort();
      expect(keys(second.upload)).toEqual(keys(first.upload));
      expect(keys(first.upload).length).toBeGreaterThan(0);
      expect(second.upload.head.warnings).toEqual(first.upload.head.warnings);
    },
    LONG_MS,
  );

  it(
    'whose answers are gone, or not what was uploaded, is a new sample and says so',
    async () => {
      const left = drawn.filter(({ name }) => !name.includes('shard-2'));
      const broken = drawn.flatMap((one) =>
        left.includes(one) ? [] : [{ ...one, digest: `sha256:${'0'.repeat(64)}` }],
      );
      github.artifacts.all.push(...left.map((one) => ({ ...one })), ...broken);
      await again(2);
      expect(world.providerCalls).toBeGreaterThan(calls);
      const upload = readShard(await textOf('pawl-gate-round-1-shard-2-attempt-2'));
      expect(upload.kind === 'read' ? upload.upload.head.warnings : []).toContainEqual(
        'new sample, attempt 2: shard 2 of round 1 has no answers of an earlier attempt for 4 of 4 cases',
      );
    },
    LONG_MS,
  );
});

describe('the merge queue', () => {
  const MERGE_REF = { GITHUB_WORKFLOW_REF: `${OWN}/.github/workflows/${WORKFLOW}@refs/heads/main` };

  function mergeGroup(head: string) {
    const ref = `refs/heads/gh-readonly-queue/main/pr-41-${world.base}`;
    const values = { 'merge_group.base_sha': world.base, 'merge_group.head_sha': head, 'merge_group.head_ref': ref };
    return { name: 'merge_group', payload: withValues(realPayload('merge_group', 'checks_requested'), values) };
  }

  function stand(repository: string, uploads: readonly FakeArtifact[] | null = drawn): void {
    github.pulls.push({ number: 41, headSha: world.refactored, head: 'acme:tidy', headRepository: repository });
    const run = { id: 400, workflow: WORKFLOW, headSha: world.refactored, headRepository: repository };
    if (uploads !== null) github.runs.push({ ...run, uploads, firstId: 1001 });
  }

  it(
    'asks nothing again that the pull request’s own run was answered for the same agent',
    async () => {
      const before = world.providerCalls;
      stand(OWN);
      const agent = world.desk.git('show', `${world.refactored}:agent.mjs`);
      const queued = world.desk.head({ 'agent.mjs': `${agent}\n`, 'README.md': 'A desk beside others.\n' });
      const start = { event: mergeGroup(queued), env: MERGE_REF, run: { id: 501, attempt: 1 } };
      const planned = await succeeded({ ...start, inputs: { mode: 'plan', shards: '1' } });
      expect(planned.stdout).toMatch(/[1-9]\d* answers of pull request 41’s own run are used again/);
      await succeeded({ ...start, inputs: replay(1) });
      expect(world.providerCalls).toBe(before);
    },
    LONG_MS,
  );

  /** The plan of a queue's run that would take all of the pull request's answers, and what becomes of it. */
  async function taken(change: Readonly<Record<string, Json>> = {}, agent: string | null = null) {
    const plan = { ...readPlan(await textOf('pawl-gate-plan-round-1-attempt-1', [...drawn]), 'plan'), ...change };
    const upload = readShard(await textOf('pawl-gate-round-1-shard-1-attempt-1', [...drawn]));
    if (upload.kind === 'refused') throw new Error(upload.problems.join());
    const { agents } = upload.upload.head;
    const planning = { plan, agents: { ...agents, head: agent ?? agents.head } } as unknown as ShardPlanning;
    const said: string[] = [];
    const patience = { sleep: async () => undefined, timeoutMs: 60_000, leftMs: () => 60_000 };
    const address = { apiUrl: github.url, owner: 'acme', repo: 'desk' };
    const source = { pullRequest: 41, workflow: WORKFLOW, patience, connect: () => connect(TOKEN, address, patience) };
    const log = (line: string) => said.push(line);
    const kept = await queuedAnswers(source, planning, { key: 'gate', attempt: 1, temporary: folder, log });
    return { kept, said: said.join('\n') };
  }

  it('gets a file for each shard, with the answers of its cases', async () => {
    stand(OWN);
    const { kept, said } = await taken();
    expect(kept.map(({ name }) => name)).toEqual([1, 2].map((shard) => `pawl-gate-answers-shard-${shard}-attempt-1`));
    const cases = kept.map(({ text }) => new Set(readAnswers(text)?.map(({ caseId }) => caseId)));
    expect(cases.map(({ size }) => size)).toEqual([4, 4]);
    expect(said).toMatch(/^\d+ answers of pull request 41’s own run are used again$/);
  });

  const changed = (): readonly FakeArtifact[] => drawn.map((one) => ({ ...one, digest: `sha256:${'0'.repeat(64)}` }));

  it.each<[string, prepare: () => void, start: () => ReturnType<typeof taken>, why: RegExp]>([
    ['a fork, whose code could have written them', () => stand('stranger/desk'), taken, /is a fork’s/],
    [
      'another policy',
      () => stand(OWN),
      () => taken({ policyHash: 'e'.repeat(64) }),
      /it was judged by another policy/,
    ],
    ['another agent', () => stand(OWN), () => taken({}, 'e'.repeat(64)), /has left none for this agent/],
    ['a workflow that did not run', () => stand(OWN, null), taken, /has not run on the head/],
    ['uploads that are not what was uploaded', () => stand(OWN, changed()), taken, /the digests differ/],
    ['a token that may not read runs', () => forbidden(), taken, /GitHub answered 403/],
  ])('takes nothing of %s, says why and goes on', async (_, prepare, start, why) => {
    prepare();
    const { kept, said } = await start();
    expect(kept).toEqual([]);
    expect(said).toMatch(why);
    expect(said).toMatch(/^the pull request’s answers are not used again: /);
  });

  function forbidden(): void {
    stand(OWN);
    const body = { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com' };
    github.fail('GET', /\/actions\/workflows\//, { status: 403, body }, 9);
  }
});
