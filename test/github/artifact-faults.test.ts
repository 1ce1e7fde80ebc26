import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ActionDone, runForAction } from '../../src/commands/run-action.ts';
import { UserError } from '../../src/errors.ts';
import { finishStage, type StageOptions } from '../../src/github/index.ts';
import { pullRequest } from './event-scenarios.ts';
import { type FakeArtifact, RUNTIME_TOKEN } from './fake/artifacts.ts';
import { FakeGitHub, type Fault, refusal } from './fake/github.ts';
import { byQuickClock } from './silence.ts';
import { type Start, World } from './world.ts';

const LONG_MS = 120_000;
const RUNNER = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'] as const;
/** The artifact client waits for seconds between its attempts, and a request that hangs until its time is over. */
const PATIENCE_MS = 60_000;
/** That often a fault comes. */
const TIMES = 99;

/** Every call to the service that keeps uploads, and the job that makes it. */
const CALLS: readonly (readonly [string, mode: 'plan' | 'gate', method: string, path: RegExp])[] = [
  ['creating an upload', 'plan', 'POST', /\/CreateArtifact$/],
  ['sending its bytes', 'plan', 'PUT', /^\/blob\//],
  ['finishing it', 'plan', 'POST', /\/FinalizeArtifact$/],
  ['listing the uploads of the run', 'gate', 'POST', /\/ListArtifacts$/],
  ['asking where one lies', 'gate', 'POST', /\/GetSignedArtifactURL$/],
  ['fetching the plan', 'gate', 'GET', /^\/blob\/pawl-gate-plan/],
  ['fetching what a shard brought', 'gate', 'GET', /^\/blob\/pawl-gate-round-1-shard-1/],
];

const FAULTS: readonly (readonly [string, Fault['answer']])[] = [
  ['403', refusal(403, 'Forbidden')],
  ['404', refusal(404, 'Not Found')],
  ['409', refusal(409, 'Conflict')],
  ['429 with retry-after', refusal(429, 'Too many requests', { 'retry-after': '30' })],
  ['500', refusal(500, 'Server Error')],
  ['502', refusal(502, 'Bad Gateway')],
  ['a reset', 'reset'],
  ['a hang', 'hang'],
];

let world: World;
let github: FakeGitHub;
let temporary: string;
/** What the jobs before the last one have left: their verdict is a pass. */
let left: readonly FakeArtifact[];
/** What the job that plans is to upload: found out once. */
let planned: ActionDone | null = null;

beforeAll(async () => {
  world = await World.open();
  temporary = mkdtempSync(join(tmpdir(), 'pawl-artifact-faults-'));
  github = await FakeGitHub.start();
  for (const inputs of [
    { mode: 'plan', shards: '1' },
    { mode: 'replay', shard: '1', 'github-token': '' },
  ]) {
    const ended = await started('runHere', { inputs });
    expect(ended.exitCode, ended.stdout + ended.stderr).toBe(0);
  }
  left = github.artifacts.all.splice(0);
  await github.stop();
}, LONG_MS);

// Not earlier: what was given up may still be at work.
afterAll(async () => {
  vi.useRealTimers();
  rmSync(temporary, { recursive: true, force: true });
  await world.close();
});

beforeEach(async () => {
  github = await FakeGitHub.start();
  writeFileSync(join(temporary, 'output'), '');
  // GitHub's own client reads these for itself, and tells the job's log all it does.
  process.env.ACTIONS_RUNTIME_TOKEN = RUNTIME_TOKEN;
  process.env.ACTIONS_RESULTS_URL = github.url;
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of RUNNER) delete process.env[name];
  await github.stop();
});

function started(by: 'run' | 'runHere', { inputs }: Pick<Start, 'inputs'>) {
  return world[by](github, { event: pullRequest(world, world.refactored), inputs: { ...inputs, comment: 'false' } });
}

/** What becomes of the job, as the runner would hear it. */
async function outcome(mode: 'plan' | 'gate'): Promise<string> {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return byQuickClock(github, () => ended(mode));
}

async function ended(mode: 'plan' | 'gate'): Promise<string> {
  const runner = { ...process.env, GITHUB_OUTPUT: join(temporary, 'output') };
  const options: StageOptions = {
    ...{ repository: world.desk.root, base: world.base, head: world.refactored, configPath: null, store: null },
    ...{ trials: null, slices: null, reportContent: null, mode: 'live', providerUrls: {}, environment: {} },
    ...{ otherSecrets: [], log: () => undefined, key: 'gate', shards: 1, shard: null, round: 1, attempt: 1 },
    ...{ queued: null, runner, fetchTimeoutMs: PATIENCE_MS, temporary },
  };
  try {
    const done = (mode === 'plan' ? planned : null) ?? (await runForAction(mode, options, new Date()));
    if (done.kind === 'judged') return done.result.verdict;
    planned = done;
    const patience = { sleep: async () => undefined, timeoutMs: PATIENCE_MS, leftMs: () => PATIENCE_MS };
    await finishStage(done.stage, {
      env: runner,
      temporary,
      annotate: () => undefined,
      log: () => undefined,
      patience,
    });
    return 'kept';
  } catch (error) {
    if (error instanceof UserError) return 'error';
    throw error;
  }
}

/** What the job needs to be there. */
function arrange(mode: 'plan' | 'gate'): void {
  if (mode === 'gate') github.artifacts.all.push(...left.map((one) => ({ ...one })));
}

it.each([
  ['plan', 'kept'],
  ['gate', 'pass'],
] as const)(
  'without a fault the job with mode %s ends with %s',
  async (mode, end) => {
    arrange(mode);
    expect(await outcome(mode)).toBe(end);
  },
  LONG_MS,
);

describe.each(CALLS)('a fault in %s', (_, mode, method, path) => {
  it.each(FAULTS)('%s is an error, never a pass', async (_fault, answer) => {
    arrange(mode);
    github.fail(method, path, answer, TIMES);
    expect(await outcome(mode)).toBe('error');
    expect(github.faults[0]?.times).toBeLessThan(TIMES);
  });
});

/** A call of each of the jobs with another fault: the program as the runner starts it. */
it.each(
  CALLS.map((call, index) => [call[0], FAULTS[(index * 5 + 3) % FAULTS.length]?.[0] ?? '', call] as const).filter(
    (_, index) => index % 3 === 0,
  ),
)(
  'the program does the same: in %s %s',
  async (_, fault, [, mode, method, path]) => {
    arrange(mode);
    github.fail(method, path, FAULTS.find(([name]) => name === fault)?.[1] ?? 'hang', TIMES);
    const ended = await started('run', { inputs: { mode, shards: '1', 'publish-timeout': '1', check: 'false' } });
    expect(ended.outputs.verdict ?? 'error').toBe('error');
    expect([2, 4]).toContain(ended.exitCode);
    expect(ended.outputs.affected).toBeUndefined();
  },
  LONG_MS,
);
