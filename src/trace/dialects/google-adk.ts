import { isJsonObject } from '../json.ts';
import { decoded } from '../messages/decode.ts';
import { readAnswerFacts } from '../messages/facts.ts';
import { readAnswer, readMessages } from '../messages/read.ts';
import type { Span } from '../span.ts';
import { errorOf, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import { modelCall, objectAtKey, requestParameters } from './facts.ts';
import { toolOutcome } from './genai.ts';
import { layered } from './merge.ts';

const REQUEST = 'gcp.vertex.agent.llm_request';
const RESPONSE = 'gcp.vertex.agent.llm_response';
const ARGUMENTS = 'gcp.vertex.agent.tool_call_args';
const RESULT = 'gcp.vertex.agent.tool_response';
const MARKS = [REQUEST, RESPONSE, ARGUMENTS, RESULT, 'gcp.vertex.agent.session_id'];

/** Google's Agent Development Kit: GenAI attributes, with Gemini's requests and answers in attributes of its own. */
export function googleAdk(others: readonly Dialect[]): Dialect {
  return layered(GOOGLE_ADK, others, { wins: 'layer', alone: isMerged });
}

const GOOGLE_ADK: Dialect = {
  name: 'google-adk',
  marks: MARKS,
  reads: ({ attributes }) => MARKS.some((name) => attributes[name] !== undefined),
  read: (span) => ({ span: readingOf(span), run: runReadingOf(span), problems: [] }),
};

function readingOf(span: Span): SpanReading {
  const { attributes } = span;
  // Spans of tools carry empty requests.
  if (Object.keys(objectAtKey(attributes, REQUEST)).length > 0) return modelReading(span);
  if (attributes[ARGUMENTS] === undefined || isMerged(span)) return { kind: 'framework' };
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'gen_ai.tool.call.id'),
    name: textAt(attributes, 'gen_ai.tool.name') ?? span.name.replace(/^execute_tool\s+/, ''),
    arguments: argumentsFrom(attributes[ARGUMENTS]),
    outcome: toolOutcome(attributes[RESULT], errorOf(span)),
  };
}

/** Where calls ran side by side one more span stands for all of them; the words for its arguments are no JSON. */
function isMerged({ attributes }: Span): boolean {
  return attributes[ARGUMENTS] !== undefined && !isJsonObject(decoded(attributes[ARGUMENTS]));
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const request = objectAtKey(attributes, REQUEST);
  const read = readMessages(request, 'input');
  return modelCall({
    ...readAnswerFacts(attributes[RESPONSE]),
    provider: textAt(attributes, 'gen_ai.provider.name', 'gen_ai.system'),
    requestModel: textAt(request, 'model'),
    input: read?.messages ?? null,
    output: readAnswer(attributes[RESPONSE]),
    tools: read?.tools ?? null,
    parameters: requestParameters(objectAtKey(request, 'config')),
    error: errorOf(span),
  });
}

function runReadingOf({ attributes }: Span): RunReading {
  const run = runOf(attributes);
  return { ...run, conversationId: run.conversationId ?? textAt(attributes, 'gcp.vertex.agent.session_id') };
}
