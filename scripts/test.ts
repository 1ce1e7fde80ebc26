/**
 * `npm test`: types, lint, freshness of dist/ and the tests; arguments go to vitest. The last line of the output is
 * `N passed, N failed`: tests, with one failed for each of the three checks that fails. Run it in the root of the repository.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { argv, cwd, execPath, stdout } from 'node:process';
import { execa } from 'execa';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's JSON report that is counted. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

/**
 * Counts what vitest reported. A file that fails without a failed test in it (it does not load, a hook throws) is one
 * failed; so is a run that fails without any failed test, or whose report is missing.
 */
export function tallyOf(report: TestReport | null, exitCode: number): Tally {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program on this very Node. With `show`, the output appears as it comes; else it is returned. */
async function run(args: readonly string[], show: boolean): Promise<Run> {
  const output = show ? 'inherit' : 'pipe';
  const ended = await execa(execPath, args, {
    ...{ stdin: 'ignore', stdout: output, stderr: output, all: true, reject: false },
    stripFinalNewline: false,
  });
  return { exitCode: ended.exitCode ?? 1, output: ended.all ?? '' };
}

const modules = join(cwd(), 'node_modules');

const CHECKS = [
  // Each checker checks the types that others use again: one takes half the processor time of four.
  { name: 'typecheck', args: [join(modules, 'typescript/bin/tsc'), '--noEmit', '--checkers', '1'] },
  { name: 'lint', args: [join(modules, '@biomejs/biome/bin/biome'), 'ci', '.'] },
  { name: 'dist', args: [join(import.meta.dirname, 'build.ts'), '--check'] },
] as const;

interface Checked {
  readonly failed: number;
  /** A line for each check, and the output of those that failed. */
  readonly text: string;
}

async function check(): Promise<Checked> {
  const ended = await Promise.all(CHECKS.map(async ({ name, args }) => ({ name, ...(await run(args, false)) })));
  return {
    failed: ended.filter(({ exitCode }) => exitCode !== 0).length,
    text: ended
      .map(({ name, exitCode, output }) => (exitCode === 0 ? `${name}: ok\n` : `${name}: FAILED\n${output}\n`))
      .join(''),
  };
}

async function runTests(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'pawl-test-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { exitCode } = await run([join(modules, 'vitest/vitest.mjs'), 'run', ...reporters, ...argv.slice(2)], true);
    const text = await readFile(file, 'utf8').catch(() => null);
    return tallyOf(text === null ? null : JSON.parse(text), exitCode);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function main(): Promise<number> {
  // Beside each other, since tests wait for processes. What the checks found stands below the tests, not amid their lines.
  const [checks, tests] = await Promise.all([check(), runTests()]);
  const failed = tests.failed + checks.failed;
  stdout.write(`${checks.text}\n${tests.passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
