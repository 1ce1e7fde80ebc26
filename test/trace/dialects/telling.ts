import type { Attributes, LogRecord, Span } from '../../../src/trace/index.ts';
import { RESOURCE } from './desk.ts';
import type { Loss } from './losses.ts';

/** The run of `desk.ts` as one instrumentation writes it. */
export interface Fixture {
  /** The dialect that must read it. */
  readonly dialect: string;
  /** Which of the dialect's ways of writing. */
  readonly name: string;
  readonly spans: readonly Span[];
  readonly logs: readonly LogRecord[];
  readonly losses: readonly Loss[];
  /** The lines that the reader must say, if it had to repair or could not understand something. */
  readonly problems?: readonly string[];
}

export const TRACE_ID = '00000000000000000000000000000abc';
const EPOCH_US = 1_790_000_000_000_000;

export function timeUs(ms: number): number {
  return EPOCH_US + ms * 1000;
}

export interface ToldSpan {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Attributes;
  readonly scope?: string;
  readonly error?: string;
  readonly events?: Span['events'];
}

export function span(told: ToldSpan): Span {
  return {
    traceId: TRACE_ID,
    spanId: told.id,
    parentSpanId: told.parent,
    name: told.name,
    scope: { name: told.scope ?? 'desk', version: null },
    resource: RESOURCE,
    attributes: told.attributes,
    events: told.events ?? [],
    startUs: timeUs(told.startMs),
    endUs: timeUs(told.endMs),
    status: told.error === undefined ? { code: 'unset', message: null } : { code: 'error', message: told.error },
  };
}

export function log(told: {
  readonly span: string | null;
  readonly event: string;
  readonly atMs: number;
  readonly body?: LogRecord['body'];
  readonly attributes?: Attributes;
  readonly scope?: string;
}): LogRecord {
  return {
    traceId: TRACE_ID,
    spanId: told.span,
    eventName: told.event,
    scope: { name: told.scope ?? 'desk', version: null },
    resource: RESOURCE,
    attributes: told.attributes ?? {},
    body: told.body ?? null,
    timeUs: timeUs(told.atMs),
  };
}

export const EVALUATION = {
  'gen_ai.evaluation.name': 'resolved',
  'gen_ai.evaluation.score.label': 'fail',
  'gen_ai.evaluation.explanation': 'the refund was not paid',
};
