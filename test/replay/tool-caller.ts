import type { GatewayUrls } from '../../src/replay/gateway.ts';
import { isJsonObject, type Json, type JsonObject, type MessageWire } from '../../src/trace/index.ts';
import { sendJson, startProvider, type TestProvider } from './provider.ts';

/** How an agent speaks one wire: asks, reads the model's tool call, and tells its result. */
interface WireTalk {
  /** The members of a tool result that hold its text. */
  resultSaying(text: string): JsonObject;
  url(urls: GatewayUrls): string;
  ask(text: string): JsonObject;
  tell(asked: JsonObject, answer: JsonObject, result: string, more: object): JsonObject;
  results(body: JsonObject): readonly JsonObject[];
}

const objects = (list: Json | undefined): JsonObject[] => (Array.isArray(list) ? list.filter(isJsonObject) : []);

export const wireTalk: Readonly<Record<MessageWire, WireTalk>> = {
  'openai-chat': {
    resultSaying: (content) => ({ content }),
    url: (urls) => `${urls.openai}/chat/completions`,
    ask: (content) => ({ model: 'm', messages: [{ role: 'user', content }] }),
    tell: (asked, answer, content, more) => {
      const message = objects(answer.choices)[0]?.message as JsonObject;
      const [call] = objects(message.tool_calls);
      const result: JsonObject = { role: 'tool', tool_call_id: call?.id ?? null, content, ...more };
      return { ...asked, messages: [...objects(asked.messages), message, result] };
    },
    results: (body) => objects(body.messages).filter(({ role }) => role === 'tool'),
  },
  'openai-responses': {
    resultSaying: (output) => ({ output }),
    url: (urls) => `${urls.openai}/responses`,
    ask: (content) => ({ model: 'm', input: [{ role: 'user', content }] }),
    tell: (asked, answer, output, more) => {
      const [call] = objects(answer.output);
      const result: JsonObject = { type: 'function_call_output', call_id: call?.call_id ?? null, output, ...more };
      return { ...asked, input: [...objects(asked.input), ...objects(answer.output), result] };
    },
    results: (body) => objects(body.input).filter(({ type }) => type === 'function_call_output'),
  },
  'anthropic-messages': {
    resultSaying: (text) => ({ content: [{ type: 'text', text }] }),
    url: (urls) => `${urls.anthropic}/v1/messages`,
    ask: (content) => ({ model: 'm', max_tokens: 9, messages: [{ role: 'user', content }] }),
    tell: (asked, answer, text, more) => {
      const [call] = objects(answer.content);
      const content = [{ type: 'text', text }];
      const result: JsonObject = { type: 'tool_result', tool_use_id: call?.id ?? null, content, ...more };
      const turns: JsonObject[] = [
        { role: 'assistant', content: answer.content ?? [] },
        { role: 'user', content: [result, { type: 'text', text: 'go on' }] },
      ];
      return { ...asked, messages: [...objects(asked.messages), ...turns] };
    },
    results: (body) =>
      objects(body.messages)
        .flatMap(({ content }) => objects(content))
        .filter(({ type }) => type === 'tool_result'),
  },
};

/**
 * A model that calls "pay" with the order that the user names (or the request's `next`), and says "done" once it has a
 * result. Under `same_id` it gives every call the same id.
 */
export function startToolCaller(): Promise<TestProvider> {
  return startProvider(({ path, body }, index, response) => {
    const wire = wireOf(path);
    const request = body as JsonObject;
    const { next } = request;
    const isDone = next === undefined && wireTalk[wire].results(request).length > 0;
    const order = typeof next === 'string' ? next : (/o-\d/.exec(JSON.stringify(body))?.[0] ?? '');
    const id = request.same_id === true ? 'call_0' : `call_${index}`;
    sendJson(response, 200, answerOn(wire, index, isDone ? null : { id, args: { order } }));
  });
}

function wireOf(path: string): MessageWire {
  if (path.endsWith('/responses')) return 'openai-responses';
  return path.endsWith('/messages') ? 'anthropic-messages' : 'openai-chat';
}

function answerOn(wire: MessageWire, index: number, call: { id: string; args: JsonObject } | null): JsonObject {
  const args = JSON.stringify(call?.args);
  switch (wire) {
    case 'openai-chat': {
      const tool_calls = [{ id: call?.id ?? '', type: 'function', function: { name: 'pay', arguments: args } }];
      const message = { role: 'assistant', ...(call === null ? { content: 'done' } : { content: null, tool_calls }) };
      return { id: `c-${index}`, model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }] };
    }
    case 'openai-responses': {
      const said = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'done' }] };
      const called = {
        id: `fc-${index}`,
        type: 'function_call',
        call_id: call?.id ?? '',
        name: 'pay',
        arguments: args,
      };
      return { id: `r-${index}`, model: 'm', status: 'completed', output: [call === null ? said : called] };
    }
    case 'anthropic-messages': {
      const said = { type: 'text', text: 'done' };
      const called = { type: 'tool_use', id: call?.id ?? '', name: 'pay', input: call?.args ?? {} };
      return { id: `a-${index}`, model: 'm', content: [call === null ? said : called], stop_reason: 'end_turn' };
    }
    default:
      return wire satisfies never;
  }
}
