import type { Json, JsonObject } from '../json.ts';
import { toolAnswerOf, toolMessageIn } from '../messages/calls.ts';
import { decoded } from '../messages/decode.ts';
import { readAnswerFacts } from '../messages/facts.ts';
import { readAnswer, readPrompt } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Attributes, Span } from '../span.ts';
import type { TokenUsage } from '../trajectory.ts';
import { errorOf, numberAt, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import {
  agentAnswer,
  attributesUnder,
  flatAttributes,
  modelCall,
  objectAtKey,
  requestParameters,
  tagsAttribute,
} from './facts.ts';
import { toolOutcome } from './genai.ts';
import { layered } from './merge.ts';

/**
 * Langfuse's attributes, as its SDKs send them and as its exports are read. Its span processor puts those of the trace on
 * the spans of every other instrumentation too, which then says best what the span itself is.
 * https://langfuse.com/integrations/native/opentelemetry
 */
export function langfuse(others: readonly Dialect[]): Dialect {
  return layered(LANGFUSE, others, { wins: 'other' });
}

const MARKS = [
  'langfuse.observation.type',
  'langfuse.observation.input',
  'langfuse.observation.output',
  'langfuse.trace.name',
  'langfuse.trace.tags',
  'langfuse.environment',
  'langfuse.release',
  'langfuse.user.id',
  'langfuse.session.id',
];

const LANGFUSE: Dialect = {
  name: 'langfuse',
  marks: MARKS,
  reads: ({ attributes }) => MARKS.some((name) => attributes[name] !== undefined),
  read: (span) => ({ span: readingOf(span), run: runReadingOf(span.attributes), problems: [] }),
};

function readingOf(span: Span): SpanReading {
  const { attributes } = span;
  const output = attributes['langfuse.observation.output'];
  // LangChain's handler wrote tools as plain spans before Langfuse had a type for them: only a tool gives such a message.
  const isTool = toolMessageIn(decoded(output)) !== null;
  const hasModel = textAt(attributes, 'langfuse.observation.model.name') !== null;
  switch (textAt(attributes, 'langfuse.observation.type')?.toLowerCase()) {
    case 'generation':
      return modelReading(span);
    case 'tool':
      return toolReading(span);
    case 'agent':
      return agentReading(span);
    case 'span':
      if (isTool) return toolReading(span);
      // Python's SDK up to 3.3 called a generation a span.
      return hasModel ? modelReading(span) : { kind: 'framework' };
    default:
      return { kind: 'framework' };
  }
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const output = attributes['langfuse.observation.output'];
  const request = readPrompt(attributes['langfuse.observation.input']);
  const facts = readAnswerFacts(output);
  const defined = readTools(attributes['gen_ai.tool.definitions']);
  return modelCall({
    provider: textAt(attributes, 'langfuse.observation.metadata.ls_provider'),
    requestModel: textAt(attributes, 'langfuse.observation.model.name'),
    responseModel: facts.responseModel,
    responseId: facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output),
    tools: request?.tools ?? defined,
    parameters: requestParameters(objectAtKey(attributes, 'langfuse.observation.model.parameters')),
    finishReason: facts.finishReason,
    usage: usageOf(objectAtKey(attributes, 'langfuse.observation.usage_details')) ?? facts.usage,
    costUsd: costOf(objectAtKey(attributes, 'langfuse.observation.cost_details')),
    error: failureOf(span),
  });
}

/** Langfuse counts by category, cached input apart from the rest: `input`, `input_cached_tokens`, `output_reasoning` ... */
function usageOf(details: JsonObject): TokenUsage | null {
  const sum = (pattern: RegExp): number | null => sumOf(details, pattern);
  const [input, output] = [sum(/input|prompt/), sum(/output|completion/)];
  if (input === null && output === null) return null;
  return { inputTokens: input ?? 0, outputTokens: output ?? 0, cachedInputTokens: sum(/cached|cache_read/) ?? 0 };
}

function costOf(details: JsonObject): number | null {
  return numberAt(details, 'total') ?? sumOf(details, /./);
}

function sumOf(details: JsonObject, pattern: RegExp): number | null {
  const counts = Object.keys(details).flatMap((key) => (pattern.test(key) ? (numberAt(details, key) ?? []) : []));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function toolReading(span: Span): SpanReading {
  const { attributes } = span;
  const output = attributes['langfuse.observation.output'];
  const answer = toolAnswerOf(decoded(output));
  const error = failureOf(span) ?? (answer?.isError === true ? 'error' : null);
  return {
    kind: 'tool_call',
    id: answer?.id || null,
    name: span.name,
    arguments: argumentsFrom(attributes['langfuse.observation.input']),
    // Exports write an empty text for what is not set.
    outcome: toolOutcome(answer?.result ?? (output === '' ? undefined : output), error),
  };
}

/** Langfuse's SDKs say that something failed by its level, whatever the span's status is. */
function failureOf(span: Span): string | null {
  const level = textAt(span.attributes, 'langfuse.observation.level');
  const message = textAt(span.attributes, 'langfuse.observation.status_message');
  return errorOf(span) ?? (level === 'ERROR' ? (message ?? 'error') : null);
}

function agentReading(span: Span): SpanReading {
  const { attributes } = span;
  return {
    kind: 'agent',
    name: span.name,
    version: textAt(attributes, 'langfuse.version'),
    output: agentAnswer(attributes['langfuse.observation.output']),
  };
}

function runReadingOf(attributes: Attributes): RunReading {
  const run = runOf(attributes);
  const named: Record<string, Json | undefined> = {
    trace_name: attributes['langfuse.trace.name'],
    environment: attributes['langfuse.environment'],
    release: attributes['langfuse.release'],
  };
  const known = Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return {
    conversationId: run.conversationId ?? textAt(attributes, 'langfuse.session.id'),
    userId: run.userId ?? textAt(attributes, 'langfuse.user.id'),
    attributes: {
      ...flatAttributes(objectAtKey(attributes, 'langfuse.trace.metadata')),
      ...flatAttributes(attributesUnder(attributes, 'langfuse.trace.metadata.')),
      ...flatAttributes(Object.fromEntries(known)),
      ...tagsAttribute(attributes['langfuse.trace.tags']),
    },
    outcomes: [],
  };
}
