import type { Json } from '../json.ts';
import { decoded } from '../messages/decode.ts';
import { assistantMessage, readMessages } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Attributes, Span } from '../span.ts';
import type { Message, TokenUsage } from '../trajectory.ts';
import { errorOf, numberAt, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, RunReading, SpanReading } from './dialect.ts';
import { attributesUnder, flatAttributes, modelCall } from './facts.ts';
import { answerOf, finishReasonOf, toolOutcome, usageFrom } from './genai.ts';

/**
 * The Vercel AI SDK's own spans (`ai.*`): versions 3 to 6, and `LegacyOpenTelemetry` of version 7. What stands around the
 * model calls of one `generateText` or `streamText` is an agent by the function id that its author gave it.
 */
export const vercelAi: Dialect = {
  name: 'vercel-ai',
  reads: (span) => operationOf(span) !== null,
  read(span) {
    return { span: readingOf(span), run: runReadingOf(span.attributes), problems: [] };
  },
};

/** Such as `ai.generateText.doGenerate`. `operation.name` has the function id behind it. */
function operationOf({ attributes }: Span): string | null {
  const name = textAt(attributes, 'ai.operationId') ?? textAt(attributes, 'operation.name')?.split(' ')[0] ?? '';
  return name.startsWith('ai.') ? name : null;
}

function readingOf(span: Span): SpanReading {
  const operation = operationOf(span) ?? '';
  if (/\.do(?:Generate|Stream)$/.test(operation)) return modelReading(span);
  if (operation === 'ai.toolCall') return toolReading(span);
  if (!/^ai\.(?:generate|stream)(?:Text|Object)$/.test(operation)) return { kind: 'framework' };
  const name = textAt(span.attributes, 'ai.telemetry.functionId');
  return { kind: 'agent', name, version: null, output: answerOf(outputOf(span.attributes), null) };
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const finish = textAt(attributes, 'ai.response.finishReason', 'ai.finishReason');
  const input = readMessages(attributes['ai.prompt.messages'] ?? attributes['ai.prompt'], 'input');
  return modelCall({
    // Such as `openai.chat`: the provider and which of its APIs.
    provider: textAt(attributes, 'ai.model.provider', 'gen_ai.system')?.split('.')[0] ?? null,
    requestModel: textAt(attributes, 'ai.model.id', 'gen_ai.request.model'),
    responseModel: textAt(attributes, 'ai.response.model', 'gen_ai.response.model'),
    responseId: textAt(attributes, 'ai.response.id', 'gen_ai.response.id'),
    input: input?.messages ?? null,
    output: outputOf(attributes),
    tools: readTools(attributes['ai.prompt.tools']),
    parameters: parametersOf(attributes),
    finishReason: finish === null ? null : finishReasonOf(finish),
    usage: usageOf(attributes),
    error: errorOf(span),
  });
}

/** Versions 3 and 4 count prompt and completion tokens. */
function usageOf(attributes: Attributes): TokenUsage | null {
  const input = numberAt(attributes, 'ai.usage.inputTokens', 'ai.usage.promptTokens', 'gen_ai.usage.input_tokens');
  const output = numberAt(
    attributes,
    'ai.usage.outputTokens',
    'ai.usage.completionTokens',
    'gen_ai.usage.output_tokens',
  );
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, 'ai.usage.cachedInputTokens', 'ai.usage.inputTokenDetails.cacheReadTokens') ?? 0;
  const written = numberAt(attributes, 'ai.usage.inputTokenDetails.cacheWriteTokens') ?? 0;
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached, written });
}

/** null where the outputs were not recorded; an answer of calls alone has an empty text or none. Version 3 says `result`. */
function outputOf(attributes: Attributes): Message | null {
  const at = (name: string): Json | undefined => attributes[`ai.response.${name}`] ?? attributes[`ai.result.${name}`];
  const written = [at('reasoning'), at('text'), at('object'), at('toolCalls')];
  if (written.every((value) => value === undefined)) return null;
  const [reasoning, text, object, calls] = written;
  const content = [
    ...(typeof reasoning === 'string' ? [{ type: 'reasoning', text: reasoning }] : []),
    ...(typeof text === 'string' ? [text] : []),
    ...(object === undefined ? [] : [typeof object === 'string' ? object : JSON.stringify(object)]),
  ];
  const read = readMessages({ role: 'assistant', content, tool_calls: calls ?? [] }, 'output');
  return assistantMessage(read) ?? { role: 'assistant', parts: [] };
}

function parametersOf(attributes: Attributes): Readonly<Record<string, Json>> {
  const { model: _model, ...named } = attributesUnder(attributes, 'gen_ai.request.');
  const { maxRetries: _maxRetries, ...settings } = attributesUnder(attributes, 'ai.settings.');
  const choice = decoded(attributes['ai.prompt.toolChoice']);
  return { ...(Object.keys(named).length > 0 ? named : settings), ...(choice === null ? {} : { tool_choice: choice }) };
}

function toolReading(span: Span): SpanReading {
  const { attributes } = span;
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'ai.toolCall.id'),
    name: textAt(attributes, 'ai.toolCall.name') ?? span.name,
    arguments: argumentsFrom(attributes['ai.toolCall.args']),
    outcome: toolOutcome(attributes['ai.toolCall.result'], errorOf(span)),
  };
}

/** What the user gave as `experimental_telemetry.metadata`. */
function runReadingOf(attributes: Attributes): RunReading {
  const metadata = attributesUnder(attributes, 'ai.telemetry.metadata.');
  const { userId: _userId, sessionId: _sessionId, ...rest } = metadata;
  const named = runOf(attributes);
  return {
    ...named,
    conversationId: textAt(metadata, 'sessionId') ?? named.conversationId,
    userId: textAt(metadata, 'userId') ?? named.userId,
    attributes: flatAttributes(rest),
  };
}
