import { membersOf } from '../behaviour/day-builder.ts';
import { Summaries } from '../behaviour/summaries.ts';
import type { Hypothesis } from './hypothesis.ts';
import { columnsOf, type RowTest, rowTest, type StepCells } from './row-condition.ts';

/** The rate in the summaries of a hypothesis: of the trajectories that it is about, those of which it holds. */
export const HYPOTHESIS_RATE = 'holds';

export interface TableRows {
  readonly rows: number;
  readonly of: Readonly<Record<string, ArrayLike<unknown>>>;
}

/** Which columns a hypothesis needs; no steps = it asks nothing of them. */
export function hypothesisColumns({ of, that }: Hypothesis): ReturnType<typeof columnsOf> {
  const { trajectories, steps } = columnsOf(of === null ? [that] : [of, that]);
  return { trajectories: [...new Set(['slices', 'cohorts', 'steps', ...trajectories])], steps };
}

/** Counts for one day of which trajectories a hypothesis holds. */
export class RateBuilder {
  readonly #of: RowTest;
  readonly #that: RowTest;
  readonly #summaries = new Summaries();

  constructor({ of, that }: Hypothesis) {
    this.#of = of === null ? () => true : rowTest(of);
    this.#that = rowTest(that);
  }

  /** `stepsOf` gives the rows of the steps of a trajectory, called for each row once and in order. */
  add({ rows, of }: TableRows, stepsOf: (row: number) => readonly StepCells[]): void {
    const holds = Array.from({ length: rows }, (_, row) => {
      const given = { cell: (column: string): unknown => of[column]?.[row], steps: stepsOf(row) };
      return this.#of(given) ? this.#that(given) : null;
    });
    const labels = { slices: of.slices ?? [], cohorts: of.cohorts ?? [] };
    for (const { group, members } of membersOf({ rows, of: labels })) {
      const summary = this.#summaries.of(group);
      if (summary === null) continue;
      summary.trajectories += members.length;
      const rate = summary.rate(HYPOTHESIS_RATE);
      for (const row of members) {
        if (holds[row] === null) continue;
        rate.trials += 1;
        if (holds[row] === true) rate.successes += 1;
      }
    }
  }

  build(): Summaries {
    return this.#summaries;
  }
}
