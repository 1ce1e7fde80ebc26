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
