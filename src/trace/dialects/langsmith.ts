import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { toolAnswerOf } from '../messages/calls.ts';
import { decoded } from '../messages/decode.ts';
import { readAnswerFacts } from '../messages/facts.ts';
import { readAnswer, readPrompt } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Attributes, Span } from '../span.ts';
import { errorOf, numberAt, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import { attributesUnder, flatAttributes, modelCall } from './facts.ts';
import { flattenedLists } from './flattened.ts';
import { parametersOf, toolOutcome, usageOf } from './genai.ts';
import { layered } from './merge.ts';

/**
 * LangSmith's attributes: its SDK's exporter writes a run's inputs and outputs as `gen_ai.prompt` and `gen_ai.completion`.
 * Others set `langsmith.span.kind` on spans of their own dialect, which then adds what these lack.
 * https://docs.langchain.com/langsmith/trace-with-opentelemetry
 */
export function langsmith(others: readonly Dialect[]): Dialect {
  return layered(LANGSMITH, others, { wins: 'layer', alone: ({ scope }) => scope.name === 'langsmith' });
}

const LANGSMITH: Dialect = {
  name: 'langsmith',
  marks: ['langsmith.span.kind'],
  reads: ({ attributes }) => textAt(attributes, 'langsmith.span.kind') !== null,
  read: (span) => ({ span: readingOf(span), run: runReadingOf(span.attributes), problems: [] }),
};

function readingOf(span: Span): SpanReading {
  switch (textAt(span.attributes, 'langsmith.span.kind')?.toLowerCase()) {
    case 'llm':
      return modelReading(span);
    case 'tool':
      return toolReading(span);
    default:
      return { kind: 'framework' };
  }
}

const LISTS: ReadonlySet<string> = new Set(['gen_ai.prompt', 'gen_ai.completion']);

/** What went in and came out: the whole as JSON, or a flattened list of messages. */
function recorded(attributes: Attributes): { readonly input: Json | undefined; readonly output: Json | undefined } {
  const lists = flattenedLists(attributes, LISTS);
  return {
    input: lists.get('gen_ai.prompt')?.items ?? attributes['gen_ai.prompt'],
    output: lists.get('gen_ai.completion')?.items ?? attributes['gen_ai.completion'],
  };
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const { input, output } = recorded(attributes);
  const request = readPrompt(input);
  const facts = readAnswerFacts(output);
  return modelCall({
    provider: textAt(attributes, 'langsmith.metadata.ls_provider', 'gen_ai.provider.name', 'gen_ai.system'),
    requestModel: textAt(attributes, 'gen_ai.request.model', 'langsmith.metadata.ls_model_name'),
    responseModel: textAt(attributes, 'gen_ai.response.model') ?? facts.responseModel,
    responseId: textAt(attributes, 'gen_ai.response.id') ?? facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output),
    tools: request?.tools ?? readTools(attributes['gen_ai.tool.definitions']),
    parameters: parametersOf(attributes),
    finishReason: facts.finishReason,
    usage: usageOf(attributes) ?? facts.usage,
    costUsd: numberAt(attributes, 'gen_ai.usage.cost'),
    error: errorOf(span),
  });
}

function toolReading(span: Span): SpanReading {
  const { attributes } = span;
  const { input, output } = recorded(attributes);
  const answer = toolAnswerOf(decoded(output));
  const error = errorOf(span) ?? (answer?.isError === true ? 'error' : null);
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'gen_ai.tool.call.id') ?? (answer?.id || null),
    name: textAt(attributes, 'gen_ai.tool.name', 'langsmith.trace.name') ?? span.name,
    arguments: argumentsFrom(onlyMember(input, 'input')),
    outcome: toolOutcome(answer?.result ?? onlyMember(output, 'output'), error),
  };
}

/** LangChain wraps a tool's arguments and its result into an object of one member, however they look. */
function onlyMember(value: Json | undefined, name: string): Json | undefined {
  const object = decoded(value);
  const isWrapper = isJsonObject(object) && Object.keys(object).length === 1 && object[name] !== undefined;
  return isWrapper ? object[name] : value;
}

/** LangSmith gathers runs into threads by any of three keys of their metadata. */
function runReadingOf(attributes: Attributes): RunReading {
  const metadata = attributesUnder(attributes, 'langsmith.metadata.');
  const {
    session_id: _session,
    thread_id: _thread,
    conversation_id: _conversation,
    user_id: _user,
    ...rest
  } = metadata;
  const run = runOf(attributes);
  const tags = textAt(attributes, 'langsmith.span.tags');
  return {
    conversationId: textAt(metadata, 'thread_id', 'session_id', 'conversation_id') ?? run.conversationId,
    userId: textAt(metadata, 'user_id') ?? run.userId,
    attributes: { ...flatAttributes(rest), ...(tags === null ? {} : { tags }) },
    outcomes: [],
  };
}
