import type { Json, JsonObject, Message } from '../../../src/trace/index.ts';

const CALL = { location: 'Paris' };
const ANSWER = { temp: 21 };

/** One conversation. `id` is that of its call; '' where a format has none. */
export function conversation(id: string): readonly Message[] {
  return [
    { role: 'system', parts: [{ kind: 'text', text: 'You are a weather agent.' }] },
    { role: 'user', parts: [{ kind: 'text', text: 'Weather in Paris?' }] },
    { role: 'assistant', parts: [{ kind: 'tool_call', id, name: 'get_weather', arguments: CALL }] },
    { role: 'tool', parts: [{ kind: 'tool_result', id, result: ANSWER, isError: false }] },
    { role: 'assistant', parts: [{ kind: 'text', text: 'It is 21 degrees.' }] },
  ];
}

const SYSTEM = 'You are a weather agent.';
const QUESTION = 'Weather in Paris?';
const REPLY = 'It is 21 degrees.';

const chat: Json[] = [
  { role: 'developer', content: SYSTEM },
  { role: 'user', content: [{ type: 'text', text: QUESTION }] },
  {
    role: 'assistant',
    content: null,
    tool_calls: [
      { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: JSON.stringify(CALL) } },
    ],
  },
  { role: 'tool', tool_call_id: 'call_1', content: JSON.stringify(ANSWER) },
  { role: 'assistant', content: REPLY },
];

const responses: Json = {
  instructions: SYSTEM,
  input: [
    { role: 'user', content: QUESTION },
    { type: 'function_call', id: 'fc_9', call_id: 'call_1', name: 'get_weather', arguments: JSON.stringify(CALL) },
    { type: 'function_call_output', call_id: 'call_1', output: JSON.stringify(ANSWER) },
    { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: REPLY }] },
  ],
};

const anthropic: Json = {
  system: [{ type: 'text', text: SYSTEM }],
  messages: [
    { role: 'user', content: QUESTION },
    { role: 'assistant', content: [{ type: 'tool_use', id: 'call_1', name: 'get_weather', input: CALL }] },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'call_1', content: [{ type: 'text', text: JSON.stringify(ANSWER) }] },
      ],
    },
    { role: 'assistant', content: [{ type: 'text', text: REPLY }] },
  ],
};

const gemini: Json = {
  config: { system_instruction: SYSTEM },
  contents: [
    { role: 'user', parts: [{ text: QUESTION }] },
    { role: 'model', parts: [{ function_call: { name: 'get_weather', args: CALL } }] },
    { role: 'user', parts: [{ function_response: { name: 'get_weather', response: ANSWER } }] },
    { role: 'model', parts: [{ text: REPLY }] },
  ],
};

const dumped: JsonObject[] = [
  { type: 'system', content: SYSTEM },
  { type: 'human', content: QUESTION, name: null, example: false },
  {
    type: 'ai',
    content: [{ type: 'tool_use', id: 'call_1', name: 'get_weather', input: CALL }],
    tool_calls: [{ name: 'get_weather', args: CALL, id: 'call_1', type: 'tool_call' }],
  },
  { type: 'tool', name: 'get_weather', content: JSON.stringify(ANSWER), tool_call_id: 'call_1', status: 'success' },
  { type: 'AIMessageChunk', content: REPLY },
];

function constructed(message: JsonObject, name: string): Json {
  const { type: _type, ...kwargs } = message;
  return { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', name], kwargs };
}

const CLASSES = ['SystemMessage', 'HumanMessage', 'AIMessage', 'ToolMessage', 'AIMessageChunk'];

const aiSdk: Json[] = [
  { role: 'system', content: SYSTEM },
  { role: 'user', content: [{ type: 'text', text: QUESTION }] },
  {
    role: 'assistant',
    content: [{ type: 'tool-call', toolCallId: 'call_1', toolName: 'get_weather', input: CALL }],
  },
  {
    role: 'tool',
    content: [
      { type: 'tool-result', toolCallId: 'call_1', toolName: 'get_weather', output: { type: 'json', value: ANSWER } },
    ],
  },
  { role: 'assistant', content: [{ type: 'text', text: REPLY }] },
];

const genAi: Json[] = [
  { role: 'system', parts: [{ type: 'text', content: SYSTEM }] },
  { role: 'user', parts: [{ type: 'text', content: QUESTION }] },
  { role: 'assistant', parts: [{ type: 'tool_call', id: 'call_1', name: 'get_weather', arguments: CALL }] },
  { role: 'tool', parts: [{ type: 'tool_call_response', id: 'call_1', response: ANSWER }] },
  { role: 'assistant', parts: [{ type: 'text', content: REPLY }], finish_reason: 'stop' },
];

const openInference: Json[] = [
  { message: { role: 'system', content: SYSTEM } },
  { message: { role: 'user', contents: [{ message_content: { type: 'text', text: QUESTION } }] } },
  {
    message: {
      role: 'assistant',
      tool_calls: [{ tool_call: { id: 'call_1', function: { name: 'get_weather', arguments: JSON.stringify(CALL) } } }],
    },
  },
  { message: { role: 'tool', content: JSON.stringify(ANSWER), tool_call_id: 'call_1' } },
  { message: { role: 'assistant', content: REPLY } },
];

/** The conversation as one provider or framework after the other writes a request. */
export const WRITTEN: Readonly<Record<string, { readonly id: string; readonly value: Json }>> = {
  'OpenAI chat': { id: 'call_1', value: { model: 'm', messages: chat } },
  'messages alone': { id: 'call_1', value: chat },
  'OpenAI responses': { id: 'call_1', value: responses },
  'Anthropic messages': { id: 'call_1', value: anthropic },
  Gemini: { id: '', value: gemini },
  'LangChain, dumped': { id: 'call_1', value: { messages: dumped } },
  'LangChain, as its constructors': {
    id: 'call_1',
    value: { messages: dumped.map((message, index) => constructed(message, CLASSES[index] ?? '')) },
  },
  'LangSmith, a batch': { id: 'call_1', value: { messages: [dumped] } },
  'LangChain, its first way': {
    id: 'call_1',
    value: dumped.map(({ type, ...data }): Json => ({ type: type ?? '', data })),
  },
  'the AI SDK': { id: 'call_1', value: aiSdk },
  'GenAI conventions': { id: 'call_1', value: genAi },
  OpenInference: { id: 'call_1', value: openInference },
};
