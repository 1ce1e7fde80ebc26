import type { TrialRequest } from '../replay/index.ts';
import { discreteHolm, stratExact } from '../stats/index.ts';
import type { Budget } from './budget.ts';
import { type CaseData, isStored, isTested } from './case-data.ts';
import type { Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import { type GuardSample, guardCase, guardDepth, guardSample, movedStratum } from './guard-sample.ts';
import type { LookResult } from './looks.ts';
import { sumTallies } from './tally.ts';

/**
 * What fresh trials said about a would-be block. `unpaid`: the budget does not reach; `unclear`: too few affected or
 * determined trials to say; `elsewhere`: ALL, where slices are guarded in its place.
 */
export type GuardOutcome =
  | { readonly kind: 'confirmed'; readonly base: Tally; readonly head: Tally | null }
  /** `movedP`: p of "these trials of base are as those that were compared", where it is 0.1 or less; null = it is more. */
  | { readonly kind: 'refuted'; readonly base: Tally; readonly head: Tally | null; readonly movedP: number | null }
  | { readonly kind: 'unpaid'; readonly runs: number }
  | { readonly kind: 'pending' | 'unclear' | 'elsewhere' };

export interface GuardRun {
  readonly slices: ReadonlyMap<LookResult, GuardOutcome>;
  readonly cases: ReadonlyMap<string, GuardOutcome>;
  readonly wanted: readonly TrialRequest[];
  /** p of "the fresh base trials are as the stored ones", where it is 0.1 or less: the reservoir is stale. */
  readonly staleP: number | null;
}

/** Where nothing can be drawn, a block stands on what there is. */
export const UNGUARDED: GuardRun = { slices: new Map(), cases: new Map(), wanted: [], staleP: null };

const LEVEL_SHARE = 0.4;
const CASE_TRIALS = 5;
const CASE_PASSES = 4;
const MOVED_P = 0.1;

/**
 * The guard (docs/statistics.md): a would-be block must hold against fresh base trials, drawn now under numbers above all
 * others and interleaved with more of head's, so that neither a base that has aged nor the luck of its first trials can
 * block. A slice stays blocked if discrete Holm over the guarded slices rejects at 0.4 alpha, a case if 4 of 5 fresh base trials pass.
 *
 * Where the budget does not reach all, the clearest slices are guarded: which ones was settled before any trial of the
 * guard was drawn.
 */
export function guard(
  rejected: readonly LookResult[],
  broken: readonly CaseData[],
  policy: Policy,
  budget: Budget,
): GuardRun {
  const wanted = new Map<string, TrialRequest>();
  const pay = (requests: readonly TrialRequest[]): boolean => {
    const more = requests.filter((request) => !wanted.has(keyOf(request)));
    if (!budget.take(more)) return false;
    for (const request of more) wanted.set(keyOf(request), request);
    return true;
  };
  const cases = new Map<string, GuardOutcome>();
  for (const data of broken) {
    const { wanted: lacking } = guardCase(data, policy);
    const outcome = pay(lacking) ? judgeCase(data, policy) : { kind: 'unpaid' as const, runs: budget.costOf(lacking) };
    cases.set(data.facts.id, outcome);
  }
  const paid = inOrder(named(rejected), policy, budget).filter((result) => pay(sliceRequests(result, policy)));
  const slices = new Map<LookResult, GuardOutcome>(rejected.map((result) => [result, { kind: 'elsewhere' }]));
  for (const result of named(rejected)) {
    slices.set(result, { kind: 'unpaid', runs: budget.costOf(sliceRequests(result, policy)) });
  }
  for (const [result, outcome] of judgeSlices(paid, policy)) slices.set(result, outcome);
  const guarded = new Map(
    [...paid.flatMap(({ cases: all }) => all.filter(isTested)), ...broken].map((data) => [data.facts.id, data]),
  );
  // Only said, never acted on: the guard reads no stored trial.
  const staleP = movement([...guarded.values()].filter(isStored), policy);
  return { slices, cases, wanted: [...wanted.values()], staleP };
}

/** Runs that guarding the cheapest of these would take. */
export function guardReserve(rejected: readonly LookResult[], policy: Policy, budget: Budget): number {
  const costs = named(rejected).map((result) => budget.costOf(sliceRequests(result, policy)));
  return costs.length === 0 ? 0 : Math.min(...costs);
}

/** ALL is named, and so guarded, only where no slice is. */
export function named(rejected: readonly LookResult[]): LookResult[] {
  const slices = rejected.filter(({ group }) => group.kind === 'slice');
  return slices.length > 0 ? slices : [...rejected];
}

function inOrder(results: readonly LookResult[], policy: Policy, budget: Budget): LookResult[] {
  return results
    .map((result) => ({ result, cost: budget.costOf(sliceRequests(result, policy)) }))
    .sort((a, b) => (a.result.adjustedP ?? 1) - (b.result.adjustedP ?? 1) || a.cost - b.cost)
    .map(({ result }) => result);
}

function judgeSlices(results: readonly LookResult[], policy: Policy): [LookResult, GuardOutcome][] {
  const samples = results.map((result) => samplesOf(result, policy));
  if (samples.some((each) => each.some(({ wanted }) => wanted.length > 0))) {
    return results.map((result) => [result, { kind: 'pending' }]);
  }
  const adjusted = discreteHolm(samples.map((each) => stratExact(each.map(({ stratum }) => stratum))));
  return results.map((result, index) => {
    const base = sumTallies(samples[index]?.map((sample) => sample.base) ?? []);
    const head = sumTallies(samples[index]?.map((sample) => sample.head) ?? []);
    if (base.trials === 0 || head.trials === 0) return [result, { kind: 'unclear' }];
    const holds = (adjusted[index] ?? 1) <= LEVEL_SHARE * policy.alpha;
    const movedP = holds ? null : movement(result.cases.filter(isTested), policy);
    return [result, holds ? { kind: 'confirmed', base, head } : { kind: 'refuted', base, head, movedP }];
  });
}

function judgeCase(data: CaseData, policy: Policy): GuardOutcome {
  const { base, wanted } = guardCase(data, policy);
  if (wanted.length > 0) return { kind: 'pending' };
  // Failures and what cannot be determined count alike: only passes show that base still works.
  if (base.passes >= CASE_PASSES) return { kind: 'confirmed', base, head: null };
  const clear = base.trials - base.passes > CASE_TRIALS - CASE_PASSES;
  return clear ? { kind: 'refuted', base, head: null, movedP: null } : { kind: 'unclear' };
}

function samplesOf({ cases, look }: LookResult, policy: Policy): GuardSample[] {
  const depth = guardDepth(policy.looks[look - 1] ?? 1);
  return cases.filter(isTested).map((data) => guardSample(data, depth, policy));
}

function sliceRequests(result: LookResult, policy: Policy): TrialRequest[] {
  return samplesOf(result, policy).flatMap(({ wanted }) => wanted);
}

/** p of "base is as it was when it was compared", where it is small enough to say that it is not. */
function movement(guarded: readonly CaseData[], policy: Policy): number | null {
  const strata = guarded.flatMap((data) => movedStratum(data, policy) ?? []);
  if (strata.length === 0) return null;
  const { p, pUpper } = stratExact(strata);
  const twoSided = Math.min(1, 2 * Math.min(p, pUpper));
  return twoSided <= MOVED_P ? twoSided : null;
}

function keyOf({ caseId, side, number }: TrialRequest): string {
  return `${side} ${number} ${caseId}`;
}
