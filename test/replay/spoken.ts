import type { JsonObject, MessageWire } from '../../src/trace/index.ts';

/** One answer as a provider writes it, whole and as a stream: "Hello" and a call of pay. */
export interface Spoken {
  readonly path: string;
  readonly request: JsonObject;
  readonly body: JsonObject;
  /** With what a provider sends besides: comments, pings, events that say nothing new. */
  readonly stream: string;
}

const events = (...all: readonly JsonObject[]): string =>
  all.map((event) => `event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`).join('');

const chunk = (delta: JsonObject, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 7,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason }],
  })}\n\n`;

const call = { id: 'call_1', type: 'function', function: { name: 'pay', arguments: '{"order":"o-1"}' } };
const chatUsage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };

const chat: Spoken = {
  path: '/chat/completions',
  request: { model: 'm', messages: [{ role: 'user', content: 'hi' }] },
  body: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 7,
    model: 'm',
    choices: [
      { index: 0, message: { role: 'assistant', content: 'Hello', tool_calls: [call] }, finish_reason: 'tool_calls' },
    ],
    usage: chatUsage,
  },
  stream: [
    ': OPENROUTER PROCESSING\n\n',
    chunk({ role: 'assistant', content: '' }),
    chunk({ content: 'Hel' }),
    chunk({ content: 'lo' }),
    chunk({ tool_calls: [{ index: 0, ...call, function: { name: 'pay', arguments: '' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '{"order":' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '"o-1"}' } }] }),
    chunk({}, 'tool_calls'),
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 7, model: 'm', choices: [], usage: chatUsage })}\n\n`,
    'data: [DONE]\n\n',
  ].join(''),
};

const said = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed' };
const text = { type: 'output_text', text: 'Hello', annotations: [] };
const called = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'pay', status: 'completed' };
const response: JsonObject = { id: 'resp_1', object: 'response', created_at: 7, model: 'm', status: 'completed' };
const whole: JsonObject = {
  ...response,
  output: [
    { ...said, content: [text] },
    { ...called, arguments: '{"order":"o-1"}' },
  ],
  usage: { input_tokens: 3, output_tokens: 4, total_tokens: 7 },
};

const responses: Spoken = {
  path: '/responses',
  request: { model: 'm', input: 'hi' },
  body: whole,
  stream: events(
    { type: 'response.created', sequence_number: 0, response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', sequence_number: 1, output_index: 0, item: { ...said, content: [] } },
    {
      type: 'response.content_part.added',
      sequence_number: 2,
      item_id: 'msg_1',
      output_index: 0,
      content_index: 0,
      part: { ...text, text: '' },
    },
    ...['Hel', 'lo'].map((delta, place) => ({
      type: 'response.output_text.delta',
      sequence_number: 3 + place,
      item_id: 'msg_1',
      output_index: 0,
      content_index: 0,
      delta,
      logprobs: [],
    })),
    { type: 'response.output_item.done', sequence_number: 5, output_index: 0, item: { ...said, content: [text] } },
    { type: 'response.output_item.added', sequence_number: 6, output_index: 1, item: { ...called, arguments: '' } },
    {
      type: 'response.function_call_arguments.delta',
      sequence_number: 7,
      item_id: 'fc_1',
      output_index: 1,
      delta: '{"order":"o-1"}',
    },
    { type: 'response.completed', sequence_number: 8, response: whole },
  ),
};

const message: JsonObject = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm' };
const anthropicUsage = { input_tokens: 3, output_tokens: 4 };

const anthropic: Spoken = {
  path: '/v1/messages',
  request: { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: 'hi' }] },
  body: {
    ...message,
    content: [
      { type: 'text', text: 'Hello' },
      { type: 'tool_use', id: 'toolu_1', name: 'pay', input: { order: 'o-1' } },
    ],
    stop_reason: 'tool_use',
    stop_sequence: null,
    usage: anthropicUsage,
  },
  stream: events(
    {
      type: 'message_start',
      message: {
        ...message,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { ...anthropicUsage, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'content_block_start',
      index: 1,
      content_block: { type: 'tool_use', id: 'toolu_1', name: 'pay', input: {} },
    },
    { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '' } },
    { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"order":' } },
    { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: ' "o-1"}' } },
    { type: 'content_block_stop', index: 1 },
    { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: 4 } },
    { type: 'message_stop' },
  ),
};

export const spoken: Readonly<Record<MessageWire, Spoken>> = {
  'openai-chat': chat,
  'openai-responses': responses,
  'anthropic-messages': anthropic,
};
