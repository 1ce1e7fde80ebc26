import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGitHub } from './fake/github.ts';
import { MERGE, pullRequestPayload } from './results.ts';
import { runAction } from './runner.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/main.js');
/** The goal is 300 ms; a machine that is busy with other tests takes longer, and what is loaded in vain shows at once. */
const MAX_CPU_MS = 900;

/** Writes what was loaded, and the processor time until then, when the process ends. */
const SPY = `
import { registerHooks } from 'node:module';
import { writeFileSync } from 'node:fs';
const loaded = [];
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  // What Node itself has of fetch: any import of node:http would load it.
  const hasFetch = process.moduleLoadList.some((name) => name.includes('deps/undici'));
  writeFileSync(process.env.RUNNER_SPY_FILE, JSON.stringify({ loaded, hasFetch, cpuMs: (user + system) / 1000 }));
});
`;

let folder: string;
let github: FakeGitHub;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-start-'));
  github = await FakeGitHub.start();
  writeFileSync(join(folder, 'spy.mjs'), SPY);
});
afterEach(async () => {
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function started(mode: string, env: Readonly<Record<string, string>> = {}) {
  const spy = join(folder, 'seen.json');
  const ended = await runAction({
    main: MAIN,
    workspace: folder,
    event: { name: 'pull_request', payload: pullRequestPayload(undefined, { base: MERGE, head: MERGE }) },
    sha: MERGE,
    apiUrl: github.url,
    inputs: { mode, shard: '1' },
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(folder, 'spy.mjs')).href}`,
      RUNNER_SPY_FILE: spy,
      ...env,
    },
  });
  const { loaded, hasFetch, cpuMs }: { loaded: string[]; hasFetch: boolean; cpuMs: number } = JSON.parse(
    readFileSync(spy, 'utf8'),
  );
  return {
    ended,
    cpuMs,
    hasFetch,
    chunks: loaded.map(
      (url) =>
        url
          .split('/')
          .at(-1)
          ?.replace(/-[A-Z0-9]+\.js$/, '') ?? '',
    ),
  };
}

describe('the Action, when it starts', () => {
  it('as the job that decides, is quick and loads nothing of the artifact client before it is needed', async () => {
    const { ended, chunks, hasFetch, cpuMs } = await started('gate', { ACTIONS_RUNTIME_TOKEN: '' });
    expect(ended.exitCode, ended.stdout).toBe(2);
    expect(ended.stdout).toContain('the runner gave no ACTIONS_RUNTIME_TOKEN');
    expect(chunks).toContain('merge-action');
    expect(chunks).not.toContain('artifact');
    expect(chunks).not.toContain('gate-action');
    expect(hasFetch).toBe(false);
    expect(cpuMs).toBeLessThan(MAX_CPU_MS);
  });

  it('loads it where it asks for the uploads of the run', async () => {
    const { ended, chunks } = await started('gate');
    expect(ended.stdout).toContain('no job of this run has left a plan of round 1');
    expect(chunks).toContain('artifact');
  });

  it('as a job that replays, refuses a token before it has loaded either', async () => {
    const { ended, chunks } = await started('replay', { GITHUB_TOKEN: 'ghs_aTokenThatMayWrite' });
    expect(ended.stdout).toContain('GITHUB_TOKEN: a job that replays runs the change’s own code');
    expect(chunks).not.toContain('artifact');
  });
});
