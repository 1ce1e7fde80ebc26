import type { RecordedExpectation } from '../../score/index.ts';
import { hashJson, type Json } from '../../trace/index.ts';
import type { DefinitionId } from '../behaviour/definition-id.ts';

/** A question to all of history, complete (`schema/hypothesis.v1.schema.json` describes it as people write it). */
export interface Hypothesis {
  readonly name: string;
  /** In plain words. */
  readonly says: string | null;
  /** Among which trajectories; null = all. */
  readonly of: RowCondition | null;
  /** What the share is of. */
  readonly that: RowCondition | PassedBy;
}

/** The recorded run passes a scorer. */
export interface PassedBy {
  readonly kind: 'passes';
  readonly scorer: RecordedExpectation;
}

/** What is asked of a trajectory's row in the tables, and of its steps' rows. */
export type RowCondition =
  | { readonly kind: 'any'; readonly of: readonly RowCondition[] }
  | { readonly kind: 'all'; readonly of: readonly RowCondition[] }
  | { readonly kind: 'not'; readonly of: RowCondition }
  /** A glob over the names of tools. */
  | { readonly kind: 'tool_called'; readonly tool: string }
  | { readonly kind: 'tool_failed'; readonly tool: string }
  /** Of the recordings themselves: the tables hold no texts. */
  | ({ readonly kind: 'text_matches' } & TextTest)
  | { readonly kind: 'steps'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'outcome_is'; readonly outcome: 'passed' | 'failed' | 'unknown' }
  | { readonly kind: 'attribute_is'; readonly attribute: string; readonly values: readonly Value[] }
  | ({ readonly kind: 'column' } & ColumnTest)
  /** So many steps at least, of each of which all of these hold. */
  | { readonly kind: 'step'; readonly where: readonly ColumnTest[]; readonly atLeast: number };

export type Value = string | number | boolean | null;

/** ECMAScript regular expression, read with the flags `iu`, over what the user wrote or what the agent answered. */
export interface TextTest {
  readonly pattern: string;
  readonly in: 'user' | 'answer';
}

export interface ColumnTest {
  readonly column: string;
  /** One of these; of a list: it holds one of these. null stands for what was not recorded. */
  readonly is?: readonly Value[];
  /** Of numbers, both bounds included. */
  readonly from?: number;
  readonly to?: number;
  /** ECMAScript regular expression, read with the flags `iu`. */
  readonly matches?: string;
}

/** Raised when equal hypotheses would give other results. */
const VERSION = 1;
const VERSION_DIGITS = 12;

/** Its words may change; what it asks is its version, and `judgedBy`: what else a scorer's judgement rests on. */
export function hypothesisId({ name, of, that }: Hypothesis, judgedBy: Json): DefinitionId {
  const asked = JSON.parse(
    JSON.stringify({ version: VERSION, of, that, ...(that.kind === 'passes' ? { judgedBy } : {}) }),
  ) as Json;
  return { name: `hypothesis-${name}`, version: hashJson(asked).slice(0, VERSION_DIGITS) };
}
