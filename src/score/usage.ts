import type { ModelCall, TokenUsage, Trajectory } from '../trace/index.ts';

export function modelCallsOf(trajectory: Trajectory): readonly ModelCall[] {
  return trajectory.steps.filter((step) => step.kind === 'model_call');
}

/** Summed over the model calls that were answered; `complete` is false where an answer did not say what it used. */
export function usageOf(trajectory: Trajectory): TokenUsage & { readonly complete: boolean } {
  const answered = modelCallsOf(trajectory).filter((call) => call.response !== null);
  const sum = (of: (usage: TokenUsage) => number): number =>
    answered.reduce((total, call) => total + (call.usage === null ? 0 : of(call.usage)), 0);
  return {
    inputTokens: sum((usage) => usage.inputTokens),
    outputTokens: sum((usage) => usage.outputTokens),
    cachedInputTokens: sum((usage) => usage.cachedInputTokens),
    complete: answered.every((call) => call.usage !== null),
  };
}
