import { canonicalJson } from '../../trace/index.ts';
import { callGroups, type IndexedCall } from './call-groups.ts';
import { withoutSteps } from './cleaned.ts';
import type { Rule } from './rule.ts';

/** A failed call changed nothing. The success of the same call stands for it, else the last of the same failures. */
export const retriedCall: Rule = {
  name: 'retried_call',
  about:
    'a failed call that was made again as it was, with success or with the same error, and nothing changed in between',
  apply: (cleaned, isReadOnly) => {
    const twins = new Map<number, number>();
    for (const group of callGroups(cleaned, isReadOnly)) {
      const success = group.find(({ call }) => call.outcome.kind === 'result');
      const failures = group.filter(({ call }) => call.outcome.kind === 'error');
      if (success !== undefined) for (const { index } of failures) twins.set(index, success.index);
      else pairFailures(failures, twins);
    }
    return withoutSteps(cleaned, 'retried_call', twins);
  },
};

function pairFailures(failures: readonly IndexedCall[], twins: Map<number, number>): void {
  let last: { readonly index: number; readonly error: string } | null = null;
  for (const { index, call } of failures.toReversed()) {
    const error = call.outcome.kind === 'error' ? canonicalJson(call.outcome.value) : '';
    if (last !== null && last.error === error) twins.set(index, last.index);
    else last = { index, error };
  }
}
