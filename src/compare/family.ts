import type { ExactTest } from '../stats/index.ts';
import { discreteHolm, stratExact } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { SliceKind } from './decision.ts';

/** Cases that are compared as one: a slice, a cohort or the whole corpus. */
export interface Group {
  readonly kind: SliceKind;
  readonly name: string;
  readonly cases: readonly CaseData[];
}

/** A slice's test and its place in the family; null for what is outside the family. */
export interface SliceTest {
  readonly test: ExactTest;
  readonly adjustedP: number | null;
  readonly adjustedPUpper: number | null;
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
export function testFamily(
  groups: readonly Group[],
  testOf: GroupTest,
): { tests: Map<Group, SliceTest>; size: number } {
  const hypotheses = new Map<string, { test: ExactTest; groups: Group[] }>();
  for (const group of groups) {
    const tested = group.cases.filter(({ stratum }) => stratum !== null);
    if (tested.length === 0) continue;
    const key = tested.map(({ facts }) => facts.id).join('\n');
    const known = hypotheses.get(key);
    if (known !== undefined) known.groups.push(group);
    else {
      const test = testOf(tested);
      if (test !== null) hypotheses.set(key, { test, groups: [group] });
    }
  }
  const family = [...hypotheses.values()].filter((each) => each.groups.some(isInFamily));
  const adjusted = discreteHolm(family.map(({ test }) => test));
  const adjustedUpper = discreteHolm(family.map(({ test }) => ({ p: test.pUpper, attainable: test.attainableUpper })));
  const place = new Map(family.map((each, index) => [each, index]));
  const tests = new Map<Group, SliceTest>();
  for (const hypothesis of hypotheses.values()) {
    const index = place.get(hypothesis);
    for (const group of hypothesis.groups) {
      const at = isInFamily(group) ? index : undefined;
      tests.set(group, {
        test: hypothesis.test,
        adjustedP: at === undefined ? null : (adjusted[at] ?? null),
        adjustedPUpper: at === undefined ? null : (adjustedUpper[at] ?? null),
      });
    }
  }
  return { tests, size: family.length };
}

function isInFamily({ kind }: Group): boolean {
  return kind !== 'cohort';
}
