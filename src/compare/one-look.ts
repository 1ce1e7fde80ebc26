import { discreteHolm } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { Policy } from './evidence.ts';
import { type GroupTest, hypotheses } from './family.ts';
import { type Group, groupCases } from './groups.ts';
import type { LookResult } from './looks.ts';

/** Every group tested once, at the whole of alphaSlices: where nothing further can be drawn, there is nothing to save for. */
export function lookOnce(all: readonly CaseData[], policy: Policy, testOf: GroupTest): LookResult[] {
  const groups = groupCases(all.map(({ facts }) => facts));
  const casesOf = ({ members }: Group): CaseData[] => members.flatMap((place) => all[place] ?? []);
  const family = hypotheses(groups, casesOf, (tested) => testOf(tested));
  const adjusted = discreteHolm(family.map(({ test }) => test));
  const level = policy.alpha * policy.alphaSlicesShare;
  const placeOf = new Map(family.flatMap((each, place) => each.groups.map((group) => [group, place] as const)));
  return groups.map((group) => {
    const place = placeOf.get(group);
    const adjustedP = place === undefined ? null : (adjusted[place] ?? 1);
    return {
      group,
      cases: casesOf(group),
      look: 1,
      end: adjustedP !== null && adjustedP <= level ? 'rejected' : 'looks',
      test: place === undefined ? null : (family[place]?.test ?? null),
      adjustedP,
      family: family.length,
      logE: null,
    };
  });
}
