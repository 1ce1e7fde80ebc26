import type { Store } from './store.ts';
import type { StoredAnswer } from './stored.ts';

/**
 * The store with answers behind it that another run was given: read where the store has none, and never kept, since whoever
 * brought them may be less trusted than what reads this store next.
 */
export function withLent(store: Store, answers: readonly StoredAnswer[]): Store {
  if (answers.length === 0) return store;
  const lent = new Map(answers.map(({ key, answer }) => [key, answer]));
  return {
    ...store,
    has: (key) => store.has(key) || lent.has(key),
    answer: (key) => store.answer(key) ?? lent.get(key) ?? null,
  };
}
