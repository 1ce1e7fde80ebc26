import type { Expectation } from '../corpus/index.ts';
import type { CheckName } from './checks/check.ts';

/** `undetermined` is never turned into a number: it says why the trial neither passed nor failed. */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly reason: string }
  | { readonly kind: 'undetermined'; readonly reason: string };

/** One scorer's judgement of one trial. */
export interface Score {
  readonly scorer: Expectation['kind'];
  readonly outcome: Outcome;
}

/** Numbers beside pass and fail; each with its direction and unit in `MEASURES`. null = not known for this trial. */
export interface Measures {
  readonly steps: number;
  readonly modelCalls: number;
  readonly toolCalls: number;
  readonly toolCallsByTool: Readonly<Record<string, number>>;
  readonly toolErrors: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly latencyMs: number | null;
  readonly costUsd: number | null;
  /** Whether each check fires; one that is absent was not asked for or cannot be told of the trial. */
  readonly checks: Readonly<Partial<Record<CheckName, boolean>>>;
}

/** A trial judged: its outcome is `fail` if some expectation failed, else `undetermined` if some is, else `pass`. */
export interface TrialScore {
  readonly outcome: Outcome;
  readonly scores: readonly Score[];
  readonly measures: Measures;
}

/**
 * A user's own scorer: a shell command that reads one JSON line `{case, trial}` a trial and writes one JSON line
 * `{"pass": true|false, "reason"?: string}` each.
 */
export interface CommandScorer {
  readonly name: string;
  readonly command: string;
  readonly timeoutMs: number;
}

/** US dollars per million tokens, by model name (exact, or a prefix ending in `*`). */
export type PriceTable = Readonly<Record<string, ModelPrice>>;

export interface ModelPrice {
  readonly inputUsdPerMillion: number;
  readonly cachedInputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}
