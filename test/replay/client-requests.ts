import type { JsonObject } from '../../src/trace/index.ts';

/** What may differ between two versions of an agent. */
export interface AgentChoices {
  readonly instructions: string;
  readonly toolDescription: string;
  readonly temperature: number;
  readonly model: string;
}

export const CHOICES: AgentChoices = {
  instructions: 'You are a kind desk.',
  toolDescription: 'The weather in a city.',
  temperature: 0.5,
  model: 'm-1',
};

/** One client's second request of a turn, two parallel tool calls after its first, as that client writes it. */
export interface ClientRequest {
  readonly client: string;
  readonly base: 'openai' | 'anthropic';
  /** Appended to the base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  body(choices: AgentChoices, stream: boolean): JsonObject;
}

const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const results = ['Paris', 'Rome'].map((city) => JSON.stringify({ city, sky: 'clear' }));
const asked = ['Paris', 'Rome'].map((city) => JSON.stringify({ city }));
const question = 'What is the weather in Paris and Rome?';

const chatTool = ({ toolDescription }: AgentChoices) => ({
  type: 'function',
  function: { name: 'weather', description: toolDescription, parameters: schema },
});
const chatCalls = asked.map((args, index) => ({
  id: `call_${index}`,
  type: 'function',
  function: { name: 'weather', arguments: args },
}));
const chatResults = (more: JsonObject) =>
  results.map((content, index) => ({ role: 'tool', content, ...more, tool_call_id: `call_${index}` }));

const langgraph: ClientRequest = {
  client: '@langchain/langgraph',
  ...{ base: 'openai', path: '/chat/completions', headers: { authorization: 'Bearer pawl-dummy-key' } },
  body: (choices, stream) => ({
    ...{ model: choices.model, temperature: choices.temperature, stream, tools: [chatTool(choices)] },
    ...(stream ? { stream_options: { include_usage: true } } : {}),
    messages: [
      { role: 'system', content: choices.instructions },
      { role: 'user', content: question },
      { role: 'assistant', content: 'Looking', tool_calls: chatCalls },
      ...chatResults({ name: 'weather' }),
    ],
  }),
};

const pythonOpenai: ClientRequest = {
  client: 'Python openai',
  ...{ base: 'openai', path: '/chat/completions', headers: { 'x-stainless-lang': 'python' } },
  body: (choices, stream) => ({
    ...{ model: choices.model, temperature: choices.temperature, tools: [chatTool(choices)] },
    messages: [
      { role: 'system', content: choices.instructions },
      { role: 'user', content: question },
      { role: 'assistant', tool_calls: chatCalls },
      ...chatResults({}),
    ],
    ...(stream ? { stream } : {}),
  }),
};

const responsesCalls = asked.map((args, index) => ({
  type: 'function_call',
  call_id: `call_${index}`,
  name: 'weather',
  arguments: args,
}));
const responsesOutputs = (more: JsonObject) =>
  results.map((output, index) => ({ type: 'function_call_output', call_id: `call_${index}`, output, ...more }));
const responsesTool = ({ toolDescription }: AgentChoices, strict: boolean) => ({
  ...{ type: 'function', name: 'weather', description: toolDescription, parameters: schema, strict },
});

const aiSdkResponses: ClientRequest = {
  client: 'AI SDK, responses',
  ...{ base: 'openai', path: '/responses', headers: {} },
  body: (choices, stream) => ({
    model: choices.model,
    input: [
      { role: 'system', content: choices.instructions },
      { role: 'user', content: [{ type: 'input_text', text: question }] },
      { type: 'item_reference', id: 'msg_1' },
      ...responsesCalls,
      ...responsesOutputs({}),
    ],
    ...{ temperature: choices.temperature, tools: [responsesTool(choices, false)], tool_choice: 'auto' },
    ...(stream ? { stream } : {}),
  }),
};

const openaiAgents: ClientRequest = {
  client: '@openai/agents',
  ...{ base: 'openai', path: '/responses', headers: {} },
  body: (choices, stream) => ({
    ...{ model: choices.model, instructions: choices.instructions, include: [], stream },
    input: [
      { role: 'user', content: question },
      ...responsesCalls.map((call, index) => ({ id: `fc_${index}`, ...call, status: 'completed' })),
      ...responsesOutputs({ status: 'completed' }),
    ],
    ...{ temperature: choices.temperature, tools: [responsesTool(choices, true)] },
  }),
};

const toolUses = asked.map((input, index) => ({
  ...{ type: 'tool_use', id: `toolu_${index}`, name: 'weather', input: JSON.parse(input) as JsonObject },
}));
const toolResults = (content: (text: string) => string | JsonObject[]) =>
  results.map((text, index) => ({ tool_use_id: `toolu_${index}`, type: 'tool_result', content: content(text) }));

const aiSdkAnthropic: ClientRequest = {
  client: 'AI SDK, anthropic',
  ...{ base: 'anthropic', path: '/messages', headers: { 'anthropic-version': '2023-06-01' } },
  body: (choices, stream) => ({
    ...{ model: choices.model, max_tokens: 4096, temperature: choices.temperature },
    system: [{ type: 'text', text: choices.instructions }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: question }] },
      { role: 'assistant', content: toolUses },
      { role: 'user', content: toolResults((text) => text) },
    ],
    tools: [
      {
        ...{ name: 'weather', description: choices.toolDescription, input_schema: schema },
        ...(stream ? { eager_input_streaming: true } : {}),
      },
    ],
    tool_choice: { type: 'auto' },
    ...(stream ? { stream } : {}),
  }),
};

/** It always asks for a stream, and knows no temperature: how much it thinks stands in its place. */
const claudeAgentSdk: ClientRequest = {
  client: 'Claude Agent SDK',
  ...{ base: 'anthropic', path: '/v1/messages?beta=true' },
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'claude-code-20250219,effort-2025-11-24' },
  body: (choices) => ({
    model: choices.model,
    messages: [
      { role: 'user', content: [{ type: 'text', text: question }] },
      { role: 'system', content: '# Environment\n - Primary working directory: /somewhere/base/repo' },
      { role: 'assistant', content: toolUses },
      { role: 'user', content: toolResults((text) => [{ type: 'text', text }]) },
    ],
    system: [
      { type: 'text', text: 'x-anthropic-billing-header: cc_version=2.1.330; cc_entrypoint=sdk-ts;' },
      { type: 'text', text: choices.instructions, cache_control: { type: 'ephemeral' } },
    ],
    tools: [{ name: 'mcp__desk__weather', description: choices.toolDescription, input_schema: schema }],
    metadata: { user_id: '{"device_id":"d","session_id":"s"}' },
    ...{ max_tokens: 32000, output_config: { effort: String(choices.temperature) }, stream: true },
  }),
};

export const CLIENT_REQUESTS: readonly ClientRequest[] = [
  ...[langgraph, pythonOpenai, aiSdkResponses, openaiAgents, aiSdkAnthropic, claudeAgentSdk],
];
