import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { measureKills } from '../../../evals/traffic/kills.ts';
import { measureMany } from '../../../evals/traffic/many.ts';
import { built } from '../../../evals/traffic/pawl.ts';
import { writeRequests } from '../../../evals/traffic/synthetic.ts';
import { oneRound } from '../../../evals/traffic/throughput.ts';

let program: string;
let cli: string;
beforeAll(async () => {
  program = mkdtempSync(join(tmpdir(), 'pawl-bench-'));
  cli = await built(program);
});
afterAll(() => rmSync(program, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the way into the store is not far from its goal even on a busy machine (npm run bench:ingest measures it)', async () => {
  const file = join(folder, 'throughput.jsonl');
  writeRequests(file, { seed: 1, traces: 400, days: 1 });
  const rounds: Awaited<ReturnType<typeof oneRound>>[] = [];
  for (let round = 0; round < 5; round += 1) rounds.push(await oneRound(file, folder));
  expect(rounds.map(({ trajectories }) => trajectories)).toEqual(Array(5).fill(400));
  // What runs beside it makes both slower, by chance: the least of several is not by chance.
  const least = (of: 'parseMs' | 'ingestMs') => Math.min(...rounds.map((round) => round[of]));
  expect(least('parseMs') / least('ingestMs')).toBeGreaterThan(0.02);
});

test('killed at random moments and run again, the store is that of an undisturbed run', async () => {
  expect(await measureKills({ seed: 1, traces: 300, kills: 2, folder, cli })).toMatchObject({ value: 2, met: true });
});

test('memory stays within its bound, and DuckDB counts what was sent', async () => {
  const figures = await measureMany({ seed: 1, traces: 1200, days: 2 }, folder, cli);
  expect(figures.map(({ met }) => met)).toEqual([true, true, true, true]);
});
