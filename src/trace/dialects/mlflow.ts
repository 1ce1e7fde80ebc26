import { decoded } from '../messages/decode.ts';
import { readAnswerFacts } from '../messages/facts.ts';
import { readAnswer, readPrompt } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Span } from '../span.ts';
import { errorOf, numberAt, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, SpanReading } from './dialect.ts';
import { agentAnswer, modelCall, objectAtKey, requestParameters } from './facts.ts';
import { toolOutcome, usageFrom } from './genai.ts';

/** MLflow: every attribute is JSON text, the span's type and its inputs and outputs too. https://mlflow.org/docs/latest/genai/tracing */
export const mlflow: Dialect = {
  name: 'mlflow',
  marks: ['mlflow.spanType'],
  reads: (span) => textAt(span.attributes, 'mlflow.spanType') !== null,
  read: (span) => ({ span: readingOf(span), run: runOf(span.attributes), problems: [] }),
};

function readingOf(span: Span): SpanReading {
  const { attributes } = span;
  switch (decoded(attributes['mlflow.spanType'])) {
    case 'CHAT_MODEL':
    case 'LLM':
      return modelReading(span);
    case 'TOOL':
      return {
        kind: 'tool_call',
        id: null,
        name: span.name,
        arguments: argumentsFrom(attributes['mlflow.spanInputs']),
        outcome: toolOutcome(attributes['mlflow.spanOutputs'], errorOf(span)),
      };
    case 'AGENT': {
      return { kind: 'agent', name: span.name, version: null, output: agentAnswer(attributes['mlflow.spanOutputs']) };
    }
    default:
      return { kind: 'framework' };
  }
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const request = readPrompt(attributes['mlflow.spanInputs']);
  const inputs = objectAtKey(attributes, 'mlflow.spanInputs');
  const facts = readAnswerFacts(attributes['mlflow.spanOutputs']);
  const counted = objectAtKey(attributes, 'mlflow.chat.tokenUsage');
  const input = numberAt(counted, 'input_tokens');
  const output = numberAt(counted, 'output_tokens');
  const isCounted = input !== null || output !== null;
  return modelCall({
    ...facts,
    requestModel: textAt(inputs, 'model'),
    input: request?.messages ?? null,
    output: readAnswer(attributes['mlflow.spanOutputs']),
    tools: readTools(attributes['mlflow.chat.tools']) ?? request?.tools ?? null,
    parameters: requestParameters(inputs),
    usage: isCounted ? usageFrom({ input: input ?? 0, output: output ?? 0, cached: 0, written: 0 }) : facts.usage,
    error: errorOf(span),
  });
}
