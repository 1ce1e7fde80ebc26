import type { ExactTest } from '../stats/index.ts';
import { stratExact } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { SliceKind } from './decision.ts';
import type { CaseTrials } from './trials.ts';

/** Cases that are compared as one: a slice, a cohort or the whole corpus. Only cases that gate. */
export interface Group {
  readonly kind: SliceKind;
  readonly name: string;
  readonly members: readonly CaseTrials[];
}

/** Groups with the same tested cases, and their test. */
export interface Hypothesis<T> {
  readonly test: ExactTest;
  readonly groups: readonly T[];
}

/** Slices by name, then ALL, then cohorts by name. A slice of which no case gates stays listed, with no members. */
export function groupCases(all: readonly CaseTrials[]): Group[] {
  return [
    ...groupBy('slice', all, ({ facts }) => facts.slices),
    { kind: 'all', name: 'ALL', members: all.filter(({ facts }) => facts.gates) },
    ...groupBy('cohort', all, ({ facts }) => facts.cohorts),
  ];
}

/** The test of a group's cases; null = they have nothing to test. */
export type GroupTest = (tested: readonly CaseData[]) => ExactTest | null;

/** Case by case: within each the arms' trials trade places. */
export const testByCase: GroupTest = (tested) =>
  stratExact(tested.flatMap(({ stratum }) => (stratum === null ? [] : [stratum])));

/**
 * Groups with the same tested cases are one hypothesis and are charged once: when a change reaches a single slice, ALL says
 * nothing new. Which cases are tested is known without reading an outcome, so the family is not chosen by its results.
 */
export function hypotheses<T>(
  groups: readonly T[],
  casesOf: (group: T) => readonly CaseData[],
  testOf: GroupTest,
): Hypothesis<T>[] {
  const byCases = new Map<string, { test: ExactTest; groups: T[] }>();
  for (const group of groups) {
    const tested = casesOf(group).filter(({ stratum }) => stratum !== null);
    if (tested.length === 0) continue;
    const key = tested.map(({ facts }) => facts.id).join('\n');
    const known = byCases.get(key);
    if (known !== undefined) known.groups.push(group);
    else {
      const test = testOf(tested);
      if (test !== null) byCases.set(key, { test, groups: [group] });
    }
  }
  return [...byCases.values()];
}

function groupBy(
  kind: SliceKind,
  all: readonly CaseTrials[],
  names: (trials: CaseTrials) => readonly string[],
): Group[] {
  const byName = new Map<string, CaseTrials[]>();
  for (const trials of all) {
    for (const name of new Set(names(trials))) {
      const members = byName.get(name) ?? [];
      if (trials.facts.gates) members.push(trials);
      byName.set(name, members);
    }
  }
  return [...byName].map(([name, members]) => ({ kind, name, members })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
