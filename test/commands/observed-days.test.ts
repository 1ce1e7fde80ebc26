import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropObserved, observedDays } from '../../src/commands/observed-days.ts';
import { TrafficReader } from '../../src/corpus/index.ts';
import { DayFolder, entriesObserved, observedText, readObserved } from '../../src/knowledge/index.ts';
import type { ObservedTrajectory } from '../../src/trace/index.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';
import { ingest } from '../corpus/traffic/open.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pawl-observed-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const HOUR_US = 3_600_000_000;
const START_US = Date.parse('2026-11-10T00:00:00Z') * 1000;
const options = { store: 'store' };

/** One run an hour; the tool raises from hour 30 on. */
async function traffic(hours: readonly number[], store = 'store'): Promise<void> {
  const runs = hours.map(
    (hour): ObservedTrajectory => ({
      ...emptyTrajectory(`run-${hour}`),
      startUs: START_US + hour * HOUR_US,
      steps: [
        {
          ...{ kind: 'tool_call', id: null, name: 'find', arguments: { id: hour % 3 } },
          outcome: hour < 30 ? { kind: 'result', value: [] } : { kind: 'error', value: 'NotFound: nothing' },
          ...{ agent: [], startUs: null, durationMs: null, sources: [] },
        },
      ],
    }),
  );
  await ingest(
    join(directory, store),
    runs.map((trajectory) => ({ kind: 'trajectory', trajectory })),
  );
}

const surroundings = (signal = new AbortController().signal) => ({
  directory,
  signal,
  warn: () => undefined,
  terminal: false,
});
const reader = (store = 'store') => TrafficReader.open(join(directory, store));
const observed = async (store = 'store') => observedDays(await reader(store), { store }, surroundings());
const folder = () => join(directory, 'store', 'knowledge', 'observed');
/** What each file was when it was written: another inode means that it was written again. */
const written = () =>
  new Map(readdirSync(folder()).map((name) => [name.slice(4, 14), statSync(join(folder(), name)).ino]));

test('a night reads only days that are new or changed, and finds what a store that is read at once does', async () => {
  await traffic([...Array(20).keys(), 24, 25, 26]);
  await observed();
  const first = written();
  expect([...first.keys()]).toEqual(['2026-11-10', '2026-11-11']);

  // Late traces of the second day, and a third one
  await traffic([27, 28, 29, ...Array.from({ length: 20 }, (_, index) => 48 + index)]);
  const night = await observed();
  const second = written();
  expect([...second].filter(([day, inode]) => first.get(day) === inode).map(([day]) => day)).toEqual(['2026-11-10']);
  expect([...second.keys()]).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
  expect(await observed()).toEqual(night);
  expect(written()).toEqual(second);

  await traffic([...Array(20).keys(), ...Array.from({ length: 6 }, (_, index) => 24 + index)], 'fresh');
  await traffic(
    Array.from({ length: 20 }, (_, index) => 48 + index),
    'fresh',
  );
  expect(await observed('fresh')).toEqual(night);
  expect(night === null ? [] : entriesObserved(night)).toMatchObject([{ kind: 'tool_contract', name: 'find' }]);
});

test('days that another version has read are read again, and those that are gone are dropped', async () => {
  await traffic([1, 25, 49]);
  const before = await observed();
  const files = new DayFolder(folder(), 'pawl ledger');
  const [first = '', second = ''] = files.days();
  const older = readObserved(files.read(first), first);
  files.write(
    first,
    observedText({ ...older, by: '0 of pawl 0.0.0', observed: { ...older.observed, models: new Map() } }),
  );
  files.write('2025-01-01', observedText(older));
  // A day whose recordings were taken out by "pawl forget" keeps nothing of them
  files.write(second, observedText({ ...readObserved(files.read(second), second), source: 'others' }));
  dropObserved(await reader(), options, surroundings());
  expect(files.days()).toEqual(['2026-11-10', '2026-11-12']);
  expect(await observed()).toEqual(before);
  expect(readObserved(files.read(first), first).by).not.toMatch(/0\.0\.0/);
});

test('a run that was ended tells of nothing, and a file of another version is refused', async () => {
  await traffic([1, 25]);
  const ended = AbortSignal.abort();
  expect(await observedDays(await reader(), options, surroundings(ended))).toBeNull();
  await observed();
  const files = new DayFolder(folder(), 'pawl ledger');
  files.write('2026-11-10', '{"format":"pawl observed day v9"}\n');
  await expect(observed()).rejects.toThrow(/expected the format "pawl observed day v1", received .*v9/);
});
