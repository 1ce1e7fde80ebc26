import type { Side } from '../replay/index.ts';
import type { ResultRow } from '../score/index.ts';
import { type CaseData, caseDataWhole } from './case-data.ts';
import type { CaseFacts, ScoredTrial } from './evidence.ts';
import { caseTrials } from './trials.ts';

/** A case of somebody else's results, with what it ran together with. */
export interface ExternalCase {
  readonly data: CaseData;
  /** null = it ran alone. */
  readonly unit: string | null;
}

/**
 * Both sides' rows by case: base's in their order, then those that head alone has, which are reported only. Slices, cluster
 * and unit are base's where base has the case. Nothing is shared between the sides, so every case is open.
 *
 * A case that head does not have keeps its place: head's tally counts as many undetermined trials as base has trials, so
 * that results that were left out cannot pass for results that are as good.
 */
export function externalCases(base: readonly ResultRow[], head: readonly ResultRow[]): ExternalCase[] {
  const baseRows = Map.groupBy(base, ({ caseId }) => caseId);
  const headRows = Map.groupBy(head, ({ caseId }) => caseId);
  const numbers = { base: trialNumbers(base), head: trialNumbers(head) };
  return [...new Set([...baseRows.keys(), ...headRows.keys()])].map((id) => {
    const ofBase = baseRows.get(id) ?? [];
    const ofHead = headRows.get(id) ?? [];
    const defining = ofBase.length > 0 ? ofBase : ofHead;
    const trials = caseTrials(
      factsOf(id, defining, ofBase.length > 0),
      trialsOf(ofBase, 'base', numbers.base),
      trialsOf(ofHead, 'head', numbers.head),
    );
    const data = caseDataWhole(trials);
    const unit = defining[0]?.unit ?? null;
    if (ofHead.length > 0) return { data, unit };
    const { base: tally } = data;
    return { data: { ...data, head: { passes: 0, trials: 0, undetermined: tally.trials + tally.undetermined } }, unit };
  });
}

function factsOf(id: string, rows: readonly ResultRow[], gates: boolean): CaseFacts {
  const slices = [...new Set(rows.flatMap((row) => row.slices))];
  return { id, slices, cohorts: [], cluster: rows[0]?.cluster ?? null, gates, storedTrials: 0, expected: null };
}

/** Numbers from 1 for the labels of trials; equal labels of one unit get equal numbers, since they ran together. */
function trialNumbers(rows: readonly ResultRow[]): (row: ResultRow) => number {
  const labels = Map.groupBy(rows, scopeOf);
  const numbers = new Map(
    [...labels].map(([scope, own]) => {
      const sorted = [...new Set(own.map(({ trial }) => trial))].sort(naturally);
      return [scope, new Map(sorted.map((label, index) => [label, index + 1]))] as const;
    }),
  );
  return (row) => {
    const number = numbers.get(scopeOf(row))?.get(row.trial);
    if (number === undefined) throw new Error(`trial ${row.trial} of case ${row.caseId} has no number`);
    return number;
  };
}

function scopeOf({ caseId, unit }: ResultRow): string {
  return unit === null ? `case ${caseId}` : `unit ${unit}`;
}

function naturally(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

function trialsOf(
  rows: readonly ResultRow[],
  side: Side,
  numberOf: (row: ResultRow) => number,
): ReadonlyMap<number, ScoredTrial> {
  const trials = new Map<number, ScoredTrial>();
  for (const row of rows) {
    const number = numberOf(row);
    if (trials.has(number)) throw new Error(`${side} holds trial ${row.trial} of case ${row.caseId} twice`);
    trials.set(number, {
      caseId: row.caseId,
      side,
      number,
      standing: row.errored ? 'errored' : 'external',
      firstRequestKey: null,
      // What was asked is not known, so no two trials are known to be equal.
      fingerprint: side,
      idle: false,
      cutShort: false,
      stored: false,
      probe: false,
      took: { calls: 0, costUsd: 0 },
      outcome: row.outcome,
    });
  }
  return trials;
}
