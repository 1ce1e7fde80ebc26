import type { JsonObject } from '../json.ts';
import type { Message, TokenUsage, ToolDefinition, Wire } from '../trajectory.ts';

/** A model request, read. What its wire has and we do not read stands as `other` parts. */
export interface WireRequest {
  readonly wire: Wire;
  readonly model: string;
  readonly stream: boolean;
  /** System and developer messages, wherever they stand. */
  readonly instructions: readonly Message[];
  /** All other messages, in order; each tool result is a message of its own. */
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDefinition[];
}

/** A model's answer, read. `finishReason` is the provider's own word. An error body reads as all null. */
export interface WireResponse {
  readonly id: string | null;
  readonly model: string | null;
  readonly message: Message | null;
  readonly finishReason: string | null;
  readonly usage: TokenUsage | null;
}

export type AssembledStream =
  | { readonly kind: 'complete'; readonly body: JsonObject }
  | { readonly kind: 'incomplete'; readonly reason: string };

/** The reading half of one wire: bodies as the provider documents them, anything missing or odd tolerated. */
export interface WireReader {
  request(body: JsonObject): Pick<WireRequest, 'instructions' | 'messages' | 'tools'>;
  response(body: JsonObject): WireResponse;
}
