import type { TrialRequest } from '../replay/index.ts';
import type { ResultRow } from '../score/index.ts';
import { type CaseData, isTested } from './case-data.ts';
import { sideCounts } from './counts.ts';
import { decide } from './decide.ts';
import type { Comparison, Decision } from './decision.ts';
import type { Policy } from './evidence.ts';
import { canAttain, caseLevel, decideExternalCases } from './external-cases.ts';
import { testByCluster, testByUnit } from './external-tests.ts';
import { externalCases } from './external-trials.ts';
import { designEffectByUnit } from './external-units.ts';
import type { GroupTest } from './family.ts';
import { UNGUARDED } from './guard.ts';
import { lookOnce } from './one-look.ts';
import { compareSlices } from './slices.ts';
import { NOTHING_SPENT } from './spent.ts';
import { count, pValue } from './text.ts';

/** What trades places under "nothing changed", and so what a block is a claim about: these cases, or tasks like them. */
export type GateOn = 'unit' | 'cluster';

/** Second line of a slice: does its difference hold for new tasks? */
export interface ClusterLine {
  readonly kind: Comparison['kind'];
  readonly slice: string;
  readonly clusters: number;
  /** Clusters whose passes differ between the sides. */
  readonly informative: number;
  /** Exact one-sided p of "head is worse" when whole clusters trade places. */
  readonly p: number;
  /** The smallest p that so many clusters could have shown. */
  readonly smallestP: number;
  /** p is within the level that slices have. */
  readonly holds: boolean;
}

export interface ExternalDecision extends Decision {
  /** The policy as it was applied: slices have cases' share where no case can attain its level. */
  readonly policy: Policy;
  readonly onlyBase: readonly string[];
  readonly onlyHead: readonly string[];
  /** Empty = the results name no clusters. */
  readonly clusters: readonly ClusterLine[];
  /** Cases that ran together with others. */
  readonly casesInUnits: number;
}

/**
 * The gate's decision on results that other harnesses produced: nothing is replayed and nothing can be asked again, so
 * there is one look, at all trials, with the whole of alphaSlices. Trials per case and side may differ in number.
 *
 * Unchanged results are blocked with probability at most `policy.alpha`, where base and head trials of a case (or whole
 * units) are exchangeable under no change. Intervals, power and "not worse" count trials that ran together for less. That both sides ran under the same conditions is for whoever ran them to say.
 * Throws when a trial is there twice.
 */
export function compareResults(
  base: readonly ResultRow[],
  head: readonly ResultRow[],
  policy: Policy,
  gateOn: GateOn,
): ExternalDecision {
  const cases = externalCases(base, head);
  const all = cases.map(({ data }) => data);
  const gating = all.filter(({ facts }) => facts.gates);
  const level = caseLevel(gating, policy);
  const once = { ...policy, looks: [1], spend: [1] };
  const applied = gating.some((data) => canAttain(data, level)) ? once : { ...once, alphaSlicesShare: 1 };
  const design = designEffectByUnit(cases);
  const compared = (testOf: GroupTest): Comparison[] =>
    compareSlices({
      results: lookOnce(all, applied, testOf),
      guarded: UNGUARDED,
      lowBase: new Map(),
      policy: applied,
      spent: NOTHING_SPENT,
      designOf: design,
    });
  const byUnit = compared(testByUnit(cases));
  const clusters = clusterLines(byUnit, gating, applied);
  const comparisons =
    gateOn === 'unit' ? byUnit : compared(testByCluster).map((one) => forNewTasks(one, clusters, applied));
  const decisions = decideExternalCases(all, applied);
  const trials = all.map((data) => data.trials);
  const missing = all.flatMap(missingTrials);
  return {
    ...decide({
      gating,
      comparisons: withDoubts(comparisons, byUnit),
      cases: decisions,
      missing: 0,
      unpaid: null,
      recordedOnly: false,
    }),
    comparisons,
    cases: decisions,
    staleReservoirP: null,
    next: [],
    base: sideCounts(trials, 'base', missing),
    head: sideCounts(trials, 'head', missing),
    policy: applied,
    onlyBase: all.filter((data) => data.trials.head.size === 0).map(({ facts }) => facts.id),
    onlyHead: all.filter((data) => data.trials.base.size === 0).map(({ facts }) => facts.id),
    clusters,
    casesInUnits: cases.filter(({ unit }) => unit !== null).length,
  };
}

/** Trials that one side has and the other lacks altogether. */
function missingTrials({ facts, trials }: CaseData): TrialRequest[] {
  if (trials.base.size > 0 && trials.head.size > 0) return [];
  const [side, there] = trials.head.size === 0 ? (['head', trials.base] as const) : (['base', trials.head] as const);
  return [...there.keys()].map((number) => ({ caseId: facts.id, side, number }));
}

function clusterLines(comparisons: readonly Comparison[], gating: readonly CaseData[], policy: Policy): ClusterLine[] {
  if (gating.every(({ facts }) => facts.cluster === null)) return [];
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  return comparisons.flatMap(({ kind, name }): ClusterLine[] => {
    const members = gating.filter(({ facts }) => kind === 'all' || facts.slices.includes(name));
    const tested = members.filter((data) => isTested(data) && data.stratum !== null);
    if (tested.length === 0) return [];
    const { clusters, informative, p } = testByCluster(tested);
    const smallestP = 2 ** -informative;
    return [{ kind, slice: name, clusters, informative, p, smallestP, holds: p <= alphaSlices }];
  });
}

/**
 * Where clusters gate, what the cases alone would show (their power, "not worse") is no answer. Fewer clusters moved than
 * the level takes: underpowered, whatever they did.
 */
function forNewTasks(one: Comparison, lines: readonly ClusterLine[], policy: Policy): Comparison {
  const line = lines.find(({ kind, slice }) => kind === one.kind && slice === one.name);
  const open = one.verdict === 'not_worse' || one.verdict === 'no_evidence' || one.verdict === 'underpowered';
  if (line === undefined || !open) return one;
  const alphaSlices = policy.alpha * policy.alphaSlicesShare;
  const { informative, smallestP, clusters, p } = line;
  const rest = one.reasons.slice(1);
  if (smallestP <= alphaSlices) {
    const why = `no evidence for new tasks (p ${pValue(p)}, ${count(clusters, 'cluster')})`;
    return { ...one, verdict: 'no_evidence', mde80: null, reasons: [why, ...rest] };
  }
  const why = `${count(informative, 'cluster')} moved: no p below ${pValue(smallestP)} is possible, the level is ${pValue(alphaSlices)}`;
  return { ...one, verdict: 'underpowered', mde80: null, reasons: [why, ...rest] };
}

/** A slice that surely fell for these cases, and whose clusters are too few to tell about others, is no pass. */
function withDoubts(comparisons: readonly Comparison[], byUnit: readonly Comparison[]): readonly Comparison[] {
  const fell = new Set(
    byUnit.filter(({ verdict }) => verdict === 'regressed').map(({ kind, name }) => `${kind} ${name}`),
  );
  return comparisons.map((one) =>
    one.verdict === 'underpowered' && fell.has(`${one.kind} ${one.name}`) ? { ...one, verdict: 'inconclusive' } : one,
  );
}
