import type { Call } from './call.ts';
import type { Json, JsonObject } from './json.ts';
import type { McpExchange } from './json-rpc.ts';

/** The provider wires that the gateway speaks. */
export type Wire = MessageWire | 'openai-embeddings';

/** Those on which a model is told messages and may answer in a stream. */
export type MessageWire = 'openai-chat' | 'openai-responses' | 'anthropic-messages';

/** One tool as a model request declares it. `parameters` is JSON Schema. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string | null;
  readonly parameters: JsonObject;
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reasoning'; readonly text: string }
  /** `arguments` is the parsed object; text that is no JSON stays a string, as the model wrote it. */
  | { readonly kind: 'tool_call'; readonly id: string; readonly name: string; readonly arguments: Json }
  | { readonly kind: 'tool_result'; readonly id: string; readonly result: Json; readonly isError: boolean }
  /** A part of a type we do not read (image, file ...): kept by name so that it is counted, never lost in silence. */
  | { readonly kind: 'other'; readonly type: string };

export interface Message {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly parts: readonly Part[];
}

/** `inputTokens` counts cached ones too, on every wire. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens: number;
}

/**
 * Where the answer to a model request came from. `provider` is the only one that costs money. `semantic`: from the store, the
 * answer to a request that means the same.
 */
export type AnswerSource = 'provider' | 'store' | 'shared' | 'semantic';

/** One request to a model and its answer. */
export interface ModelCall {
  readonly kind: 'model_call';
  readonly wire: Wire;
  readonly model: string;
  /** SHA-256 of the canonical request: equal keys mean that the provider was asked the same thing. */
  readonly requestKey: string;
  /** SHA-256 of the system messages, and of the tool definitions: they tell what changed without storing it per call. */
  readonly instructionsHash: string;
  readonly toolsHash: string;
  /** The messages that the trajectory's previous model call did not have yet (system messages left out). */
  readonly newMessages: readonly Message[];
  readonly response: Message | null;
  readonly finishReason: string | null;
  /** The answer's id on the wire, by which spans name it; absent = it has none. */
  readonly responseId?: string;
  readonly usage: TokenUsage | null;
  readonly source: AnswerSource;
  readonly error: string | null;
  readonly durationMs: number;
}

export type ToolOutcome =
  | { readonly kind: 'result'; readonly value: Json }
  | { readonly kind: 'error'; readonly value: Json }
  /** The gateway had nothing to answer with; the trial leaves the recording here. */
  | { readonly kind: 'missing'; readonly reason: string };

/** How a tool call found its result. */
export type ToolMatch =
  | 'exact'
  /** On the tape, written in another way: `normalisations` says how. */
  | 'normalised'
  | 'renamed'
  /** On the tape, recorded after other state changes than the trial has made. */
  | 'other_state'
  /** Known from what the recordings of all cases show of the tool. */
  | 'other_case'
  /** Not on the tape: the recorded call that is most like it answered, the user's command, or the real tool. */
  | 'nearest'
  | 'simulated'
  | 'live'
  | 'schema_error'
  | 'miss'
  /** The agent ran the tool itself; pawl saw it only on the model's wire. */
  | 'agent';

/** Whether the agent's own result had the shape of the one in its place: names and types, whatever they held. */
export type Substitution = 'same_shape' | 'other_shape';

export interface ToolCall {
  readonly kind: 'tool_call';
  readonly name: string;
  readonly arguments: Json;
  readonly outcome: ToolOutcome;
  readonly match: ToolMatch;
  /**
   * The same call in the recording's terms, where a known rename was mapped back or the recording has it in another way;
   * null = as the agent made it.
   */
  readonly recordedAs: Call | null;
  /**
   * What a state-changing call says that no recording can: values for parameters that head added. `arguments` are those of
   * `recordedAs` without them. Whether such a call does what the recorded one did is not known.
   */
  readonly unrecorded?: { readonly parameters: readonly string[]; readonly arguments: Json };
  /** Names of the normalisations without which the recorded call would not have been found. */
  readonly normalisations?: readonly string[];
  /** The agent ran the tool by itself, and its model was given this outcome in place of the agent's own. */
  readonly substituted?: Substitution;
  readonly durationMs: number;
}

export type Step = ModelCall | ToolCall;

/** A trace read as what the agent did, in order. `output` is the agent's final answer; null when there was none. */
export interface Trajectory {
  readonly steps: readonly Step[];
  readonly output: Json | null;
  /** Recordings alone: what MCP servers answered besides tool calls. */
  readonly mcp?: readonly McpExchange[];
}
