import { type ExactTest, type Stratum, stratExact } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { ScoredTrial } from './evidence.ts';
import type { ExternalCase } from './external-trials.ts';
import type { GroupTest } from './family.ts';
import { isDetermined, isPass } from './trials.ts';

/** Clusters of a group of cases, and the test that they moved together. */
export interface ClusterTest extends ExactTest {
  readonly clusters: number;
  /** Those whose passes differ; the smallest attainable p is 2^-informative. */
  readonly informative: number;
}

/**
 * The test in which whole units trade places: cases that ran together (one replay, one session) are one run, and each run
 * keeps its passes. A case that ran alone is a unit of its own. A run in which some case is undetermined tells nothing
 * about the unit's passes and is left out whole, on either side by the same rule.
 */
export function testByUnit(cases: readonly ExternalCase[]): GroupTest {
  const unitOf = new Map(cases.map(({ data, unit }) => [data.facts.id, unit]));
  return (tested) => {
    const units = Map.groupBy(tested, ({ facts }) => unitOf.get(facts.id) ?? null);
    const strata = [...units].flatMap(([unit, members]) =>
      unit === null ? aloneStrata(members) : unitStratum(members),
    );
    return strata.length === 0 ? null : stratExact(strata);
  };
}

function aloneStrata(cases: readonly CaseData[]): Stratum[] {
  return cases.flatMap(({ stratum }) => (stratum === null ? [] : [stratum]));
}

function unitStratum(members: readonly CaseData[]): Stratum[] {
  const totals0 = runTotals(members, 'base');
  const totals1 = runTotals(members, 'head');
  return totals0.length === 0 || totals1.length === 0 ? [] : [{ kind: 'blocks', totals0, totals1 }];
}

/** Passes of every run in which each case is determined. */
function runTotals(members: readonly CaseData[], side: 'base' | 'head'): number[] {
  const numbers = new Set(members.flatMap(({ trials }) => [...trials[side].keys()]));
  return [...numbers].flatMap((number) => {
    const run = members.map(({ trials }) => trials[side].get(number));
    const complete = run.filter((trial): trial is ScoredTrial => trial !== undefined && isDetermined(trial));
    return complete.length === run.length ? [complete.filter(isPass).length] : [];
  });
}

/**
 * Whether an effect carries over to tasks that were not drawn: both sides of a whole cluster trade places, so a difference
 * is as likely to be one way as the other. A case without a cluster is one of its own. Exact where both sides have equally
 * many trials of each case; else its rates are compared on their common multiple, which is approximate.
 */
export function testByCluster(tested: readonly CaseData[]): ClusterTest {
  const clusters = Map.groupBy(tested, ({ facts }) => JSON.stringify(facts.cluster ?? [facts.id]));
  const pairs = [...clusters.values()].map((members) => {
    const scaled = members.map(({ base, head }) => {
      const common = divisor(base.trials, head.trials);
      return { base: (base.passes * head.trials) / common, head: (head.passes * base.trials) / common };
    });
    return { base: sum(scaled.map((each) => each.base)), head: sum(scaled.map((each) => each.head)) };
  });
  const moved = pairs.filter(({ base, head }) => base !== head);
  const test = stratExact(moved.map(({ base, head }) => ({ kind: 'blocks', totals0: [base], totals1: [head] })));
  return { ...test, clusters: clusters.size, informative: moved.length };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
