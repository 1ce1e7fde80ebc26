import { cut } from '../../errors.ts';

/** What was wrong with foreign telemetry, with how often and a few examples: the place, and what was received (cut). */
export interface OtlpProblem {
  readonly reason: string;
  /** Absent = nothing that anybody but a person asks about. */
  readonly kind?: ProblemKind;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Text that is no JSON, which it may be for want of its end; a file that ends within a message. */
export type ProblemKind = 'no_json' | 'open_end';

const MAX_EXAMPLES = 5;
const MAX_REASONS = 100;
const MAX_EXAMPLE_CHARS = 300;
const OTHERS = 'other problems';

interface Counted {
  count: number;
  readonly examples: string[];
  readonly kind: ProblemKind | undefined;
}

/** Counts every problem and keeps a few examples of each kind, whatever their number. */
export class ProblemCounter {
  readonly #byReason = new Map<string, Counted>();

  /** `reason` is text of our own, the same for all of its kind; `example` is asked only where it will be kept. */
  add(reason: string, example: () => string, kind?: ProblemKind): void {
    const entry = this.#entry(reason, kind);
    entry.count += 1;
    if (entry.examples.length < MAX_EXAMPLES) entry.examples.push(cut(example(), MAX_EXAMPLE_CHARS));
  }

  addAll(problems: readonly OtlpProblem[]): void {
    for (const { reason, kind, count, examples } of problems) {
      const entry = this.#entry(reason, kind);
      entry.count += count;
      entry.examples.push(...examples.slice(0, MAX_EXAMPLES - entry.examples.length));
    }
  }

  list(): OtlpProblem[] {
    return [...this.#byReason].map(([reason, { count, examples, kind }]) => ({
      ...{ reason, count, examples: [...examples] },
      ...(kind === undefined ? {} : { kind }),
    }));
  }

  #entry(reason: string, kind: ProblemKind | undefined): Counted {
    const name = this.#byReason.size < MAX_REASONS || this.#byReason.has(reason) ? reason : OTHERS;
    const known = this.#byReason.get(name);
    if (known !== undefined) return known;
    const fresh = { count: 0, examples: [], kind: name === reason ? kind : undefined };
    this.#byReason.set(name, fresh);
    return fresh;
  }
}
