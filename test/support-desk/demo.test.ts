import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Measured, misreadCases, problemWith } from '../../evals/support-desk/demo/checks.ts';
import { readGateReport } from '../../evals/support-desk/demo/gate-report.ts';
import { completionsAt, startServer } from '../../evals/support-desk/demo/processes.ts';
import { buildRepository } from '../../evals/support-desk/repository.ts';
import { SCENARIOS } from '../../evals/support-desk/scenarios.ts';
import { buildReport, renderJson } from '../../src/report/index.ts';
import { SCENARIOS as REPORTED } from '../report/scenarios.ts';

function git(root: string, ...args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n');
}

test('the repository has a branch a scenario that differs from main in the edited files alone, and is the same every time', async () => {
  const roots = [mkdtempSync(join(tmpdir(), 'pawl-demo-')), mkdtempSync(join(tmpdir(), 'pawl-demo-'))] as const;
  try {
    for (const root of roots) await buildRepository(root);
    const branches = git(roots[0], 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads');
    expect(git(roots[1], 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads')).toEqual(branches);
    expect(branches).toHaveLength(1 + SCENARIOS.length);
    for (const { branch, edits } of SCENARIOS) {
      const changed = git(roots[0], 'diff', '--name-only', 'main', branch);
      expect(changed.sort()).toEqual([...new Set(edits.map(({ path }) => path))].sort());
    }
    expect(git(roots[0], 'ls-files')).toEqual(
      expect.arrayContaining(['pawl.yml', 'agent/agent.ts', 'agent/node_modules/openai/index.js']),
    );
  } finally {
    for (const root of roots) rmSync(root, { recursive: true });
  }
});

test('the servers run as processes of their own, and the provider counts what it is asked', async () => {
  const provider = await startServer('provider.ts', ['--seed', '1']);
  try {
    expect(await completionsAt(provider.url)).toBe(0);
    const body = JSON.stringify({ model: 'stand-in-1', messages: [{ role: 'user', content: 'Hi' }] });
    await fetch(`${provider.url}/v1/chat/completions`, { method: 'POST', body });
    expect(await completionsAt(provider.url)).toBe(1);
  } finally {
    await provider.stop();
  }
});

const NOTHING_FOUND = {
  exitCode: 0,
  blockedSlices: [],
  improvedSlices: [],
  brokenCases: [],
  providerCalls: 0,
  output: '',
};
const BLOCKED = { ...NOTHING_FOUND, verdict: 'block', exitCode: 1 };
const PASSED = { ...NOTHING_FOUND, verdict: 'pass' };
const MISREAD = misreadCases('stand-in-1', 'stand-in-2');
const DIAGNOSIS = "issue_refund: must have required property 'refund_amount'";

test.each<[Measured, string | null]>([
  [{ ...PASSED, name: 'a' }, null],
  [{ ...PASSED, name: 'a', providerCalls: 1 }, 'the provider was called'],
  [{ ...PASSED, name: 'f', verdict: 'not_affected' }, 'expected pass (exit 0), received not_affected (exit 0)'],
  [{ ...BLOCKED, name: 'b', blockedSlices: ['return_pickup'] }, null],
  [{ ...BLOCKED, name: 'b', blockedSlices: ['account', 'return_pickup'] }, 'received account,return_pickup'],
  [{ ...PASSED, name: 'b' }, 'expected block'],
  [{ ...BLOCKED, name: 'c', brokenCases: MISREAD.slice(1) }, null],
  [{ ...BLOCKED, name: 'c', brokenCases: MISREAD.slice(2) }, 'only 3 of the 5'],
  [{ ...BLOCKED, name: 'd', output: DIAGNOSIS }, null],
  [{ ...BLOCKED, name: 'd', output: 'full_refund regressed' }, 'does not name issue_refund'],
  [{ ...PASSED, name: 'e', improvedSlices: ['delivery_date'] }, null],
  [{ ...PASSED, name: 'e' }, 'received none'],
  [{ ...PASSED, name: 'g' }, null],
  [{ ...PASSED, name: 'g', exitCode: 5 }, 'exit 5'],
])('the check of %j says %j', (measured, problem) => {
  if (problem === null) expect(problemWith(measured)).toBeNull();
  else expect(problemWith(measured)).toContain(problem);
});

test("the gate's report is read by its reasons, and anything else is refused", () => {
  const read = (name: string) => {
    const input = REPORTED[name];
    if (input === undefined) throw new Error(`no reported run ${name}`);
    return readGateReport(renderJson(buildReport(input)));
  };
  expect(read('block-slice')).toMatchObject({ verdict: 'block', blockedSlices: ['refunds'], brokenCases: [] });
  expect(read('block-cases').brokenCases.length).toBeGreaterThan(0);
  expect(read('pass-improved')).toMatchObject({ verdict: 'pass', blockedSlices: [], brokenCases: [] });
  expect(read('pass-improved').improvedSlices).toHaveLength(1);
  expect(read('pass-improved').trials).toBeGreaterThan(0);
  for (const text of ['', '{}', '{"version":1}']) expect(() => readGateReport(text)).toThrow('this is no pawl report');
});
