import type { TrialRequest } from '../replay/index.ts';
import type { CaseFacts, Policy } from './evidence.ts';
import { type Spent, spentOn } from './spent.ts';
import type { Evidence } from './trials.ts';

/** A small corpus costs little, and one broken case alone takes some twenty runs to show. */
const BUDGET_FLOOR = 500;
const BUDGET_PER_CASE = 4;

/** Four times the first look's trials of one side; never fewer than 500. */
export function defaultBudgetRuns(cases: number, policy: Pick<Policy, 'looks'>): number {
  return Math.max(BUDGET_FLOOR, BUDGET_PER_CASE * cases * (policy.looks[0] ?? 1));
}

/** What may still be spent: runs, which are trials that take model calls of their own. */
export class Budget {
  readonly limit: number;
  readonly spent: Spent;
  readonly #evidence: Evidence;
  #left: number;
  #refused = 0;

  constructor(evidence: Evidence, policy: Policy) {
    this.limit = policy.budgetRuns ?? defaultBudgetRuns(evidence.cases.length, policy);
    this.spent = spentOn(evidence);
    this.#evidence = evidence;
    this.#left = this.limit - this.spent.runs;
  }

  /** Runs that were asked for and could not be paid. */
  get refused(): number {
    return this.#refused;
  }

  costOf(requests: readonly TrialRequest[]): number {
    const { cases, places } = this.#evidence;
    const stored = (caseId: string): number => cases[places.get(caseId) ?? -1]?.facts.storedTrials ?? 0;
    return requests.filter(({ caseId, side, number, dry }) =>
      side === 'head' ? dry !== true : number > stored(caseId),
    ).length;
  }

  /** true = the requests are paid; false = they cost more than is left above `reserve`, and nothing is taken. */
  take(requests: readonly TrialRequest[], reserve = 0): boolean {
    const cost = this.costOf(requests);
    if (cost > 0 && cost > this.#left - reserve) {
      this.#refused += cost;
      return false;
    }
    this.#left -= cost;
    return true;
  }
}

/** Runs before any case is suspicious and any slice goes on: the first look of every case. */
export function plannedRuns(cases: readonly CaseFacts[], policy: Pick<Policy, 'looks'>): number {
  const depth = policy.looks[0] ?? 1;
  return cases.reduce((sum, { storedTrials }) => sum + depth + Math.max(0, depth - storedTrials), 0);
}
