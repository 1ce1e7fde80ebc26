import { discreteHolm, type ExactTest, type Stratum, stratExact } from '../stats/index.ts';
import { type CaseData, isTested } from './case-data.ts';
import type { Comparison, Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import { testByCase } from './family.ts';
import type { GuardRun } from './guard.ts';
import type { LookResult } from './looks.ts';
import { rates, sliceMde80 } from './rates.ts';
import { sliceVerdict } from './slice-verdict.ts';

const MOVERS_MAX = 20;

/**
 * Reports every slice, the whole corpus (`ALL`) and every cohort, each as its last look left it. `designOf` is the design
 * effect of cases that did not run independently of each other.
 */
export function compareSlices(
  results: readonly LookResult[],
  guarded: GuardRun,
  policy: Policy,
  designOf: (cases: readonly CaseData[]) => number = () => 1,
): Comparison[] {
  const improved = improvements(results);
  const midP = rememberMidP();
  return results.map((result) => {
    const { group, cases, look, end, adjustedP, family, logE } = result;
    const test = result.test ?? untested(cases);
    const spend = policy.spend[look - 1] ?? 1;
    const base = sumTallies(cases.map((each) => each.base));
    const head = sumTallies(cases.map((each) => each.head));
    const design = designOf(cases);
    const estimate = rates(cases, design);
    const mde80 = sliceMde80(cases, (policy.alpha * policy.alphaSlicesShare * spend) / Math.max(1, family), design);
    const figures = {
      ...{ cases, look, end, test, adjustedP, base, head, estimate, mde80 },
      adjustedPUpper: improved.get(result) ?? null,
      guard: guarded.slices.get(result) ?? null,
      staleP: guarded.staleP,
    };
    return {
      kind: group.kind,
      name: group.name,
      ...sliceVerdict(figures, policy),
      cases: cases.length,
      affectedCases: cases.filter(isTested).length,
      base,
      head,
      baseRate: estimate?.baseRate ?? null,
      headRate: estimate?.headRate ?? null,
      delta: estimate?.delta ?? null,
      interval: estimate?.interval ?? null,
      look,
      stopped: end === 'sampling' || group.kind === 'cohort' ? null : end,
      eValue: logE === null ? null : Math.exp(Math.min(MAX_LOG, logE)),
      p: test?.p ?? null,
      adjustedP,
      mde80,
      worse: movers(cases, (each) => midP(each).lower),
      better: movers(cases, (each) => midP(each).upper),
    };
  });
}

/** A cohort, or any group before its first look is complete: what there is, for the report and for runs cut off. */
function untested(cases: readonly CaseData[]): ExactTest | null {
  const tested = cases.filter(({ stratum }) => stratum !== null);
  return tested.length === 0 ? null : testByCase(tested);
}

/** Beyond it a double is Infinity, which JSON cannot say. */
const MAX_LOG = 700;

/** Improvements never gate: one discrete Holm over the last look of every slice. Groups of one hypothesis share its test. */
function improvements(results: readonly LookResult[]): ReadonlyMap<LookResult, number> {
  const inFamily = results.filter(({ group }) => group.kind !== 'cohort');
  const family = [...new Set(inFamily.flatMap(({ test }) => (test === null ? [] : [test])))];
  const adjusted = discreteHolm(family.map((test) => ({ p: test.pUpper, attainable: test.attainableUpper })));
  const byTest = new Map(family.map((test, index) => [test, adjusted[index] ?? 1]));
  return new Map(inFamily.flatMap((result) => (result.test === null ? [] : [[result, byTest.get(result.test) ?? 1]])));
}

interface MidP {
  readonly lower: number;
  readonly upper: number;
}

/** Mid-p of a case alone, for ranking: small = worse, or better. 0.5 where nothing was tested. */
function rememberMidP(): (data: CaseData) => MidP {
  const byTable = new Map<string, MidP>();
  const byCase = new Map<CaseData, MidP>();
  const midPOf = (stratum: Stratum): MidP => {
    const table =
      stratum.kind === 'labels' ? `${stratum.n0} ${stratum.s0} ${stratum.n1} ${stratum.s1}` : JSON.stringify(stratum);
    const known = byTable.get(table);
    if (known !== undefined) return known;
    const { midP, midPUpper } = stratExact([stratum]);
    const found = { lower: midP, upper: midPUpper };
    byTable.set(table, found);
    return found;
  };
  return (data) => {
    const known = byCase.get(data);
    if (known !== undefined) return known;
    const found = data.stratum === null ? EVEN : midPOf(data.stratum);
    byCase.set(data, found);
    return found;
  };
}

const EVEN: MidP = { lower: 0.5, upper: 0.5 };

/** Case ids with more evidence for than against having moved this way, strongest first. */
function movers(cases: readonly CaseData[], midP: (data: CaseData) => number): string[] {
  return cases
    .map((data) => ({ id: data.facts.id, midP: midP(data) }))
    .filter((each) => each.midP < 0.5)
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
