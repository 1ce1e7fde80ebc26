import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Json, type ObservedToolCall, type ObservedTrajectory, parseJson } from '../../src/trace/index.ts';
import { DATA } from './sources.ts';
import { readTrajectoryFile } from './trajectory-file.ts';

/** One run as this program reads it, and as a plain jq over the file does. */
export interface Run {
  /** Name, value as given, and whether it means passed. */
  readonly outcomes: readonly (readonly [name: string, value: Json, passed: boolean | null])[];
  readonly models: number;
  readonly calls: readonly Json[];
  readonly results: readonly Json[];
}

export interface ImportedFile {
  readonly format: string | null;
  readonly runs: readonly Run[];
  /** Records and parts of them that were not understood. */
  readonly problems: readonly string[];
  /** Runs with an id that another one has. */
  readonly repeatedIds: number;
}

/** Said of every tau2 run, whose times have no offset. */
export const READ_AS_UTC = 'times without an offset from UTC, read as UTC';

/** A file of the recorded data, as the readers read it. */
export async function importFile(name: string): Promise<ImportedFile> {
  const { format, trajectories, problems } = await readTrajectoryFile(join(DATA, name));
  const ids = new Set(trajectories.map(({ id }) => id));
  return {
    format,
    runs: trajectories.map(runOf),
    problems: [...problems, ...trajectories.flatMap((trajectory) => trajectory.problems)],
    repeatedIds: trajectories.length - ids.size,
  };
}

function runOf({ steps, outcomes }: ObservedTrajectory): Run {
  const calls = steps.filter((step): step is ObservedToolCall => step.kind === 'tool_call');
  return {
    outcomes: outcomes.map(({ name, value, passed }) => [name, value, passed]),
    models: steps.length - calls.length,
    calls: calls.map((call) => [call.name, call.arguments]),
    results: calls.flatMap(({ name, outcome, arguments: args }): Json[] =>
      outcome.kind === 'unknown' ? [] : [[name, args, outcome.value, outcome.kind === 'error']],
    ),
  };
}

/** What jq reads of a file, a run a line; null = there is no jq or no zcat here. */
export function readWithJq(name: string, filter: string): readonly Run[] | null {
  if (!hasJq()) return null;
  const script = 'zcat -- "$0" | jq -c "$1"';
  const { stdout, stderr, status } = spawnSync('sh', ['-c', script, join(DATA, name), filter], {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0) throw new Error(`jq ended with ${status} on ${name}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseJson(line) as unknown as Run);
}

export function hasJq(): boolean {
  return spawnSync('sh', ['-c', 'command -v jq && command -v zcat']).status === 0;
}

/** Runs by an outcome: `utility true` and how many. */
export function countOutcomes(runs: readonly Run[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcomes } of runs) {
    for (const [name, value, passed] of outcomes) {
      const verdict = passed === null ? 'undetermined' : passed ? 'passed' : 'failed';
      const key = `${name} ${typeof value === 'number' && !Number.isInteger(value) ? 'between' : value} ${verdict}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

/** Where two readings of a file differ: `run 12: results[3]`; at most 20 are named. */
export function differences(ours: readonly Run[], theirs: readonly Run[]): string[] {
  const count = ours.length === theirs.length ? [] : [`${ours.length} runs, ${theirs.length} with jq`];
  const parts = ours.flatMap((run, index) => {
    const other = theirs[index];
    return (['outcomes', 'models', 'calls', 'results'] as const)
      .filter((part) => !isDeepStrictEqual(run[part], other?.[part]))
      .map((part) => `run ${index}: ${part}`);
  });
  return [...count, ...parts].slice(0, 20);
}
