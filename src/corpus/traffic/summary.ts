/** What a store holds, counted over its tables. */
export interface TrafficSummary {
  readonly trajectories: number;
  readonly days: readonly DaySummary[];
  readonly formats: readonly Count[];
  readonly models: readonly Count[];
  readonly agents: readonly Count[];
  readonly outcomes: readonly Count[];
}

/** null = the day of what has no time. */
interface DaySummary {
  readonly day: string | null;
  readonly trajectories: number;
  readonly passed: number;
  readonly failed: number;
  readonly steps: number;
  readonly toolErrors: number;
  /** Trajectories that were not understood whole. */
  readonly withProblems: number;
}

/** The most frequent first. */
interface Count {
  readonly name: string;
  readonly trajectories: number;
}

/** The columns that a summary is made of. */
export const SUMMARY_COLUMNS = [
  'format',
  'model',
  'agent_name',
  'passed',
  'outcome_name',
  'steps',
  'tool_errors',
  'problems',
] as const;

type Group = {
  readonly rows: number;
  readonly day: string | null;
  readonly of: Readonly<Record<(typeof SUMMARY_COLUMNS)[number], ArrayLike<unknown>>>;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds up row groups of the table of trajectories, in any order. */
export class SummaryBuilder {
  readonly #days = new Map<string | null, Mutable<DaySummary>>();
  readonly #formats = new Tally();
  readonly #models = new Tally();
  readonly #agents = new Tally();
  readonly #outcomes = new Tally();
  #trajectories = 0;

  add({ rows, day, of }: Group): void {
    const entry = this.#day(day);
    this.#trajectories += rows;
    entry.trajectories += rows;
    for (let row = 0; row < rows; row += 1) {
      const passed = of.passed[row];
      if (passed === true) entry.passed += 1;
      if (passed === false) entry.failed += 1;
      entry.steps += Number(of.steps[row]);
      entry.toolErrors += Number(of.tool_errors[row]);
      if (Number(of.problems[row]) > 0) entry.withProblems += 1;
      this.#formats.add(of.format[row]);
      this.#models.add(of.model[row]);
      this.#agents.add(of.agent_name[row]);
      this.#outcomes.add(of.outcome_name[row]);
    }
  }

  build(): TrafficSummary {
    return {
      trajectories: this.#trajectories,
      days: [...this.#days.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)),
      formats: this.#formats.counts(),
      models: this.#models.counts(),
      agents: this.#agents.counts(),
      outcomes: this.#outcomes.counts(),
    };
  }

  #day(day: string | null): Mutable<DaySummary> {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const fresh = { day, trajectories: 0, passed: 0, failed: 0, steps: 0, toolErrors: 0, withProblems: 0 };
    this.#days.set(day, fresh);
    return fresh;
  }
}

/** Foreign names may be of any number: beyond this they are counted together. */
const MAX_NAMES = 1000;
const OTHERS = 'others';

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: unknown): void {
    if (typeof value !== 'string') return;
    const name = this.#counts.has(value) || this.#counts.size < MAX_NAMES ? value : OTHERS;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  counts(): Count[] {
    return [...this.#counts]
      .map(([name, trajectories]) => ({ name, trajectories }))
      .sort((a, b) => b.trajectories - a.trajectories || (a.name < b.name ? -1 : 1));
  }
}
