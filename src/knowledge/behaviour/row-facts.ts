import { parseJson } from '../../trace/index.ts';
import type { CATEGORIES, NUMBERS, RATES } from './dimensions.ts';
import type { StepCursor, StepFacts } from './step-facts.ts';

/** What of the table of trajectories it takes. */
export const BEHAVIOUR_COLUMNS = [
  'passed',
  'slices',
  'cohorts',
  'user_id',
  'conversation_id',
  'model',
  'steps',
  'model_calls',
  'tool_calls',
  'tool_counts',
  'model_errors',
  'tool_errors',
  'input_tokens',
  'output_tokens',
  'duration_ms',
  'cost_usd',
  'output_shape_fingerprint',
] as const;

export interface TrajectoryRows {
  readonly rows: number;
  readonly of: Readonly<Record<(typeof BEHAVIOUR_COLUMNS)[number], ArrayLike<unknown>>>;
}

/** Of each row: 1 = yes, 0 = no, NONE = the question does not arise. */
export const NONE = -1;

/** The rows of a group of rows by dimension, so that each is counted in one go. */
export interface RowFacts {
  readonly rates: Readonly<Record<(typeof RATES)[number], Int8Array>>;
  /** NaN = not recorded. */
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], Float64Array>>;
  readonly categories: Readonly<Record<(typeof CATEGORIES)[number], readonly (string | null)[]>>;
  readonly tools: readonly (readonly string[])[];
  /** null = the steps were not read. */
  readonly steps: readonly StepFacts[] | null;
}

/** null = the table of steps does not fit to that of trajectories. */
export function rowFacts({ rows, of }: TrajectoryRows, cursor: StepCursor | null, tools: ToolNames): RowFacts | null {
  const steps = cursor === null ? null : stepsOf(of.steps, rows, cursor);
  if (cursor !== null && steps === null) return null;
  return {
    rates: {
      success: flags(rows, (row) => (typeof of.passed[row] === 'boolean' ? Number(of.passed[row]) : NONE)),
      tool_error: flags(rows, (row) => someOf(of.tool_errors[row], of.tool_calls[row])),
      model_error: flags(rows, (row) => someOf(of.model_errors[row], of.model_calls[row])),
      refusal: flags(rows, (row) => ofSteps(steps?.[row]?.refused, of.model_calls[row])),
      retry: flags(rows, (row) => ofSteps(steps?.[row]?.retried, of.steps[row])),
    },
    numbers: {
      steps: numbers(of.steps, rows),
      input_tokens: numbers(of.input_tokens, rows),
      output_tokens: numbers(of.output_tokens, rows),
      duration: numbers(of.duration_ms, rows),
      cost: numbers(of.cost_usd, rows),
    },
    categories: {
      first_tool: Array.from({ length: rows }, (_, row) => firstTool(steps?.[row])),
      finish_reason: Array.from({ length: rows }, (_, row) => steps?.[row]?.finishReason ?? null),
      model: texts(of.model, rows),
      output_shape: texts(of.output_shape_fingerprint, rows),
    },
    tools: Array.from({ length: rows }, (_, row) => tools.of(of.tool_counts[row])),
    steps,
  };
}

/** The names in `tool_counts`, a JSON object of counts by name. Few of its texts differ. */
export class ToolNames {
  readonly #known = new Map<unknown, readonly string[]>();

  of(cell: unknown): readonly string[] {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const counts: unknown = typeof cell === 'string' ? parseJson(cell) : cell;
    const names = typeof counts === 'object' && counts !== null ? Object.keys(counts) : [];
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(cell, names);
    return names;
  }
}

const MAX_KNOWN = 10_000;

function stepsOf(counts: ArrayLike<unknown>, rows: number, cursor: StepCursor): readonly StepFacts[] | null {
  const all: StepFacts[] = [];
  for (let row = 0; row < rows; row += 1) {
    const facts = cursor.take(Number(counts[row]));
    if (facts === null) return null;
    all.push(facts);
  }
  return all;
}

function firstTool(steps: StepFacts | undefined): string | null {
  return steps === undefined ? null : (steps.firstTool ?? 'none');
}

function flags(rows: number, of: (row: number) => number): Int8Array {
  return Int8Array.from({ length: rows }, (_, row) => of(row));
}

function someOf(count: unknown, among: unknown): number {
  if (!(Number(among) > 0)) return NONE;
  return Number(count) > 0 ? 1 : 0;
}

function ofSteps(holds: boolean | undefined, among: unknown): number {
  return holds === undefined || !(Number(among) > 0) ? NONE : Number(holds);
}

/** A negative number is a fault of its recording, like one that is missing. */
function numbers(column: ArrayLike<unknown>, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === 'number' && value >= 0 ? value : Number.NaN;
  });
}

function texts(column: ArrayLike<unknown>, rows: number): readonly (string | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const value = column[row];
    return typeof value === 'string' ? value : null;
  });
}
