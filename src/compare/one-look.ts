import { discreteHolm } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { Policy } from './evidence.ts';
import { type Group, type GroupTest, groupCases, hypotheses } from './family.ts';
import type { LookResult } from './looks.ts';

/** Every group tested once, at the whole of alphaSlices: where nothing further can be drawn, there is nothing to save for. */
export function lookOnce(all: readonly CaseData[], policy: Policy, testOf: GroupTest): LookResult[] {
  const dataOf = new Map(all.map((data) => [data.trials, data]));
  const groups = groupCases(all.map(({ trials }) => trials));
  const casesOf = ({ members }: Group): CaseData[] => members.flatMap((trials) => dataOf.get(trials) ?? []);
  const family = hypotheses(groups, casesOf, testOf);
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
