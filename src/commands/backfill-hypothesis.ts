import type { TrafficReader } from '../corpus/index.ts';
import {
  type Hypothesis,
  hypothesisColumns,
  hypothesisId,
  RateBuilder,
  type StepCells,
  type Summaries,
} from '../knowledge/index.ts';
import { type Definition, misfit } from './backfill-days.ts';

/** A hypothesis as what is computed of every day; steps are read where it asks for them. */
export function hypothesisDefinition(hypothesis: Hypothesis): Definition {
  const columns = hypothesisColumns(hypothesis);
  return { id: hypothesisId(hypothesis), scan: (reader, day) => scanHypothesis(reader, day, hypothesis, columns) };
}

async function scanHypothesis(
  reader: TrafficReader,
  day: string,
  hypothesis: Hypothesis,
  columns: ReturnType<typeof hypothesisColumns>,
): Promise<Summaries> {
  const builder = new RateBuilder(hypothesis);
  const steps = columns.steps.length === 0 ? null : new StepRows(reader, day, columns.steps);
  for await (const rows of reader.table('trajectories', columns.trajectories, [day])) {
    const counts = rows.of.steps;
    const taken: (readonly StepCells[])[] = [];
    for (let row = 0; steps !== null && row < rows.rows; row += 1) taken.push(await steps.take(Number(counts?.[row])));
    builder.add(rows, (row) => taken[row] ?? []);
  }
  return builder.build();
}

/** The rows of the table of steps, in the order of the trajectories. */
class StepRows {
  readonly #reader: TrafficReader;
  readonly #day: string;
  readonly #groups: AsyncGenerator<{
    readonly rows: number;
    readonly of: Readonly<Record<string, ArrayLike<unknown>>>;
  }>;
  #of: Readonly<Record<string, ArrayLike<unknown>>> = {};
  #row = 0;
  #rows = 0;

  constructor(reader: TrafficReader, day: string, columns: readonly string[]) {
    this.#reader = reader;
    this.#day = day;
    this.#groups = reader.table('steps', ['step', ...columns.filter((name) => name !== 'step')], [day]);
  }

  /** The rows of the next trajectory's steps. */
  async take(count: number): Promise<readonly StepCells[]> {
    const cells: StepCells[] = [];
    for (let at = 0; at < count; at += 1) {
      if (this.#row === this.#rows) await this.#advance();
      const [of, row] = [this.#of, this.#row];
      if (of.step?.[row] !== at) throw misfit(this.#reader, this.#day);
      cells.push((column) => of[column]?.[row]);
      this.#row += 1;
    }
    return cells;
  }

  async #advance(): Promise<void> {
    const next = await this.#groups.next();
    if (next.done === true) throw misfit(this.#reader, this.#day);
    this.#of = next.value.of;
    this.#rows = next.value.rows;
    this.#row = 0;
  }
}
