import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Part } from '../trajectory.ts';
import {
  argumentsOf,
  listOf,
  messageOf,
  objectAt,
  objectsOf,
  otherPart,
  reasoningParts,
  resultOfBlocks,
  textOf,
  textParts,
  toolDefinition,
  usageOf,
} from './parts.ts';
import type { WireReader } from './reader.ts';

/** POST /responses. The items of one assistant turn (reasoning, texts, calls) read as one message. */
export const openaiResponses: WireReader = {
  request(body) {
    const items =
      typeof body.input === 'string' ? messageOf('user', textParts(body.input)) : messagesOf(listOf(body.input));
    const written = typeof body.instructions === 'string' ? messageOf('system', textParts(body.instructions)) : [];
    return {
      instructions: [...written, ...items.filter((message) => message.role === 'system')],
      messages: items.filter((message) => message.role !== 'system'),
      tools: objectsOf(body.tools).map((tool) => toolDefinition(tool, tool.parameters)),
    };
  },

  response(body) {
    const usage = objectAt(body, 'usage');
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: Array.isArray(body.output) ? { role: 'assistant', parts: body.output.flatMap(assistantParts) } : null,
      finishReason: textOf(objectAt(body, 'incomplete_details')?.reason) ?? textOf(body.status),
      usage: usageOf({
        input: usage?.input_tokens,
        output: usage?.output_tokens,
        cached: objectAt(usage, 'input_tokens_details')?.cached_tokens,
      }),
    };
  },
};

function messagesOf(items: readonly Json[]): readonly Message[] {
  const messages: Message[] = [];
  for (const message of items.flatMap(itemMessages)) {
    const last = messages.at(-1);
    if (last?.role === 'assistant' && message.role === 'assistant') {
      messages[messages.length - 1] = { role: 'assistant', parts: [...last.parts, ...message.parts] };
    } else messages.push(message);
  }
  return messages;
}

function itemMessages(item: Json): readonly Message[] {
  if (!isJsonObject(item)) return [{ role: 'user', parts: [otherPart(item)] }];
  switch (item.type ?? 'message') {
    case 'message':
      return messageOf(roleOf(item.role), contentParts(item.content));
    case 'function_call_output':
    case 'custom_tool_call_output':
      return [
        {
          role: 'tool',
          parts: [
            {
              kind: 'tool_result',
              id: textOf(item.call_id) ?? '',
              result: resultOfBlocks(item.output),
              isError: false,
            },
          ],
        },
      ];
    default:
      return messageOf('assistant', assistantParts(item));
  }
}

function roleOf(role: Json | undefined): Message['role'] {
  if (role === 'system' || role === 'developer') return 'system';
  return role === 'assistant' ? 'assistant' : 'user';
}

function assistantParts(item: Json): readonly Part[] {
  if (!isJsonObject(item)) return [otherPart(item)];
  const id = textOf(item.call_id) ?? '';
  const name = textOf(item.name) ?? '';
  switch (item.type) {
    case 'message':
      return contentParts(item.content);
    case 'reasoning':
      return reasoningOf(item);
    case 'function_call':
      return [{ kind: 'tool_call', id, name, arguments: argumentsOf(item.arguments) }];
    case 'custom_tool_call':
      return [{ kind: 'tool_call', id, name, arguments: item.input ?? '' }];
    default:
      return [otherPart(item)];
  }
}

function reasoningOf(item: JsonObject): readonly Part[] {
  return [...objectsOf(item.summary), ...objectsOf(item.content)].flatMap((part) => reasoningParts(part.text));
}

function contentParts(content: Json | undefined): readonly Part[] {
  if (!Array.isArray(content)) return textParts(content);
  return content.flatMap((part) => {
    if (!isJsonObject(part)) return [otherPart(part)];
    switch (part.type) {
      case 'input_text':
      case 'output_text':
      case 'text':
        return textParts(part.text);
      case 'refusal':
        return textParts(part.refusal);
      default:
        return [otherPart(part)];
    }
  });
}
