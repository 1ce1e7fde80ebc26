import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ReadProblem, TrajectoryFile, type TrajectoryReader } from '../../../src/corpus/index.ts';
import { LineSplitter } from '../../../src/corpus/lines.ts';
import type { ObservedTrajectory } from '../../../src/trace/index.ts';

export interface ReadFile {
  readonly format: string | null;
  readonly trajectories: readonly ObservedTrajectory[];
  readonly problems: readonly ReadProblem[];
}

/** All that a file's text gives. */
export function readText(text: string | Uint8Array, reader: TrajectoryReader | null = null): ReadFile {
  const trajectories: ObservedTrajectory[] = [];
  const problems: ReadProblem[] = [];
  const file = new TrajectoryFile(reader, (read) => {
    trajectories.push(...read.trajectories);
    problems.push(...read.problems);
  });
  const lines = new LineSplitter(64 * 1024 * 1024, (line) => file.line(line));
  lines.push(typeof text === 'string' ? Buffer.from(text) : text);
  lines.end();
  file.end();
  return { format: file.format, trajectories, problems };
}

/** Records as JSON Lines. */
export function jsonLines(...records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

const DATA = join(import.meta.dirname, '../../../../shared/data');

/** Why tests over recorded data are skipped; false = the data is there. */
export const NO_DATA = existsSync(DATA) ? false : `no recorded data at ${DATA}`;

export function dataPath(name: string): string {
  return join(DATA, name);
}

/** A file of the recorded data, decompressed. */
export function dataBytes(name: string): Uint8Array {
  const bytes = readFileSync(dataPath(name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
