import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { redactorWith } from '../../src/commands/redaction.ts';
import { trafficProjection } from '../../src/commands/traffic-store.ts';
import { readRedactionSettings } from '../../src/config/index.ts';
import { NO_COUNTS, sumOfCounts, type TrafficBatch, TrafficInput, TrafficStore } from '../../src/corpus/index.ts';
import { REDACTION_KINDS } from '../../src/trace/index.ts';
import type { Figure } from '../otlp/measure.ts';
import { atLeast, median, processorMs } from './figures.ts';
import { writeRequests } from './synthetic.ts';

/**
 * The whole way of OTLP JSON into a fresh store (decoding, redaction, zstd, tables), as a share of what a bare JSON.parse of
 * the same bytes does in the same round.
 */
export async function measureThroughput(seed: number, traces: number, rounds: number, folder: string): Promise<Figure> {
  const file = join(folder, 'throughput.jsonl');
  writeRequests(file, { seed, traces, days: 1 });
  const shares: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const { parseMs, ingestMs, trajectories } = await oneRound(file, folder);
    if (trajectories !== traces) throw new Error(`expected ${traces} trajectories, received ${trajectories}`);
    // The first round only warms up.
    if (round > 0) shares.push(parseMs / ingestMs);
  }
  return atLeast('OTLP JSON into the store, of a bare JSON.parse', median(shares), 'x', 0.15);
}

export async function oneRound(file: string, folder: string) {
  const startMs = processorMs();
  parseLines(readFileSync(file));
  const betweenMs = processorMs();
  const store = mkdtempSync(join(folder, 'throughput-'));
  const trajectories = await ingest(file, store);
  const ingestMs = processorMs() - betweenMs;
  rmSync(store, { recursive: true });
  return { parseMs: betweenMs - startMs, ingestMs, trajectories };
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
  const settings = readRedactionSettings('version: 1', 'none');
  const store = await TrafficStore.open(directory, {
    projection: trafficProjection,
    redactorOf: (key) => redactorWith(key, settings, REDACTION_KINDS),
  });
  const take = ({ records }: TrafficBatch): void => {
    store.addAll(records);
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
