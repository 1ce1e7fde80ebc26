import { countsIn, isAcceptedCase } from './acceptance.ts';
import type { SliceKind } from './decision.ts';
import type { CaseFacts } from './evidence.ts';

/** Cases that are compared as one: a slice, a cohort or the whole corpus. */
export interface Group {
  readonly kind: SliceKind;
  readonly name: string;
  /** Places of its cases among all; only cases that gate. */
  readonly members: readonly number[];
  /** It may fall: the pull request says so. */
  readonly accepted: boolean;
}

/** Slices by name, then ALL, then cohorts by name. A slice of which no case gates stays listed, with no members. */
export function groupCases(cases: readonly CaseFacts[]): Group[] {
  const counted = [...cases.entries()].flatMap(([place, facts]) =>
    facts.gates && !isAcceptedCase(facts) ? [place] : [],
  );
  return [
    ...groupBy('slice', cases, ({ slices }) => slices),
    { kind: 'all', name: 'ALL', members: counted, accepted: false },
    ...groupBy('cohort', cases, ({ cohorts }) => cohorts),
  ];
}

function groupBy(
  kind: 'slice' | 'cohort',
  cases: readonly CaseFacts[],
  names: (facts: CaseFacts) => readonly string[],
): Group[] {
  const byName = new Map<string, number[]>();
  const accepted = new Set<string>();
  for (const [place, facts] of cases.entries()) {
    for (const name of new Set(names(facts))) {
      const members = byName.get(name) ?? [];
      if (facts.gates && (kind === 'cohort' || countsIn(facts, name))) members.push(place);
      if (kind === 'slice' && facts.accepted?.slices.includes(name) === true) accepted.add(name);
      byName.set(name, members);
    }
  }
  return [...byName]
    .map(([name, members]) => ({ kind, name, members, accepted: accepted.has(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
