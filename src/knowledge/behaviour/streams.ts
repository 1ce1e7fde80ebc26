import type { BinCount } from '../../stats/index.ts';
import { dayNumber } from './day-number.ts';

/** A rate that is watched: one dimension of behaviour in one slice or cohort of the traffic. */
export interface Stream {
  readonly dimension: Dimension;
  readonly group: Group;
  /** Ascending; `at` = days since 1970-01-01, UTC. */
  readonly days: readonly BinCount[];
}

export type Dimension =
  /** Of the trajectories with an outcome, those that passed. */
  | { readonly kind: 'success' }
  /** Of all, those that called the tool. */
  | { readonly kind: 'tool_use'; readonly tool: string }
  /** Of those that called a tool, those in which one failed; the same of model calls. */
  | { readonly kind: 'tool_error' }
  | { readonly kind: 'model_error' };

export type Group =
  | { readonly kind: 'all' }
  | { readonly kind: 'slice'; readonly name: string }
  | { readonly kind: 'cohort'; readonly name: string };

/** What of the table of trajectories it takes. */
export const BEHAVIOUR_COLUMNS = [
  'passed',
  'slices',
  'cohorts',
  'tool_counts',
  'tool_calls',
  'tool_errors',
  'model_calls',
  'model_errors',
] as const;

interface Rows {
  readonly rows: number;
  /** YYYY-MM-DD; null = the rows have no time. */
  readonly day: string | null;
  readonly of: Readonly<Record<(typeof BEHAVIOUR_COLUMNS)[number], ArrayLike<unknown>>>;
}

/** Traffic can name anything a tool: the most used ones are watched. */
const MAX_TOOLS = 200;

/** Counts trajectories by day, group and dimension; its memory grows with these and not with the traffic. */
export class StreamBuilder {
  readonly #groups = new Map<string, GroupCounts>();
  #undated = 0;

  add({ rows, day, of }: Rows): void {
    const at = day === null ? null : dayNumber(day);
    if (at === null) {
      this.#undated += rows;
      return;
    }
    for (let row = 0; row < rows; row += 1) {
      const seen: Seen = {
        passed: of.passed[row],
        tools: toolsIn(of.tool_counts[row]),
        toolCalls: Number(of.tool_calls[row]),
        toolErrors: Number(of.tool_errors[row]),
        modelCalls: Number(of.model_calls[row]),
        modelErrors: Number(of.model_errors[row]),
      };
      this.#count({ kind: 'all' }, at, seen);
      for (const name of textsIn(of.slices[row])) this.#count({ kind: 'slice', name }, at, seen);
      for (const name of textsIn(of.cohorts[row])) this.#count({ kind: 'cohort', name }, at, seen);
    }
  }

  /** Trajectories without a time: in no stream. */
  get undated(): number {
    return this.#undated;
  }

  build(): readonly Stream[] {
    return [...this.#groups.values()].flatMap((group) => group.streams());
  }

  #count(group: Group, at: number, seen: Seen): void {
    const key = group.kind === 'all' ? 'all' : `${group.kind} ${group.name}`;
    const counts = this.#groups.get(key) ?? new GroupCounts(group);
    this.#groups.set(key, counts);
    counts.add(at, seen);
  }
}

interface Seen {
  readonly passed: unknown;
  readonly tools: readonly string[];
  readonly toolCalls: number;
  readonly toolErrors: number;
  readonly modelCalls: number;
  readonly modelErrors: number;
}

interface DayCounts {
  all: number;
  judged: number;
  passed: number;
  withTools: number;
  toolErrors: number;
  withModels: number;
  modelErrors: number;
  readonly tools: Map<string, number>;
}

class GroupCounts {
  readonly #group: Group;
  readonly #days = new Map<number, DayCounts>();
  readonly #tools = new Map<string, number>();

  constructor(group: Group) {
    this.#group = group;
  }

  add(at: number, seen: Seen): void {
    const day = this.#day(at);
    day.all += 1;
    if (typeof seen.passed === 'boolean') day.judged += 1;
    if (seen.passed === true) day.passed += 1;
    if (seen.toolCalls > 0) day.withTools += 1;
    if (seen.toolErrors > 0) day.toolErrors += 1;
    if (seen.modelCalls > 0) day.withModels += 1;
    if (seen.modelErrors > 0) day.modelErrors += 1;
    for (const tool of seen.tools) {
      day.tools.set(tool, (day.tools.get(tool) ?? 0) + 1);
      this.#tools.set(tool, (this.#tools.get(tool) ?? 0) + 1);
    }
  }

  streams(): Stream[] {
    const days = [...this.#days].sort(([a], [b]) => a - b);
    const stream = (
      dimension: Dimension,
      trials: (day: DayCounts) => number,
      successes: (day: DayCounts) => number,
    ) => ({
      dimension,
      group: this.#group,
      days: days.map(([at, day]) => ({ at, trials: trials(day), successes: successes(day) })),
    });
    const tools = [...this.#tools].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MAX_TOOLS);
    return [
      stream(
        { kind: 'success' },
        (day) => day.judged,
        (day) => day.passed,
      ),
      stream(
        { kind: 'tool_error' },
        (day) => day.withTools,
        (day) => day.toolErrors,
      ),
      stream(
        { kind: 'model_error' },
        (day) => day.withModels,
        (day) => day.modelErrors,
      ),
      ...tools.map(([tool]) =>
        stream(
          { kind: 'tool_use', tool },
          (day) => day.all,
          (day) => day.tools.get(tool) ?? 0,
        ),
      ),
    ];
  }

  #day(at: number): DayCounts {
    const known = this.#days.get(at);
    if (known !== undefined) return known;
    const fresh: DayCounts = {
      ...{ all: 0, judged: 0, passed: 0, withTools: 0, toolErrors: 0, withModels: 0, modelErrors: 0 },
      tools: new Map(),
    };
    this.#days.set(at, fresh);
    return fresh;
  }
}

function textsIn(cell: unknown): readonly string[] {
  return Array.isArray(cell) ? [...new Set(cell.filter((one) => typeof one === 'string'))] : [];
}

/** `tool_counts` is a JSON object of counts by name. */
function toolsIn(cell: unknown): readonly string[] {
  const counts: unknown = typeof cell === 'string' ? JSON.parse(cell) : cell;
  return typeof counts === 'object' && counts !== null ? Object.keys(counts) : [];
}
