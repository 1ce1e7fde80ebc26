import { membersOf } from '../behaviour/day-builder.ts';
import { Summaries } from '../behaviour/summaries.ts';
import type { Hypothesis } from './hypothesis.ts';
import { type Needed, neededBy, type RowTest, rowTest, type TableRow } from './row-condition.ts';

/** The rate in the summaries of a hypothesis: of the trajectories that it is about, those of which it holds. */
export const HYPOTHESIS_RATE = 'holds';

export interface TableRows {
  readonly rows: number;
  readonly of: Readonly<Record<string, ArrayLike<unknown>>>;
}

/** What a hypothesis reads; no steps, no texts = it asks nothing of them. */
export function hypothesisNeeds({ of, that }: Hypothesis): Needed {
  const { trajectories, steps, texts } = neededBy(of === null ? [that] : [of, that]);
  const id = texts.length > 0 ? ['id'] : [];
  return { trajectories: [...new Set(['slices', 'cohorts', 'steps', ...id, ...trajectories])], steps, texts };
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

  /** `moreOf` gives what a row's own table does not hold. */
  add({ rows, of }: TableRows, moreOf: (row: number) => Omit<TableRow, 'cell'>): void {
    const holds = Array.from({ length: rows }, (_, row) => {
      const given = { cell: (column: string): unknown => of[column]?.[row], ...moreOf(row) };
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
