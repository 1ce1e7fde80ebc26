import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeStore } from '../../evals/backfill/store.ts';
import { ingest } from '../corpus/traffic/open.ts';
import { pawl, pawlHere } from './pawl.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-status-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const withoutToday = (text: string) => text.replace(/today is \d{4}-\d{2}-\d{2}/, 'today is TODAY');

describe('pawl status', () => {
  test('tells of the newest day beside the days before it, as text and as Markdown for the summary of a job', async () => {
    await writeStore(join(folder, 'store'), { seed: 'status', trajectories: 4500, days: 45 });
    writeFileSync(join(folder, 'summary.md'), '');
    const ran = await pawl(folder, ['status', '--store', 'store', '--markdown', 'status.md'], {
      environment: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
    });
    expect(ran.exitCode).toBe(0);
    await expect(withoutToday(ran.stdout)).toMatchFileSnapshot('golden/status.txt');
    const markdown = readFileSync(join(folder, 'status.md'), 'utf8');
    await expect(withoutToday(markdown)).toMatchFileSnapshot('golden/status.md');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(markdown);
  });

  test('says so where nothing is known of any day, and where the reservoir cannot be read', async () => {
    await ingest(join(folder, 'store'), []);
    const ran = await pawlHere(folder, ['status', '--store', 'store', '--reservoir']);
    expect(ran.exitCode).toBe(4);
    expect(ran.stdout).toMatch(/^no day of the traffic is known yet/);
    expect(ran.stdout).toMatch(/^A\/A: not measured yet \("pawl aa"\)$/m);
    expect(ran.stdout).toMatch(/^reservoir: not known: ./m);
    expect(await pawlHere(folder, ['status', '--store', 'nowhere'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/no traffic store here/),
    });
  });
});
