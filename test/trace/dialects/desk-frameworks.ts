import type { Attributes, Json, Span } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';
import { answerOf, completionOf, DEFINITIONS, historyOf, json, TOOLS, turnAt } from './desk-chat.ts';
import type { Loss } from './losses.ts';
import { EVALUATION, type Fixture, span, timeUs } from './telling.ts';

/** What frameworks that trace themselves say in attributes of their own. */
interface Framework {
  readonly dialect: string;
  readonly name: string;
  readonly agent: Attributes;
  readonly model: (index: number) => Attributes;
  readonly tool: (call: (typeof desk.TOOL_RUNS)[number]['call']) => Attributes;
  readonly more?: readonly Span[];
  readonly losses: readonly Loss[];
}

const USER = { 'session.id': 'conv-1', 'user.id': 'u-7', tier: 'gold' };

function finishOf(index: number): string {
  return turnAt(index).text === null ? 'tool_calls' : 'stop';
}

/** Gemini's calls have no ids; a further span stands for tools that ran side by side. */
const googleAdk: Framework = {
  dialect: 'google-adk',
  name: 'requests and answers of Gemini',
  agent: {
    ...USER,
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': 'order-desk',
    'gen_ai.agent.version': '3',
    'gcp.vertex.agent.session_id': 'conv-1',
  },
  model: (index) => {
    const { input, output, cached } = turnAt(index);
    const tokens = { prompt_token_count: input, candidates_token_count: output, cached_content_token_count: cached };
    return {
      'gen_ai.system': 'openai',
      'gen_ai.request.model': 'gpt-5-mini',
      'gcp.vertex.agent.llm_request': json({
        model: 'gpt-5-mini',
        config: {
          http_options: { headers: {} },
          system_instruction: desk.SYSTEM,
          temperature: 0,
          tools: [{ function_declarations: DEFINITIONS }],
        },
        contents: geminiHistory().slice(0, 1 + 2 * index),
      }),
      'gcp.vertex.agent.llm_response': json({ content: geminiAnswer(index), usage_metadata: tokens }),
    };
  },
  tool: (call) => ({
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': call.name,
    'gen_ai.tool.call.id': call.id,
    'gcp.vertex.agent.llm_request': '{}',
    'gcp.vertex.agent.llm_response': '{}',
    'gcp.vertex.agent.tool_call_args': json(call.arguments),
    ...(call === desk.PAYBACK ? {} : { 'gcp.vertex.agent.tool_response': json(desk.ORDER) }),
  }),
  more: [
    span({
      id: 'm0',
      parent: 'a0',
      name: 'execute_tool (merged)',
      startMs: 150,
      endMs: 151,
      attributes: { 'gen_ai.tool.name': '(merged tools)', 'gcp.vertex.agent.tool_call_args': 'N/A' },
    }),
  ],
  losses: ['response model', 'response id', 'finish reasons', 'call ids in messages'],
};

function geminiAnswer(index: number): Json {
  const { calls, text } = turnAt(index);
  const parts = calls.map(({ name, arguments: args }): Json => ({ function_call: { name, args } }));
  return { role: 'model', parts: text === null ? parts : [{ text }] };
}

function geminiHistory(): Json[] {
  const told = (name: string, response: Json): Json => ({
    role: 'user',
    parts: [{ function_response: { name, response } }],
  });
  return [
    { role: 'user', parts: [{ text: desk.QUESTION }] },
    geminiAnswer(0),
    told('get_order', desk.ORDER),
    geminiAnswer(1),
    told('refund', desk.REFUSAL),
  ];
}

/** Version 1 of the data format: the messages are events in one list. */
const pydanticAi: Framework = {
  dialect: 'pydantic-ai',
  name: 'messages as a list of events',
  agent: { ...USER, agent_name: 'order-desk', final_result: desk.ANSWER, all_messages_events: json(historyOf(2)) },
  model: (index) => {
    const { input, output, cached, responseId } = turnAt(index);
    const tools = DEFINITIONS.map(({ parameters, ...rest }) => ({ ...rest, parameters_json_schema: parameters }));
    const events: Json[] = [
      ...historyOf(index).map((message) => ({ ...message, 'event.name': `gen_ai.${message.role}.message` })),
      { 'event.name': 'gen_ai.choice', index: 0, message: answerOf(index) },
    ];
    return {
      'gen_ai.operation.name': 'chat',
      'gen_ai.system': 'openai',
      'gen_ai.request.model': 'gpt-5-mini',
      'gen_ai.request.temperature': 0,
      'gen_ai.response.model': 'gpt-5-mini-2026-01',
      'gen_ai.response.id': responseId,
      'gen_ai.response.finish_reasons': [finishOf(index)],
      'gen_ai.usage.input_tokens': input,
      'gen_ai.usage.output_tokens': output,
      'gen_ai.usage.cache_read.input_tokens': cached,
      model_request_parameters: json({ function_tools: tools, output_tools: [] }),
      events: json(events),
    };
  },
  tool: (call) => ({
    'gen_ai.tool.name': call.name,
    'gen_ai.tool.call.id': call.id,
    tool_arguments: json(call.arguments),
    ...(call === desk.PAYBACK ? {} : { tool_response: json(desk.ORDER) }),
  }),
  losses: ['agent version'],
};

const mlflow: Framework = {
  dialect: 'mlflow',
  name: 'inputs and outputs as JSON',
  agent: { ...USER, 'mlflow.spanType': '"AGENT"', 'mlflow.spanOutputs': json(desk.ANSWER) },
  model: (index) => ({
    'mlflow.spanType': '"CHAT_MODEL"',
    'mlflow.spanInputs': json({ model: 'gpt-5-mini', temperature: 0, messages: historyOf(index), tools: TOOLS }),
    'mlflow.spanOutputs': json(completionOf(index)),
  }),
  tool: (call) => ({
    'mlflow.spanType': '"TOOL"',
    'mlflow.spanInputs': json(call.arguments),
    ...(call === desk.PAYBACK ? {} : { 'mlflow.spanOutputs': json(desk.ORDER) }),
  }),
  losses: ['agent version', 'provider'],
};

export const FRAMEWORK_FIXTURES: readonly Fixture[] = [googleAdk, pydanticAi, mlflow].map((framework) => {
  const { dialect, name, losses } = framework;
  const models = desk.TURNS.map(({ startMs, endMs }, index) =>
    span({ id: `c${index}`, parent: 'a0', name: 'model', startMs, endMs, attributes: framework.model(index) }),
  );
  const tools = desk.TOOL_RUNS.map(({ startMs, endMs, call }, index) => {
    const error = call === desk.PAYBACK ? { error: desk.REFUSAL } : {};
    const attributes = framework.tool(call);
    return span({ id: `t${index}`, parent: 'a0', name: call.name, startMs, endMs, attributes, ...error });
  });
  const events = [{ name: 'gen_ai.evaluation.result', timeUs: timeUs(500), attributes: EVALUATION }];
  const root = {
    id: 'a0',
    parent: null,
    name: 'order-desk',
    startMs: 0,
    endMs: 500,
    attributes: framework.agent,
    events,
  };
  return { dialect, name, spans: [span(root), ...models, ...tools, ...(framework.more ?? [])], logs: [], losses };
});
