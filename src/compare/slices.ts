import { discreteHolm, type ExactTest, type Stratum, stratExact } from '../stats/index.ts';
import { type CaseData, isTested } from './case-data.ts';
import type { Comparison } from './decision.ts';
import type { Policy } from './evidence.ts';
import { testByCase } from './family.ts';
import type { GuardRun } from './guard.ts';
import type { LookResult } from './looks.ts';
import { rates, sliceMde80, trafficRates } from './rates.ts';
import { settling } from './settling.ts';
import { type Judgement, type SliceFigures, sliceVerdict } from './slice-verdict.ts';
import { projected, type Spent } from './spent.ts';
import type { StoredBaseCheck } from './stored-base.ts';
import { sumTallies } from './tally.ts';
import { confirmingText, settlingText } from './text.ts';

const MOVERS_MAX = 20;

/** What the slices are reported from. */
export interface SlicesQuestion {
  readonly results: readonly LookResult[];
  readonly guarded: GuardRun;
  /** Slices in which base passes more now than in its stored trials, with the p that says so. */
  readonly lowBase: StoredBaseCheck['low'];
  readonly policy: Policy;
  /** What the trials took so far: it tells what further ones would take. */
  readonly spent: Spent;
  /** Design effect of cases that did not run independently of each other. */
  readonly designOf: (cases: readonly CaseData[]) => number;
}

/** Reports every slice, the whole corpus (`ALL`) and every cohort, each as its last look left it. */
export function compareSlices({ results, guarded, lowBase, policy, spent, designOf }: SlicesQuestion): Comparison[] {
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
    const traffic = trafficRates(cases);
    const level = (policy.alpha * policy.alphaSlicesShare * spend) / Math.max(1, family);
    const mde80 = sliceMde80(cases, level, design, null);
    const figures = {
      ...{ cases, look, end, test, adjustedP, base, head, estimate, mde80, logE },
      lookIsComplete: result.test !== null,
      adjustedPUpper: improved.get(result) ?? null,
      guard: guarded.slices.get(result) ?? null,
      staleP: guarded.staleP,
      lowBaseP: lowBase.get(result) ?? null,
    };
    const verdict = settledVerdict(sliceVerdict(figures, policy), figures, level, policy, spent);
    const affected = cases.filter(isTested);
    return {
      kind: group.kind,
      name: group.name,
      ...verdict,
      cases: cases.length,
      affectedCases: affected.length,
      affectedShare: shareOf(affected),
      base,
      head,
      baseRate: estimate?.baseRate ?? null,
      headRate: estimate?.headRate ?? null,
      delta: estimate?.delta ?? null,
      ...(traffic === null ? {} : { traffic }),
      interval: estimate?.interval ?? null,
      look,
      stopped: end === 'sampling' || group.kind === 'cohort' ? null : end,
      eValue: logE === null ? null : Math.exp(Math.min(MAX_LOG, logE)),
      p: test?.p ?? null,
      adjustedP,
      mde80,
      ...(group.accepted ? { accepted: true } : {}),
      worse: movers(cases, (each) => midP(each).lower),
      better: movers(cases, (each) => midP(each).upper),
    };
  });
}

/** The verdict, and what it would take where trials are lacking: said with its first reason. */
function settledVerdict(
  { verdict, reasons, lacks }: Judgement,
  { cases, look, lookIsComplete, estimate }: SliceFigures,
  level: number,
  policy: Policy,
  spent: Spent,
): Pick<Comparison, 'verdict' | 'settling' | 'reasons'> {
  const [why, ...rest] = reasons;
  if (why === undefined || lacks === undefined) return { verdict, settling: null, reasons };
  const drop = estimate === null || estimate.delta >= 0 ? policy.deltaRelevant : -estimate.delta;
  if (lacks === 'power') {
    const depth = lookIsComplete ? (policy.looks[look - 1] ?? 1) : 0;
    const taking = settling(cases, drop, depth, level, spent);
    return { verdict, settling: taking, reasons: [`${why}; ${settlingText(taking)}`, ...rest] };
  }
  const taking = projected(spent, lacks.runs);
  const confirming = taking === null ? null : { ...taking, drop };
  return { verdict, settling: confirming, reasons: [`${why}; ${confirmingText(confirming)}`, ...rest] };
}

function shareOf(affected: readonly CaseData[]): number | null {
  const effects = affected.flatMap(({ effect }) => effect ?? []);
  return effects.length === 0 ? null : effects.reduce((sum, effect) => sum + effect.affectedShare, 0) / effects.length;
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
