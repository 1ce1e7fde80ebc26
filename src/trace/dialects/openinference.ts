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
import {
  agentAnswer,
  attributesUnder,
  flatAttributes,
  modelCall,
  objectAtKey,
  requestParameters,
  tagsAttribute,
} from './facts.ts';
import { flattenedAt } from './flattened.ts';
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
  reads: (span) => textAt(span.attributes, 'openinference.span.kind') !== null,
  read(span) {
    const problems: string[] = [];
    return { span: readingOf(span, problems), run: runReadingOf(span.attributes), problems };
  },
};

function readingOf(span: Span, problems: string[]): SpanReading {
  switch (textAt(span.attributes, 'openinference.span.kind')?.toUpperCase()) {
    case 'LLM':
      return modelReading(span, problems);
    case 'TOOL':
      return toolReading(span);
    case 'AGENT':
      return agentReading(span);
    default:
      return { kind: 'framework' };
  }
}

function modelReading(span: Span, problems: string[]): SpanReading {
  const { attributes } = span;
  const input = messageList(attributes, 'llm.input_messages', problems) ?? promptsOf(attributes);
  const output = messageList(attributes, 'llm.output_messages', problems);
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
    tools:
      readTools(flattenedAt(attributes, 'llm.tools')?.items) ?? readTools(objectAtKey(attributes, 'input.value').tools),
    parameters: requestParameters(objectAtKey(attributes, 'llm.invocation_parameters')),
    finishReason: finish === null ? facts.finishReason : finishReasonOf(finish),
    usage: usageOf(attributes) ?? facts.usage,
    costUsd: numberAt(attributes, 'llm.cost.total'),
    error: errorOf(span),
  });
}

/** A flattened list of messages; what the instrumentation left out of it cannot be had from anywhere else. */
function messageList(attributes: Attributes, prefix: string, problems: string[]): Json | undefined {
  const list = flattenedAt(attributes, prefix);
  if (list === null) return undefined;
  if (list.missing > 0) problems.push(`${prefix}: messages are missing between others`);
  return [...list.items];
}

/** Prompts of completion models: a flattened list in the specification, a JSON list in some instrumentations. */
function promptsOf(attributes: Attributes): Json | undefined {
  const flattened = flattenedAt(attributes, 'llm.prompts')?.items ?? [];
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

function runReadingOf(attributes: Attributes): RunReading {
  const metadata = flatAttributes(objectAtKey(attributes, 'metadata'));
  const tags = tagsAttribute(attributes['tag.tags']);
  return { ...runOf(attributes), attributes: { ...metadata, ...tags }, outcomes: outcomesOf(attributes) };
}

const SCOPES = ['', 'trace.', 'session.'] as const;

/** Evaluations and annotations: one in plain attributes, many flattened, of the span, its trace or its session. */
function outcomesOf(attributes: Attributes): readonly Outcome[] {
  return (['evaluation', 'annotation'] as const).flatMap((word) => {
    const many = SCOPES.flatMap((scope) => flattenedAt(attributes, `${scope}${word}s`)?.items ?? []);
    const said = [
      attributesUnder(attributes, `${word}.`),
      ...objectsOf([...many]).map((item) => objectAt(item, word) ?? {}),
    ];
    return said.flatMap((fields) => {
      const outcome = evaluationOutcome({
        name: textAt(fields, 'name'),
        score: numberAt(fields, 'score'),
        label: textAt(fields, 'label'),
        explanation: textAt(fields, 'explanation'),
        source: fields.annotator_kind === 'HUMAN' ? 'feedback' : 'evaluation',
      });
      return outcome ?? [];
    });
  });
}
