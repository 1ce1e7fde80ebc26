import { setImmediate } from 'node:timers/promises';
import { type Columns, columnsOfRows, type DerivedTrajectory } from '../corpus/index.ts';
import type { ObservedTrajectory } from '../trace/index.ts';
import type { TrafficHistory } from './traffic-store.ts';

/** What is read of a day. */
interface WantedRows<Name extends string, StepName extends string> {
  readonly trajectories: readonly Name[];
  /** Empty = the steps are not read. */
  readonly steps: readonly StepName[];
  /** Whether the recordings themselves are needed. */
  readonly recordings: boolean;
}

type RowGroup<Name extends string> = Columns<Name> & {
  /** Of each row; null = the rows are those of the table, and recordings were not asked for. */
  readonly recordings: readonly ObservedTrajectory[] | null;
};

/** A day's rows, a group after another; the steps of a group are the next ones. */
interface DayRows<Name extends string, StepName extends string> {
  readonly groups: AsyncGenerator<RowGroup<Name>>;
  /** null = there are no more steps. */
  readonly nextSteps: () => Promise<Columns<StepName> | null>;
}

/**
 * The rows of a day by today's readers and slices. They are those of the tables, which is fast, unless these were written by
 * others, or the recordings are asked for: then they are made of the recordings. Ended by the signal, what is left is not read.
 */
export async function dayRows<Name extends string, StepName extends string>(
  history: TrafficHistory,
  day: string,
  wanted: WantedRows<Name, StepName>,
  signal: AbortSignal,
): Promise<DayRows<Name, StepName>> {
  const { reader, projection } = history;
  if (wanted.recordings || !(await reader.isCurrent(day, projection))) return madeRows(history, day, wanted, signal);
  const steps = reader.table('steps', wanted.steps, [day]);
  return {
    groups: tableGroups(history, day, wanted.trajectories, signal),
    nextSteps: async () => {
      const next = await steps.next();
      return next.done === true ? null : next.value;
    },
  };
}

async function* tableGroups<Name extends string>(
  { reader }: TrafficHistory,
  day: string,
  names: readonly Name[],
  signal: AbortSignal,
): AsyncGenerator<RowGroup<Name>> {
  for await (const rows of reader.table('trajectories', names, [day])) {
    yield { ...rows, recordings: null };
    if (signal.aborted) return;
  }
}

/** About so many trajectories and steps together are held at once: recordings may be long. */
const GROUP_ITEMS = 2000;

function madeRows<Name extends string, StepName extends string>(
  { reader, projection }: TrafficHistory,
  day: string,
  { trajectories, steps }: WantedRows<Name, StepName>,
  signal: AbortSignal,
): DayRows<Name, StepName> {
  const waiting: Columns<StepName>[] = [];
  const groupOf = (derived: readonly DerivedTrajectory[]): RowGroup<Name> => {
    if (steps.length > 0)
      waiting.push(
        columnsOfRows(
          'steps',
          steps,
          derived.flatMap(({ rows }) => rows.steps),
        ),
      );
    const rows = derived.map(({ rows: { trajectory } }) => trajectory);
    return {
      ...columnsOfRows('trajectories', trajectories, rows),
      recordings: derived.map(({ trajectory }) => trajectory),
    };
  };
  async function* groups(): AsyncGenerator<RowGroup<Name>> {
    let held: DerivedTrajectory[] = [];
    let items = 0;
    for (const one of reader.derive(day, projection)) {
      held.push(one);
      items += 1 + one.rows.steps.length;
      if (items < GROUP_ITEMS) continue;
      yield groupOf(held);
      [held, items] = [[], 0];
      await setImmediate(); // a signal can come in
      if (signal.aborted) return;
    }
    if (held.length > 0) yield groupOf(held);
  }
  return { groups: groups(), nextSteps: async () => waiting.shift() ?? null };
}
