import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishResult } from '../../src/github/index.ts';
import { RUNTIME_TOKEN } from './fake/artifacts.ts';
import { FakeGitHub, type Fault, refusal, TOKEN } from './fake/github.ts';
import { context, gateResult, HEAD, inputs } from './results.ts';
import { byQuickClock, hurrySilence } from './silence.ts';

const BOT = 'github-actions[bot]';
const RUNNER = ['GITHUB_OUTPUT', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'] as const;

/** Every call that publishing makes, each with what stands on the pull request so that it is made. */
const CALLS: readonly (readonly [string, method: string, path: RegExp, planted: number])[] = [
  ['listing the comments', 'GET', /\/issues\/7\/comments$/, 0],
  ['asking for the own name', 'GET', /^\/user$/, 0],
  ['creating the comment', 'POST', /\/issues\/7\/comments$/, 0],
  ['updating the comment', 'PATCH', /\/issues\/comments\//, 1],
  ['deleting a duplicate', 'DELETE', /\/issues\/comments\//, 2],
  ['creating the check run', 'POST', /\/check-runs$/, 0],
  ['adding annotations', 'PATCH', /\/check-runs\//, 0],
  ['creating the artifact', 'POST', /\/CreateArtifact$/, 0],
  ['sending its bytes', 'PUT', /^\/blob\//, 0],
  ['finishing the artifact', 'POST', /\/FinalizeArtifact$/, 0],
];

const FAULTS: readonly (readonly [string, Fault['answer']])[] = [
  ['403', refusal(403, 'Resource not accessible by integration')],
  ['404', refusal(404, 'Not Found')],
  ['409', refusal(409, 'Conflict')],
  ['422 too long', refusal(422, 'Body is too long (maximum is 65536 characters)')],
  ['429 with retry-after', refusal(429, 'Too many requests', { 'retry-after': '30' })],
  ['500', refusal(500, 'Server Error')],
  ['502', refusal(502, 'Bad Gateway')],
  ['a reset', 'reset'],
  ['a hang', 'hang'],
];

let github: FakeGitHub;
let folder: string;
const folders: string[] = [];

beforeEach(async () => {
  github = await FakeGitHub.start();
  folder = mkdtempSync(join(tmpdir(), 'pawl-faults-'));
  folders.push(folder);
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
  // GitHub's own clients read these for themselves, and the artifact's tells the job's log all it does.
  process.env.GITHUB_OUTPUT = join(folder, 'output');
  process.env.ACTIONS_RUNTIME_TOKEN = RUNTIME_TOKEN;
  process.env.ACTIONS_RESULTS_URL = github.url;
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

// Not earlier: an upload that was given up may still be reading.
afterAll(() => {
  vi.useRealTimers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of RUNNER) delete process.env[name];
  await github.stop();
});

/** Publishes a block with everything that there is to publish, or `alone` the upload; returns the annotations. */
async function publishBlock(alone: boolean): Promise<readonly string[]> {
  const said: string[] = [];
  const annotations = Array.from({ length: 60 }, (_, index) => ({
    path: 'prompt.md',
    start: index + 1,
    end: index + 1,
    level: 'warning' as const,
    title: 'a prompt changed here',
    message: 'refunds fell',
  }));
  const result = gateResult({ annotations: { annotations, left: 0 } });
  await publishResult(
    { inputs: inputs({ token: TOKEN, comment: !alone, check: !alone }), context: context(github.url), result },
    {
      env: { ...process.env, GITHUB_STEP_SUMMARY: join(folder, 'summary') },
      temporary: folder,
      annotate: (level, message) => said.push(`${level}: ${message}`),
      log: () => undefined,
      patience: { sleep: async () => undefined, timeoutMs: 60_000, leftMs: () => 60_000 },
    },
  );
  return said;
}

describe.each(CALLS)('a fault in %s', (_call, method, path, planted) => {
  it.each(FAULTS)('%s changes no verdict, stops nothing else and is said', async (_fault, answer) => {
    for (let index = 0; index < planted; index += 1)
      github.plant(7, BOT, `<!-- pawl:gate head=${HEAD} run=${400 + index} attempt=1 -->\nold`);
    github.fail(method, path, answer, 99);
    // GitHub's artifact client waits for seconds between its attempts, and a request that hangs until its time is over.
    const alone = /Artifact|blob/.test(path.source);
    hurrySilence(github);
    const said = alone ? await byQuickClock(github, () => publishBlock(true)) : await publishBlock(false);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toContain('block');
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('full report');
    expect(said[0]).toBe('error: refunds dropped from 95 % to 60 %');
    // An installation's token may not ask for its name; a comment that is gone is deleted, and written anew.
    const harmless =
      (answer === FAULTS[0]?.[1] && path.source.includes('user')) || (answer === FAULTS[1]?.[1] && planted > 0);
    expect(said.slice(1), said.join('\n')).toHaveLength(harmless ? 0 : 1);
    if (!harmless) expect(said[1]).toMatch(/^notice: The verdict stands, but not everything could be published: /);
  });
});
