import type { Run } from './run.ts';

/** Each is also the kind of an expectation; the name says what holds where the check does not fire. */
export type CheckName =
  | 'action_as_stated'
  | 'values_unaltered'
  | 'constraints_kept'
  | 'failure_not_repeated'
  | 'tool_not_abandoned'
  | 'answer_supported';

/** One place where a check fires. */
export interface Firing {
  /** Indexes of the steps it is about, ascending: what went before, and last where it went wrong. */
  readonly steps: readonly number[];
  /** A sentence for people, in which steps count from 1. It quotes foreign text, cut. */
  readonly text: string;
}

/** Finds what has gone wrong for certain: in a run that has not come to its end, what nothing later can put right. */
export type FindFirings = (run: Run) => readonly Firing[];

/** Foreign text inside a sentence. */
export const MAX_QUOTE = 80;
