import { type ExactTest, type Stratum, stratExact } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { ExternalCase } from './external-trials.ts';
import { completeRuns, unitsOf } from './external-units.ts';
import type { GroupTest } from './family.ts';

/** Clusters of a group of cases, and the test that they moved together. */
interface ClusterTest extends ExactTest {
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
  const split = unitsOf(cases);
  return (tested) => {
    const strata = split(tested).flatMap(({ unit, members }) =>
      unit === null ? aloneStrata(members) : unitStratum(members),
    );
    return strata.length === 0 ? null : stratExact(strata);
  };
}

function aloneStrata(cases: readonly CaseData[]): Stratum[] {
  return cases.flatMap(({ stratum }) => (stratum === null ? [] : [stratum]));
}

function unitStratum(members: readonly CaseData[]): Stratum[] {
  const totals0 = completeRuns(members, 'base').map(sum);
  const totals1 = completeRuns(members, 'head').map(sum);
  return totals0.length === 0 || totals1.length === 0 ? [] : [{ kind: 'blocks', totals0, totals1 }];
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
