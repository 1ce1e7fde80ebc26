import { designEffect, type Runs } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { ScoredTrial } from './evidence.ts';
import type { ExternalCase } from './external-trials.ts';
import { isDetermined, isPass } from './trials.ts';

/** Cases by what they ran together with; `unit` null = each of them ran alone. */
interface Unit {
  readonly unit: string | null;
  readonly members: readonly CaseData[];
}

export function unitsOf(cases: readonly ExternalCase[]): (tested: readonly CaseData[]) => readonly Unit[] {
  const unitOf = new Map(cases.map(({ data, unit }) => [data.facts.id, unit]));
  return (tested) =>
    [...Map.groupBy(tested, ({ facts }) => unitOf.get(facts.id) ?? null)].map(([unit, members]) => ({ unit, members }));
}

/** The runs of a side in which each case is determined: of each, 1 for the cases that passed. */
export function completeRuns(members: readonly CaseData[], side: 'base' | 'head'): Runs {
  const numbers = new Set(members.flatMap(({ trials }) => [...trials[side].keys()]));
  return [...numbers].flatMap((number) => {
    const run = members.map(({ trials }) => trials[side].get(number));
    const complete = run.filter((trial): trial is ScoredTrial => trial !== undefined && isDetermined(trial));
    return complete.length === run.length ? [complete.map((trial) => (isPass(trial) ? 1 : 0))] : [];
  });
}

/** How much less a group's trials tell because some ran together; 1 where none did. */
export function designEffectByUnit(cases: readonly ExternalCase[]): (members: readonly CaseData[]) => number {
  const split = unitsOf(cases);
  return (members) => {
    const rated = members.filter(({ effect }) => effect !== null);
    const together = split(rated).flatMap(({ unit, members: own }) =>
      unit === null ? own.map((one) => [one]) : [own],
    );
    if (together.every((own) => own.length === 1)) return 1;
    return designEffect(
      together.map((own) => ({ members: own.length, arms: [completeRuns(own, 'base'), completeRuns(own, 'head')] })),
    );
  };
}
