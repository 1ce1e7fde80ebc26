import type { ExactTest } from '../stats/index.ts';
import { stratExact } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';

/** Groups with the same tested cases, and their test. */
export interface Hypothesis<T> {
  readonly test: ExactTest;
  readonly groups: readonly T[];
}

/** A group's test, and the cases that it stands on. */
export interface TestedGroup {
  readonly tested: readonly CaseData[];
  readonly test: ExactTest;
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
  testOf: (tested: readonly CaseData[], group: T) => ExactTest | null,
): Hypothesis<T>[] {
  const found: { test: ExactTest; groups: T[]; tested: readonly CaseData[] }[] = [];
  for (const group of groups) {
    const tested = casesOf(group).filter(({ stratum }) => stratum !== null);
    if (tested.length === 0) continue;
    const known = found.find((each) => isSame(each.tested, tested));
    if (known !== undefined) known.groups.push(group);
    else {
      const test = testOf(tested, group);
      if (test !== null) found.push({ test, groups: [group], tested });
    }
  }
  return found;
}

/** Members keep the order of the corpus in every group. */
export function isSame(a: readonly CaseData[], b: readonly CaseData[]): boolean {
  return a.length === b.length && a.every((data, index) => data === b[index]);
}
