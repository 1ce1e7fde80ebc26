import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planCheck } from '../../src/github/check.ts';
import { writeCheck } from '../../src/github/check-runs.ts';
import { connect } from '../../src/github/client.ts';
import type { GateResult } from '../../src/github/index.ts';
import { FakeGitHub, refusal, TOKEN } from './fake/github.ts';
import { context, gateResult, HEAD } from './results.ts';

let github: FakeGitHub;

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(async () => {
  await github.stop();
  expect(github.complaints).toEqual([]);
});

function annotated(places: number, left = 0): GateResult {
  const annotations = Array.from({ length: places }, (_, index) => ({
    path: 'prompts/desk.md',
    start: index + 1,
    end: index + 1,
    level: 'warning' as const,
    title: 'pawl: a prompt changed here',
    message: 'refunds fell',
  }));
  return gateResult({ annotations: { annotations, left } });
}

async function write(result: GateResult, key = 'gate') {
  const here = context(github.url);
  const patience = { sleep: async () => undefined, timeoutMs: 60_000, leftMs: () => 60_000 };
  return writeCheck(await connect(TOKEN, here, patience), planCheck(result, here, key));
}

describe('the check run', () => {
  it('stands at the pull request’s head, says the verdict and shows the report', async () => {
    expect(await write(gateResult())).toEqual([]);
    expect(github.checks.all).toEqual([
      {
        id: 9001,
        name: 'pawl report',
        headSha: HEAD,
        conclusion: 'failure',
        title: 'refunds dropped from 95 % to 60 %',
        summary: '## Blocked\n\nfull report',
        annotations: [],
      },
    ]);
  });

  it.each([
    ['success', { exitCode: 0, verdict: 'pass' }],
    ['success', { exitCode: 0, verdict: 'not_affected' }],
    ['neutral', { exitCode: 0, verdict: 'inconclusive' }],
    ['failure', { exitCode: 5, verdict: 'inconclusive' }],
    ['failure', { exitCode: 4, verdict: 'error' }],
    ['failure', { exitCode: 1, verdict: 'block' }],
  ] as const)('is a %s for %j', (conclusion, change) => {
    expect(planCheck(gateResult(change), context(github.url), 'gate').conclusion).toBe(conclusion);
  });

  it.each([
    [0, [0]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('has %i annotations in batches of fifty, each once and in order', async (places, batches) => {
    expect(await write(annotated(places))).toEqual([]);
    expect(github.writes()).toHaveLength(Math.max(1, batches.length));
    const lines = github.checks.all[0]?.annotations.map((one) => one.start_line);
    expect(lines).toEqual(Array.from({ length: places }, (_, index) => index + 1));
  });

  it('says how many places it does not annotate', async () => {
    await write(annotated(200, 3));
    expect(github.checks.all[0]?.summary).toContain('_3 more changed places are not annotated._');
  });

  it('is shortened beforehand over its limit, and when GitHub finds it too long all the same', async () => {
    const markdown = { full: 'f'.repeat(65_536), short: 'the short one', minimal: 'the minimal one' };
    await write(gateResult({ markdown }));
    expect(github.checks.all[0]?.summary).toMatch(/^the short one\n\n_Shortened: .* 65,536 .* 65,535/);
    github.fail('POST', /check-runs/, refusal(422, 'Only 65535 characters are allowed; 65536 were supplied.'));
    await write(gateResult({ markdown }));
    expect(github.checks.all[1]?.summary).toMatch(/^the minimal one\n\n_Shortened/);
  });

  it('tells two agents of a repository apart', async () => {
    await write(gateResult(), 'gate-agents-clerk');
    expect(github.checks.all[0]?.name).toBe('pawl report (gate-agents-clerk)');
  });

  it('that lacks some annotations is said to', async () => {
    github.fail('PATCH', /check-runs/, refusal(403, 'Resource not accessible by integration'));
    expect(await write(annotated(60))).toEqual([
      expect.stringMatching(/^GitHub answered 403: Resource not accessible by integration/),
    ]);
    expect(github.checks.all[0]?.annotations).toHaveLength(50);
  });
});
