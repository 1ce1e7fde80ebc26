import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { TrafficReader } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import {
  type BackfillPlan,
  type BackfillQuestion,
  BEHAVIOUR,
  BEHAVIOUR_COLUMNS,
  type ComputedBy,
  DayBuilder,
  DayFolder,
  type DayResult,
  type DefinitionId,
  dayHead,
  dayText,
  isSameVersion,
  planBackfill,
  readDay,
  resultNames,
  STEP_COLUMNS,
  StepCursor,
  type Summaries,
} from '../knowledge/index.ts';
import { dayRows } from './day-rows.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import type { TrafficHistory, TrafficStoreOptions } from './traffic-store.ts';

/** What is computed of every day. */
export interface Definition {
  readonly id: DefinitionId;
  readonly scan: (history: TrafficHistory, day: string, signal: AbortSignal) => Promise<Summaries>;
}

/** All dimensions of behaviour. */
export const behaviour: Definition = {
  id: BEHAVIOUR,
  scan: (history, day, signal) => scanBehaviour(history, day, true, signal),
};

/** What computes its results today. */
export function computedBy({ id }: Definition, { projection }: Pick<TrafficHistory, 'projection'>): ComputedBy {
  return { ...id, readers: projection.readersVersion, slices: projection.slicesVersion };
}

/** Where the results of a definition are kept, below the store. */
export function resultFolder(store: string, { name }: DefinitionId, { directory }: Pick<Surroundings, 'directory'>) {
  return new DayFolder(join(resolve(directory, store), 'knowledge', 'backfill', name), 'pawl backfill');
}

/** Which days, and whose share of them. */
export type Asked = Omit<BackfillQuestion, 'by'>;

export const EVERYTHING: Asked = { since: null, until: null, shard: null };

interface Brought {
  readonly plan: BackfillPlan;
  /** false = the run was ended before the last day; what is there counts. */
  readonly finished: boolean;
}

/** Scans the days that nobody scanned yet, each written as soon as it is done: ended, it goes on with the next run. */
export async function bringUpToDate(
  history: TrafficHistory,
  definition: Definition,
  folder: DayFolder,
  question: Asked,
  surroundings: Pick<Surroundings, 'warn' | 'terminal' | 'signal'>,
): Promise<Brought> {
  const by = computedBy(definition, history);
  const plan = planBackfill(history.reader.sources(), headsIn(folder), { ...question, by });
  const progress = new ProgressLine(surroundings, 'days');
  if (plan.scan.length > 0) progress.plan(`scanning for ${definition.id.name}`, plan.scan.length);
  try {
    for (const { day, source } of plan.scan) {
      await setImmediate(); // a signal can come in
      const { signal } = surroundings;
      if (signal.aborted) return { plan, finished: false };
      const summaries = await definition.scan(history, day, signal);
      if (signal.aborted) return { plan, finished: false }; // they may be of a part of the day
      folder.write(day, dayText({ by, day, source, summaries }));
      progress.step();
    }
  } finally {
    progress.end();
    for (const notice of history.projection.notices?.() ?? []) surroundings.warn(notice);
  }
  return { plan, finished: true };
}

/** What a folder holds that was computed so, ascending; days of other versions are none of it. */
export function* resultsIn(folder: DayFolder, by: ComputedBy): Generator<DayResult> {
  for (const day of folder.days()) {
    const [text, path] = [folder.read(day), folder.pathOf(day)];
    if (isSameVersion(dayHead(text, path).by, by)) yield readDay(text, path);
  }
}

function headsIn(folder: DayFolder): ReadonlyMap<string, Pick<DayResult, 'by' | 'source'>> {
  return new Map(folder.days().map((day) => [day, dayHead(folder.read(day), folder.pathOf(day))]));
}

/** Removes what was computed of recordings that are gone, or others by now: of behaviour, and for every hypothesis. */
export function dropResults(
  reader: TrafficReader,
  { store }: TrafficStoreOptions,
  surroundings: Pick<Surroundings, 'directory'>,
): void {
  const sources = new Map(reader.sources().map(({ day, source }) => [day, source]));
  for (const name of resultNames(join(resolve(surroundings.directory, store), 'knowledge', 'backfill'))) {
    const folder = resultFolder(store, { name, version: '' }, surroundings);
    for (const day of folder.days())
      if (dayHead(folder.read(day), folder.pathOf(day)).source !== sources.get(day)) folder.remove(day);
  }
}

/** Trajectories without a time: they are in no day. */
export async function undatedIn(reader: TrafficReader): Promise<number> {
  let undated = 0;
  for await (const { rows } of reader.table('trajectories', ['steps'], [null])) undated += rows;
  return undated;
}

/** One day of all dimensions; without the steps what only they tell is left out. */
export async function scanBehaviour(
  history: TrafficHistory,
  day: string,
  withSteps: boolean,
  signal: AbortSignal,
): Promise<Summaries> {
  const builder = new DayBuilder();
  const cursor = new StepCursor();
  const steps = withSteps ? STEP_COLUMNS : [];
  const wantedRows = { trajectories: BEHAVIOUR_COLUMNS, steps, recordings: false };
  const { groups, nextSteps } = await dayRows(history, day, wantedRows, signal);
  for await (const rows of groups) {
    let wanted = 0;
    for (let row = 0; withSteps && row < rows.rows; row += 1) wanted += Number(rows.of.steps[row]);
    while (cursor.held < wanted) {
      const next = await nextSteps();
      if (next === null) throw misfit(history, day);
      cursor.push(next);
    }
    if (!builder.add(rows, withSteps ? cursor : null)) throw misfit(history, day);
  }
  return builder.build();
}

export function misfit({ reader }: Pick<TrafficHistory, 'reader'>, day: string): UserError {
  const message = `the tables of trajectories and of steps do not fit each other on ${day}`;
  const hint = 'restore the traffic store, or remove this day of it and ingest its files again';
  return new UserError({ where: reader.directory, message, hint });
}
