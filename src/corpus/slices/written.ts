import type { AttributeValue } from './definition.ts';

/** A slice definition as people write it: fields with a default may be left out. */
export type WrittenSlice =
  | { readonly kind: 'attribute'; readonly attribute: string; readonly name?: string }
  | { readonly kind: 'rule'; readonly name: string; readonly when: WrittenCondition }
  | { readonly kind: 'tool_set' }
  | { readonly kind: 'first_tool' }
  | { readonly kind: 'length'; readonly bounds?: readonly number[] }
  | { readonly kind: 'text_clusters'; readonly clusters?: number; readonly seed?: string; readonly file?: string };

export type WrittenCondition =
  | { readonly kind: 'any' | 'all'; readonly of: readonly WrittenCondition[] }
  | { readonly kind: 'not'; readonly of: WrittenCondition }
  | { readonly kind: 'tool_called' | 'tool_failed'; readonly tool: string }
  | { readonly kind: 'text_matches'; readonly pattern: string; readonly in?: 'user' | 'answer' }
  | { readonly kind: 'attribute_is'; readonly attribute: string; readonly values: readonly AttributeValue[] }
  | { readonly kind: 'outcome_is'; readonly outcome: 'passed' | 'failed' | 'unknown' }
  | { readonly kind: 'steps'; readonly from?: number; readonly to?: number };
