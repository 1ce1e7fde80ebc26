import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { TrafficReader } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import {
  type BackfillPlan,
  type BackfillQuestion,
  BEHAVIOUR,
  BEHAVIOUR_COLUMNS,
  DayBuilder,
  DayFolder,
  type DayResult,
  type DefinitionId,
  dayHead,
  dayText,
  planBackfill,
  readDay,
  STEP_COLUMNS,
  StepCursor,
  type Summaries,
} from '../knowledge/index.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

/** What is computed of every day. */
export interface Definition {
  readonly id: DefinitionId;
  readonly scan: (reader: TrafficReader, day: string) => Promise<Summaries>;
}

/** All dimensions of behaviour. */
export const behaviour: Definition = { id: BEHAVIOUR, scan: (reader, day) => scanBehaviour(reader, day, true) };

/** Where the results of a definition are kept, below the store. */
export function resultFolder(store: string, { name }: DefinitionId, { directory }: Pick<Surroundings, 'directory'>) {
  return new DayFolder(join(resolve(directory, store), 'knowledge', 'backfill', name), 'pawl backfill');
}

/** Which days, and whose share of them. */
export type Asked = Omit<BackfillQuestion, 'by'>;

export const EVERYTHING: Asked = { since: null, until: null, shard: null };

export interface Brought {
  readonly plan: BackfillPlan;
  /** false = the run was ended before the last day; what is there counts. */
  readonly finished: boolean;
}

/** Scans the days that nobody scanned yet, each written as soon as it is done: ended, it goes on with the next run. */
export async function bringUpToDate(
  reader: TrafficReader,
  definition: Definition,
  folder: DayFolder,
  question: Asked,
  surroundings: Pick<Surroundings, 'warn' | 'terminal' | 'signal'>,
): Promise<Brought> {
  const plan = planBackfill(reader.sources(), headsIn(folder), { ...question, by: definition.id });
  const progress = new ProgressLine(surroundings, 'days');
  if (plan.scan.length > 0) progress.plan(`scanning for ${definition.id.name}`, plan.scan.length);
  try {
    for (const { day, source } of plan.scan) {
      await setImmediate(); // a signal can come in
      if (surroundings.signal.aborted) return { plan, finished: false };
      const summaries = await definition.scan(reader, day);
      folder.write(day, dayText({ by: definition.id, day, source, summaries }));
      progress.step();
    }
  } finally {
    progress.end();
  }
  return { plan, finished: true };
}

/** What a folder holds of a definition, ascending; days of other versions are none of it. */
export function* resultsIn(folder: DayFolder, { id }: Pick<Definition, 'id'>): Generator<DayResult> {
  for (const day of folder.days()) {
    const result = readDay(folder.read(day), folder.pathOf(day));
    if (result.by.version === id.version) yield result;
  }
}

function headsIn(folder: DayFolder): ReadonlyMap<string, Pick<DayResult, 'by' | 'source'>> {
  return new Map(folder.days().map((day) => [day, dayHead(folder.read(day), folder.pathOf(day))]));
}

/** Trajectories without a time: they are in no day. */
export async function undatedIn(reader: TrafficReader): Promise<number> {
  let undated = 0;
  for await (const { rows } of reader.table('trajectories', ['steps'], [null])) undated += rows;
  return undated;
}

/** One day of all dimensions; without the steps what only they tell is left out. */
export async function scanBehaviour(reader: TrafficReader, day: string, withSteps: boolean): Promise<Summaries> {
  const builder = new DayBuilder();
  const cursor = new StepCursor();
  const steps = reader.table('steps', STEP_COLUMNS, [day]);
  for await (const rows of reader.table('trajectories', BEHAVIOUR_COLUMNS, [day])) {
    let wanted = 0;
    for (let row = 0; withSteps && row < rows.rows; row += 1) wanted += Number(rows.of.steps[row]);
    while (cursor.held < wanted) {
      const next = await steps.next();
      if (next.done === true) throw misfit(reader, day);
      cursor.push(next.value);
    }
    if (!builder.add(rows, withSteps ? cursor : null)) throw misfit(reader, day);
  }
  return builder.build();
}

export function misfit(reader: TrafficReader, day: string): UserError {
  const message = `the tables of trajectories and of steps do not fit each other on ${day}`;
  const hint = 'restore the traffic store, or remove this day of it and ingest its files again';
  return new UserError({ where: reader.directory, message, hint });
}
