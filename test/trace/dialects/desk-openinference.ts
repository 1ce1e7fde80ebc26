import type { Attributes, Json, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { answerOf, completionOf, historyOf, json, TOOLS, toolMessageOf, turnAt } from './desk-chat.ts';
import { type Fixture, span } from './telling.ts';

interface Flavour {
  readonly name: string;
  /** How often arguments are encoded. */
  readonly encode: (value: Json) => Json;
  /** Texts as a content, or in a list of contents. */
  readonly contents: boolean;
  /** LangChain: chains around everything, a call's id and its error in the tool's message alone. */
  readonly isLangChain: boolean;
}

const CHAIN = { 'openinference.span.kind': 'CHAIN', 'input.value': '{"messages":[]}' };

const PLAIN: Flavour = { name: 'flattened lists', encode: json, contents: false, isLangChain: false };

const FLAVOURS: readonly Flavour[] = [
  PLAIN,
  {
    ...PLAIN,
    name: 'lists of contents, arguments encoded twice',
    contents: true,
    encode: (value) => json(json(value)),
  },
  { ...PLAIN, name: 'LangChain: chains, and the call’s id only in the tool’s message', isLangChain: true },
];

export const OPENINFERENCE_FIXTURES: readonly Fixture[] = FLAVOURS.map((flavour) => ({
  dialect: 'openinference',
  name: flavour.name,
  spans: [agentSpan(), ...desk.TURNS.flatMap((_, index) => modelSpans(flavour, index)), ...toolSpans(flavour)],
  logs: [],
  losses: ['agent version'],
}));

function agentSpan(): Span {
  return span({
    id: 'a0',
    parent: null,
    name: 'AgentExecutor',
    startMs: 0,
    endMs: 500,
    attributes: {
      'openinference.span.kind': 'AGENT',
      'agent.name': 'order-desk',
      'session.id': 'conv-1',
      'user.id': 'u-7',
      metadata: json({ tier: 'gold', ls_provider: 'openai', langgraph_step: 1 }),
      'output.value': desk.ANSWER,
      'output.mime_type': 'text/plain',
      'evaluations.0.evaluation.name': 'resolved',
      'evaluations.0.evaluation.label': 'fail',
      'evaluations.0.evaluation.explanation': 'the refund was not paid',
    },
  });
}

function modelSpans(flavour: Flavour, index: number): Span[] {
  const { startMs, endMs, input, output, cached, text } = turnAt(index);
  const attributes: Attributes = {
    'openinference.span.kind': 'LLM',
    'llm.provider': 'openai',
    'llm.request.model_name': 'gpt-5-mini',
    'llm.response.model_name': 'gpt-5-mini-2026-01',
    'llm.invocation_parameters': json({ model: 'gpt-5-mini', temperature: 0, tools: TOOLS }),
    'llm.finish_reason': text === null ? 'tool_calls' : 'stop',
    'llm.token_count.prompt': input,
    'llm.token_count.completion': output,
    'llm.token_count.total': input + output,
    'llm.token_count.prompt_details.cache_read': cached,
    'output.value': json(completionOf(index)),
    'output.mime_type': 'application/json',
    ...Object.fromEntries(TOOLS.map((tool, at) => [`llm.tools.${at}.tool.json_schema`, json(tool)])),
    ...flattened('llm.input_messages', historyOf(index, flavour.encode), flavour),
    ...flattened('llm.output_messages', [answerOf(index, flavour.encode)], flavour),
  };
  const chain = { id: `s${index}`, parent: 'a0', name: 'RunnableSequence', startMs, endMs, attributes: CHAIN };
  const model = { id: `c${index}`, name: 'ChatOpenAI', startMs, endMs, attributes };
  return flavour.isLangChain ? [span(chain), span({ ...model, parent: chain.id })] : [span({ ...model, parent: 'a0' })];
}

function flattened(prefix: string, messages: readonly { [key: string]: Json }[], { contents }: Flavour): Attributes {
  return Object.fromEntries(
    messages.flatMap(({ role, content, tool_calls, tool_call_id }, index): [string, Json][] => {
      const at = `${prefix}.${index}.message`;
      const text: [string, Json][] = contents
        ? [
            [`${at}.contents.0.message_content.type`, 'text'],
            [`${at}.contents.0.message_content.text`, content ?? ''],
          ]
        : [[`${at}.content`, content ?? '']];
      const id: [string, Json][] = tool_call_id === undefined ? [] : [[`${at}.tool_call_id`, tool_call_id]];
      const calls = Array.isArray(tool_calls)
        ? tool_calls.flatMap((call, nth) => flatCall(`${at}.tool_calls.${nth}`, call))
        : [];
      return [[`${at}.role`, role ?? ''], ...(content === null ? [] : text), ...id, ...calls];
    }),
  );
}

function flatCall(at: string, call: Json): [string, Json][] {
  const { id, function: called } = call as { id: string; function: { name: string; arguments: string } };
  return [
    [`${at}.tool_call.id`, id],
    [`${at}.tool_call.function.name`, called.name],
    [`${at}.tool_call.function.arguments`, called.arguments],
  ];
}

function toolSpans({ encode, isLangChain }: Flavour): Span[] {
  return desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    const attributes: Attributes = {
      'openinference.span.kind': 'TOOL',
      'tool.name': call.name,
      'tool.description': 'A tool.',
      'input.value': encode(call.arguments),
      ...(isLangChain ? { 'output.value': json(toolMessageOf(call)) } : { 'tool.id': call.id }),
      ...(isLangChain || failed ? {} : { 'output.value': json(desk.ORDER) }),
    };
    const error = failed && !isLangChain ? { error: desk.REFUSAL } : {};
    return span({ id: `t${index}`, parent: 'a0', name: call.name, startMs, endMs, attributes, ...error });
  });
}
