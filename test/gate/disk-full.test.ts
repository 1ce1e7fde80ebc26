import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Answer, obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

const mounted: string[] = [];
let project: Project | null = null;
afterEach(async () => {
  for (const folder of mounted.splice(0)) {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
  await project?.close();
  project = null;
});

/** A disk of its own; null where this user may not mount one. */
function smallDisk(size: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  mounted.push(folder);
  return folder;
}

/** Long answers: the disk is full after a dozen. */
const longWinded: Answer = (request) => {
  const said = obedient(request);
  return 'text' in said ? { text: `${said.text} ${'and so on '.repeat(15_000)}` } : said;
};

test('a disk that fills up ends the run; what was paid for is kept, and a rerun pays for the rest alone', async (context) => {
  const disk = smallDisk('6m');
  if (disk === null) return context.skip('this user may not mount a small disk');
  const settings = `${SETTINGS}gate: { looks: [1], spend: [1] }\n`;
  project = await startProject({ answer: longWinded, cases: someCases(12), files: { 'pawl.yml': settings } });
  project.branch('prompt', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  const { provider } = project;
  const whole = await project.gate('prompt', { storeDirectory: join(tmpdir(), `pawl-whole-${process.pid}`) });
  const callsOfWhole = provider.seen.length;
  rmSync(join(tmpdir(), `pawl-whole-${process.pid}`), { recursive: true });
  const storeDirectory = join(disk, 'store');
  await expect(project.gate('prompt', { storeDirectory })).rejects.toThrow(UserError);
  const callsWhenFull = provider.seen.length - callsOfWhole;
  expect(callsWhenFull).toBeGreaterThan(0);
  expect(callsWhenFull).toBeLessThan(callsOfWhole);
  execFileSync('mount', ['-o', 'remount,size=64m', disk]);
  const again = await project.gate('prompt', { storeDirectory });
  expect(provider.seen.length - callsOfWhole).toBe(callsOfWhole);
  expect([again.verdict, again.caseCounts, again.head]).toEqual([whole.verdict, whole.caseCounts, whole.head]);
}, 240_000);
