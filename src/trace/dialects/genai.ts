import { type Json, parseJson } from '../json.ts';
import type { ObservedToolOutcome } from '../observed.ts';
import type { Attributes, Span } from '../span.ts';
import type { Message, TokenUsage } from '../trajectory.ts';
import { errorOf, numberAt, runOf, shown, textAt, textsAt } from './attributes.ts';
import { argumentsFrom, resultFrom } from './decode.ts';
import type { Dialect, DialectReading, SpanReading } from './dialect.ts';
import { answerFrom, instructionsFrom, messagesFrom, toolsFrom } from './messages.ts';
import type { TraceTexts } from './trace-texts.ts';

const MARKS = [
  'gen_ai.operation.name',
  'gen_ai.provider.name',
  'gen_ai.system',
  'gen_ai.request.model',
  'gen_ai.tool.name',
  'gen_ai.agent.name',
];

/**
 * OpenTelemetry's GenAI semantic conventions 1.36 to 1.41 and what came after them in gen-ai-dev, as far as spans carry
 * it: https://github.com/open-telemetry/semantic-conventions/tree/v1.41.1/docs/gen-ai and
 * https://github.com/open-telemetry/semantic-conventions-genai.
 */
export const genai: Dialect = {
  name: 'genai',
  marks: MARKS,
  reads: ({ attributes }) => MARKS.some((name) => attributes[name] !== undefined),
  read: (span, _, texts) => readGenAi(span, span.attributes, texts),
};

const FINGERPRINTS = [
  'openai.response.system_fingerprint',
  'gen_ai.openai.response.system_fingerprint',
  'gen_ai.response.system_fingerprint',
] as const;

/** The kinds of span by `gen_ai.operation.name`. What is no call of a model, a tool or an agent is structure. */
const OPERATIONS: Readonly<Record<string, SpanReading['kind']>> = {
  chat: 'model_call',
  generate_content: 'model_call',
  text_completion: 'model_call',
  execute_tool: 'tool_call',
  invoke_agent: 'agent',
  create_agent: 'framework',
  invoke_workflow: 'framework',
  // The AI SDK's own word, and that of OpenLLMetry for LangChain.
  agent_step: 'framework',
  workflow: 'framework',
  plan: 'framework',
  embeddings: 'framework',
  retrieval: 'framework',
  create_memory_store: 'framework',
  search_memory: 'framework',
  create_memory: 'framework',
  update_memory: 'framework',
  upsert_memory: 'framework',
  delete_memory: 'framework',
  delete_memory_store: 'framework',
};

/** `attributes` are the span's own, or those with what its events carry beside them. */
export function readGenAi(span: Span, attributes: Attributes, texts: TraceTexts): DialectReading {
  const problems: string[] = [];
  const kind = kindOf(attributes, problems);
  const agent = kind === 'agent' ? null : textAt(attributes, 'gen_ai.agent.name');
  const said = { attributes, problems, texts };
  return { span: readingOf(kind, span, said), run: runOf(attributes), problems, agent };
}

function kindOf(attributes: Attributes, problems: string[]): SpanReading['kind'] {
  const operation = textAt(attributes, 'gen_ai.operation.name');
  const known = operation !== null && Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  if (known !== undefined) return known;
  const kind = kindByContent(attributes);
  if (operation !== null) problems.push(`unknown operation ${shown(operation)}, read as ${kind.replace('_', ' ')}`);
  return kind;
}

function kindByContent(attributes: Attributes): SpanReading['kind'] {
  if (textAt(attributes, 'gen_ai.tool.name') !== null) return 'tool_call';
  const model = textAt(attributes, 'gen_ai.request.model', 'gen_ai.response.model');
  const isCall = model !== null && (usageOf(attributes) !== null || attributes['gen_ai.output.messages'] !== undefined);
  if (isCall) return 'model_call';
  return textAt(attributes, 'gen_ai.agent.name') !== null && model === null ? 'agent' : 'framework';
}

/** What a span says, where what is wrong with it is told, and what other spans of the trace said. */
interface Said {
  readonly attributes: Attributes;
  readonly problems: string[];
  readonly texts: TraceTexts;
}

function readingOf(kind: SpanReading['kind'], span: Span, said: Said): SpanReading {
  switch (kind) {
    case 'model_call':
      return modelCallOf(span, said);
    case 'tool_call':
      return toolCallOf(span, said.attributes);
    case 'agent':
      return agentOf(said);
    case 'framework':
      return { kind };
    default:
      return kind satisfies never;
  }
}

function modelCallOf(span: Span, said: Said): SpanReading {
  const { attributes, problems, texts } = said;
  const input = inputOf(said);
  const answer = answerFrom(outputAt(attributes), 'gen_ai.output.messages', problems, texts);
  const finish = textsAt(attributes, 'gen_ai.response.finish_reasons')[0] || answer.finishReason;
  const fingerprint = textAt(attributes, ...FINGERPRINTS);
  return {
    kind: 'model_call',
    provider: textAt(attributes, 'gen_ai.provider.name', 'gen_ai.system'),
    requestModel: textAt(attributes, 'gen_ai.request.model'),
    responseModel: textAt(attributes, 'gen_ai.response.model'),
    responseId: textAt(attributes, 'gen_ai.response.id'),
    ...(fingerprint === null ? {} : { systemFingerprint: fingerprint }),
    input,
    output: answer.message,
    tools: toolsFrom(attributes['gen_ai.tool.definitions'], 'gen_ai.tool.definitions', problems, texts),
    parameters: parametersOf(attributes),
    finishReason: finish ? finishReasonOf(finish) : null,
    usage: usageOf(attributes),
    costUsd: numberAt(attributes, 'gen_ai.usage.cost', 'operation.cost'),
    error: errorOf(span),
  };
}

/** Instructions and messages as sent. Before 1.28 the prompt was one attribute: messages as JSON text, or plain text. */
function inputOf({ attributes, problems, texts }: Said): readonly Message[] | null {
  const value = attributes['gen_ai.input.messages'] ?? plainAs('user', attributes['gen_ai.prompt']);
  const messages = messagesFrom(value, 'gen_ai.input.messages', problems, texts);
  const instructions = instructionsFrom(attributes['gen_ai.system_instructions'], texts);
  return messages === null && instructions.length === 0 ? null : [...instructions, ...(messages ?? [])];
}

function outputAt(attributes: Attributes): Json | undefined {
  return attributes['gen_ai.output.messages'] ?? plainAs('assistant', attributes['gen_ai.completion']);
}

function plainAs(role: 'user' | 'assistant', value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || /^\s*\[/.test(value)) return value;
  return [{ role, content: value }];
}

/** A tool call as execute_tool and MCP spans have it. */
export function toolCallOf(span: Span, attributes: Attributes): SpanReading {
  return {
    kind: 'tool_call',
    id: textAt(attributes, 'gen_ai.tool.call.id'),
    name: textAt(attributes, 'gen_ai.tool.name') ?? (span.name.replace(/^execute_tool\s+/, '') || 'unknown'),
    arguments: argumentsFrom(attributes['gen_ai.tool.call.arguments']),
    outcome: toolOutcome(attributes['gen_ai.tool.call.result'], errorOf(span)),
  };
}

/** What came back from a tool. A failed call keeps its result, where there is one, over the words of its error. */
export function toolOutcome(result: Json | undefined, error: string | null): ObservedToolOutcome {
  const kept = result !== undefined && result !== null;
  if (error !== null) return { kind: 'error', value: kept ? resultFrom(result) : error };
  return kept ? { kind: 'result', value: resultFrom(result) } : { kind: 'unknown' };
}

function agentOf(said: Said): SpanReading {
  const { attributes, problems, texts } = said;
  const messages = messagesFrom(attributes['gen_ai.output.messages'], 'gen_ai.output.messages', problems, texts);
  const answers = (messages ?? []).filter(({ role }) => role === 'assistant');
  return {
    kind: 'agent',
    name: textAt(attributes, 'gen_ai.agent.name'),
    version: textAt(attributes, 'gen_ai.agent.version'),
    input: inputOf(said),
    output: answers.reduceRight<Json>(
      (answer, message) => answer ?? answerOf(message, textAt(attributes, 'gen_ai.output.type')),
      null,
    ),
  };
}

/** A message's text as an answer: parsed where JSON was asked for (`outputType` "json"), null where there is no text. */
export function answerOf(message: Message | null, outputType: Json | undefined): Json {
  const text = (message?.parts ?? []).map((part) => (part.kind === 'text' ? part.text : '')).join('');
  if (text === '') return null;
  return outputType === 'json' ? (parseJson(text) ?? text) : text;
}

const PARAMETER = /^(?:gen_ai\.(?:openai\.)?|openai\.)request\./;

/** The request's parameters under their semantic names (`temperature`, `max_tokens` ...), and `output_type`. */
export function parametersOf(attributes: Attributes): Readonly<Record<string, Json>> {
  const parameters: [string, Json][] = [];
  const format = textAt(attributes, 'gen_ai.openai.request.response_format');
  const outputType = textAt(attributes, 'gen_ai.output.type') ?? (format?.startsWith('json') === true ? 'json' : null);
  if (outputType !== null) parameters.push(['output_type', outputType]);
  for (const name of Object.keys(attributes)) {
    if (!PARAMETER.test(name) || name === 'gen_ai.request.model') continue;
    const value = attributes[name];
    if (value !== undefined) parameters.push([name.replace(PARAMETER, ''), value]);
  }
  return Object.fromEntries(parameters);
}

/** Tokens under their names since 1.28 and before, and as OpenLLMetry and gen-ai-dev call the cached ones. */
export function usageOf(attributes: Attributes): TokenUsage | null {
  const input = numberAt(attributes, 'gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens');
  const output = numberAt(attributes, 'gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens');
  if (input === null && output === null) return null;
  const cached = numberAt(attributes, 'gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens');
  const written = numberAt(
    attributes,
    'gen_ai.usage.cache_write.input_tokens',
    'gen_ai.usage.cache_creation.input_tokens',
    'gen_ai.usage.cache_creation_input_tokens',
  );
  return usageFrom({ input: input ?? 0, output: output ?? 0, cached: cached ?? 0, written: written ?? 0 });
}

/** `inputTokens` counts the cached ones too. Where more were cached than put in, they were counted apart. */
export function usageFrom(tokens: { input: number; output: number; cached: number; written: number }): TokenUsage {
  const { input, output, cached, written } = tokens;
  const apart = cached + written > input ? cached + written : 0;
  return { inputTokens: input + apart, outputTokens: output, cachedInputTokens: cached };
}

/** The words of providers and frameworks for why a model stopped, in those of the semantic conventions. */
const FINISH_REASONS: Readonly<Record<string, string>> = {
  stop: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  complete: 'stop',
  completed: 'stop',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  tool_call: 'tool_call',
  tool_calls: 'tool_call',
  tool_use: 'tool_call',
  function_call: 'tool_call',
  content_filter: 'content_filter',
  safety: 'content_filter',
  refusal: 'content_filter',
};

/** stop, length, tool_call, content_filter, error; a word that is unknown stays as it is. */
export function finishReasonOf(reason: string): string {
  const word = reason.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(FINISH_REASONS, word) ? (FINISH_REASONS[word] ?? reason) : reason;
}
