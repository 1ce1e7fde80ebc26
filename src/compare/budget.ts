import type { TrialRequest } from '../replay/index.ts';
import type { Policy, RunPrice } from './evidence.ts';
import { added, NOTHING_SPENT, projected, type Spent, spentOn, spentOnCase } from './spent.ts';
import type { Evidence } from './trials.ts';

/** A small corpus costs little, and one broken case alone takes some twenty runs to show. */
const BUDGET_FLOOR = 500;
const BUDGET_PER_CASE = 4;

/** Four times the first look's trials of one side; never fewer than 500. */
export function defaultBudgetRuns(cases: number, policy: Pick<Policy, 'looks'>): number {
  return Math.max(BUDGET_FLOOR, BUDGET_PER_CASE * cases * (policy.looks[0] ?? 1));
}

/** What a gate run may take; null = no limit of that kind. */
export interface Limits {
  readonly runs: number;
  readonly calls: number | null;
  readonly costUsd: number | null;
}

export function limitsOf(cases: number, policy: Policy): Limits {
  return {
    runs: policy.budgetRuns ?? defaultBudgetRuns(cases, policy),
    calls: policy.budgetCalls,
    costUsd: policy.budgetCostUsd,
  };
}

/**
 * What may still be spent: runs, which are trials that take model calls of their own, the calls and their price. What a run
 * will take is not known before: it is expected to take what the case's runs took so far, else what its recording took.
 */
export class Budget {
  readonly limits: Limits;
  readonly spent: Spent;
  readonly #evidence: Evidence;
  /** Spent, and asked for. */
  #committed: Spent;
  #refused = 0;

  constructor(evidence: Evidence, policy: Policy) {
    this.limits = limitsOf(evidence.cases.length, policy);
    this.spent = spentOn(evidence);
    this.#committed = this.spent;
    this.#evidence = evidence;
  }

  /** Runs that were asked for and could not be paid. */
  get refused(): number {
    return this.#refused;
  }

  /** Runs that these requests take. */
  costOf(requests: readonly TrialRequest[]): number {
    return this.#paid(requests).length;
  }

  /** true = the requests are paid; false = they cost more than is left above `reserve` runs, and nothing is taken. */
  take(requests: readonly TrialRequest[], reserve = 0): boolean {
    return this.#take(this.#priceOf(requests), reserve);
  }

  /** The same of so many runs that are not told one by one. */
  takeRuns(runs: number): boolean {
    return this.#take(projected(this.spent, runs) ?? { ...NOTHING_SPENT, runs }, 0);
  }

  #take(cost: Spent, reserve: number): boolean {
    const kept = projected(this.spent, reserve) ?? { ...NOTHING_SPENT, runs: reserve };
    if (cost.runs > 0 && !isWithin(added(added(this.#committed, cost), kept), this.limits)) {
      this.#refused += cost.runs;
      return false;
    }
    this.#committed = added(this.#committed, cost);
    return true;
  }

  #paid(requests: readonly TrialRequest[]): readonly TrialRequest[] {
    const { cases, places } = this.#evidence;
    const stored = (caseId: string): number => cases[places.get(caseId) ?? -1]?.facts.storedTrials ?? 0;
    return requests.filter(({ caseId, side, number, dry }) =>
      side === 'head' ? dry !== true : number > stored(caseId),
    );
  }

  #priceOf(requests: readonly TrialRequest[]): Spent {
    const paid = this.#paid(requests);
    if (this.limits.calls === null && this.limits.costUsd === null) return { ...NOTHING_SPENT, runs: paid.length };
    let sum = NOTHING_SPENT;
    for (const { caseId } of paid) sum = added(sum, { runs: 1, ...this.#runPrice(caseId) });
    return sum;
  }

  #runPrice(caseId: string): RunPrice {
    const { cases, places } = this.#evidence;
    const found = cases[places.get(caseId) ?? -1];
    const own = found === undefined ? null : projected(spentOnCase(found), 1);
    return own ?? found?.facts.expected ?? projected(this.spent, 1) ?? ONE_CALL;
  }
}

const ONE_CALL: RunPrice = { calls: 1, costUsd: null };

/** A price that is not known is within any limit: whoever runs the trials stops at a trial whose price they cannot tell. */
function isWithin({ runs, calls, costUsd }: Spent, limits: Limits): boolean {
  const { calls: mostCalls, costUsd: mostUsd } = limits;
  return (
    runs <= limits.runs &&
    (mostCalls === null || calls <= mostCalls) &&
    (mostUsd === null || costUsd === null || costUsd <= mostUsd)
  );
}
