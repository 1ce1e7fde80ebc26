/** What of the traffic is looked at: all, or one slice or cohort. */
export type Group =
  | { readonly kind: 'all' }
  | { readonly kind: 'slice'; readonly name: string }
  | { readonly kind: 'cohort'; readonly name: string };

/** One way in which behaviour is measured. */
export type Dimension = RateDimension | NumberDimension | CategoryDimension;

/** A share of trajectories. */
export type RateDimension =
  /** Of the trajectories with an outcome, those that passed. */
  | { readonly kind: 'success' }
  /** Of all, those that called the tool; of these, those in which it failed. */
  | { readonly kind: 'tool_use'; readonly tool: string }
  | { readonly kind: 'tool_failure'; readonly tool: string }
  /** Of those that called a tool, those in which one failed; the same of model calls. */
  | { readonly kind: 'tool_error' }
  | { readonly kind: 'model_error' }
  /** Of those that called a model, those in which it or its provider's filter refused. */
  | { readonly kind: 'refusal' }
  /** Of those with a step, those that made a failed call once more. */
  | { readonly kind: 'retry' };

/** A number each trajectory has; duration in milliseconds, cost in US dollars. */
export type NumberDimension = { readonly kind: (typeof NUMBERS)[number] };

export const NUMBERS = ['steps', 'input_tokens', 'output_tokens', 'duration', 'cost'] as const;

/** What kind of thing each trajectory (of shapes: each call) has. */
export type CategoryDimension =
  | { readonly kind: 'first_tool' | 'finish_reason' | 'model' | 'output_shape' }
  | { readonly kind: 'arguments_shape' | 'result_shape'; readonly tool: string };

/** Rates that a summary counts by name; those of tools are among its categories. */
export const RATES = ['success', 'tool_error', 'model_error', 'refusal', 'retry'] as const;
/** Categories of which each trajectory has at most one. */
export const CATEGORIES = ['first_tool', 'finish_reason', 'model', 'output_shape'] as const;

/** The key of a group in maps; equal for equal groups alone. */
export function groupKey(group: Group): string {
  return group.kind === 'all' ? 'all' : `${group.kind} ${group.name}`;
}
