import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
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

/** POST /chat/completions, as OpenAI documents it and compatible servers extend it. Of several choices the first is read. */
export const openaiChat: WireReader = {
  request(body) {
    const messages = listOf(body.messages).flatMap(readChatMessage);
    return {
      instructions: messages.filter((message) => message.role === 'system'),
      messages: messages.filter((message) => message.role !== 'system'),
      tools: [...objectsOf(body.tools).map(toolOf), ...objectsOf(body.functions).map(functionOf)],
    };
  },

  response(body) {
    const choice = objectsOf(body.choices)[0];
    const message = objectAt(choice, 'message');
    const usage = objectAt(body, 'usage');
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: message === undefined ? null : { role: 'assistant', parts: assistantParts(message) },
      finishReason: textOf(choice?.finish_reason),
      usage: usageOf({
        input: usage?.prompt_tokens,
        output: usage?.completion_tokens,
        cached: objectAt(usage, 'prompt_tokens_details')?.cached_tokens,
      }),
    };
  },
};

/** One message of a conversation as chat completions have it; nothing where it says nothing. */
export function readChatMessage(value: Json): readonly Message[] {
  if (!isJsonObject(value)) return [{ role: 'user', parts: [otherPart(value)] }];
  switch (value.role) {
    case 'system':
    case 'developer':
      return messageOf('system', contentParts(value.content));
    case 'user':
      return messageOf('user', contentParts(value.content));
    case 'assistant':
      return messageOf('assistant', assistantParts(value));
    case 'tool':
      return [toolMessage(textOf(value.tool_call_id), value.content)];
    // The old function calls have no id; the name is what links call and result.
    case 'function':
      return [toolMessage(textOf(value.name), value.content)];
    default:
      return [{ role: 'user', parts: [{ kind: 'other', type: `role ${textOf(value.role) ?? 'missing'}` }] }];
  }
}

function toolMessage(id: string | null, content: Json | undefined): Message {
  return {
    role: 'tool',
    parts: [{ kind: 'tool_result', id: id ?? '', result: resultOfBlocks(content), isError: false }],
  };
}

function assistantParts(message: JsonObject): readonly Part[] {
  const legacy = objectAt(message, 'function_call');
  return [
    ...reasoningParts(message.reasoning_content ?? message.reasoning),
    ...contentParts(message.content),
    ...textParts(message.refusal),
    ...listOf(message.tool_calls).map(callOf),
    ...(legacy === undefined ? [] : [functionCall(textOf(legacy.name) ?? '', legacy)]),
    ...(objectAt(message, 'audio') === undefined ? [] : [{ kind: 'other', type: 'audio' } as const]),
  ];
}

function contentParts(content: Json | undefined): readonly Part[] {
  if (!Array.isArray(content)) return textParts(content);
  return content.flatMap((part) => {
    if (isJsonObject(part) && part.type === 'text') return textParts(part.text);
    if (isJsonObject(part) && part.type === 'refusal') return textParts(part.refusal);
    return [otherPart(part)];
  });
}

function callOf(call: Json): Part {
  if (!isJsonObject(call)) return otherPart(call);
  const id = textOf(call.id) ?? '';
  const called = objectAt(call, 'function');
  if (called !== undefined) return functionCall(id, called);
  const custom = objectAt(call, 'custom');
  if (custom === undefined) return otherPart(call);
  return { kind: 'tool_call', id, name: textOf(custom.name) ?? '', arguments: custom.input ?? '' };
}

function functionCall(id: string, called: JsonObject): Part {
  return { kind: 'tool_call', id, name: textOf(called.name) ?? '', arguments: argumentsOf(called.arguments) };
}

function toolOf(tool: JsonObject): ToolDefinition {
  const described = objectAt(tool, 'function') ?? objectAt(tool, 'custom') ?? tool;
  return functionOf(described);
}

function functionOf(described: JsonObject): ToolDefinition {
  return toolDefinition(described, described.parameters);
}
