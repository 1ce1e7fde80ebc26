import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TrafficReader, TrafficStore } from '../../../src/corpus/index.ts';
import type { Json } from '../../../src/trace/index.ts';
import { assembleDesk, DAY_US, emptyTrajectory, logOf, NOON_US, recordsOf, spansOf, traceIdOf } from './desk.ts';
import { asItIs, contentOf, filesIn, ingest, never, openDesk, projection, rawIn, rowsIn } from './open.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-traffic-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const idsOf = async () => (await rowsIn(directory, 'trajectories')).map(({ id }) => id);

describe('what is ingested', () => {
  test('is one row a trajectory and one a step', async () => {
    expect(await ingest(directory, [...recordsOf({ id: 1, tools: 2 }), logOf(1)])).toEqual({
      added: 1,
      replaced: 0,
      unchanged: 0,
      repeated: 0,
      trajectories: 1,
      withoutTrajectory: 0,
      unreadable: 0,
      leftOut: 0,
    });
    const { trajectories, steps } = await contentOf(directory);
    expect(trajectories).toMatchObject([
      { id: traceIdOf(1), started_at: NOON_US + 1_000_000, input_tokens: 101, passed: true, slices: ['orders'] },
    ]);
    expect(steps.map(({ step, kind, tool, duration_ms }) => [step, kind, tool, duration_ms])).toEqual([
      [0, 'model_call', null, 40],
      [1, 'tool_call', 'get_order', 40],
      [2, 'tool_call', 'get_order', 40],
    ]);
  });

  test('lies in a day folder by the UTC start of its trajectory; what has no time in one of its own', async () => {
    const lastUs = NOON_US + DAY_US / 2 - 1;
    await ingest(directory, [
      ...recordsOf({ id: 1, startUs: lastUs }),
      ...recordsOf({ id: 2, startUs: lastUs + 1 }),
      { kind: 'trajectory', trajectory: emptyTrajectory('run 3') },
    ]);
    expect(readdirSync(join(directory, 'traffic/trajectories'))).toEqual([
      'day=2026-11-20',
      'day=2026-11-21',
      'day=__HIVE_DEFAULT_PARTITION__',
    ]);
    const rows = await rowsIn(directory, 'trajectories');
    expect(new Map(rows.map(({ id, day }) => [id, day]))).toEqual(
      new Map([
        [traceIdOf(1), '2026-11-20'],
        [traceIdOf(2), '2026-11-21'],
        ['run 3', null],
      ]),
    );
  });

  test('again changes no file', async () => {
    const records = [1, 2, 3].flatMap((id) => [...recordsOf({ id }), logOf(id)]);
    await ingest(directory, records);
    const before = filesIn(directory);
    expect(await ingest(directory, records.toReversed())).toMatchObject({ added: 0, replaced: 0, unchanged: 3 });
    expect(filesIn(directory)).toEqual(before);
  });

  test('is put together from spans that come in several ingests, and replaces what was known before', async () => {
    const [root, chat, tool] = recordsOf({ id: 1 });
    await ingest(
      directory,
      [tool, chat].flatMap((record) => record ?? []),
    );
    expect(await idsOf()).toEqual([]);
    expect(await ingest(directory, root === undefined ? [] : [root])).toMatchObject({
      added: 0,
      replaced: 1,
      trajectories: 1,
    });
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ id: traceIdOf(1), steps: 2 }]);
    expect(rawIn(directory)).toHaveLength(1);
    expect(await ingest(directory, recordsOf({ id: 1, tools: 3 }))).toMatchObject({ replaced: 1 });
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ id: traceIdOf(1), steps: 4 }]);
    expect(await rowsIn(directory, 'steps')).toHaveLength(4);
    const other = mkdtempSync(join(tmpdir(), 'pawl-traffic-'));
    await ingest(other, recordsOf({ id: 1, tools: 3 }));
    expect(await contentOf(directory)).toEqual(await contentOf(other));
    rmSync(other, { recursive: true });
  });

  test('moves to another day when an earlier span turns up', async () => {
    const [root, ...steps] = spansOf({ id: 1, startUs: NOON_US + DAY_US });
    await ingest(
      directory,
      spansOf({ id: 1, startUs: NOON_US + DAY_US }).map((span) => ({ kind: 'span', span })),
    );
    expect(readdirSync(join(directory, 'traffic/trajectories/day=2026-11-21'))).toHaveLength(1);
    if (root === undefined) throw new Error('no root');
    // The root is sent again when it ends.
    const ended = { ...root, startUs: NOON_US, endUs: root.endUs + 1 };
    await ingest(directory, [{ kind: 'span', span: ended }]);
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ day: '2026-11-20', steps: steps.length }]);
    expect(readdirSync(join(directory, 'traffic/trajectories/day=2026-11-21'))).toEqual([]);
  });

  test('may hold trajectories of several days in one trace', async () => {
    const first = spansOf({ id: 1 });
    const second = spansOf({ id: 2, startUs: NOON_US + DAY_US }).map((span) => ({ ...span, traceId: traceIdOf(1) }));
    const both = [...first, ...second].map((span) => ({ kind: 'span' as const, span }));
    await ingest(directory, both);
    const rows = await rowsIn(directory, 'trajectories');
    expect(rows.map(({ day, trace_id }) => [day, trace_id])).toEqual([
      ['2026-11-20', traceIdOf(1)],
      ['2026-11-21', traceIdOf(1)],
    ]);
    const ids = [...(await TrafficReader.open(directory)).trajectories(assembleDesk, null)].map(
      ({ day, trajectory }) => [day, trajectory.id],
    );
    expect(ids).toEqual(rows.map(({ day, id }) => [day, id]));
    // A late span makes both days anew.
    await ingest(directory, [logOf(1)]);
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([
      { day: '2026-11-20', passed: true },
      { day: '2026-11-21', passed: true },
    ]);
  });

  test('of a finished run: the fuller version stands, of two as full the later one', async () => {
    const run = (name: string, outcomes: number) => {
      const outcome = { name, value: 1, passed: true, source: 'reward', explanation: null } as const;
      return {
        kind: 'trajectory' as const,
        trajectory: { ...emptyTrajectory('run'), outcomes: Array(outcomes).fill(outcome) },
      };
    };
    await ingest(directory, [run('a', 1)]);
    await ingest(directory, [run('b', 2)]);
    await ingest(directory, [run('c', 1)]);
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ trace_id: null, outcome_name: 'b' }]);
    await ingest(directory, [run('d', 2)]);
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ id: 'run', outcome_name: 'd' }]);
    expect(await ingest(directory, [run('e', 1), run('f', 3), run('g', 1)])).toMatchObject({
      replaced: 1,
      repeated: 2,
    });
    expect(await rowsIn(directory, 'trajectories')).toMatchObject([{ outcome_name: 'f' }]);
  });
});

describe('what cannot be read', () => {
  test('a trace whose reader fails is counted and kept; its neighbours have their rows', async () => {
    const store = await TrafficStore.open(directory, {
      projection: {
        ...projection,
        assemble: (spans, logs) => {
          if (spans[0]?.traceId === traceIdOf(2)) throw new Error('cannot read this');
          return assembleDesk(spans, logs);
        },
      },
      redactorOf: () => asItIs,
    });
    for (const id of [1, 2, 3]) for (const record of recordsOf({ id })) store.add(record);
    expect(await store.fold(never)).toMatchObject({ added: 3, trajectories: 2, unreadable: 1 });
    store.close();
    expect(await idsOf()).toEqual([traceIdOf(1), traceIdOf(3)].sort());
    expect(rawIn(directory)).toHaveLength(3);
    // A better reader has its chance when the trace is touched again.
    await ingest(directory, [logOf(2)]);
    expect(await idsOf()).toHaveLength(3);
  });

  test('a log record without trace and session has no place; one with a session has', async () => {
    const store = await openDesk(directory);
    const { log } = logOf(1) as Extract<ReturnType<typeof logOf>, { kind: 'log' }>;
    expect(store.add({ kind: 'log', log: { ...log, traceId: null } })).toBe('without_key');
    expect(store.add({ kind: 'log', log: { ...log, traceId: null, attributes: { 'session.id': 's1' } } })).toBe(
      'added',
    );
    expect(await store.fold(never)).toMatchObject({ added: 1, withoutTrajectory: 1 });
    store.close();
    expect((await (await TrafficReader.open(directory)).find('session:s1', assembleDesk))?.logs).toHaveLength(1);
  });

  test('a record beyond the limit is not kept', async () => {
    const store = await openDesk(directory, { recordChars: 1000 });
    expect(recordsOf({ id: 1, text: 'x'.repeat(1000) }).map((record) => store.add(record))).toEqual([
      'added',
      'too_large',
      'added',
    ]);
    store.close();
  });

  test('a record nested too deep for JSON is not kept, one that is deep but fits is', async () => {
    const nested = (levels: number) => {
      let value: Json = 0;
      for (let level = 0; level < levels; level += 1) value = [value];
      return value;
    };
    const store = await openDesk(directory);
    const added = [3_000, 100_000].map((levels) => {
      const [, , tool] = spansOf({ id: levels });
      if (tool === undefined) throw new Error('no tool span');
      return store.add({
        kind: 'span',
        span: { ...tool, parentSpanId: null, attributes: { tool: 'x', result: nested(levels) } },
      });
    });
    expect(added).toEqual(['added', 'too_large']);
    expect(await store.fold(never)).toMatchObject({ added: 1 });
    store.close();
  });

  test('the records of a trace beyond the limit are left out, and its trajectory says how many', async () => {
    const store = await openDesk(directory, { traceRecords: 50 });
    for (const record of recordsOf({ id: 1, tools: 100 })) store.add(record);
    for (const record of recordsOf({ id: 2 })) store.add(record);
    expect(await store.fold(never)).toMatchObject({ added: 2, leftOut: 52 });
    store.close();
    const rows = await rowsIn(directory, 'trajectories');
    expect(rows.map(({ steps, problems }) => [steps, problems]).sort()).toEqual([
      [2, 0],
      [49, 1],
    ]);
    const problem = '52 more records of this trace were left out: it is too large';
    const reader = await TrafficReader.open(directory);
    const cut = (await reader.find(traceIdOf(1), assembleDesk))?.trajectories[0];
    expect(cut).toMatchObject({ problems: [problem], leftOutRecords: 52 });
    const whole = (await reader.find(traceIdOf(2), assembleDesk))?.trajectories[0];
    expect(whole?.leftOutRecords).toBeUndefined();
    const read = [...reader.trajectories(assembleDesk, null)].flatMap(({ trajectory }) => trajectory.problems);
    expect(read).toEqual([problem]);
    const before = filesIn(directory);
    await ingest(directory, recordsOf({ id: 1, tools: 100 }), { traceRecords: 50 });
    expect(filesIn(directory)).toEqual(before);
  });

  test('a trace that goes beyond the limit over several folds counts what each of them left out', async () => {
    const records = recordsOf({ id: 1, tools: 100 });
    const store = await openDesk(directory, { traceRecords: 50 });
    for (const record of records.slice(0, 30)) store.add(record);
    expect(await store.fold(never)).toMatchObject({ added: 1, leftOut: 0 });
    for (const record of records.slice(30)) store.add(record);
    expect(await store.fold(never)).toMatchObject({ replaced: 1, leftOut: 52 });
    for (const record of records) store.add(record);
    expect(await store.fold(never)).toMatchObject({ unchanged: 1, replaced: 0, leftOut: 52 });
    store.close();
  });

  test.each([
    ['the store', 'traffic.json', '{"format":"pawl traffic v2","compression":"zstd"}\n'],
    ['the store', 'traffic.json', '{"format":"pawl traffic v1","compression":"lzma"}\n'],
    ['an index', 'raw/day=2026-11-20/part-000001.index', '{"format":"pawl traffic index v2","entries":1}\n'],
    ['a commit', 'commit.json', '{"format":"pawl traffic commit v2","put":[],"remove":[]}'],
  ])('%s of another version is refused', async (_, file, text) => {
    await ingest(directory, recordsOf({ id: 1 }));
    const path = join(directory, 'traffic', file);
    writeFileSync(path, text);
    await expect(ingest(directory, recordsOf({ id: 2 }))).rejects.toThrow(/^.*(expected the format|compressed with).*/);
    await expect(ingest(directory, recordsOf({ id: 2 }))).rejects.toThrow(path);
  });
});
