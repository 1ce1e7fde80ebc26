import { NO_RUN } from '../dialects/attributes.ts';
import type { Attributes } from '../span.ts';
import type { TraceNode } from './nodes.ts';
import type { Run } from './runs.ts';

type FlatAttributes = Readonly<Record<string, string | number | boolean>>;

const MAX_ATTRIBUTES = 64;
const MAX_TEXT_CHARS = 256;

/** Where the process ran and what exported it; none of it tells users or versions apart. */
const RESOURCE_NOISE =
  /^service\.instance\.id$|^(telemetry|process|host|os|container|k8s|cloud|faas|aws|gcp|azure|webengine|device|browser)\./;

/** Names that belong to an instrumentation. What is left on the outermost spans was set by the user. */
const SPAN_NOISE = new RegExp(
  [
    '^(gen_ai|llm|openai|mcp|jsonrpc|rpc|server|client|http|url|net|network|user_agent|db|messaging|error|exception|code',
    '|thread|otel|telemetry|event|session|input|output|openinference|traceloop|ai|langfuse|langsmith|logfire|operation',
    '|resource|span|az|azure|aws|gcp|agent|graph|tool|tag|metadata|annotations?|evaluations?|embedding|retrieval|reranker',
    '|document|mlflow|pydantic_ai|crew|genkit|lk|interaction|prompt|command|user_prompt)[._]',
    '|^(user|enduser)\\.id$|^trace\\.(annotations|evaluations)\\.',
    '|^(metadata|agent_name|model_name|final_result|events|all_messages_events|(user_)?prompt|input|output)$',
  ].join(''),
);

/**
 * What a run's cohorts can be made of: flat attributes of its resource (service, version, environment, what the user set
 * there), of its outermost spans as far as the user set them, and what dialects say of the run. Names keep their first
 * value.
 */
export function cohortOf(run: Run): FlatAttributes {
  const found = new Map<string, string | number | boolean>();
  const take = (attributes: Attributes | FlatAttributes, noise: RegExp | null): void => {
    for (const name of Object.keys(attributes)) {
      const value = attributes[name];
      if (found.size >= MAX_ATTRIBUTES) return;
      if (isFlat(value) && !found.has(name) && noise?.test(name) !== true) found.set(name, value);
    }
  };
  const outermost = run.nodes.filter(isOutermost);
  for (const { reading } of run.nodes)
    if (reading !== null && reading.run !== NO_RUN) take(reading.run.attributes, null);
  for (const { span } of outermost) take(span.resource, RESOURCE_NOISE);
  for (const { span } of outermost) take(span.attributes, SPAN_NOISE);
  return Object.fromEntries(found);
}

function isOutermost(node: TraceNode): boolean {
  return node.parent === null || node.topAgent === node;
}

function isFlat(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value !== '' && value.length <= MAX_TEXT_CHARS;
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
