import { cut } from '../../errors.ts';
import type { Outcome } from '../../score/index.ts';
import { membersOf } from '../behaviour/day-builder.ts';
import { Summaries } from '../behaviour/summaries.ts';
import { increment, OTHERS, type Summary } from '../behaviour/summary.ts';
import type { Hypothesis, PassedBy } from './hypothesis.ts';
import { type Needed, neededBy, type RowTest, rowTest, type TableRow } from './row-condition.ts';

/** The rate in the summaries of a hypothesis: of the trajectories that it is about, those of which it holds. */
export const HYPOTHESIS_RATE = 'holds';
/** The category of the reasons why a scorer could not tell of a trajectory; these are in no rate. */
export const UNDETERMINED = 'undetermined';

interface TableRows {
  readonly rows: number;
  readonly of: Readonly<Record<string, ArrayLike<unknown>>>;
}

/** What a hypothesis reads; no steps = it asks nothing of them. */
export function hypothesisNeeds({ of, that }: Hypothesis): Needed {
  const conditions = [...(of === null ? [] : [of]), ...(that.kind === 'passes' ? [] : [that])];
  const { trajectories, steps, recordings } = neededBy(conditions);
  return {
    trajectories: [...new Set(['slices', 'cohorts', 'steps', ...trajectories])],
    steps,
    recordings: recordings || that.kind === 'passes',
  };
}

/** What a row's own table does not hold. */
export interface RowSource extends Omit<TableRow, 'cell'> {
  readonly judge: (scorer: PassedBy['scorer']) => Outcome;
}

/** Whether the hypothesis holds of a row. */
type Holds = 'yes' | 'no' | 'not_asked' | { readonly reason: string };

/** Counts for one day of which trajectories a hypothesis holds. */
export class RateBuilder {
  readonly #of: RowTest;
  readonly #that: (row: TableRow & RowSource) => Holds;
  readonly #summaries = new Summaries();

  constructor({ of, that }: Hypothesis) {
    this.#of = of === null ? () => true : rowTest(of);
    this.#that = that.kind === 'passes' ? ({ judge }) => asHolds(judge(that.scorer)) : testing(rowTest(that));
  }

  add({ rows, of }: TableRows, moreOf: (row: number) => RowSource): void {
    const holds = Array.from({ length: rows }, (_, row) => {
      const given = { cell: (column: string): unknown => of[column]?.[row], ...moreOf(row) };
      return this.#of(given) ? this.#that(given) : 'not_asked';
    });
    const labels = { slices: of.slices ?? [], cohorts: of.cohorts ?? [] };
    for (const { group, members } of membersOf({ rows, of: labels })) {
      const summary = this.#summaries.of(group);
      if (summary === null) continue;
      summary.trajectories += members.length;
      for (const row of members) count(summary, holds[row] ?? 'not_asked');
    }
  }

  build(): Summaries {
    return this.#summaries;
  }
}

const MAX_REASONS = 50;
const MAX_REASON_CHARS = 200;

function count(summary: Summary, holds: Holds): void {
  const rate = summary.rate(HYPOTHESIS_RATE);
  if (holds === 'not_asked') return;
  if (typeof holds === 'object') {
    const reasons = summary.category(UNDETERMINED);
    const reason = cut(holds.reason, MAX_REASON_CHARS);
    increment(reasons, reasons.has(reason) || reasons.size < MAX_REASONS ? reason : OTHERS);
    return;
  }
  rate.trials += 1;
  if (holds === 'yes') rate.successes += 1;
}

function testing(test: RowTest): (row: TableRow) => Holds {
  return (row) => (test(row) ? 'yes' : 'no');
}

function asHolds(outcome: Outcome): Holds {
  switch (outcome.kind) {
    case 'pass':
      return 'yes';
    case 'fail':
      return 'no';
    case 'undetermined':
      return { reason: outcome.reason };
    default:
      return outcome satisfies never;
  }
}
