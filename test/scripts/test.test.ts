import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tallyOf } from '../../scripts/test.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the tally', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
  const broken = { status: 'failed', assertionResults: [] };
  const reportOf = (numPassedTests: number, numFailedTests: number, ...testResults: (typeof passed)[]) => ({
    numPassedTests,
    numFailedTests,
    testResults,
  });

  test.each([
    ['counts tests', reportOf(2, 1, passed, failed), 1, { passed: 2, failed: 1 }],
    ['counts a file that does not load as one', reportOf(2, 1, passed, failed, broken), 1, { passed: 2, failed: 2 }],
    ['is a failure when only the exit code is', reportOf(1, 0, passed), 1, { passed: 1, failed: 1 }],
    ['is a failure without a report', null, 0, { passed: 0, failed: 1 }],
    ['is clean only when all is', reportOf(1, 0, passed), 0, { passed: 1, failed: 0 }],
  ])('%s', (_, report, exitCode, tally) => {
    expect(tallyOf(report, exitCode)).toEqual(tally);
  });
});

describe('npm test, in a small project', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pawl-npm-test-'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    write('package.json', '{ "type": "module" }\n');
    write('biome.json', '{ "files": { "includes": ["src/**"] } }\n');
    write('tsconfig.json', '{ "compilerOptions": { "types": ["node"] }, "include": ["src"] }\n');
    write('src/main.ts', 'console.log("main");\n');
    write('src/cli.ts', 'console.log("cli");\n');
    write('a.test.ts', "import { test } from 'vitest';\ntest('passes', () => {});\n");
    spawnSync(process.execPath, [join(ROOT, 'scripts/build.ts')], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  test('ends with the count alone: each failed check, failed test and file that does not load, and why above it', {
    timeout: 120_000,
  }, () => {
    write('src/other.ts', 'export const a: number = "x";\ndebugger;\n');
    write('src/main.ts', 'console.log("changed");\n');
    write('b.test.ts', "import { test } from 'vitest';\ntest('fails', () => { throw new Error('planted'); });\n");
    write('c.test.ts', "import './nothing.ts';\n");
    // Without the variables that tell a vitest that it runs within another one.
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };
    const ended = spawnSync(process.execPath, [join(ROOT, 'scripts/test.ts')], { cwd: folder, encoding: 'utf8', env });
    const output = ended.stdout;
    expect(output).toContain("TS2322: Type 'string' is not assignable");
    expect(output).toContain('stale    dist/main.js');
    expect(output).toContain('lint/suspicious/noDebugger');
    expect(output).toContain('✓ a.test.ts');
    expect(output).toMatch(/\n1 passed, 5 failed\n$/);
    expect(ended.status).toBe(1);
  });
});
