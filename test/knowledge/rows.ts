import type { TrajectoryRows } from '../../src/knowledge/behaviour/row-facts.ts';
import { BEHAVIOUR_COLUMNS } from '../../src/knowledge/behaviour/row-facts.ts';
import { STEP_COLUMNS } from '../../src/knowledge/behaviour/step-facts.ts';
import { type DayBuilder, type StepCells, StepCursor } from '../../src/knowledge/index.ts';

type Cells = Readonly<Record<string, unknown>>;

/** One trajectory and its steps, as cells of the tables; what is left out was not recorded. */
export interface Told {
  readonly cells?: Cells;
  readonly steps?: readonly Cells[];
}

export const call = (tool: string, more: Cells = {}): Cells => ({ kind: 'tool_call', tool, ...more });
export const asked = (more: Cells = {}): Cells => ({ kind: 'model_call', ...more });

/** Adds trajectories to a builder as two row groups of tables, the steps cut elsewhere than the trajectories. */
export function tell(builder: DayBuilder, told: readonly Told[]): boolean {
  const cursor = new StepCursor();
  const steps = told.flatMap(({ steps: own = [] }) => own.map((cells, step) => ({ step, ...cells })));
  for (const part of [steps.slice(0, 1), steps.slice(1)])
    cursor.push({ rows: part.length, of: columnsOf(STEP_COLUMNS, part) });
  return builder.add(rowsOf(told), cursor);
}

export function rowsOf(told: readonly Told[]): TrajectoryRows {
  const rows = told.map(({ cells = {}, steps = [] }) => {
    const tools = steps.flatMap(({ tool }) => (typeof tool === 'string' ? [tool] : []));
    const failed = (kind: string) =>
      steps.filter((step) => step.kind === kind && typeof step.error === 'string').length;
    return {
      slices: [],
      cohorts: [],
      steps: steps.length,
      tool_calls: tools.length,
      model_calls: steps.length - tools.length,
      tool_counts: JSON.stringify(Object.fromEntries(tools.map((tool) => [tool, 1]))),
      tool_errors: failed('tool_call'),
      model_errors: failed('model_call'),
      ...cells,
    };
  });
  return { rows: rows.length, of: columnsOf(BEHAVIOUR_COLUMNS, rows) };
}

export function columnsOf<Name extends string>(names: readonly Name[], rows: readonly Cells[]) {
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)])) as Record<
    Name,
    unknown[]
  >;
}

export function cellsOf(cells: Cells): StepCells {
  return (column) => cells[column] ?? null;
}
