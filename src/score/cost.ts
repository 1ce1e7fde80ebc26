import type { AnswerSource, ModelCall, Trajectory } from '../trace/index.ts';
import type { ModelPrice, PriceTable } from './score.ts';
import { modelCallsOf } from './usage.ts';

/**
 * US dollars that a trajectory's answers cost; of those that `counts` says, which without it are the provider's: only these
 * were paid in this run. null = a price or a usage is not known, so that no sum would be true.
 */
export function costOf(
  trajectory: Trajectory,
  prices: PriceTable,
  counts: (source: AnswerSource) => boolean = (source) => source === 'provider',
): number | null {
  return costOfCalls(
    modelCallsOf(trajectory).filter(({ source }) => counts(source)),
    prices,
  );
}

/** The same of single calls; one that was not answered costs nothing. `inputTokens` counts cached input too. */
export function costOfCalls(
  calls: readonly Pick<ModelCall, 'model' | 'response' | 'usage'>[],
  prices: PriceTable,
): number | null {
  let total = 0;
  for (const { model, response, usage } of calls) {
    if (response === null) continue;
    const price = priceOf(model, prices);
    if (price === null || usage === null) return null;
    const { inputTokens, outputTokens, cachedInputTokens } = usage;
    const fresh = Math.max(0, inputTokens - cachedInputTokens);
    total +=
      fresh * price.inputUsdPerMillion +
      cachedInputTokens * price.cachedInputUsdPerMillion +
      outputTokens * price.outputUsdPerMillion;
  }
  return total / 1_000_000;
}

/** null = one of them is not known. */
export function sumOfCosts(costsUsd: readonly (number | null)[]): number | null {
  return costsUsd.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}

/** Those of the models that have no price, each once, by name. */
export function unpricedModels(models: Iterable<string>, prices: PriceTable): readonly string[] {
  return [...new Set(models)].filter((model) => priceOf(model, prices) === null).sort();
}

/** Models are few and their calls many: each is looked up once. */
const known = new WeakMap<PriceTable, Map<string, ModelPrice | null>>();

function priceOf(model: string, prices: PriceTable): ModelPrice | null {
  const found = known.get(prices) ?? new Map<string, ModelPrice | null>();
  known.set(prices, found);
  const price = found.get(model) ?? (found.has(model) ? null : lookUp(model, prices));
  found.set(model, price);
  return price;
}

/** The exact name, else the longest prefix entry (`gpt-4o-*`) that fits. */
function lookUp(model: string, prices: PriceTable): ModelPrice | null {
  if (Object.hasOwn(prices, model)) return prices[model] ?? null;
  let best: { readonly length: number; readonly price: ModelPrice } | null = null;
  for (const [name, price] of Object.entries(prices)) {
    if (!name.endsWith('*') || !model.startsWith(name.slice(0, -1))) continue;
    if (best === null || name.length > best.length) best = { length: name.length, price };
  }
  return best?.price ?? null;
}
