import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFiles } from '../../src/github/outputs.ts';
import { planRemote } from '../../src/github/plan.ts';
import { upload } from '../../src/github/uploads.ts';
import { contentsOf } from './downloads.ts';
import { RUNTIME_TOKEN } from './fake/artifacts.ts';
import { FakeGitHub } from './fake/github.ts';
import { context, gateResult, inputs } from './results.ts';

const FILES = [
  { name: 'report.json', text: '{"version":1}' },
  { name: 'trajectories/01-a.json', text: '{"ä":"€"}' },
];
const RUNNER = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'] as const;

let github: FakeGitHub;
let folder: string;

beforeEach(async () => {
  github = await FakeGitHub.start();
  folder = mkdtempSync(join(tmpdir(), 'pawl-upload-'));
  // GitHub's own client reads these for itself.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true); // it tells the job's log all it does
  process.env.ACTIONS_RUNTIME_TOKEN = RUNTIME_TOKEN;
  process.env.ACTIONS_RESULTS_URL = github.url;
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const name of RUNNER) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
  await github.stop();
  expect(github.complaints).toEqual([]);
});

async function keep() {
  const written = writeFiles(folder, FILES);
  return upload(
    { name: 'pawl-gate-attempt-1', folder: written.folder ?? '', files: FILES.map((file) => file.name) },
    20_000,
  );
}

describe('the upload', () => {
  it('keeps the report’s files under one name', async () => {
    expect(await keep()).toEqual([]);
    expect(github.artifacts.all.map(({ name }) => name)).toEqual(['pawl-gate-attempt-1']);
    expect(await contentsOf(github.artifacts.all[0]?.zip)).toEqual(
      Object.fromEntries(FILES.map(({ name, text }) => [name, text])),
    );
  });

  it('of a name that is taken is a reason, not an exception', async () => {
    expect(await keep()).toEqual([]);
    expect(await keep()).toEqual([expect.stringMatching(/an artifact with this name already exists/)]);
  });

  it('that hangs is given up', async () => {
    github.fail('POST', /CreateArtifact/, 'hang');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    github.onHang = () => vi.advanceTimersByTime(20_000);
    expect(await keep()).toEqual(['GitHub took too long']);
  });
});

describe('what is kept', () => {
  const wishes = {
    inputs: inputs({ check: false }),
    context: context('https://api.github.com'),
    comments: { kind: 'not_wanted' as const },
    folder: '/tmp/files',
    canUpload: true,
  };

  it('carries the attempt and the gate’s key in its name', () => {
    const second = { ...wishes, context: context('https://x', { run: { id: 500, attempt: 2 } }) };
    expect(planRemote(gateResult(), second)).toEqual([
      { kind: 'upload', upload: { name: 'pawl-gate-attempt-2', folder: '/tmp/files', files: ['report.json'] } },
    ]);
    const other = { ...wishes, inputs: inputs({ check: false, key: 'clerk' }) };
    expect(planRemote(gateResult(), other)).toMatchObject([{ upload: { name: 'pawl-clerk-attempt-1' } }]);
  });

  it('is nothing where nobody wants it or there is no report', () => {
    expect(planRemote(gateResult(), { ...wishes, inputs: inputs({ check: false, upload: false }) })).toEqual([]);
    expect(planRemote(gateResult({ files: [] }), wishes)).toEqual([]);
  });

  it('is said not to be kept on a server of one’s own and without a runner’s token', () => {
    const server = { ...wishes, context: context('https://x', { enterpriseServer: true }) };
    expect(planRemote(gateResult(), server)).toMatchObject([{ kind: 'withheld', what: 'upload' }]);
    expect(planRemote(gateResult(), { ...wishes, canUpload: false })).toEqual([
      { kind: 'withheld', what: 'upload', why: 'the runner gave no ACTIONS_RUNTIME_TOKEN' },
    ]);
  });
});
