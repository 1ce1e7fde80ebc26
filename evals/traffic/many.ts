import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { TrafficReader } from '../../src/corpus/index.ts';
import type { Figure } from '../otlp/measure.ts';
import { atMost, processorMs } from './figures.ts';
import { Ingest } from './pawl.ts';
import { type Plan, requestLines } from './synthetic.ts';

const SCANNED = ['model', 'passed', 'steps', 'cost_usd'] as const;
const PIECE_LINES = 25;

/** Many trajectories through `pawl ingest -`, and what reads them then. `cli` is the program's `cli.js`. */
export async function measureMany(plan: Plan, folder: string, cli: string): Promise<readonly Figure[]> {
  const store = join(folder, 'many');
  const peakMb = await ingested(plan, store, cli);
  const spread = { ...plan, traces: Math.ceil(plan.traces / 10), spread: true };
  const spreadMb = await ingested(spread, join(folder, 'spread'), cli);
  const [many, few] = [plan.traces, spread.traces].map((traces) => traces.toLocaleString('en-US'));
  const scan = await scanned(store);
  const duck = await counted(store);
  const expected = { trajectories: plan.traces, steps: 2 * plan.traces };
  const isSame = [scan, duck].every(
    ({ trajectories, steps }) => trajectories === expected.trajectories && steps === expected.steps,
  );
  return [
    atMost(`${many} trajectories ingested, peak of memory`, peakMb, 'MB', 300),
    atMost(`${few} of which the spans lie far apart, peak of memory`, spreadMb, 'MB', 300),
    atMost(`scan of ${SCANNED.length} columns of ${many} trajectories`, scan.seconds, 's', 1),
    {
      name: 'trajectories and steps counted by DuckDB',
      value: duck.trajectories,
      unit: '',
      goal: `${expected.trajectories}, ${expected.steps} steps`,
      met: isSame,
    },
  ];
}

async function ingested(plan: Plan, store: string, cli: string): Promise<number> {
  const ingest = new Ingest(['-'], store, cli);
  await ingest.feed(pieces(plan));
  await ingest.ended();
  return ingest.peakMb;
}

function* pieces(plan: Plan): Generator<string> {
  let piece: string[] = [];
  for (const line of requestLines(plan)) {
    if (piece.push(line) < PIECE_LINES) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

async function scanned(store: string): Promise<{ trajectories: number; steps: number; seconds: number }> {
  const startMs = processorMs();
  const reader = await TrafficReader.open(store);
  let [trajectories, steps] = [0, 0];
  for await (const { rows, of } of reader.table('trajectories', SCANNED, null)) {
    trajectories += rows;
    for (let row = 0; row < rows; row += 1) steps += Number(of.steps[row]);
  }
  return { trajectories, steps, seconds: (processorMs() - startMs) / 1000 };
}

async function counted(store: string): Promise<{ trajectories: number; steps: number }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const table = (name: string): string => `read_parquet('${store}/traffic/${name}/*/*.parquet')`;
    const query = `select (select count(*) from ${table('trajectories')}) as t, (select count(*) from ${table('steps')}) as s`;
    const [row] = (await connection.runAndReadAll(query)).getRowObjectsJson();
    return { trajectories: Number(row?.t), steps: Number(row?.s) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
