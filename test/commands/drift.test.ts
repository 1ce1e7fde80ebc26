import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from '../../evals/drift/simulate.ts';
import { watchTraffic } from '../../src/commands/drift.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';
import { ingest } from '../corpus/traffic/open.ts';
import { SETTINGS } from '../gate/project.ts';
import { GitRepository } from '../git-repository.ts';
import { pawl, pawlHere } from './pawl.ts';

const DAYS = 60;
const CHANGE = 52;
const FIRST_DAY = Date.parse('2026-06-01T00:00:00Z');
const MS_A_DAY = 86_400_000;
const dayText = (at: number) => new Date(FIRST_DAY + at * MS_A_DAY).toISOString().slice(0, 10);

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
});
afterEach(() => repository.remove());

/** So many runs a day, of which at first .9 pass. */
async function traffic(rateAfter: number, perDay: number): Promise<void> {
  const change = { atHours: 24 * CHANGE, rate: rateAfter };
  const days = countsOf({ perDay, days: DAYS, rate: 0.9, change }, 'runs');
  const records = days.flatMap(({ at, trials, successes }) =>
    Array.from({ length: trials }, (_, run) => ({
      kind: 'trajectory' as const,
      trajectory: {
        ...emptyTrajectory(`run-${at}-${run}`),
        attributes: { 'pawl.slices': 'orders' },
        startUs: (FIRST_DAY + at * MS_A_DAY) * 1000 + run,
        outcomes: [{ name: 'reward', value: 1, passed: run < successes, source: 'reward' as const, explanation: null }],
      },
    })),
  );
  await ingest(`${repository.root}/store`, records);
}

function commitAt(at: number, subject: string, path: string): void {
  const date = new Date(FIRST_DAY + at * MS_A_DAY + 3_600_000).toISOString();
  repository.commit({ [path]: `${subject}\n` }, { date, subject });
}

const DRIFT = ['drift', '--store', 'store'];
const drift = (...args: string[]) => pawlHere(repository.root, [...DRIFT, ...args]);

describe('pawl drift', () => {
  test('names the rate that shifted, since when, and the commit that touched the agent then', async () => {
    await traffic(0.4, 25);
    repository.write({ 'pawl.yml': SETTINGS, '.gitignore': 'store\n' });
    commitAt(0, 'First version', 'prompts/system.md');
    commitAt(30, 'Say hello first', 'prompts/system.md');
    commitAt(CHANGE, 'Never pay back', 'prompts/system.md');
    commitAt(CHANGE, 'Say more in the README', 'README.md');
    const ran = await pawl(repository.root, [...DRIFT, '--since', dayText(CHANGE - 5)]);
    expect(ran).toMatchObject({ exitCode: 1 });
    expect(ran.stdout).toMatch(/^2 shifts from 2026-07-18 to 2026-07-30; [0-9]+ streams watched/);
    expect(ran.stdout).toMatch(/^success, slice orders: [89]\d\.\d% -> [2345]\d\.\d%$/m);
    expect(ran.stdout).toMatch(/ {4} 90\.0% {2}[0-9a-f]{10} Never pay back \(A Developer\)/);
    expect(ran.stdout).not.toMatch(/README|Say hello/);
    const json = JSON.parse((await drift('--since', dayText(CHANGE - 5), '--json')).stdout);
    expect(json).toMatchObject({ v: 1, drifts: [{ dimension: { kind: 'success' } }, {}] });

    // A new level that was meant is none, and has no baseline yet
    expect(await drift('--since', dayText(CHANGE), '--accepted', dayText(CHANGE))).toMatchObject({
      exitCode: 4,
      stdout: expect.stringMatching(/^nothing could be watched: 0 streams watched\n\d+ streams had no traffic of late/),
    });
  });

  test('judges no day before it is over', async () => {
    await traffic(0.4, 25);
    const at = (day: number, hour: number) => new Date(FIRST_DAY + day * MS_A_DAY + hour * 3_600_000);
    const lastDay = async (now: Date) => {
      const told = {
        print: () => undefined,
        warn: () => undefined,
        terminal: false,
        alone: false,
        width: 100,
        color: false,
      };
      const stdin = () => Readable.from([]);
      const where = { directory: repository.root, environment: {}, signal: new AbortController().signal, stdin };
      const watched = await watchTraffic({ store: 'store', ref: 'HEAD', accepted: [] }, { ...told, ...where, now });
      return watched === null ? null : watched.report.lastDay * MS_A_DAY;
    };
    expect(await lastDay(at(DAYS - 1, 23))).toBe(at(DAYS - 2, 0).getTime());
    expect(await lastDay(at(DAYS, 0))).toBe(at(DAYS - 1, 0).getTime());
  });

  test('refuses a day that is none', async () => {
    await traffic(0.4, 1);
    expect(await drift('--since', 'yesterday')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/--since.*yesterday/),
    });
  });

  test('says that there is too little traffic to watch anything', async () => {
    await traffic(0.6, 1);
    expect(await drift()).toMatchObject({ exitCode: 4, stdout: expect.stringMatching(/0 streams watched/) });
  });
});
