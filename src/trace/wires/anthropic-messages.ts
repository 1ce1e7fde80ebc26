import { isJsonObject, type Json } from '../json.ts';
import type { Message, Part } from '../trajectory.ts';
import {
  argumentsOf,
  countOf,
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

/** POST /messages. A user message that carries tool results reads as tool messages and a user message with the rest. */
export const anthropicMessages: WireReader = {
  request(body) {
    const messages = listOf(body.messages).flatMap(messagesOf);
    return {
      instructions: [
        ...messageOf('system', contentParts(body.system)),
        ...messages.filter((message) => message.role === 'system'),
      ],
      messages: messages.filter((message) => message.role !== 'system'),
      tools: objectsOf(body.tools).map((tool) => toolDefinition(tool, tool.input_schema)),
    };
  },

  response(body) {
    const usage = objectAt(body, 'usage');
    const cached = countOf(usage?.cache_read_input_tokens);
    const input = usage?.input_tokens;
    return {
      id: textOf(body.id),
      model: textOf(body.model),
      message: Array.isArray(body.content) ? { role: 'assistant', parts: contentParts(body.content) } : null,
      finishReason: textOf(body.stop_reason),
      usage: usageOf({
        // This wire counts cached input apart from input_tokens.
        input: typeof input === 'number' ? input + cached + countOf(usage?.cache_creation_input_tokens) : input,
        output: usage?.output_tokens,
        cached,
      }),
    };
  },
};

function messagesOf(value: Json): readonly Message[] {
  if (!isJsonObject(value)) return [{ role: 'user', parts: [otherPart(value)] }];
  const role = value.role;
  const parts = contentParts(value.content);
  if (role === 'assistant' || role === 'system') return messageOf(role, parts);
  if (role !== 'user') return [{ role: 'user', parts: [{ kind: 'other', type: `role ${textOf(role) ?? 'missing'}` }] }];
  const messages: Message[] = [];
  let run: Part[] = [];
  for (const part of parts) {
    if (part.kind !== 'tool_result') {
      run.push(part);
      continue;
    }
    messages.push(...messageOf('user', run), { role: 'tool', parts: [part] });
    run = [];
  }
  return [...messages, ...messageOf('user', run)];
}

function contentParts(content: Json | undefined): readonly Part[] {
  return Array.isArray(content) ? content.flatMap(partsOf) : textParts(content);
}

function partsOf(block: Json): readonly Part[] {
  if (!isJsonObject(block)) return [otherPart(block)];
  switch (block.type) {
    case 'text':
      return textParts(block.text);
    case 'thinking':
      return reasoningParts(block.thinking);
    case 'tool_use':
      return [
        {
          kind: 'tool_call',
          id: textOf(block.id) ?? '',
          name: textOf(block.name) ?? '',
          arguments: argumentsOf(block.input),
        },
      ];
    case 'tool_result':
      return [
        {
          kind: 'tool_result',
          id: textOf(block.tool_use_id) ?? '',
          result: resultOfBlocks(block.content),
          isError: block.is_error === true,
        },
      ];
    default:
      return [otherPart(block)];
  }
}
