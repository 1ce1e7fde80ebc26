import type { SliceKind } from './decision.ts';
import type { CaseFacts } from './evidence.ts';

/** Cases that are compared as one: a slice, a cohort or the whole corpus. */
export interface Group {
  readonly kind: SliceKind;
  readonly name: string;
  /** Places of its cases among all; only cases that gate. */
  readonly members: readonly number[];
}

/** Slices by name, then ALL, then cohorts by name. A slice of which no case gates stays listed, with no members. */
export function groupCases(cases: readonly CaseFacts[]): Group[] {
  const gating = [...cases.keys()].filter((place) => cases[place]?.gates);
  return [
    ...groupBy('slice', cases, ({ slices }) => slices),
    { kind: 'all', name: 'ALL', members: gating },
    ...groupBy('cohort', cases, ({ cohorts }) => cohorts),
  ];
}

function groupBy(
  kind: SliceKind,
  cases: readonly CaseFacts[],
  names: (facts: CaseFacts) => readonly string[],
): Group[] {
  const byName = new Map<string, number[]>();
  for (const [place, facts] of cases.entries()) {
    for (const name of new Set(names(facts))) {
      const members = byName.get(name) ?? [];
      if (facts.gates) members.push(place);
      byName.set(name, members);
    }
  }
  return [...byName].map(([name, members]) => ({ kind, name, members })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
