import { canonicalJson } from '../../trace/index.ts';
import { callGroups, type IndexedCall } from './call-groups.ts';
import { withoutSteps } from './cleaned.ts';
import type { Rule } from './rule.ts';

/** The first of the same reads with the same result stands for those behind it. */
export const repeatedRead: Rule = {
  name: 'repeated_read',
  about: 'a call to a read-only tool that was made before, with the same result, and nothing changed in between',
  apply: (cleaned, isReadOnly) => {
    const twins = new Map<number, number>();
    for (const group of callGroups(cleaned, isReadOnly)) {
      let first: { readonly index: number; readonly result: string } | null = null;
      for (const one of group) {
        const result = isReadOnly(one.call.name) ? resultOf(one) : null;
        if (result === null) continue;
        if (first !== null && first.result === result) twins.set(one.index, first.index);
        else first = { index: one.index, result };
      }
    }
    return withoutSteps(cleaned, 'repeated_read', twins);
  },
};

function resultOf({ call }: IndexedCall): string | null {
  return call.outcome.kind === 'result' ? canonicalJson(call.outcome.value) : null;
}
