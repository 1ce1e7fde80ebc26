/** Where slices come from, complete (`schema/slice.v1.schema.json` describes it as people write it). */
export type SliceDefinition =
  /** `name` stands before the value; null = the value alone. */
  | { readonly kind: 'attribute'; readonly attribute: string; readonly name: string | null }
  | { readonly kind: 'rule'; readonly name: string; readonly when: Condition }
  | { readonly kind: 'tool_set' }
  | { readonly kind: 'first_tool' }
  /** Ascending: where each class but the first begins, in steps. */
  | { readonly kind: 'length'; readonly bounds: readonly number[] }
  | TextClusters;

export interface TextClusters {
  readonly kind: 'text_clusters';
  readonly clusters: number;
  readonly seed: string;
  /** Where they are kept, relative to the repository's root. */
  readonly file: string;
}

/** What a rule asks of a trajectory. */
export type Condition =
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A glob over the names of tools. */
  | { readonly kind: 'tool_called'; readonly tool: string }
  | { readonly kind: 'tool_failed'; readonly tool: string }
  /** ECMAScript regular expression, read with the flags `iu`. */
  | { readonly kind: 'text_matches'; readonly pattern: string; readonly in: 'user' | 'answer' }
  | { readonly kind: 'attribute_is'; readonly attribute: string; readonly values: readonly AttributeValue[] }
  | { readonly kind: 'outcome_is'; readonly outcome: 'passed' | 'failed' | 'unknown' }
  /** Both bounds included; null = none. */
  | { readonly kind: 'steps'; readonly from: number | null; readonly to: number | null };

export type AttributeValue = string | number | boolean;

/** The attribute by which a recording itself may name its slices, and that for its cohorts; commas between several. */
const OWN_SLICES = 'pawl.slices';
export const OWN_COHORTS = 'pawl.cohorts';

/** What stands where the settings define no slices. */
export const DEFAULT_SLICES: readonly SliceDefinition[] = [{ kind: 'attribute', attribute: OWN_SLICES, name: null }];
