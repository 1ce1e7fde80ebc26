import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Environment, failureResult, type GateResult, planLocal } from '../../src/github/index.ts';
import { writeFiles } from '../../src/github/outputs.ts';
import { type CommentState, planRemote } from '../../src/github/plan.ts';
import { failureNotice, publish } from '../../src/github/publish.ts';
import { context, gateResult, inputs } from './results.ts';
import { parseOutputs } from './runner.ts';

let folder: string;
let env: Environment;
const NO_COMMENT: CommentState = { kind: 'not_wanted' };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-publish-'));
  env = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const path of Object.values(env)) writeFileSync(path ?? '', '');
  process.env.GITHUB_OUTPUT = env.GITHUB_OUTPUT;
});

afterEach(() => {
  delete process.env.GITHUB_OUTPUT;
  rmSync(folder, { recursive: true, force: true });
});

async function publishAll(result: GateResult, comments = NO_COMMENT, change: Environment = {}) {
  const annotations: string[] = [];
  const doors = {
    env: { ...env, ...change },
    github: null,
    annotate: (level: string, message: string) => annotations.push(`${level} ${message}`),
    log: () => undefined,
    leftMs: () => 10_000,
  };
  const here = context('https://api.github.com');
  const wanted = inputs({ check: false, upload: false });
  const wishes = { inputs: wanted, context: here, comments, folder: '/tmp/files', canUpload: true };
  const plan = [...planLocal(result, '/tmp/files'), ...planRemote(result, wishes)];
  const outcome = await publish(plan, doors);
  return { outcome, annotations };
}

const outputs = () => parseOutputs(readFileSync(env.GITHUB_OUTPUT ?? '', 'utf8'));
const summary = () => readFileSync(env.GITHUB_STEP_SUMMARY ?? '', 'utf8');

describe('outputs', () => {
  it('carry the verdict, its exit code and what blocks', async () => {
    await publishAll(gateResult());
    expect(outputs()).toEqual({
      verdict: 'block',
      'exit-code': '1',
      'blocked-slices': '["refunds"]',
      'broken-cases': '[]',
      'provider-calls': '12',
      report: '/tmp/files/report.json',
      files: '/tmp/files',
    });
  });

  it('keep a hostile name inside its value', async () => {
    const hostile = ['a\nEOF\nverdict=pass', 'ghadelimiter_\nverdict<<x\npass\nx', '::set-output name=verdict::pass'];
    await publishAll(gateResult({ blockedSlices: hostile, verdict: 'block\nverdict=pass' }));
    expect(Object.keys(outputs())).toHaveLength(7);
    expect(outputs().verdict).toBe('block\nverdict=pass');
    expect(JSON.parse(outputs()['blocked-slices'] ?? '')).toEqual(hostile);
  });

  it('come back from the runner’s grammar as they were given', async () => {
    const line = fc.constantFrom('EOF', 'ghadelimiter_', '=', '<<', 'verdict=pass', '', 'x');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        writeFileSync(env.GITHUB_OUTPUT ?? '', '');
        await publishAll(gateResult({ verdict: lines.join('\n') }));
        expect(outputs().verdict).toBe(lines.join('\n'));
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

describe('the step summary', () => {
  it('holds the full report after what the step has already written', async () => {
    writeFileSync(env.GITHUB_STEP_SUMMARY ?? '', 'earlier\n');
    await publishAll(gateResult());
    expect(summary()).toBe('earlier\n## Blocked\n\nfull report\n');
  });

  it('over one mebibyte gives way to a shorter one that says so', async () => {
    const markdown = { full: 'é'.repeat(600_000), short: 'short', minimal: 'm' };
    await publishAll(gateResult({ markdown }));
    expect(summary()).toBe(
      'short\n\n_Shortened: the report has 1,200,000 bytes, a step summary has room for 1,048,575. ' +
        'The whole report is in the file named by the output `report`._\n',
    );
  });
});

describe('a publication that fails', () => {
  it('is returned and said in one notice, and the others still go out', async () => {
    const comments = { kind: 'unavailable' as const, why: 'the token of a fork’s pull request can only read' };
    const { outcome } = await publishAll(gateResult(), comments);
    expect(outcome.published).toEqual(['outputs', 'summary', 'annotation']);
    expect(failureNotice(outcome)).toBe(
      'The verdict stands, but not everything could be published: comment (the token of a fork’s pull request can only ' +
        'read). The report is in the step summary.',
    );
  });

  it('for a full disk or a missing file names the file and throws nothing', async () => {
    const { outcome } = await publishAll(gateResult(), NO_COMMENT, { GITHUB_STEP_SUMMARY: '/dev/full' });
    expect(outcome.failed).toEqual([{ what: 'step summary', why: expect.stringMatching(/^\/dev\/full: ENOSPC/) }]);
    expect(failureNotice(outcome)).toContain('The report is in the log.');
    const { outcome: without } = await publishAll(gateResult(), NO_COMMENT, {
      GITHUB_OUTPUT: '',
      GITHUB_STEP_SUMMARY: '',
    });
    expect(without.failed.map(({ what }) => what)).toEqual(['outputs', 'step summary']);
    rmSync(env.GITHUB_OUTPUT ?? '');
    const { outcome: missing } = await publishAll(gateResult());
    expect(missing.failed.map(({ what }) => what)).toContain('outputs');
  });

  it('of the report’s files names the folder and leaves none half written behind', () => {
    const files = [{ name: 'trajectories/01-a.json', text: '{}' }];
    const { folder: made, problems } = writeFiles(folder, files);
    expect(problems).toEqual([]);
    expect(readFileSync(join(made ?? '', 'trajectories/01-a.json'), 'utf8')).toBe('{}');
    expect(writeFiles('/dev/null', files)).toEqual({
      folder: null,
      problems: [expect.stringMatching(/^\/dev\/null: ENOTDIR/)],
    });
    expect(writeFiles(folder, [])).toEqual({ folder: null, problems: [] });
  });

  it('leaves nothing to say when there is none', async () => {
    expect(failureNotice((await publishAll(gateResult())).outcome)).toBeNull();
  });
});

describe('the annotation', () => {
  it.each([
    ['error', { exitCode: 1, verdict: 'block' }],
    ['error', { exitCode: 5, verdict: 'inconclusive' }],
    ['warning', { exitCode: 0, verdict: 'inconclusive' }],
    ['notice', { exitCode: 0, verdict: 'pass' }],
    ['notice', { exitCode: 0, verdict: 'not_affected' }],
  ] as const)('is a %s for %j', async (level, change) => {
    const { annotations } = await publishAll(gateResult({ ...change, title: 'title' }));
    expect(annotations).toEqual([`${level} title`]);
  });
});

describe('a gate that could not run', () => {
  it('asks the user to mend all problems, exits 2 and quotes them where they stay text', () => {
    const problems = ['a ``` fence <!-- x --> @team', 'b\u001b[31m\u202eevil'];
    const result = failureResult(
      new UserError(problems.map((message) => ({ where: 'pawl.yml:3', message, hint: null }))),
    );
    expect(result).toMatchObject({ exitCode: 2, verdict: 'error', title: 'pawl could not run: 2 problems to mend' });
    expect(result.markdown.full.split('\n').slice(2)).toEqual([
      '````text',
      'pawl.yml:3: a ``` fence <!-- x --> @team',
      'pawl.yml:3: b[31mevil',
      '````',
    ]);
  });

  it('is a defect in pawl and exits 3 when anything else was thrown', () => {
    const result = failureResult(new TypeError('x is undefined'));
    expect(result).toMatchObject({ exitCode: 3, verdict: 'error' });
    expect(result.title).toContain('this is a defect in pawl');
  });
});
