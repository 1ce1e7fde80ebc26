import type { Json } from './json.ts';
import type { Message, TokenUsage, ToolDefinition } from './trajectory.ts';

/** Where a step comes from, so that nothing of the raw recording is lost for audit: ids of spans, or places in a file. */
export type SourceIds = readonly string[];

/** The agent that took a step: names from the outermost agent to the innermost, empty where the trace names none. */
export type AgentPath = readonly string[];

interface ObservedStepBase {
  readonly agent: AgentPath;
  /** Microseconds since the Unix epoch; null where the recording has no time. */
  readonly startUs: number | null;
  readonly durationMs: number | null;
  readonly sources: SourceIds;
}

/** One request to a model and its answer, as far as the recording tells. */
export interface ObservedModelCall extends ObservedStepBase {
  readonly kind: 'model_call';
  readonly provider: string | null;
  /** The model that was asked for, and the one that the provider says answered. */
  readonly requestModel: string | null;
  readonly responseModel: string | null;
  readonly responseId: string | null;
  /** The provider's own name of the deployment that answered; absent = not told. */
  readonly systemFingerprint?: string;
  /** The whole conversation as sent, system messages too; null = the recording did not keep it. */
  readonly input: readonly Message[] | null;
  readonly output: Message | null;
  /** null = the recording did not keep them, which differs from an empty list. */
  readonly tools: readonly ToolDefinition[] | null;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly finishReason: string | null;
  readonly usage: TokenUsage | null;
  readonly costUsd: number | null;
  readonly error: string | null;
}

export type ObservedToolOutcome =
  | { readonly kind: 'result'; readonly value: Json }
  | { readonly kind: 'error'; readonly value: Json }
  /** The recording does not say what came back. */
  | { readonly kind: 'unknown' };

export interface ObservedToolCall extends ObservedStepBase {
  readonly kind: 'tool_call';
  readonly id: string | null;
  readonly name: string;
  /** Parsed; null = the recording did not keep them. */
  readonly arguments: Json;
  readonly outcome: ObservedToolOutcome;
}

export type ObservedStep = ObservedModelCall | ObservedToolCall;

/** Whether the run went well, according to somebody. `value` is the number or label as given; `passed` what it means. */
export interface Outcome {
  /** Such as `reward`, `utility`, `user_feedback`, or an evaluation's name. */
  readonly name: string;
  readonly value: number | string | boolean;
  readonly passed: boolean | null;
  readonly source: 'evaluation' | 'feedback' | 'reward' | 'status';
  readonly explanation: string | null;
}

/**
 * A trace or a finished run read as what the agent did, in order: production's side of the `Trajectory` that replay
 * rebuilds from the wire. What a recording does not say is null, never a guess.
 */
export interface ObservedTrajectory {
  readonly id: string;
  /** The name of the reader in its table, such as `genai`, `openinference`, `tau-bench`. */
  readonly format: string;
  readonly conversationId: string | null;
  readonly agentName: string | null;
  readonly agentVersion: string | null;
  readonly userId: string | null;
  /** User cohort and other flat attributes of the run: strings, numbers, booleans. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly startUs: number | null;
  readonly endUs: number | null;
  readonly steps: readonly ObservedStep[];
  /** The agent's final answer. */
  readonly output: Json | null;
  readonly outcomes: readonly Outcome[];
  /** What was not understood or repaired on the way, one line each, cut. Counted and shown; never fatal. */
  readonly problems: readonly string[];
  /** Records of its trace that were not kept, so that only a part of it is known; absent = none. */
  readonly leftOutRecords?: number;
}
