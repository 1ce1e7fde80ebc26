import type { Json } from '../json.ts';
import type { ObservedModelCall, ObservedToolCall, Outcome } from '../observed.ts';
import type { LogRecord, Span } from '../span.ts';
import type { Message } from '../trajectory.ts';
import type { TraceTexts } from './trace-texts.ts';

type WithoutPlace<Step> = Omit<Step, 'agent' | 'startUs' | 'durationMs' | 'sources'>;

/** What one span is, read in its dialect; where and when it stands in the trace is the assembler's affair. */
export type SpanReading =
  | WithoutPlace<ObservedModelCall>
  | WithoutPlace<ObservedToolCall>
  | {
      readonly kind: 'agent';
      readonly name: string | null;
      readonly version: string | null;
      /** What the agent was asked: it stands in for the first request to its model where that was not recorded. */
      readonly input?: readonly Message[] | null;
      /** The agent's final answer, where its own span keeps it: text, or the value where JSON was asked for. */
      readonly output?: Json;
    }
  /** Structure only: a chain, a workflow, a step, an HTTP request below a model call. */
  | { readonly kind: 'framework' };

/** What a span says of the whole run rather than of itself. Null and empty where it says nothing. */
export interface RunReading {
  readonly conversationId: string | null;
  readonly userId: string | null;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Without `gen_ai.evaluation.result` events: those are read for every dialect alike. */
  readonly outcomes: readonly Outcome[];
}

export interface DialectReading {
  readonly span: SpanReading;
  readonly run: RunReading;
  /** What of this span was not understood or repaired, one line each, cut. */
  readonly problems: readonly string[];
  /** The agent that took this step, where the span of a step names it: the step's path ends with it. */
  readonly agent?: string | null;
}

/** One instrumentation's way of writing agents into spans. Dialects are tried in the order of their table. */
export interface Dialect {
  readonly name: string;
  /** Attributes without one of which it reads no span; absent = other things tell it too. */
  readonly marks?: readonly string[];
  /** `logs` are the records that belong to this span: some dialects keep the messages there. */
  reads(span: Span, logs: readonly LogRecord[]): boolean;
  /** `texts` are those of the span's trace. */
  read(span: Span, logs: readonly LogRecord[], texts: TraceTexts): DialectReading;
  /**
   * Spans that stand for log records, where a dialect also tells its story in logs alone. `known` holds the ids of the
   * spans that were recorded. A span of a call that was recorded as well is merged with it by its id.
   */
  spansOf?(logs: readonly LogRecord[], known: ReadonlySet<string>): readonly Span[];
}
