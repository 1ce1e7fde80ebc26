import type { ModelPrice, PriceTable } from './score.ts';

/**
 * US dollars per million tokens (input, cached input, output) as the providers listed them in November 2026, for plain
 * requests. Sources: https://platform.openai.com/docs/pricing and https://platform.claude.com/docs/en/about-claude/pricing.
 * Models whose price depends on the length of the prompt are not here: one number would be wrong for them.
 */
const LISTED = {
  'gpt-4o': [2.5, 1.25, 10],
  'gpt-4o-mini': [0.15, 0.075, 0.6],
  'gpt-4.1': [2, 0.5, 8],
  'gpt-4.1-mini': [0.4, 0.1, 1.6],
  'gpt-4.1-nano': [0.1, 0.025, 0.4],
  'gpt-5': [1.25, 0.125, 10],
  'gpt-5-mini': [0.25, 0.025, 2],
  'gpt-5-nano': [0.05, 0.005, 0.4],
  'gpt-5.1': [1.25, 0.125, 10],
  o3: [2, 0.5, 8],
  'o4-mini': [1.1, 0.275, 4.4],
  'text-embedding-3-small': [0.02, 0.02, 0],
  'text-embedding-3-large': [0.13, 0.13, 0],
  'claude-opus-4': [15, 1.5, 75],
  'claude-opus-4-1': [15, 1.5, 75],
  'claude-opus-4-5': [5, 0.5, 25],
  'claude-opus-4-6': [5, 0.5, 25],
  'claude-opus-4-7': [5, 0.5, 25],
  'claude-opus-4-8': [5, 0.5, 25],
  'claude-opus-5': [5, 0.5, 25],
  'claude-sonnet-4': [3, 0.3, 15],
  'claude-sonnet-4-5': [3, 0.3, 15],
  'claude-sonnet-4-6': [3, 0.3, 15],
  'claude-haiku-4-5': [1, 0.1, 5],
  'claude-3-7-sonnet': [3, 0.3, 15],
  'claude-3-5-haiku': [0.8, 0.08, 4],
} as const;

/** Each model under its name, and under its name with a date behind it: `gpt-4o-2024-08-06`, `claude-opus-4-20250514`. */
const LIST_PRICES: PriceTable = {
  ...Object.fromEntries(
    Object.entries(LISTED).flatMap(([model, [input, cached, output]]): [string, ModelPrice][] => {
      const price = { inputUsdPerMillion: input, cachedInputUsdPerMillion: cached, outputUsdPerMillion: output };
      return [
        [model, price],
        [`${model}-20*`, price],
      ];
    }),
  ),
  // The first of its name cost more than the later ones.
  'gpt-4o-2024-05-13': { inputUsdPerMillion: 5, cachedInputUsdPerMillion: 5, outputUsdPerMillion: 15 },
};

/** The user's prices, and list prices of models that the user's names and prefixes do not reach. */
export function withListPrices(own: PriceTable): PriceTable {
  const prefixes = Object.keys(own).flatMap((name) => (name.endsWith('*') ? [name.slice(0, -1)] : []));
  const isOwn = (model: string): boolean => prefixes.some((prefix) => model.startsWith(prefix));
  return { ...Object.fromEntries(Object.entries(LIST_PRICES).filter(([model]) => !isOwn(model))), ...own };
}
