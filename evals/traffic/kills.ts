import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '../../src/stats/index.ts';
import type { Figure } from '../otlp/measure.ts';
import { digestOf } from './digest.ts';
import { Ingest } from './pawl.ts';
import { writeRequests } from './synthetic.ts';

export interface KillPlan {
  readonly seed: number;
  readonly traces: number;
  readonly kills: number;
  readonly folder: string;
  /** The program's `cli.js`. */
  readonly cli: string;
}

/**
 * Kills `pawl ingest` at random moments and runs it again. It reads traces that come whole and traces whose spans lie far
 * apart, so that it is killed with records in memory, on the disk and in half a commit.
 */
export async function measureKills({ seed, traces, kills, folder, cli }: KillPlan): Promise<Figure> {
  const files = [join(folder, 'whole.jsonl'), join(folder, 'spread.jsonl')];
  for (const [at, path] of files.entries())
    writeRequests(path, { seed: seed + at, traces: traces / 2, days: 3, spread: at === 1 });
  const startedAtMs = performance.now();
  const undisturbed = join(folder, 'undisturbed');
  await new Ingest(files, undisturbed, cli).ended();
  let durationMs = performance.now() - startedAtMs;
  const expected = await digestOf(undisturbed);
  const random = seededRandom(`kills ${seed}`);
  let [killed, equal] = [0, 0];
  // Where the machine is less busy than before, some are through before they are killed: those are no kills.
  for (let tried = 0; killed < kills && tried < 50 * kills; tried += 1) {
    const store = mkdtempSync(join(folder, 'killed-'));
    const startMs = performance.now();
    const first = new Ingest(files, store, cli);
    await Promise.race([setTimeout(random() * durationMs), first.ended()]);
    first.kill();
    if (await first.ended()) durationMs = Math.min(durationMs, performance.now() - startMs);
    else {
      killed += 1;
      await new Ingest(files, store, cli).ended();
      if ((await digestOf(store)) === expected) equal += 1;
    }
    rmSync(store, { recursive: true });
  }
  const name = `killed at ${killed} random moments and run again, stores equal to that of an undisturbed run`;
  return { name, value: equal, unit: '', goal: String(kills), met: equal === kills };
}
