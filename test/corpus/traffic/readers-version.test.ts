import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../src/corpus/traffic/rows.ts';
import {
  hashJson,
  isJsonObject,
  type Json,
  type ObservedTrajectory,
  parseJson,
  READERS_VERSION,
  readTrace,
} from '../../../src/trace/index.ts';
import { FIXTURES } from '../../trace/dialects/fixtures.ts';

const KEPT = join(import.meta.dirname, 'golden/readers-version.json');

const NO_LABELS = { slices: [], cohorts: [] };

function hashOf(trajectories: readonly ObservedTrajectory[]): string {
  const rows = trajectories.map((trajectory) => [trajectory, rowsOf(trajectory, null, NO_LABELS)]);
  return hashJson(JSON.parse(JSON.stringify(rows)) as Json).slice(0, 16);
}

/** What is read of each fixture, by its name. */
const read = Object.fromEntries(
  FIXTURES.map(({ dialect, name, spans, logs }) => [`${dialect}: ${name}`, hashOf(readTrace(spans, logs))]),
);

/** Where it fails: raise READERS_VERSION in src/trace/readers-version.ts, then run this test with -u. */
test('the version of the readers is raised where the same records are other trajectories or rows', async () => {
  const kept = parseJson(readFileSync(KEPT, 'utf8'));
  const [version, known] = isJsonObject(kept) ? [kept.version, kept.read] : [];
  if (version === READERS_VERSION && isJsonObject(known)) {
    expect(Object.keys(known).length).toBeGreaterThan(20);
    const stillThere = Object.entries(read).filter(([name]) => Object.hasOwn(known, name));
    expect(Object.fromEntries(stillThere)).toEqual(Object.fromEntries(stillThere.map(([name]) => [name, known[name]])));
    return;
  }
  await expect(`${JSON.stringify({ version: READERS_VERSION, read }, null, 2)}\n`).toMatchFileSnapshot(KEPT);
});
