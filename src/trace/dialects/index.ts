import type { Attributes, LogRecord, Span } from '../span.ts';
import { claudeCode } from './claude-code.ts';
import type { Dialect } from './dialect.ts';
import { genai } from './genai.ts';
import { googleAdk } from './google-adk.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { mcp } from './mcp.ts';
import { mlflow } from './mlflow.ts';
import { openInference } from './openinference.ts';
import { openllmetry } from './openllmetry.ts';
import { otelLogEvents } from './otel-log-events.ts';
import { pydanticAi } from './pydantic-ai.ts';
import { vercelAi } from './vercel-ai.ts';

/** The conventions, with content in events or in attributes. */
const CONVENTIONS: readonly Dialect[] = [otelLogEvents, genai];
/** Frameworks that write the conventions' attributes and some of their own. */
const WITH_GENAI: readonly Dialect[] = [googleAdk(CONVENTIONS), pydanticAi(CONVENTIONS)];
const INSTRUMENTATIONS: readonly Dialect[] = [
  claudeCode,
  vercelAi,
  openInference(WITH_GENAI),
  ...WITH_GENAI,
  mlflow,
  mcp,
  otelLogEvents,
  openllmetry,
  genai,
];
/** Platforms whose attributes stand on the spans of any instrumentation. */
const ON_ALL: readonly Dialect[] = [langsmith(INSTRUMENTATIONS), ...INSTRUMENTATIONS];

/** All dialects, those that can be told by marks of their own first: the first that reads a span is its reader. */
export const DIALECTS: readonly Dialect[] = [langfuse(ON_ALL), ...ON_ALL];

/** For each mark the dialects that it tells of, a bit each. */
const MARKED = new Map<string, number>();
for (const [index, { marks }] of DIALECTS.entries())
  for (const mark of marks ?? []) MARKED.set(mark, (MARKED.get(mark) ?? 0) | (1 << index));
const UNMARKED = DIALECTS.reduce((bits, { marks }, index) => (marks === undefined ? bits | (1 << index) : bits), 0);

/** The dialect that reads a span. One look at each of its attributes leaves few dialects to ask. */
export function dialectOf(span: Span, logs: readonly LogRecord[]): Dialect | null {
  const possible = UNMARKED | markedBy(span.attributes);
  for (let index = 0; index < DIALECTS.length; index += 1) {
    const dialect = DIALECTS[index];
    if ((possible & (1 << index)) !== 0 && dialect?.reads(span, logs) === true) return dialect;
  }
  return null;
}

function markedBy(attributes: Attributes): number {
  let bits = 0;
  for (const name in attributes) bits |= MARKED.get(name) ?? 0;
  return bits;
}
