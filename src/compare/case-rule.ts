import type { ConfirmationPlan, Draws } from '../stats/index.ts';
import type { CaseHistory } from './case-history.ts';
import { isDetermined, isPass } from './trials.ts';

/** Where a suspicious case stands. `needs`: draw up to these numbers, then ask again. */
export type RuleState =
  | { readonly kind: 'broken' }
  | { readonly kind: 'flaky'; readonly headPasses: number; readonly baseFails: number }
  | { readonly kind: 'undetermined'; readonly trials: number }
  | { readonly kind: 'underpowered'; readonly strays: number }
  | { readonly kind: 'needs'; readonly draws: Draws };

/**
 * The case rule (docs/statistics.md): k head failures in a row against base trials that pass, with room for one stray.
 *
 * Only the trials inside the plan's window are read, in number order, however many more exist: the verdict does not depend
 * on when somebody stopped. An undetermined trial counts as a stray, because on head a divergence can hide passes but no
 * failures (scorers decide a failure on the prefix, a pass only at the end): reading only what is determined would find
 * every diverging case broken.
 *
 * Why the level holds: whatever the case's pass probability p is, P(all k head trials fail and all d fresh base trials
 * pass, or one stray and none more up to the second window) is at most the plan's level (enumerated over p); two strays
 * end it. Counting undetermined trials as strays, screening by the first head trial and by base's history only take
 * rejections away.
 */
export function applyCaseRule(history: CaseHistory, plan: ConfirmationPlan): RuleState {
  const known = straysWithin(history, plan.noStray ?? { fresh: 0, test: history.initial });
  if (total(known) >= 2) return ended(known);
  if (plan.noStray === null) return { kind: 'underpowered', strays: total(known) };
  if (total(known) === 0) return isComplete(history, plan.noStray) ? { kind: 'broken' } : needs(plan.noStray);
  if (plan.oneStray === null) return { kind: 'underpowered', strays: 1 };
  const later = straysWithin(history, plan.oneStray);
  if (total(later) >= 2) return ended(later);
  return isComplete(history, plan.oneStray) ? { kind: 'broken' } : needs(plan.oneStray);
}

interface Strays {
  readonly headPasses: number;
  readonly baseFails: number;
  readonly undetermined: number;
}

function straysWithin({ head, fresh }: CaseHistory, draws: Draws): Strays {
  const headWindow = head.slice(0, draws.test);
  const freshWindow = fresh.slice(0, draws.fresh);
  const determinedFresh = freshWindow.filter(isDetermined);
  return {
    headPasses: headWindow.filter(isPass).length,
    baseFails: determinedFresh.length - determinedFresh.filter(isPass).length,
    undetermined: [...headWindow, ...freshWindow].filter((trial) => !isDetermined(trial)).length,
  };
}

function total({ headPasses, baseFails, undetermined }: Strays): number {
  return headPasses + baseFails + undetermined;
}

/** Flaky only where real outcomes say so. */
function ended({ headPasses, baseFails, undetermined }: Strays): RuleState {
  return headPasses + baseFails >= 2
    ? { kind: 'flaky', headPasses, baseFails }
    : { kind: 'undetermined', trials: undetermined };
}

function isComplete({ head, fresh }: CaseHistory, draws: Draws): boolean {
  return head.length >= draws.test && fresh.length >= draws.fresh;
}

function needs(draws: Draws): RuleState {
  return { kind: 'needs', draws };
}
