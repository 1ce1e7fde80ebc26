import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parseReport } from '../../src/report/index.ts';
import { pawlHere } from '../commands/pawl.ts';
import { obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program as a user starts it. */
function pawl(args: readonly string[], more: Record<string, string> = {}): Promise<Ran> {
  const path = [join(process.execPath, '..'), process.env.PATH].join(':');
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: project?.directory,
    env: { PATH: path, HOME: process.env.HOME, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stdout: out.join(''), stderr: err.join('') }));
  });
}

/** The same by this process, for what no process of its own is needed. */
const here = (args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> =>
  pawlHere(project?.directory ?? '', args, { environment });

const gateArgs = (head: string): string[] => [
  ...['gate', '--base', 'main', '--head', head, '--store', '.git/store'],
  ...['--provider-url', `openai=${project?.provider.url}`],
];

describe('the program', () => {
  test('gates: one report on standard output, the same as JSON, the verdict as exit code', async () => {
    project = await startProject({ answer: obedient, cases: someCases(4) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const ran = await pawl([...gateArgs('prompt'), '--json', '.git/report.json', '--markdown', '.git/report.md']);
    expect(ran).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^PASS/) });
    const report = parseReport(readFileSync(join(project.directory, '.git/report.json'), 'utf8'));
    expect(report.verdict).toBe('pass');
    expect(readFileSync(join(project.directory, '.git/report.md'), 'utf8')).toContain(report.title);
    // The first look: 4 cases x 2 sides
    expect(ran.stderr).toContain('0/8 trials');
  });

  test('runs a case of a report again, and says by its exit code when the answers at hand do not cover it', async () => {
    project = await startProject({ answer: obedient, cases: someCases(1) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const caseId = 'case-001';
    await here([...gateArgs('prompt'), '--json', '.git/report.json']);
    const again = ['repro', '.git/report.json', '--case', caseId, '--offline', '--store'];
    expect(await pawl([...again, '.git/store'])).toMatchObject({ exitCode: 0 });
    expect(await here([...again, '.git/empty-store'])).toMatchObject({
      exitCode: 5,
      stdout: expect.stringContaining('not covered'),
    });
  });

  test.each([
    ['a base that does not exist', pawl, ['--base', 'nowhere'], /nowhere/],
    ['a base that looks like an option', here, ['--base=--upload-pack=x'], /--upload-pack=x/],
    ['an option that does not exist', pawl, ['--frobnicate'], /frobnicate/],
    ['a number that is none', here, ['--trials', 'many'], /--trials.*many/s],
    ['a provider that nobody knows', here, ['--provider-url', 'mistral=http://x'], /mistral/],
  ])('says what is wrong with %s and ends with 2', async (_, run, args, message) => {
    project = await startProject({ answer: obedient, cases: someCases(1) });
    project.branch('prompt', { 'prompts/system.md': 'Hello.\n' });
    const ran = await run([...gateArgs('prompt'), ...args]);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(ran.stderr).not.toContain('    at ');
  });

  test('names every problem of the settings at once, with file and line', async () => {
    const settings = SETTINGS.replace('timeout_s: 60', 'timeout_s: soon').replace('prompts:', 'promts:');
    project = await startProject({ answer: obedient, cases: someCases(1), files: { 'pawl.yml': settings } });
    project.branch('prompt', { 'prompts/system.md': 'Hello.\n' });
    const ran = await here(gateArgs('prompt'));
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(/pawl\.yml:7: .*timeout_s.*soon/);
    expect(ran.stderr).toMatch(/pawl\.yml:8: .*promts/);
    expect(ran.stderr).toContain('prompts');
  });

  test('does not take a report that could not be written for a pass', async () => {
    project = await startProject({ answer: obedient, cases: someCases(1) });
    project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
    const full = existsSync('/dev/full') ? '/dev/full' : '/nowhere/report.json';
    const ran = await pawl([...gateArgs('prompt'), '--json', full]);
    expect(ran).toMatchObject({ exitCode: 2, stdout: expect.stringMatching(/^PASS/) });
    expect(ran.stderr).toContain('the report could not be written');
  });

  test('asks for a key before it runs anything against a provider elsewhere', async () => {
    project = await startProject({ answer: obedient, cases: someCases(1) });
    project.branch('prompt', { 'prompts/system.md': 'Hello.\n' });
    const ran = await here(['gate', '--base', 'main', '--head', 'prompt', '--store', '.git/store']);
    expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('OPENAI_API_KEY') });
  });

  test('does not end as if it blocked when its reader goes away', async () => {
    const child = spawn(process.execPath, [CLI, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect([0, 2]).toContain(exitCode);
  });

  test('shows its commands without loading them', async () => {
    const ran = await pawl(['--help']);
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    for (const command of ['gate', 'record', 'reservoir']) expect(ran.stdout).toContain(command);
  });
});
