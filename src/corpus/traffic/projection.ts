import { cut, messageOf } from '../../errors.ts';
import type { LogRecord, ObservedTrajectory, Span } from '../../trace/index.ts';
import { dayOf } from '../../trace/index.ts';
import { fullness } from './entry.ts';
import type { RowVersions } from './layout.ts';
import type { Item } from './record.ts';
import { type Labels, type Rows, rowsOf } from './rows.ts';

/** Reads the spans and log records of one trace as what agents did in it. */
export type AssembleTrace = (spans: readonly Span[], logs: readonly LogRecord[]) => readonly ObservedTrajectory[];

/**
 * What turns the raw records into tables. The tables can be made again from the records at any time; every file says of which
 * version of `assemble` and `labels` it is.
 */
export interface Projection extends RowVersions {
  readonly assemble: AssembleTrace;
  readonly labels: (trajectory: ObservedTrajectory) => Labels;
  /** What went wrong on the way, for the user; left out = nothing ever does. */
  readonly notices?: () => readonly string[];
}

/** One day's share of an entry: nearly all entries lie in one. */
export interface DayRows {
  readonly day: string | null;
  readonly rows: readonly Rows[];
}

export interface Projected {
  readonly days: readonly DayRows[];
  readonly trajectories: number;
  /** Why its records could not be read as trajectories. */
  readonly problem: string | null;
}

/** The rows of an entry, by the UTC day of each trajectory's start; without a trajectory by that of its records. */
export function project(key: string, items: readonly Item[], leftOut: number, projection: Projection): Projected {
  const { trajectories, problem } = trajectoriesOf(items, projection.assemble);
  const byDay = new Map<string | null, Rows[]>();
  for (const { trajectory, given } of trajectories) {
    const day = dayOf(trajectory.startUs);
    const rows = byDay.get(day) ?? [];
    rows.push(rowsNow({ key, leftOut }, { trajectory, given }, projection));
    byDay.set(day, rows);
  }
  if (byDay.size === 0) byDay.set(dayOf(startOf(items)), []);
  const days = [...byDay].map(([day, rows]) => ({ day, rows }));
  return { days, trajectories: trajectories.length, problem };
}

/** A trajectory of an entry, with its rows as they would be written now. */
export interface DerivedTrajectory {
  readonly trajectory: ObservedTrajectory;
  readonly rows: Rows;
}

/** What the copy of an entry in the part of a day stands for. */
export function derivedIn(
  day: string | null,
  entry: { readonly key: string; readonly leftOut: number; readonly otherDays: OtherDays },
  items: readonly Item[],
  projection: Projection,
): readonly DerivedTrajectory[] {
  return trajectoriesOf(items, projection.assemble)
    .trajectories.filter(({ trajectory }) => belongsTo(day, entry.otherDays, dayOf(trajectory.startUs)))
    .map((one) => ({ trajectory: one.trajectory, rows: rowsNow(entry, one, projection) }));
}

function rowsNow(
  { key, leftOut }: { readonly key: string; readonly leftOut: number },
  { trajectory, given }: EntryTrajectory,
  { labels }: Projection,
): Rows {
  return rowsOf(withLeftOut(trajectory, leftOut), given ? null : key, labels(trajectory));
}

/** The rows that a stored entry has in the part of a day. */
export function rowsIn(day: string | null, otherDays: OtherDays, { days }: Projected): Rows[] {
  return days.flatMap((share) => (belongsTo(day, otherDays, share.day) ? share.rows : []));
}

type OtherDays = readonly (string | null)[];

/**
 * Whether the copy of an entry in the part of `day` stands for the trajectories that begin on `begun`. What begins on a
 * day that no copy was made for, which a newer reader may find, goes with the earliest copy.
 */
export function belongsTo(day: string | null, otherDays: OtherDays, begun: string | null): boolean {
  if (begun === day) return true;
  return !otherDays.includes(begun) && otherDays.every((other) => (day ?? '') < (other ?? ''));
}

export interface EntryTrajectory {
  readonly trajectory: ObservedTrajectory;
  /** true = it came as a finished run; false = it was read from spans. */
  readonly given: boolean;
}

/** A reader that fails on one trace must not take all others with it: what it threw is the entry's problem. */
export function trajectoriesOf(
  items: readonly Item[],
  assemble: AssembleTrace,
): { trajectories: readonly EntryTrajectory[]; problem: string | null } {
  const spans: Span[] = [];
  const logs: LogRecord[] = [];
  const byId = new Map<string, EntryTrajectory>();
  const keep = (trajectory: ObservedTrajectory, given: boolean): void => {
    const before = byId.get(trajectory.id)?.trajectory;
    if (before === undefined || fullness(trajectory) > fullness(before)) byId.set(trajectory.id, { trajectory, given });
  };
  for (const { record } of items) {
    if (record.kind === 'span') spans.push(record.span);
    else if (record.kind === 'log') logs.push(record.log);
    else keep(record.trajectory, true);
  }
  let problem: string | null = null;
  try {
    if (spans.length + logs.length > 0) for (const trajectory of assemble(spans, logs)) keep(trajectory, false);
  } catch (error) {
    problem = cut(messageOf(error), 200);
  }
  return { trajectories: [...byId.values()], problem };
}

/** A trajectory of which only a part is known says so. */
export function withLeftOut(trajectory: ObservedTrajectory, leftOut: number): ObservedTrajectory {
  if (leftOut === 0) return trajectory;
  const problem = `${leftOut} more records of this trace were left out: it is too large`;
  return { ...trajectory, problems: [...trajectory.problems, problem], leftOutRecords: leftOut };
}

/** Items are in the order of time. */
function startOf(items: readonly Item[]): number | null {
  const [first] = items;
  if (first === undefined) return null;
  const { record } = first;
  if (record.kind === 'trajectory') return record.trajectory.startUs;
  return record.kind === 'span' ? record.span.startUs : record.log.timeUs;
}
