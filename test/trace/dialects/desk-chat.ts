import type { Json } from '../../../src/trace/index.ts';
import * as desk from './desk.ts';

/** The desk's messages and answers as OpenAI's chat has them: what most frameworks keep, whole or in pieces. */
export function json(value: Json): string {
  return JSON.stringify(value);
}

export function turnAt(index: number): (typeof desk.TURNS)[number] {
  return desk.TURNS[index] ?? desk.TURNS[0];
}

export function answerOf(index: number, encode: (value: Json) => Json = json): { [key: string]: Json } {
  const { calls, text } = turnAt(index);
  const tool_calls = calls.map(({ id, name, arguments: args }) => ({
    id,
    type: 'function',
    function: { name, arguments: encode(args) },
  }));
  return { role: 'assistant', content: text, ...(text === null ? { tool_calls } : {}) };
}

export function historyOf(index: number, encode?: (value: Json) => Json): { [key: string]: Json }[] {
  const told = [
    { role: 'system', content: desk.SYSTEM },
    { role: 'user', content: desk.QUESTION },
    answerOf(0, encode),
    { role: 'tool', content: json(desk.ORDER), tool_call_id: 'call_1' },
    answerOf(1, encode),
    { role: 'tool', content: desk.REFUSAL, tool_call_id: 'call_2' },
  ];
  return told.slice(0, 2 + 2 * index);
}

export const DEFINITIONS = [
  { name: 'get_order', description: 'Looks an order up.', parameters: desk.GET_ORDER },
  { name: 'refund', description: 'Pays back.', parameters: desk.REFUND },
];
export const TOOLS = DEFINITIONS.map((definition) => ({ type: 'function', function: definition }));

/** A chat completion as the provider sent it. */
export function completionOf(index: number): { [key: string]: Json } {
  const turn = turnAt(index);
  return {
    id: turn.responseId,
    object: 'chat.completion',
    model: 'gpt-5-mini-2026-01',
    choices: [{ index: 0, finish_reason: turn.text === null ? 'tool_calls' : 'stop', message: answerOf(index) }],
    usage: {
      prompt_tokens: turn.input,
      completion_tokens: turn.output,
      prompt_tokens_details: { cached_tokens: turn.cached },
    },
  };
}

/** A tool's message as LangChain serializes it. */
export function toolMessageOf(call: { readonly id: string; readonly name: string }): { [key: string]: Json } {
  const failed = call.name === 'refund';
  const content = failed ? desk.REFUSAL : json(desk.ORDER);
  return { type: 'tool', name: call.name, content, tool_call_id: call.id, status: failed ? 'error' : 'success' };
}
