import type { Attributes, Json, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { answerOf, completionOf, historyOf, json, TOOLS, toolMessageOf, turnAt } from './desk-chat.ts';
import type { Loss } from './losses.ts';
import { type Fixture, span } from './telling.ts';

/** Langfuse's own spans, with the provider's request and answer or with the messages alone. */
const LANGFUSE: readonly { readonly name: string; readonly whole: boolean; readonly losses: readonly Loss[] }[] = [
  { name: 'requests and answers', whole: true, losses: ['evaluations', 'provider'] },
  {
    name: 'messages alone',
    whole: false,
    losses: ['evaluations', 'provider', 'response model', 'response id', 'finish reasons', 'tool definitions'],
  },
];

const LANGFUSE_FIXTURES = LANGFUSE.map(({ name, whole, losses }): Fixture => {
  const observed = (type: string, input: Json, output: Json, more: Attributes = {}): Attributes => ({
    'langfuse.observation.type': type,
    'langfuse.observation.input': json(input),
    'langfuse.observation.output': typeof output === 'string' ? output : json(output),
    ...more,
  });
  const agent = observed('agent', desk.QUESTION, desk.ANSWER, {
    'user.id': 'u-7',
    'session.id': 'conv-1',
    'langfuse.trace.metadata.tier': 'gold',
    'langfuse.version': '3',
  });
  const models = desk.TURNS.map(({ startMs, endMs, input, output, cached }, index) => {
    const messages = historyOf(index);
    const attributes = observed(
      'generation',
      whole ? { messages, tools: TOOLS } : messages,
      whole ? completionOf(index) : answerOf(index),
      {
        'langfuse.observation.model.name': 'gpt-5-mini',
        'langfuse.observation.model.parameters': '{"temperature":0}',
        'langfuse.observation.usage_details': json({ input: input - cached, input_cached_tokens: cached, output }),
      },
    );
    return span({ id: `c${index}`, parent: 'a0', name: 'chat', startMs, endMs, attributes });
  });
  const tools = desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const failed = call === desk.PAYBACK;
    const level = { 'langfuse.observation.level': 'ERROR', 'langfuse.observation.status_message': desk.REFUSAL };
    const attributes = observed('tool', call.arguments, failed ? '' : desk.ORDER, failed ? level : {});
    return span({ id: `t${index}`, parent: 'a0', name: call.name, startMs, endMs, attributes });
  });
  const root = span({ id: 'a0', parent: null, name: 'order-desk', startMs: 0, endMs: 500, attributes: agent });
  return { dialect: 'langfuse', name, spans: [root, ...models, ...tools], logs: [], losses };
});

const SDK = 'langsmith';

/** As LangSmith's SDK exports what LangChain tells it. */
const LANGSMITH: Fixture = {
  dialect: 'langsmith',
  name: 'runs of LangChain',
  spans: [
    span({
      id: 'a0',
      parent: null,
      name: 'LangGraph',
      startMs: 0,
      endMs: 500,
      scope: SDK,
      attributes: {
        'langsmith.span.kind': 'chain',
        'gen_ai.operation.name': 'chain',
        'langsmith.metadata.thread_id': 'conv-1',
        'langsmith.metadata.user_id': 'u-7',
        'langsmith.metadata.tier': 'gold',
        'langsmith.metadata.langgraph_version': '1.0',
      },
    }),
    ...desk.TURNS.map(langSmithModel),
    ...desk.TOOL_RUNS.map(langSmithTool),
  ],
  logs: [],
  losses: ['agent name', 'agent version', 'evaluations'],
};

function langSmithModel(turn: (typeof desk.TURNS)[number], index: number): Span {
  const { startMs, endMs } = turnAt(index);
  const attributes: Attributes = {
    'langsmith.span.kind': 'llm',
    'gen_ai.operation.name': 'chat',
    'gen_ai.system': 'openai',
    'gen_ai.request.model': 'gpt-5-mini',
    'gen_ai.request.temperature': 0,
    'gen_ai.prompt': json({ messages: historyOf(index), tools: TOOLS }),
    'gen_ai.completion': json(completionOf(index)),
    'gen_ai.usage.input_tokens': turn.input,
    'gen_ai.usage.output_tokens': turn.output,
    'gen_ai.usage.cache_read.input_tokens': turn.cached,
  };
  return span({ id: `c${index}`, parent: 'a0', name: 'ChatOpenAI', startMs, endMs, scope: SDK, attributes });
}

function langSmithTool({ startMs, endMs, call }: (typeof desk.TOOL_RUNS)[number], index: number): Span {
  const attributes: Attributes = {
    'langsmith.span.kind': 'tool',
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.prompt': json({ input: json(call.arguments) }),
    'gen_ai.completion': json({ output: toolMessageOf(call) }),
  };
  return span({ id: `t${index}`, parent: 'a0', name: call.name, startMs, endMs, scope: SDK, attributes });
}

export const PLATFORM_FIXTURES: readonly Fixture[] = [...LANGFUSE_FIXTURES, LANGSMITH];
