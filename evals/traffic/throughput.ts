import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { redactorWith } from '../../src/commands/redaction.ts';
import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { redactionOf } from '../../src/config/index.ts';
import { NO_COUNTS, sumOfCounts, type TrafficBatch, TrafficInput, TrafficStore } from '../../src/corpus/index.ts';
import { REDACTION_KINDS } from '../../src/trace/index.ts';

export interface Throughput {
  /** Processor time of a bare JSON.parse of every line, and of the whole way of the same bytes into a store. */
  readonly parseMs: number;
  readonly ingestMs: number;
  readonly trajectories: number;
}

/** Takes a file into a fresh store, and parses its lines in the same round. Processor time, not the clock: others work here too. */
export async function measureThroughput(file: string, folder: string, rounds: number): Promise<Throughput[]> {
  const measured: Throughput[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const parseMs = processorMs();
    parseLines(readFileSync(file));
    const between = processorMs();
    const store = mkdtempSync(join(folder, 'throughput-'));
    const trajectories = await ingest(file, store);
    measured.push({ parseMs: between - parseMs, ingestMs: processorMs() - between, trajectories });
    rmSync(store, { recursive: true });
  }
  return measured;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function parseLines(bytes: Buffer): void {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    JSON.parse(bytes.toString('utf8', start, end));
    start = end + 1;
  }
}

async function ingest(file: string, directory: string): Promise<number> {
  const { signal } = new AbortController();
  const store = await TrafficStore.open(directory, {
    projection: trafficProjection,
    redactorOf: (key) => redactorWith(key, redactionOf(), REDACTION_KINDS),
  });
  const take = ({ records }: TrafficBatch): void => {
    for (const record of records) store.add(record);
  };
  const input = new TrafficInput(file, null, take, (bytes) => bytes);
  let counts = NO_COUNTS;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    input.push(chunk as Buffer);
    counts = sumOfCounts(counts, (await store.relieve([], signal)) ?? NO_COUNTS);
  }
  input.end();
  counts = sumOfCounts(counts, await store.fold(signal));
  store.close();
  return counts.trajectories;
}

if (import.meta.main) {
  const [, , file = '', folder = '', rounds = '3'] = process.argv;
  console.log(JSON.stringify(await measureThroughput(file, folder, Number(rounds))));
}
