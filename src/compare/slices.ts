import type { CaseData } from './case-data.ts';
import { isTested } from './case-data.ts';
import type { Comparison, SliceKind, Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import { type Group, type GroupTest, testByCase, testFamily } from './family.ts';
import { rates, sliceMde80 } from './rates.ts';
import { sliceVerdict } from './slice-verdict.ts';

const MOVERS_MAX = 20;

/**
 * Compares every slice, the whole corpus (`ALL`) and every cohort. The family that gates is the slices and ALL; cohorts are
 * reported. Only gating cases count. The level: every p is exact given the margins, and discrete Holm holds alphaSlices
 * over the family under any overlap of slices.
 */
export function compareSlices(all: readonly CaseData[], policy: Policy, testOf: GroupTest = testByCase): Comparison[] {
  const groups = groupCases(all);
  const { tests, size } = testFamily(groups, testOf);
  const level = (policy.alpha * policy.alphaSlicesShare) / Math.max(1, size);
  return groups.map((group) => {
    const { kind, name, cases } = group;
    const tested = tests.get(group) ?? null;
    const base = sumTallies(cases.map((each) => each.base));
    const head = sumTallies(cases.map((each) => each.head));
    const estimate = rates(cases);
    const mde80 = sliceMde80(cases, level);
    return {
      kind,
      name,
      ...sliceVerdict({ cases, tested, base, head, estimate, mde80 }, policy),
      cases: cases.length,
      affectedCases: cases.filter(isTested).length,
      base,
      head,
      baseRate: estimate?.baseRate ?? null,
      headRate: estimate?.headRate ?? null,
      delta: estimate?.delta ?? null,
      interval: estimate?.interval ?? null,
      p: tested?.test.p ?? null,
      adjustedP: tested?.adjustedP ?? null,
      mde80,
      worse: movers(cases, (each) => each.midP),
      better: movers(cases, (each) => each.midPUpper),
    };
  });
}

/** Slices by name, then ALL, then cohorts by name. A slice of which no case gates stays listed, with no cases. */
function groupCases(all: readonly CaseData[]): Group[] {
  const gating = all.filter(({ facts }) => facts.gates);
  return [
    ...groupBy('slice', all, ({ facts }) => facts.slices),
    { kind: 'all', name: 'ALL', cases: gating },
    ...groupBy('cohort', all, ({ facts }) => facts.cohorts),
  ];
}

function groupBy(kind: SliceKind, all: readonly CaseData[], names: (data: CaseData) => readonly string[]): Group[] {
  const byName = new Map<string, CaseData[]>();
  for (const data of all) {
    for (const name of new Set(names(data))) {
      const members = byName.get(name) ?? [];
      if (data.facts.gates) members.push(data);
      byName.set(name, members);
    }
  }
  return [...byName].map(([name, cases]) => ({ kind, name, cases })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Case ids with more evidence for than against having moved this way, strongest first. */
function movers(cases: readonly CaseData[], midP: (data: CaseData) => number): string[] {
  return cases
    .filter((data) => midP(data) < 0.5)
    .map((data) => ({ id: data.facts.id, midP: midP(data) }))
    .sort((a, b) => a.midP - b.midP || (a.id < b.id ? -1 : 1))
    .slice(0, MOVERS_MAX)
    .map(({ id }) => id);
}

function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passes, trials, undetermined }) => ({
      passes: sum.passes + passes,
      trials: sum.trials + trials,
      undetermined: sum.undetermined + undetermined,
    }),
    { passes: 0, trials: 0, undetermined: 0 },
  );
}
