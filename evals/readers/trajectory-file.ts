import { readInput } from '../../src/commands/read-input.ts';
import type { TrafficBatch } from '../../src/corpus/index.ts';
import type { ObservedTrajectory } from '../../src/trace/index.ts';

export interface ReadFile {
  /** null = it is not known. */
  readonly format: string | null;
  readonly trajectories: readonly ObservedTrajectory[];
  /** `where: reason` of all that was not understood. */
  readonly problems: readonly string[];
}

/** A file of finished runs or exported traces, as `pawl ingest` reads it. */
export async function readTrajectoryFile(path: string): Promise<ReadFile> {
  const trajectories: ObservedTrajectory[] = [];
  const problems: string[] = [];
  const take = (batch: TrafficBatch): void => {
    for (const record of batch.records) if (record.kind === 'trajectory') trajectories.push(record.trajectory);
    problems.push(...batch.problems.map(({ examples, reason }) => `${examples.join()}: ${reason}`));
  };
  const input = { kind: 'file', path: '', file: path, bytes: 0, modifiedMs: 0, named: true } as const;
  const signal = new AbortController().signal;
  const { format, damage } = await readInput(input, { format: null, take, read: async () => undefined, signal });
  return { format, trajectories, problems: damage === null ? problems : [...problems, damage] };
}
