import type { RuleName } from './cleaned.ts';
import { emptyStep } from './empty-step.ts';
import { failedRequest } from './failed-request.ts';
import { repeatedContext } from './repeated-context.ts';
import { repeatedRead } from './repeated-read.ts';
import { retriedCall } from './retried-call.ts';
import type { Rule } from './rule.ts';
import { unusedReasoning } from './unused-reasoning.ts';

/** All rules; their order does not matter. */
export const RULES: readonly Rule[] = [
  emptyStep,
  failedRequest,
  retriedCall,
  repeatedRead,
  unusedReasoning,
  repeatedContext,
];

/** Their names with what each takes out. */
export const JANITOR_RULES: readonly { readonly name: RuleName; readonly about: string }[] = RULES;
