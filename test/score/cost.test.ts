import { expect, test } from 'vitest';
import { costOfCalls, type PriceTable, unpricedModels, withListPrices } from '../../src/score/index.ts';
import type { Message } from '../../src/trace/index.ts';

const answered: Message = { role: 'assistant', parts: [] };
const million = { inputTokens: 1_000_000, outputTokens: 1_000_000, cachedInputTokens: 0 };
const costOf = (model: string, prices: PriceTable, usage: typeof million | null = million) =>
  costOfCalls([{ model, response: answered, usage }], prices);
const own = (input: number) => ({ inputUsdPerMillion: input, cachedInputUsdPerMillion: 0, outputUsdPerMillion: 0 });

test('common models have a list price, by their name and with a date behind it', () => {
  const prices = withListPrices({});
  expect(costOf('gpt-4o', prices)).toBe(12.5);
  expect(costOf('gpt-4o-2024-08-06', prices)).toBe(12.5);
  expect(costOf('gpt-4o-2024-05-13', prices)).toBe(20);
  expect(costOf('claude-opus-4-20250514', prices)).toBe(90);
  expect(costOf('claude-opus-4-5-20251101', prices)).toBe(30);
});

test('a model that only begins like a known one has no price: no cost is better than a wrong one', () => {
  const prices = withListPrices({});
  for (const model of ['gpt-4o-realtime-preview', 'claude-opus-4-99', 'gpt-5-pro', 'llama']) {
    expect(costOf(model, prices)).toBeNull();
  }
  expect(unpricedModels(['llama', 'gpt-4o', 'llama', 'a-model'], prices)).toEqual(['a-model', 'llama']);
});

test('the user’s own prices come first, also where only a prefix of theirs fits', () => {
  expect(costOf('gpt-4o', withListPrices({ 'gpt-4o': own(7) }))).toBe(7);
  expect(costOf('gpt-4o-2024-08-06', withListPrices({ 'gpt-4o*': own(7) }))).toBe(7);
  expect(costOf('gpt-4o-mini', withListPrices({ 'gpt-*': own(7) }))).toBe(7);
  expect(costOf('claude-haiku-4-5', withListPrices({ 'gpt-*': own(7) }))).toBe(6);
});

test('cached input has its own price, and a usage that is not told makes the cost unknown', () => {
  const prices = withListPrices({});
  expect(costOf('gpt-4o', prices, { ...million, cachedInputTokens: 1_000_000 })).toBe(11.25);
  expect(costOf('gpt-4o', prices, null)).toBeNull();
  expect(costOfCalls([{ model: 'llama', response: null, usage: null }], prices)).toBe(0);
});
