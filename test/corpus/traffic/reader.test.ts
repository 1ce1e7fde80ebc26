import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TrafficReader, TrafficStore } from '../../../src/corpus/index.ts';
import { CODECS } from '../../../src/corpus/traffic/codec.ts';
import { COLUMNS } from '../../../src/corpus/traffic/columns.ts';
import { assembleDesk, DAY_US, emptyTrajectory, logOf, NOON_US, recordsOf, traceIdOf } from './desk.ts';
import { asItIs, contentOf, filesIn, ingest, never, openDesk, projection } from './open.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-reader-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function duckdb(query: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('other programs', () => {
  test('DuckDB reads both tables by a plain glob, each trajectory once, with the types of the columns', async () => {
    const two = [0, 1].flatMap((id) => recordsOf({ id, tools: 2, startUs: NOON_US + id * DAY_US }));
    await ingest(directory, [...two.slice(0, 3), { kind: 'trajectory', trajectory: emptyTrajectory('run') }]);
    await ingest(directory, [...two, logOf(1)]);
    const table = (name: string) =>
      `read_parquet('${directory}/traffic/${name}/*/*.parquet', hive_partitioning = true)`;
    expect(
      await duckdb(
        `select day, count(*) as n, sum(steps) as steps, bool_or(passed) as passed, any_value(slices) as slices
         from ${table('trajectories')} group by day order by day nulls first`,
      ),
    ).toEqual([
      { day: null, n: '1', steps: '0', passed: null, slices: ['orders'] },
      { day: '2026-11-20', n: '1', steps: '3', passed: null, slices: ['orders'] },
      { day: '2026-11-21', n: '1', steps: '3', passed: true, slices: ['orders'] },
    ]);
    expect(
      await duckdb(
        `select s.tool, count(*) as n from ${table('steps')} s join ${table('trajectories')} t on s.trajectory_id = t.id
         where t.started_at >= timestamp '2026-11-21 00:00:00' group by s.tool order by s.tool nulls first`,
      ),
    ).toEqual([
      { tool: null, n: '1' },
      { tool: 'get_order', n: '2' },
    ]);
    const types = {
      id: 'VARCHAR',
      text: 'VARCHAR',
      json: 'VARCHAR',
      texts: 'VARCHAR[]',
      int: 'INTEGER',
      long: 'BIGINT',
    };
    const more = { double: 'DOUBLE', boolean: 'BOOLEAN', time: 'TIMESTAMP' };
    for (const name of ['trajectories', 'steps'] as const) {
      const described = await duckdb(`describe select * from ${table(name)}`);
      expect(described.map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
        ...COLUMNS[name].map((column) => [column.name, { ...types, ...more }[column.type]]),
        ['day', 'DATE'],
      ]);
    }
  });
});

describe('the reader', () => {
  test('finds a trace by its id, a finished run by its own, and a trajectory by one that is neither', async () => {
    const second = recordsOf({ id: 2 }).map((record) =>
      record.kind === 'span' ? { ...record, span: { ...record.span, traceId: traceIdOf(1) } } : record,
    );
    await ingest(directory, [
      ...recordsOf({ id: 1 }),
      ...second,
      { kind: 'trajectory', trajectory: emptyTrajectory('run') },
    ]);
    const reader = await TrafficReader.open(directory);
    const trace = await reader.find(traceIdOf(1), assembleDesk);
    expect(trace).toMatchObject({
      key: traceIdOf(1),
      trajectories: [{ id: traceIdOf(1) }, { id: `${traceIdOf(1)}-1` }],
    });
    expect(trace?.spans).toHaveLength(6);
    expect(await reader.find(`${traceIdOf(1)}-1`, assembleDesk)).toEqual(trace);
    expect(await reader.find('run', assembleDesk)).toMatchObject({ spans: [], trajectories: [{ id: 'run' }] });
    expect(await reader.find('unknown', assembleDesk)).toBeNull();
  });

  test('finds many at once as it finds each: each once, the version that lives, also where it has copies on two days', async () => {
    const twoDays = recordsOf({ id: 4, startUs: NOON_US + DAY_US }).map((record) =>
      record.kind === 'span' ? { ...record, span: { ...record.span, traceId: traceIdOf(3) } } : record,
    );
    await ingest(directory, [0, 1, 2, 3].flatMap((id) => recordsOf({ id })).concat(twoDays));
    await ingest(directory, [
      ...recordsOf({ id: 1, tools: 5 }),
      { kind: 'trajectory', trajectory: emptyTrajectory('run') },
    ]);
    const reader = await TrafficReader.open(directory);
    const keys = [traceIdOf(3), 'run', traceIdOf(1), 'unknown', traceIdOf(0), traceIdOf(1)];
    const found = [...reader.findAll(keys, assembleDesk)];
    expect(found.map(({ key }) => key).sort()).toEqual([traceIdOf(0), traceIdOf(1), traceIdOf(3), 'run'].sort());
    for (const one of found) expect(one).toEqual(await reader.find(one.key, assembleDesk));
    expect(found.find(({ key }) => key === traceIdOf(1))?.spans).toHaveLength(7);
  });

  test('gives the trajectories of the days that are asked for', async () => {
    await ingest(
      directory,
      [0, 1, 2].flatMap((id) => recordsOf({ id, startUs: NOON_US + id * DAY_US })),
    );
    const reader = await TrafficReader.open(directory);
    expect(reader.days()).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    const found = [...reader.trajectories(assembleDesk, ['2026-11-21', '2026-11-22'])];
    expect(found.map(({ day, traceId }) => [day, traceId])).toEqual([
      ['2026-11-21', traceIdOf(1)],
      ['2026-11-22', traceIdOf(2)],
    ]);
  });

  test('without a store says what to do', async () => {
    await expect(TrafficReader.open(directory)).rejects.toThrow(/there is no traffic store here\n.*pawl ingest/);
  });
});

describe('the writer', () => {
  test('compresses with gzip where there is no zstd, and goes on as the store began', async () => {
    const gzip = CODECS.find(({ name }) => name === 'gzip');
    if (gzip === undefined) throw new Error('no gzip');
    const store = await TrafficStore.open(directory, { projection, redactorOf: () => asItIs, codec: gzip });
    for (const record of recordsOf({ id: 1 })) store.add(record);
    await store.fold(never);
    store.close();
    await ingest(directory, recordsOf({ id: 2 }));
    const raw = [...filesIn(directory).keys()].filter((name) => name.includes('/raw/') && !name.endsWith('.index'));
    expect(raw.map((name) => name.replace(/.*part/, 'part'))).toEqual(['part-000001.jsonl.gz', 'part-000002.jsonl.gz']);
    expect(await contentOf(directory)).toMatchObject({
      trajectories: [{}, {}],
      raw: [{}, {}].map(() => expect.any(String)),
    });
    const [{ n } = { n: null }] = await duckdb(
      `select count(*) as n from '${directory}/traffic/trajectories/*/*.parquet'`,
    );
    expect(n).toBe('2');
  });

  test('is alone: a second one is refused until the first has closed or is gone', async () => {
    const first = await openDesk(directory);
    await expect(openDesk(directory)).rejects.toThrow(/process \d+ on .* is writing to this traffic store/);
    first.close();
    // A process of that number lives no more, or it is this one's number in an earlier life of the machine.
    const lock = join(directory, 'traffic/lock');
    const { pid } = process;
    const host = (await import('node:os')).hostname();
    for (const gone of [
      { pid: 2 ** 22 + 1, host, startedAtMs: 1 },
      { pid, host, startedAtMs: 1 },
    ]) {
      writeFileSync(lock, JSON.stringify(gone));
      (await openDesk(directory)).close();
    }
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', startedAtMs: 1 }));
    await expect(openDesk(directory)).rejects.toThrow(/process 1 on elsewhere/);
  });

  test('leaves out a waiting line that was cut short, says so, and keeps all others', async () => {
    const store = await openDesk(directory, { heldBytes: 0 });
    for (const record of [...recordsOf({ id: 1 }), ...recordsOf({ id: 2 })]) store.add(record);
    store.close();
    const folder = join(directory, 'traffic/inbox/000001');
    const [name = ''] = filesIn(folder).keys();
    writeFileSync(join(folder, name), Buffer.concat([readFileSync(join(folder, name)), Buffer.from('abc\t{"sco')]));
    writeFileSync(join(folder, '00.jsonl'), 'no record\n');
    mkdirSync(join(directory, 'traffic/work'));
    writeFileSync(join(directory, 'traffic/work/x'), 'not committed');
    const next = await openDesk(directory);
    expect(await next.fold(never)).toMatchObject({ added: 2 });
    expect(next.notices).toEqual([
      expect.stringMatching(/^an earlier run was cut short/),
      expect.stringMatching(/00\.jsonl: a line that is no record was left out$/),
      expect.stringMatching(/the last 9 bytes are cut short and were left out$/),
    ]);
    next.close();
  });

  test('remembers how far inputs were read until they are folded', async () => {
    const input = { path: '/in/a.jsonl', bytes: 10, modifiedMs: 5, format: null, records: 3 };
    const store = await openDesk(directory);
    for (const record of recordsOf({ id: 1 })) store.add(record);
    await store.checkpoint([input]);
    store.close();
    const next = await openDesk(directory);
    expect(next.inputs).toEqual([input]);
    await next.checkpoint([
      { ...input, path: '/in/b.jsonl' },
      { ...input, records: 4 },
    ]);
    expect(next.inputs.map(({ path, records }) => [path, records])).toEqual([
      ['/in/b.jsonl', 3],
      ['/in/a.jsonl', 4],
    ]);
    expect(await next.fold(never)).toMatchObject({ added: 1 });
    next.close();
    const last = await openDesk(directory);
    expect(last.inputs).toEqual([]);
    last.close();
  });
});
