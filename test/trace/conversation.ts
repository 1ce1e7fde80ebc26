import type { JsonObject, MessageWire } from '../../src/trace/index.ts';

/**
 * One conversation as each wire writes it: instructions, a question, two parallel tool calls, their results, and an
 * answer that thinks, speaks and calls a tool again.
 */
export interface WrittenConversation {
  readonly request: JsonObject;
  readonly answer: JsonObject;
}

const orderSchema: JsonObject = {
  type: 'object',
  properties: { order_id: { type: 'string' }, note: { type: ['string', 'null'], default: null } },
  required: ['order_id'],
};
const refundSchema: JsonObject = { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] };

const chat: WrittenConversation = {
  request: {
    model: 'm-1',
    temperature: 0.2,
    messages: [
      { role: 'system', content: 'You are a support desk.' },
      { role: 'user', content: [{ type: 'text', text: 'Where are A1 and A2?' }] },
      {
        role: 'assistant',
        content: 'I look.',
        tool_calls: [
          {
            id: 'call_a',
            type: 'function',
            function: { name: 'get_order', arguments: '{"order_id": "A1", "note": null}' },
          },
          { id: 'call_b', type: 'function', function: { name: 'get_order', arguments: '{"order_id": "A2"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_a', content: '{"status":"shipped"}' },
      { role: 'tool', tool_call_id: 'call_b', content: 'not found' },
    ],
    tools: [
      { type: 'function', function: { name: 'get_order', description: 'Looks up an order.', parameters: orderSchema } },
      { type: 'function', function: { name: 'refund', description: 'Pays back.', parameters: refundSchema } },
    ],
  },
  answer: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'm-1-2026',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          reasoning_content: 'A2 is lost.',
          content: 'A1 is on its way; I pay A2 back.',
          tool_calls: [{ id: 'call_c', type: 'function', function: { name: 'refund', arguments: '{"amount":12.5}' } }],
        },
        finish_reason: 'tool_calls',
      },
    ],
    usage: {
      prompt_tokens: 120,
      completion_tokens: 30,
      total_tokens: 150,
      prompt_tokens_details: { cached_tokens: 100 },
    },
  },
};

const responses: WrittenConversation = {
  request: {
    model: 'm-1',
    temperature: 0.2,
    instructions: 'You are a support desk.',
    input: [
      { role: 'user', content: [{ type: 'input_text', text: 'Where are A1 and A2?' }] },
      {
        type: 'message',
        id: 'msg_1',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'I look.', annotations: [] }],
      },
      {
        type: 'function_call',
        id: 'fc_1',
        call_id: 'call_a',
        name: 'get_order',
        arguments: '{"order_id": "A1", "note": null}',
      },
      { type: 'function_call', id: 'fc_2', call_id: 'call_b', name: 'get_order', arguments: '{"order_id": "A2"}' },
      { type: 'function_call_output', call_id: 'call_a', output: '{"status":"shipped"}' },
      { type: 'function_call_output', call_id: 'call_b', output: 'not found' },
    ],
    tools: [
      { type: 'function', name: 'get_order', description: 'Looks up an order.', parameters: orderSchema },
      { type: 'function', name: 'refund', description: 'Pays back.', parameters: refundSchema },
    ],
  },
  answer: {
    id: 'resp_1',
    object: 'response',
    created_at: 1_790_000_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model: 'm-1-2026',
    output: [
      { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'A2 is lost.' }] },
      {
        id: 'msg_2',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'A1 is on its way; I pay A2 back.', annotations: [], logprobs: [] }],
      },
      {
        id: 'fc_3',
        type: 'function_call',
        status: 'completed',
        call_id: 'call_c',
        name: 'refund',
        arguments: '{"amount":12.5}',
      },
    ],
    parallel_tool_calls: true,
    temperature: 0.2,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    usage: {
      input_tokens: 120,
      input_tokens_details: { cached_tokens: 100 },
      output_tokens: 30,
      output_tokens_details: { reasoning_tokens: 5 },
      total_tokens: 150,
    },
  },
};

const anthropic: WrittenConversation = {
  request: {
    model: 'm-1',
    max_tokens: 1024,
    temperature: 0.2,
    system: [{ type: 'text', text: 'You are a support desk.', cache_control: { type: 'ephemeral' } }],
    messages: [
      { role: 'user', content: 'Where are A1 and A2?' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'I look.' },
          { type: 'tool_use', id: 'call_a', name: 'get_order', input: { order_id: 'A1', note: null } },
          { type: 'tool_use', id: 'call_b', name: 'get_order', input: { order_id: 'A2' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'call_a', content: [{ type: 'text', text: '{"status":"shipped"}' }] },
          { type: 'tool_result', tool_use_id: 'call_b', content: 'not found', cache_control: { type: 'ephemeral' } },
        ],
      },
    ],
    tools: [
      { name: 'get_order', description: 'Looks up an order.', input_schema: orderSchema },
      { name: 'refund', description: 'Pays back.', input_schema: refundSchema, cache_control: { type: 'ephemeral' } },
    ],
  },
  answer: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'm-1-2026',
    content: [
      { type: 'thinking', thinking: 'A2 is lost.', signature: 'c2lnbmVk' },
      { type: 'text', text: 'A1 is on its way; I pay A2 back.' },
      { type: 'tool_use', id: 'call_c', name: 'refund', input: { amount: 12.5 } },
    ],
    stop_reason: 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: 15, cache_creation_input_tokens: 5, cache_read_input_tokens: 100, output_tokens: 30 },
  },
};

export const conversations: Readonly<Record<MessageWire, WrittenConversation>> = {
  'openai-chat': chat,
  'openai-responses': responses,
  'anthropic-messages': anthropic,
};

export const wires: readonly MessageWire[] = ['openai-chat', 'openai-responses', 'anthropic-messages'];
