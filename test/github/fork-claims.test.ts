import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishForkReport } from '../../src/commands/publish-fork.ts';
import { readEndedRun } from '../../src/github/index.ts';
import { buildReport, renderJson } from '../../src/report/index.ts';
import type { Json } from '../../src/trace/index.ts';
import { zipArchive } from '../commands/zip-archive.ts';
import { HOSTILE, outsideFences, plant } from '../report/hostile.ts';
import { SCENARIOS } from '../report/scenarios.ts';
import { FakeGitHub, TOKEN } from './fake/github.ts';
import { realPayload, withValues } from './payloads.ts';
import { environment, HEAD, inputs } from './results.ts';

const FORK = { full_name: 'stranger/desk', owner: { login: 'stranger' } };
const UPLOAD = 'pawl-gate-attempt-1';

let github: FakeGitHub;
let temporary: string;

beforeEach(async () => {
  github = await FakeGitHub.start();
  temporary = mkdtempSync(join(tmpdir(), 'pawl-claims-'));
  github.pulls.push({ number: 41, headSha: HEAD, head: 'stranger:tidy', headRepository: FORK.full_name });
});

afterEach(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await github.stop();
  expect(github.complaints).toEqual([]);
});

function endedRun(change: Readonly<Record<string, Json>> = {}) {
  const payload = withValues(realPayload('workflow_run', 'completed'), {
    'workflow_run.id': 500,
    'workflow_run.run_attempt': 1,
    'workflow_run.event': 'pull_request',
    'workflow_run.head_sha': HEAD,
    'workflow_run.head_branch': 'tidy',
    'workflow_run.conclusion': 'success',
    'workflow_run.head_repository': FORK,
    ...change,
  });
  return readEndedRun(environment('workflow_run', { GITHUB_API_URL: github.url }), payload);
}

/** Publishes and gives the notices. */
async function publish(change: Readonly<Record<string, Json>> = {}): Promise<readonly string[]> {
  const notices: string[] = [];
  await publishForkReport(inputs({ mode: 'publish', token: TOKEN }), endedRun(change), {
    ...{ env: {}, temporary, log: () => undefined },
    annotate: (level, message) => notices.push(`${level}: ${message}`),
    patience: { sleep: async () => undefined, timeoutMs: 60_000, leftMs: () => 60_000 },
  });
  return notices;
}

/** A report about the head that ran, as a fork would have to upload it to be read. */
function reportOf(name: string) {
  const input = SCENARIOS[name];
  if (input === undefined) throw new Error(`there is no scenario ${name}`);
  const report = buildReport(input);
  return { ...report, run: { ...report.run, headSha: HEAD } };
}

const GOOD = renderJson(reportOf('block-slice'));
const good = (): string => GOOD;
const upload = (files: Readonly<Record<string, string>>, more: object = {}) =>
  github.artifacts.all.push({ name: UPLOAD, zip: zipArchive(files, 'deflate'), ...more });

describe('a fork’s upload', () => {
  it('is rendered anew: text in it that is no report is never posted', async () => {
    upload({ 'report.md': '# evil', 'report.json': good(), '../../x': 'evil' });
    expect(await publish({ 'workflow_run.conclusion': 'failure' })).toEqual([]);
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('## ❌ BLOCK: refunds fell');
    expect(body).toContain('ended with failure');
    expect(body).not.toContain('evil');
  });

  it.each(Object.entries(HOSTILE).filter(([, payload]) => payload.length < 1000))(
    'stays text where its author plants %s',
    async (_name, payload) => {
      upload({ 'report.json': renderJson(plant(reportOf('block-slice'), payload)) });
      expect(await publish()).toEqual([]);
      const [marker, ...lines] = github.comments[0]?.body.split('\n') ?? [];
      const { lines: outside, closed } = outsideFences(lines.join('\n'));
      const body = outside.join('\n');
      expect(closed).toBe(true);
      expect(marker).toBe(`<!-- pawl:gate head=${HEAD} run=500 attempt=1 -->`);
      expect(body).not.toMatch(/<!--|-->|@[\w-]|^\s*::|##\[/m);
      // Ours is the last one: to the run itself.
      expect([...body.matchAll(/\]\(|:\/\/|javascript:|data:/g)].map(([found]) => found)).toEqual(['](', '://']);
      expect(body).not.toMatch(/<(?=[a-z/!?])(?!\/?(?:details|summary|code|sub)>|br>)/i);
      expect(body.length).toBeLessThan(65_536);
    },
  );

  const refused: readonly (readonly [string, () => unknown, RegExp, Readonly<Record<string, Json>>?])[] = [
    ['that is not there', () => undefined, /the run has no upload pawl-gate-attempt-1/],
    [
      'of another attempt',
      () => upload({ 'report.json': good() }),
      /no upload pawl-gate-attempt-2/,
      { 'workflow_run.run_attempt': 2 },
    ],
    ['without a report', () => upload({ 'report.md': 'x' }), /has no report\.json/],
    ['with no JSON', () => upload({ 'report.json': 'x' }), /cannot be read: this is no pawl report/],
    [
      'of another version',
      () => upload({ 'report.json': good().replace('"version": 1', '"version": 2') }),
      /expected version 1/,
    ],
    [
      'with a member too many',
      () => upload({ 'report.json': good().replace('{', '{"extra": 1,') }),
      /must NOT have additional properties/,
    ],
    [
      'about another head',
      () => upload({ 'report.json': good().replaceAll(HEAD, 'f'.repeat(40)) }),
      /about another head/,
    ],
    ['that is no zip archive', () => github.artifacts.all.push({ name: UPLOAD, zip: Buffer.from('x') }), /cut off/],
    ['that is a bomb', () => upload({ 'report.json': ' '.repeat(20 * 1024 * 1024) }), /cannot be read/],
    [
      'of too many files',
      () => upload(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}`, '']))),
      /has 600 files/,
    ],
    [
      'that is announced as too large',
      () => upload({ 'report.json': good() }, { announced: 1e9 }),
      /larger than 33554432/,
    ],
    [
      'that is larger than announced',
      () => github.artifacts.all.push({ name: UPLOAD, zip: Buffer.alloc(33 * 1024 * 1024), announced: 10 }),
      /larger than 33554432/,
    ],
    [
      'whose digest is another',
      () => upload({ 'report.json': good() }, { digest: `sha256:${'0'.repeat(64)}` }),
      /digests differ/,
    ],
    ['of a head that has moved on', () => github.pulls.splice(0), /no open pull request has this head any more/],
    [
      'of a head that two pull requests have',
      () => github.pulls.push(...github.pulls.map((one) => ({ ...one, number: 42 }))),
      /2 open pull requests have this head/,
    ],
    [
      'of the repository itself',
      () => undefined,
      /the run is of no fork/,
      { 'workflow_run.head_repository': { ...FORK, full_name: 'acme/desk' } },
    ],
    ['of a fork that is gone', () => undefined, /the run is of no fork/, { 'workflow_run.head_repository': null }],
    [
      'under a token that may not write',
      () => {
        upload({ 'report.json': good() });
        github.readOnly = true;
      },
      /GitHub answered 403/,
    ],
    [
      'where the API refuses',
      () => github.fail('GET', /\/pulls$/, { status: 404, body: { message: 'Not Found', documentation_url: 'x' } }),
      /GitHub answered 404/,
    ],
  ];

  for (const [name, prepare, why, change] of refused) {
    it(`${name} is not published, and one notice says why`, async () => {
      prepare();
      expect(await publish(change)).toEqual([expect.stringMatching(why)]);
      expect(github.comments).toEqual([]);
    });
  }
});

describe('the event', () => {
  it.each([
    [
      'of a run that a push started',
      { 'workflow_run.event': 'push' },
      /event\.workflow_run\.event: expected "pull_request"/,
    ],
    ['with a head that is none', { 'workflow_run.head_sha': '--upload-pack=x' }, /event\.workflow_run\.head_sha/],
    ['without a run', { workflow_run: null }, /event\.workflow_run: expected a map/],
  ])('%s is a mistake of the workflow', (_name, change, why) => {
    expect(() => endedRun(change)).toThrow(why);
  });
});
