import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { toolMessageIn } from '../messages/calls.ts';
import { readTools } from '../messages/tools.ts';
import type { ObservedToolCall } from '../observed.ts';
import type { Attributes, Span } from '../span.ts';
import type { Message } from '../trajectory.ts';
import { openaiResponses } from '../wires/openai-responses.ts';
import { textOf } from '../wires/parts.ts';
import { errorOf, runOf, textAt } from './attributes.ts';
import { argumentsFrom, decoded } from './decode.ts';
import type { Dialect, DialectReading, RunReading, SpanReading } from './dialect.ts';
import { type FlattenedList, flattenedLists } from './flattened.ts';
import { finishReasonOf, readGenAi, toolOutcome } from './genai.ts';
import { messagesFrom } from './messages.ts';
import type { TraceTexts } from './trace-texts.ts';

/**
 * Traceloop's OpenLLMetry: the semantic conventions of its day (messages flattened into `gen_ai.prompt.N.*` before 2026)
 * with `traceloop.*` spans around them. Source: github.com/traceloop/openllmetry and openllmetry-js.
 */
export const openllmetry: Dialect = {
  name: 'openllmetry',
  reads: ({ scope, attributes }) =>
    scope.name.startsWith('@traceloop/') || MARKS.some((name) => attributes[name] !== undefined),
  read(span, _, texts) {
    const run = runWith(span.attributes);
    return { ...readingOf(span, texts), run };
  },
};

const MARKS = [
  'traceloop.span.kind',
  'traceloop.workflow.name',
  'traceloop.entity.name',
  'llm.request.type',
  'gen_ai.prompt.0.role',
  'gen_ai.prompt.0.content',
  'gen_ai.completion.0.role',
  'gen_ai.completion.0.content',
];

function readingOf(span: Span, texts: TraceTexts): Omit<DialectReading, 'run'> {
  const { attributes } = span;
  const kind = textAt(attributes, 'traceloop.span.kind');
  const operation = textAt(attributes, 'gen_ai.operation.name');
  if (operation === 'execute_tool' || kind === 'tool') return { span: toolOf(span), problems: [] };
  if (kind === 'agent' || operation === 'invoke_agent') {
    const name = textAt(attributes, 'gen_ai.agent.name', 'traceloop.entity.name', 'traceloop.workflow.name');
    return { span: { kind: 'agent', name, version: null }, problems: [] };
  }
  const type = textAt(attributes, 'llm.request.type');
  if (operation === null && (type === null || type === 'embedding' || type === 'rerank'))
    return { span: { kind: 'framework' }, problems: [] };
  return modelCallOf(span, operation ?? 'chat', texts);
}

function modelCallOf(span: Span, operation: string, texts: TraceTexts): Omit<DialectReading, 'run'> {
  const reading = readGenAi(span, { ...span.attributes, 'gen_ai.operation.name': operation }, texts);
  if (reading.span.kind !== 'model_call') return reading;
  const { attributes } = span;
  const problems = [...reading.problems];
  const lists = flattenedLists(attributes, LISTS);
  const input = flatMessages(lists.get('gen_ai.prompt'), 'user', { problems, texts });
  const output = flatMessages(lists.get('gen_ai.completion'), 'assistant', { problems, texts });
  const call = reading.span;
  const finish = textAt(attributes, 'gen_ai.completion.0.finish_reason', 'llm.response.finish_reason');
  const repaired = repairedInput(call.input);
  return {
    ...reading,
    span: {
      ...call,
      provider: call.provider?.toLowerCase() ?? null,
      input: repaired ?? call.input ?? input,
      output: call.output ?? output?.[0] ?? null,
      tools: call.tools ?? readTools(lists.get('llm.request.functions')?.items),
      finishReason: call.finishReason ?? (finish === null ? null : finishReasonOf(finish)),
    },
    problems: repaired === null ? problems : [...problems, RESPONSES],
  };
}

const LISTS: ReadonlySet<string> = new Set(['gen_ai.prompt', 'gen_ai.completion', 'llm.request.functions']);

/** Content that is a list of blocks stands as JSON text. */
function flatMessages(
  list: FlattenedList | undefined,
  role: Message['role'],
  { problems, texts }: { readonly problems: string[]; readonly texts: TraceTexts },
): readonly Message[] | null {
  const rows = list?.items.filter(isJsonObject) ?? [];
  const messages = rows.map((row) => ({ role, ...row, content: blocksOf(row.content) }));
  return rows.length === 0 ? null : messagesFrom(messages, 'flattened messages', problems, texts);
}

function blocksOf(content: Json | undefined): Json {
  const blocks = typeof content === 'string' && content.startsWith('[{') ? decoded(content) : content;
  return (Array.isArray(blocks) ? blocks : content) ?? null;
}

const RESPONSES = 'a Responses input that stood as JSON in one user message, read as messages';

/** The instrumentation of OpenAI's Responses API writes the whole input list into the text of one user message. */
function repairedInput(input: readonly Message[] | null): readonly Message[] | null {
  const [only] = input ?? [];
  const [part] = only?.parts ?? [];
  if (input?.length !== 1 || only?.role !== 'user' || part?.kind !== 'text' || !part.text.startsWith('[{')) return null;
  const items = decoded(part.text);
  if (!Array.isArray(items) || !items.some((item) => isJsonObject(item) && isResponsesItem(item))) return null;
  const { instructions, messages } = openaiResponses.request({ input: items });
  return [...instructions, ...messages];
}

function isResponsesItem({ type }: JsonObject): boolean {
  return type === 'function_call' || type === 'function_call_output' || type === 'message' || type === 'reasoning';
}

/** A tool span: what it was given and gave stands in `traceloop.entity.*`, in the form of its framework. */
function toolOf(span: Span): SpanReading {
  const { attributes } = span;
  const given = entity(attributes, 'input');
  const gave = entity(attributes, 'output');
  const message = gave === undefined ? null : toolMessageIn(gave);
  const failed = isJsonObject(gave) && gave.is_error === true ? 'error' : null;
  const call: Omit<ObservedToolCall, 'agent' | 'startUs' | 'durationMs' | 'sources'> = {
    kind: 'tool_call',
    id: textAt(attributes, 'gen_ai.tool.call.id') ?? textOf(message?.tool_call_id),
    name:
      textOf(message?.name) ??
      textAt(attributes, 'gen_ai.tool.name', 'traceloop.entity.name') ??
      span.name.replace(/^execute_tool\s+|\.tool$/g, ''),
    arguments: argumentsFrom(attributes['gen_ai.tool.call.arguments'] ?? givenArguments(given)),
    outcome: toolOutcome(
      attributes['gen_ai.tool.call.result'] ?? (message === null ? givenResult(gave) : message.content),
      errorOf(span) ?? failed,
    ),
  };
  return call;
}

function entity(attributes: Attributes, side: 'input' | 'output'): Json | undefined {
  const value = attributes[`traceloop.entity.${side}`];
  return typeof value === 'string' ? (decoded(value) ?? value) : value;
}

/** Decorators give `{args, kwargs}`, LangChain `{inputs, input_str}` or the text it was called with, MCP `{arguments}`. */
function givenArguments(given: Json | undefined): Json | undefined {
  if (!isJsonObject(given)) return given;
  const { args, kwargs, inputs, input_str: text, arguments: named } = given;
  if (named !== undefined) return named;
  if (isJsonObject(inputs)) return inputs;
  if (text !== undefined) return text;
  if (isJsonObject(kwargs) && Object.keys(kwargs).length > 0 && isEmpty(args)) return kwargs;
  if (Array.isArray(args) && args.length === 1 && (kwargs === undefined || isEmpty(kwargs))) return args[0];
  return given;
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || Object.keys(value).length === 0;
}

function givenResult(gave: Json | undefined): Json | undefined {
  if (!isJsonObject(gave)) return gave;
  return gave.result ?? gave.output ?? gave.outputs ?? gave;
}

const ASSOCIATION = 'traceloop.association.properties.';
const CONVERSATIONS = ['session_id', 'thread_id', 'conversation_id'];
const USERS = ['user_id'];

/** What the user said of the run: conversation and user by their usual names, the rest as cohort attributes. */
function runWith(attributes: Attributes): RunReading {
  const run = runOf(attributes);
  const said: [string, string | number | boolean][] = [];
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (!name.startsWith(ASSOCIATION)) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      said.push([name.slice(ASSOCIATION.length), value]);
  }
  if (said.length === 0) return run;
  const own = Object.fromEntries(said);
  return {
    ...run,
    attributes: Object.fromEntries(said.filter(([name]) => ![...CONVERSATIONS, ...USERS].includes(name))),
    conversationId: run.conversationId ?? textAt(own, ...CONVERSATIONS),
    userId: run.userId ?? textAt(own, ...USERS),
  };
}
