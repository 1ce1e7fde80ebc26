import { isJsonObject, type Json } from '../json.ts';
import { toolAnswerOf } from '../messages/calls.ts';
import { decoded } from '../messages/decode.ts';
import { readAnswerFacts } from '../messages/facts.ts';
import { readAnswer, readPrompt } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Outcome } from '../observed.ts';
import type { Attributes, Span } from '../span.ts';
import type { TokenUsage } from '../trajectory.ts';
import { objectAt, objectsOf, textOf } from '../wires/parts.ts';
import { errorOf, numberAt, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import { evaluationOutcome } from './evaluation.ts';
import { agentAnswer, flatAttributes, modelCall, objectAtKey, requestParameters, tagsAttribute } from './facts.ts';
import { type FlattenedList, flattenedLists } from './flattened.ts';
import { finishReasonOf, toolOutcome, usageFrom } from './genai.ts';
import { layered } from './merge.ts';

/**
 * OpenInference (Arize): lists are flattened into attributes with indexes, requests and answers kept as JSON beside.
 * https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md
 */
export function openInference(others: readonly Dialect[]): Dialect {
  return layered(OPENINFERENCE, others, { wins: 'layer' });
}

const OPENINFERENCE: Dialect = {
  name: 'openinference',
  marks: ['openinference.span.kind'],
  reads: (span) => textAt(span.attributes, 'openinference.span.kind') !== null,
  read(span) {
    const lists = flattenedLists(span.attributes, LISTS);
    return {
      span: readingOf(span, lists),
      run: runReadingOf(span.attributes, lists),
      problems: MESSAGE_LISTS.flatMap((name) => ((lists.get(name)?.missing ?? 0) > 0 ? [`${name}: ${LOST}`] : [])),
    };
  },
};

const MESSAGE_LISTS = ['llm.input_messages', 'llm.output_messages'] as const;
const EVALUATION_LISTS = ['', 'trace.', 'session.'].flatMap((scope) => [`${scope}evaluations`, `${scope}annotations`]);
const LISTS: ReadonlySet<string> = new Set([...MESSAGE_LISTS, 'llm.tools', 'llm.prompts', ...EVALUATION_LISTS]);
/** What the instrumentation left out of a list cannot be had from anywhere else. */
const LOST = 'messages are missing between others';

type Lists = ReadonlyMap<string, FlattenedList>;

function readingOf(span: Span, lists: Lists): SpanReading {
  switch (textAt(span.attributes, 'openinference.span.kind')?.toUpperCase()) {
    case 'LLM':
      return modelReading(span, lists);
    case 'TOOL':
      return toolReading(span);
    case 'AGENT':
      return agentReading(span);
    default:
      return { kind: 'framework' };
  }
}

function modelReading(span: Span, lists: Lists): SpanReading {
  const { attributes } = span;
  const input = lists.get('llm.input_messages')?.items ?? promptsOf(attributes, lists);
  const output = lists.get('llm.output_messages')?.items;
  const request = readPrompt(input ?? attributes['input.value']);
  const facts = readAnswerFacts(attributes['output.value']);
  const finish = textAt(attributes, 'llm.finish_reason');
  return modelCall({
    provider: textAt(attributes, 'llm.provider', 'llm.system'),
    requestModel: textAt(attributes, 'llm.request.model_name', 'llm.model_name'),
    responseModel: textAt(attributes, 'llm.response.model_name') ?? facts.responseModel,
    responseId: facts.responseId,
    input: request?.messages ?? null,
    output: readAnswer(output ?? attributes['output.value']),
    tools: readTools(lists.get('llm.tools')?.items) ?? readTools(objectAtKey(attributes, 'input.value').tools),
    parameters: requestParameters(objectAtKey(attributes, 'llm.invocation_parameters')),
    finishReason: finish === null ? facts.finishReason : finishReasonOf(finish),
    usage: usageOf(attributes) ?? facts.usage,
    costUsd: numberAt(attributes, 'llm.cost.total'),
    error: errorOf(span),
  });
}

/** Prompts of completion models: a flattened list in the specification, a JSON list in some instrumentations. */
function promptsOf(attributes: Attributes, lists: Lists): Json | undefined {
  const flattened = lists.get('llm.prompts')?.items ?? [];
  const texts = flattened.map((item) => textOf(isJsonObject(item) ? objectAt(item, 'prompt')?.text : item) ?? '');
  const prompts = texts.length > 0 ? texts : attributes['llm.prompts'];
  return prompts === undefined ? undefined : { prompts };
}

function usageOf(attributes: Attributes): TokenUsage | null {
  const input = numberAt(attributes, 'llm.token_count.prompt');
  const output = numberAt(attributes, 'llm.token_count.completion');
  // Streams without usage have no counts at all: that is no call of zero tokens.
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, 'llm.token_count.prompt_details.cache_read') ?? 0;
  const written = numberAt(attributes, 'llm.token_count.prompt_details.cache_write') ?? 0;
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached, written });
}

function toolReading(span: Span): SpanReading {
  const { attributes } = span;
  const output = attributes['output.value'];
  // LangChain and Google's ADK write the tool's whole message, and its call's id nowhere else.
  const answer = toolAnswerOf(decoded(output));
  const error = errorOf(span) ?? (answer?.isError === true ? 'error' : null);
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'tool.id', 'tool_call.id') ?? (answer?.id || null),
    name: textAt(attributes, 'tool.name') ?? span.name,
    arguments: argumentsFrom(attributes['input.value']),
    outcome: toolOutcome(answer?.result ?? output, error),
  };
}

function agentReading({ attributes, name }: Span): SpanReading {
  // The instrumentation of Google's ADK names the agent in the span's name alone.
  const named =
    textAt(attributes, 'agent.name', 'graph.node.name', 'graph.node.id') ?? /^agent_run \[(.+)\]$/.exec(name)?.[1];
  return { kind: 'agent', name: named ?? null, version: null, output: agentAnswer(attributes['output.value']) };
}

function runReadingOf(attributes: Attributes, lists: Lists): RunReading {
  const metadata = attributes.metadata === undefined ? {} : flatAttributes(objectAtKey(attributes, 'metadata'));
  const tags = tagsAttribute(attributes['tag.tags']);
  const said = [attributes, ...EVALUATION_LISTS.flatMap((name) => objectsOf(lists.get(name)?.items))];
  return { ...runOf(attributes), attributes: { ...metadata, ...tags }, outcomes: said.flatMap(outcomesOf) };
}

/** An evaluation and an annotation: those in a span's own attributes, or the one that an element of a list is. */
function outcomesOf(said: Attributes): readonly Outcome[] {
  return ['evaluation', 'annotation'].flatMap((word) => {
    const element = said[word];
    const fields = isJsonObject(element) ? element : said;
    const prefix = isJsonObject(element) ? '' : `${word}.`;
    const outcome = evaluationOutcome({
      name: textAt(fields, `${prefix}name`),
      score: numberAt(fields, `${prefix}score`),
      label: textAt(fields, `${prefix}label`),
      explanation: textAt(fields, `${prefix}explanation`),
      source: fields[`${prefix}annotator_kind`] === 'HUMAN' ? 'feedback' : 'evaluation',
    });
    return outcome ?? [];
  });
}
