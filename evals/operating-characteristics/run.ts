import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { add, NOTHING, type Sums } from './measure.ts';
import { ROWS } from './rows.ts';
import type { Part } from './worker.ts';

const PART = 25;

export interface Extent {
  /** Pull requests of a row, times its weight. */
  readonly requests: number;
  readonly seed: number;
  readonly workers: number;
}

/** Simulates the pull requests of every row; `done` hears of each row as it ends. */
export async function runRows(
  rows: readonly number[],
  { requests, seed, workers: most }: Extent,
  done: (row: number, sums: Sums) => void,
): Promise<ReadonlyMap<number, Sums>> {
  const parts = rows.flatMap((row) => partsOf(row, Math.ceil(requests * (ROWS[row]?.weight ?? 1)), seed));
  const left = new Map(rows.map((row) => [row, parts.filter((part) => part.row === row).length]));
  const sums = new Map<number, Sums>();
  const workers = Array.from({ length: Math.min(most, parts.length) }, () =>
    fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
      serialization: 'advanced',
      // A worker has one core: more threads that collect garbage only take it from each other.
      execArgv: [...process.execArgv, '--single-threaded-gc'],
    }),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
          const { row } = part;
          const found = await ask(worker, part);
          sums.set(row, add(sums.get(row) ?? NOTHING, found));
          left.set(row, (left.get(row) ?? 0) - 1);
          if (left.get(row) === 0) done(row, sums.get(row) ?? NOTHING);
        }
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
  return sums;
}

function partsOf(row: number, requests: number, seed: number): Part[] {
  return Array.from({ length: Math.ceil(requests / PART) }, (_, index) => {
    const from = index * PART;
    return { row, seed, from, to: Math.min(requests, from + PART) };
  });
}

function ask(worker: ChildProcess, part: Part): Promise<Sums> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a worker ended with ${code}`));
    worker.once('exit', ended);
    worker.once('message', (sums) => {
      worker.off('exit', ended);
      resolve(sums as Sums);
    });
    worker.send(part);
  });
}
