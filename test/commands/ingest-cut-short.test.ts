import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestLines } from '../../evals/traffic/synthetic.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { contentOf } from '../corpus/traffic/open.ts';
import { pawl, pawlHere, startPawl } from './pawl.ts';

vi.setConfig({ testTimeout: 120_000 });

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-cut-short-'));
  writeFileSync(join(directory, 'all.jsonl'), LINES.join(''));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const LINES = [...requestLines({ seed: 8, traces: 60, days: 2 })];
const CRASH_AT = join(import.meta.dirname, '../corpus/traffic/crash-at.ts');

const content = (store: string) => contentOf(join(directory, store));

test('ended by SIGINT, it leaves the store whole and says how to go on; the same command again goes on', async () => {
  const { child, ended, said } = startPawl(directory, ['ingest', 'all.jsonl', '-', '--store', 's']);
  // It has read the file and waits for more of the pipe.
  child.stdin.write(LINES[0] ?? '');
  while (!said().includes('reading')) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill('SIGINT');
  const { exitCode, stderr } = await ended;
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('run the same command') });
  const summary = await pawlHere(directory, ['traffic', 'show', '--store', 's']);
  expect(summary.exitCode).toBe(0);
  const again = await pawl(directory, ['ingest', 'all.jsonl', '-', '--store', 's'], { input: LINES[0] ?? '' });
  expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('60 traces and runs added') });
  await pawl(directory, ['ingest', 'all.jsonl', '--store', 'undisturbed']);
  expect(await content('s')).toEqual(await content('undisturbed'));
});

test('killed at any change of the disk, the same command again gives the store of an undisturbed run', async () => {
  const ingest = (store: string, crashAt: number | null) =>
    pawl(directory, ['ingest', 'all.jsonl', '--store', store], {
      environment: { NODE_OPTIONS: `--import ${CRASH_AT}`, CRASH_AT: String(crashAt) },
    });
  const undisturbed = await ingest('undisturbed', null);
  const changes = Number(undisturbed.stdout.trimEnd().split('\n').at(-1));
  expect(changes).toBeGreaterThan(15);
  const expected = await content('undisturbed');
  expect(expected.trajectories).toHaveLength(60);
  const random = seededRandom('killed');
  const points = Array.from({ length: 3 }, () => 1 + Math.floor(random() * changes));
  for (const point of points) {
    const store = `killed-${point}`;
    expect((await ingest(store, point)).signal, `change ${point}`).toBe('SIGKILL');
    expect((await ingest(store, null)).exitCode, `change ${point}`).toBe(0);
    expect(await content(store), `change ${point}`).toEqual(expected);
  }
});
