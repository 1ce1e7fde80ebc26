import type { ObservedStep, ObservedTrajectory } from '../../trace/index.ts';

/** Names of rules, as settings, reports and the map have them. */
export type RuleName =
  | 'empty_step'
  | 'failed_request'
  | 'retried_call'
  | 'repeated_read'
  | 'unused_reasoning'
  | 'repeated_context';

/** A step that stayed. `index` counts the steps of the trajectory as it was. */
export interface KeptStep {
  readonly index: number;
  readonly step: ObservedStep;
  /** The input begins with so many messages of that step's conversation, which are left out; null = it is whole. */
  readonly context: Context | null;
}

/** The first `messages` of what step `of` was sent and answered. */
export interface Context {
  readonly of: number;
  readonly messages: number;
}

/** A step that went. `twin` = the step that stands for it; null = it said nothing. */
export interface DroppedStep {
  readonly index: number;
  readonly rule: RuleName;
  readonly twin: number | null;
  readonly step: ObservedStep;
}

/** What went from a step that stayed. */
interface Trimmed {
  readonly index: number;
  readonly rule: RuleName;
  /** Parts of an answer, or messages of an input. */
  readonly count: number;
}

/** A trajectory without what moved nothing, and what became of the rest. Lists are in the order of `index`. */
export interface Cleaned {
  readonly trajectory: Omit<ObservedTrajectory, 'steps'>;
  readonly kept: readonly KeptStep[];
  readonly dropped: readonly DroppedStep[];
  readonly trimmed: readonly Trimmed[];
}

/** Nothing is cleaned yet. */
export function uncleaned({ steps, ...trajectory }: ObservedTrajectory): Cleaned {
  return {
    trajectory,
    kept: steps.map((step, index) => ({ index, step, context: null })),
    dropped: [],
    trimmed: [],
  };
}

/** What readers of trajectories see: the kept steps, their inputs as differences. */
export function cleanTrajectory({ trajectory, kept }: Cleaned): ObservedTrajectory {
  return { ...trajectory, steps: kept.map(({ step }) => step) };
}

interface IndexedStep {
  readonly index: number;
  readonly step: ObservedStep;
}

/**
 * Every step in its order, the dropped ones too: what scorers that count or order calls must be given, and what each rule
 * looks at, so that it decides the same whatever the others did before.
 */
export function allSteps({ kept, dropped }: Cleaned): readonly IndexedStep[] {
  return [...kept, ...dropped].sort((a, b) => a.index - b.index);
}

/** The raw records behind a kept step: its own, and those of the steps for which it stands. */
export function sourcesOf({ kept, dropped }: Cleaned, index: number): readonly string[] {
  const own = kept.filter((one) => one.index === index);
  const others = dropped.filter(({ twin }) => twin === index);
  return [...new Set([...own, ...others].flatMap(({ step }) => step.sources))];
}

/** The same without some more steps. */
export function withoutSteps(cleaned: Cleaned, rule: RuleName, twins: ReadonlyMap<number, number | null>): Cleaned {
  const gone = cleaned.kept.filter(({ index }) => twins.has(index));
  if (gone.length === 0) return cleaned;
  const dropped = gone.map(({ index, step }) => ({ index, rule, twin: twins.get(index) ?? null, step }));
  return {
    ...cleaned,
    kept: cleaned.kept.filter(({ index }) => !twins.has(index)),
    dropped: [...cleaned.dropped, ...dropped].sort((a, b) => a.index - b.index),
  };
}

/** The same with some kept steps in another form. */
export function withTrimmed(
  cleaned: Cleaned,
  rule: RuleName,
  trim: (kept: KeptStep) => { readonly kept: KeptStep; readonly count: number },
): Cleaned {
  const trimmed: Trimmed[] = [];
  const kept = cleaned.kept.map((one) => {
    const changed = trim(one);
    if (changed.count > 0) trimmed.push({ index: one.index, rule, count: changed.count });
    return changed.count > 0 ? changed.kept : one;
  });
  if (trimmed.length === 0) return cleaned;
  const all = [...cleaned.trimmed, ...trimmed];
  return { ...cleaned, kept, trimmed: all.sort((a, b) => a.index - b.index || (a.rule < b.rule ? -1 : 1)) };
}
