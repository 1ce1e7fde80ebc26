import type { ObservedTrajectory } from '../../trace/index.ts';
import { type Cleaned, cleanTrajectory, type RuleName, uncleaned } from './cleaned.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { sizeOf, type TrajectorySize } from './size.ts';

interface CleanOptions {
  readonly isReadOnly: (tool: string) => boolean;
  /** Rules that are switched off. */
  readonly without: readonly RuleName[];
}

/**
 * A trajectory without what moved nothing. Trials are never cleaned, and neither are the calls of a tape: scorers that
 * count or order steps (`max_steps`, `max_tokens`, `trajectory`) are given `allSteps`. State changes, called tools and the
 * arguments of calls are the same in the kept steps alone.
 */
export function clean(trajectory: ObservedTrajectory, { isReadOnly, without }: CleanOptions): Cleaned {
  const rules = RULES.filter(({ name }) => !without.includes(name));
  return applyRules(uncleaned(trajectory), rules, isReadOnly);
}

export function applyRules(cleaned: Cleaned, rules: readonly Rule[], isReadOnly: (tool: string) => boolean): Cleaned {
  return rules.reduce((current, rule) => rule.apply(current, isReadOnly), cleaned);
}

export interface Reduction {
  readonly before: TrajectorySize;
  readonly after: TrajectorySize;
  /** Steps that each rule dropped, and parts or messages that it took from others. */
  readonly byRule: Readonly<Partial<Record<RuleName, { readonly steps: number; readonly parts: number }>>>;
}

export function reductionOf(original: ObservedTrajectory, cleaned: Cleaned): Reduction {
  const rows = RULES.map(({ name }) => {
    const steps = cleaned.dropped.filter(({ rule }) => rule === name).length;
    const parts = cleaned.trimmed.reduce((sum, { rule, count }) => sum + (rule === name ? count : 0), 0);
    return [name, { steps, parts }] as const;
  });
  return {
    before: sizeOf(original),
    after: sizeOf(cleanTrajectory(cleaned)),
    byRule: Object.fromEntries(rows.filter(([, { steps, parts }]) => steps + parts > 0)),
  };
}
