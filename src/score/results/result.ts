import type { Json, JsonObject } from '../../trace/index.ts';
import type { Outcome } from '../score.ts';

/** What a format says about one result beside its outcome, by name. A list holds several values at once (slices). */
export type Attributes = Readonly<Record<string, string | readonly string[] | null>>;

/** One result as its file has it: somebody else's score of one trial, before it is known which case and trial it is. */
export interface ReadResult {
  /** Where in the file: `line 12`, `simulations[3]`. */
  readonly place: string;
  readonly attributes: Attributes;
  readonly outcome: Outcome;
  /** The trial broke down rather than failed: its outcome is undetermined. */
  readonly errored: boolean;
}

/** What could not be read as it stands. `kept` = the result counts as undetermined; else nothing is known of it. */
export interface ResultProblem {
  readonly place: string;
  readonly reason: string;
  readonly kept: boolean;
}

export type Reading =
  | { readonly kind: 'result'; readonly result: ReadResult; readonly problem: string | null }
  | { readonly kind: 'problem'; readonly place: string; readonly reason: string }
  /** The harness did not run it: no result, neither odd nor missing. */
  | { readonly kind: 'skipped'; readonly place: string };

/** Which attributes tell case, trial, slices, cluster and unit. */
export interface Fields {
  readonly caseBy: readonly string[];
  /** null = one result a case: a second one is an error. */
  readonly trialBy: string | null;
  readonly sliceBy: readonly string[];
  readonly clusterBy: readonly string[];
  readonly unitBy: readonly string[];
}

interface FormatBase {
  readonly name: string;
  /** What the file must look like, for whoever has to choose a format. */
  readonly looksLike: string;
  /** Whether the document, the first line, the list of columns, or the name of the outermost element is of this format. */
  readonly fits: (sample: Json) => boolean;
  readonly fields: Fields;
  /** Attributes of which one side may hold one value only, because others are another experiment. */
  readonly settled: readonly string[];
  /** Results that are equal in these attributes are trials of one case, numbered as they come; null = the file numbers them. */
  readonly sameCase: readonly string[] | null;
}

/** A JSON document, JSON Lines, or a table whose first line names the columns. */
export interface ValueFormat extends FormatBase {
  readonly container: 'document' | 'lines' | 'table';
  /** The results of the document, of one line (`place` names it), or of one line of the table, a cell a column. */
  readonly read: (value: JsonObject | readonly Json[], place: string) => readonly Reading[];
}

/** Where a text is not well-formed; line and column count from 1. */
export interface XmlFault {
  readonly kind: 'fault';
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export interface XmlFormat extends FormatBase {
  readonly container: 'xml';
  readonly read: (text: string) => readonly Reading[] | XmlFault;
}

export type ResultFormat = ValueFormat | XmlFormat;

const MAX_VALUE = 1000;

export function undetermined(reason: string): Outcome {
  return { kind: 'undetermined', reason };
}

/** A pass value: true, false, or what says why it is neither. */
export function outcomeOf(pass: boolean | null, failed: string, neither: string): Outcome {
  if (pass === null) return undetermined(neither);
  return pass ? { kind: 'pass' } : { kind: 'fail', reason: failed };
}

/** A member as an attribute: texts, numbers and booleans as text; null for what is absent, empty or nested. */
export function attribute(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value.slice(0, MAX_VALUE);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** All members that are no objects or lists, by name. */
export function plainAttributes(object: JsonObject, prefix = ''): Record<string, string | null> {
  const plain = Object.entries(object).filter(([, value]) => typeof value !== 'object' || value === null);
  return Object.fromEntries(plain.map(([key, value]) => [`${prefix}${key}`, attribute(value)]));
}
