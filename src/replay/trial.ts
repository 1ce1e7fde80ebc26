import type { Json, Trajectory } from '../trace/index.ts';
import type { TrialTelemetry } from './join-telemetry.ts';

export type Side = 'base' | 'head';

/** What a trial stands on. Whether it is *unaffected* is a relation of two trials, see `compare`. */
export type Standing =
  /** Every tool result came from the tape, the model was live. */
  | 'hermetic'
  /** Some step was served with help: a rename mapped back, a semantic answer, a tool result of the agent's own. */
  | 'assisted'
  /** A tool call was not on the tape. */
  | 'diverged'
  /** Recorded only: a model request was not in the store; or head called a tool that no tape can know. */
  | 'not_covered'
  | 'errored';

/** How a trial ended. The first is the only one in which the agent gave its answer. */
export type TrialEnd =
  | { readonly kind: 'answered' }
  | { readonly kind: 'agent_error'; readonly message: string }
  | {
      readonly kind: 'crashed';
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly stderrTail: string;
    }
  | { readonly kind: 'timed_out'; readonly afterMs: number }
  /** What the agent printed was not the protocol. `received` is cut. */
  | { readonly kind: 'garbage'; readonly expected: string; readonly received: string }
  /** pawl ended the trial: a divergence under policy `stop`, or a request that is not covered. */
  | { readonly kind: 'stopped'; readonly reason: string }
  | { readonly kind: 'provider_failed'; readonly httpStatus: number | null; readonly message: string }
  /** The agent called the gateway after it had answered: whose trial that belongs to cannot be known. */
  | { readonly kind: 'late_request'; readonly message: string };

/** The step where a trial leaves the recording. */
export interface Divergence {
  readonly stepIndex: number;
  readonly tool: string;
  readonly arguments: Json;
  readonly reason: string;
}

/** Where the trial's model answers came from. Only `provider` was paid for in this run. */
interface AnswerCounts {
  readonly provider: number;
  readonly store: number;
  readonly shared: number;
}

/** One run of one case on one side. `number` counts from 1; trial 0 is the recording and never evidence. */
export interface Trial {
  readonly caseId: string;
  readonly side: Side;
  readonly number: number;
  readonly standing: Standing;
  readonly end: TrialEnd;
  readonly trajectory: Trajectory;
  readonly divergence: Divergence | null;
  /** Key of the first model request; null = the trial asked no model. Differs between the sides: the case is OPEN. */
  readonly firstRequestKey: string | null;
  /** Hash of requests, tool calls, final output, exit and steps: equal = unaffected. */
  readonly fingerprint: string;
  readonly answers: AnswerCounts;
  readonly durationMs: number;
  /** What the agent asked for of APIs that pawl does not speak, each once; absent = nothing. It was refused. */
  readonly unspoken?: readonly string[];
  /** Absent = the agent sent no spans. */
  readonly telemetry?: TrialTelemetry;
}

/** A trial to run. */
export interface TrialRequest {
  readonly caseId: string;
  readonly side: Side;
  readonly number: number;
  /**
   * Head alone: on the answers of base's trial of this number and no others, stopped where it asks anything else. It costs
   * nothing and shows what head shares.
   */
  readonly dry?: true;
  /**
   * Base alone: drawn anew from the point where head's trial of this number left base's. Up to there it has the answers of
   * base's trial of that number.
   */
  readonly resampleOf?: number;
}
