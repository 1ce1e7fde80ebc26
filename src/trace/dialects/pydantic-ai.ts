import { isJsonObject, type Json } from '../json.ts';
import { decoded } from '../messages/decode.ts';
import { assistantMessage, readMessages } from '../messages/read.ts';
import { readTools } from '../messages/tools.ts';
import type { Attributes, Span } from '../span.ts';
import { errorOf, runOf, textAt } from './attributes.ts';
import { argumentsFrom } from './decode.ts';
import type { Dialect, SpanReading } from './dialect.ts';
import { modelCall, objectAtKey } from './facts.ts';
import { toolOutcome } from './genai.ts';
import { layered } from './merge.ts';

const MARKS = ['model_request_parameters', 'all_messages_events', 'pydantic_ai.all_messages', 'tool_arguments'];

/**
 * Pydantic AI: GenAI attributes, of which version 1 of its data format keeps the messages as a list of events, and every
 * version the tools, the tools' calls and the agent's result under names of its own.
 */
export function pydanticAi(others: readonly Dialect[]): Dialect {
  return layered(PYDANTIC_AI, others, { wins: 'layer' });
}

const PYDANTIC_AI: Dialect = {
  name: 'pydantic-ai',
  marks: MARKS,
  reads: ({ attributes }) => MARKS.some((name) => attributes[name] !== undefined),
  read: (span) => ({ span: readingOf(span), run: runOf(span.attributes), problems: [] }),
};

function readingOf(span: Span): SpanReading {
  const { attributes } = span;
  if (attributes.model_request_parameters !== undefined) return modelReading(span);
  if (attributes.tool_arguments !== undefined) {
    return {
      kind: 'tool_call',
      id: textAt(attributes, 'gen_ai.tool.call.id'),
      name: textAt(attributes, 'gen_ai.tool.name') ?? span.name,
      arguments: argumentsFrom(attributes.tool_arguments),
      outcome: toolOutcome(attributes.tool_response, errorOf(span)),
    };
  }
  const name = textAt(attributes, 'agent_name', 'gen_ai.agent.name');
  return { kind: 'agent', name, version: null, output: attributes.final_result ?? null };
}

function modelReading(span: Span): SpanReading {
  const { attributes } = span;
  const events = eventsOf(attributes);
  const isChoice = (event: Json): boolean => isJsonObject(event) && event['event.name'] === 'gen_ai.choice';
  const offered = objectAtKey(attributes, 'model_request_parameters');
  const tools = [readTools(offered.function_tools), readTools(offered.output_tools)].flatMap((list) => list ?? []);
  return modelCall({
    input:
      readMessages(
        events?.filter((event) => !isChoice(event)),
        'input',
      )?.messages ?? null,
    output: assistantMessage(readMessages(events?.filter(isChoice), 'output')),
    tools,
    error: errorOf(span),
  });
}

function eventsOf(attributes: Attributes): Json[] | undefined {
  const events = decoded(attributes.events);
  return Array.isArray(events) ? events : undefined;
}
