import { added, type Limits, NOTHING_SPENT, type RunPrice, type Spent } from '../compare/index.ts';
import type { Case } from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import type { RanTrial, Trial } from '../replay/index.ts';
import { costOf, costOfCalls, type PriceTable, unpricedModels } from '../score/index.ts';
import type { GatePlan } from './plan.ts';

/**
 * Adds up what trials and the votes of judges take while they run. Where a limit is reached `signal` ends the run: no trial and
 * no vote begins after that, those that run are let finish. `compare` plans within the same limits, but by what runs took before; this is what keeps them.
 */
export class Spending {
  readonly #limits: Limits;
  readonly #prices: PriceTable;
  readonly #stop = new AbortController();
  #spent: Spent = NOTHING_SPENT;
  #unpriced: Trial | null = null;

  constructor(limits: Limits, prices: PriceTable) {
    this.#limits = limits;
    this.#prices = prices;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  add({ trial, stored }: RanTrial): void {
    const took = tookOf(trial, this.#prices);
    if (stored || took.calls === 0) return;
    this.#spent = added(this.#spent, { runs: 1, ...took });
    if (took.costUsd === null) this.#unpriced ??= trial;
    if (this.#isReached()) this.#stop.abort();
  }

  addVote(took: RunPrice): void {
    this.#spent = added(this.#spent, { runs: 0, ...took });
    if (this.#isReached()) this.#stop.abort();
  }

  #isReached(): boolean {
    const { runs, calls, costUsd } = this.#limits;
    const spent = this.#spent;
    if (spent.runs >= runs || (calls !== null && spent.calls >= calls)) return true;
    return costUsd !== null && (spent.costUsd === null || spent.costUsd >= costUsd);
  }

  /** @throws UserError where a budget in dollars is set and it cannot be told what some trial cost. */
  requirePrices(): void {
    if (this.#limits.costUsd === null || this.#unpriced === null) return;
    const { caseId, number, trajectory } = this.#unpriced;
    const models = unpricedModels(modelsOf(trajectory.steps), this.#prices);
    if (models.length > 0) throw unpriced(models);
    throw new UserError({
      where: 'gate.budget_cost_usd',
      message: `the provider did not say how many tokens trial ${number} of case ${cut(caseId, 80)} took: its cost is not known`,
      hint: 'limit gate.budget_calls instead',
    });
  }
}

/** Answers at hand from an earlier attempt count like those drawn now: a rerun goes as far as the first run did. */
export function tookOf({ trajectory, answers }: Trial, prices: PriceTable): RunPrice {
  const costUsd = costOf(trajectory, prices, (source) => source !== 'shared');
  return { calls: answers.provider + answers.store, costUsd };
}

/** What one run of a case took when it was recorded; null = no model call was recorded. */
export function recordedPrice({ recordings: [recording] }: Case, prices: PriceTable): RunPrice | null {
  const calls = (recording?.steps ?? []).filter((step) => step.kind === 'model_call');
  return calls.length === 0 ? null : { calls: calls.length, costUsd: costOfCalls(calls, prices) };
}

/**
 * A budget in dollars can only be kept where every model has a price: those that the recordings and the judges name are asked
 * for before anything is paid.
 * @throws UserError
 */
export function requireRecordedPrices({ settings, cases }: GatePlan): void {
  if (settings.policy.budgetCostUsd === null) return;
  const steps = cases.flatMap(({ theCase }) => theCase.recordings.flatMap((recording) => recording.steps));
  const models = unpricedModels([...modelsOf(steps), ...settings.judges.map(({ model }) => model)], settings.prices);
  if (models.length > 0) throw unpriced(models);
}

function modelsOf(steps: readonly { readonly kind: string; readonly model?: string }[]): readonly string[] {
  return steps.flatMap(({ model }) => model ?? []);
}

function unpriced(models: readonly string[]): UserError {
  return new UserError(
    models.map((model) => ({
      where: 'gate.budget_cost_usd',
      message: `a budget in dollars needs the price of every model, and ${cut(model, 80)} has none`,
      hint: `add to pawl.yml: prices: { ${JSON.stringify(cut(model, 80))}: { input: …, output: … } }, in US dollars per million tokens`,
    })),
  );
}
