import { caseData } from './case-data.ts';
import { caseDifference } from './rates.ts';
import type { Evidence } from './trials.ts';

/** How much more of its trials one case passes on head than on base. */
export interface CaseDifference {
  readonly caseId: string;
  readonly slices: readonly string[];
  readonly cluster: string | null;
  /** In rate, -1..1; null = no determined trial on some side. */
  readonly difference: number | null;
}

/** Of the cases that gate, by the estimand of `CaseEffect`: the affected trials' difference times their share. */
export function caseDifferences(evidence: Evidence, depth: number): readonly CaseDifference[] {
  return evidence.cases
    .filter(({ facts }) => facts.gates)
    .map((trials) => {
      const { id, slices, cluster } = trials.facts;
      const { effect } = caseData(trials, depth);
      return { caseId: id, slices, cluster, difference: effect === null ? null : caseDifference(effect) };
    });
}
