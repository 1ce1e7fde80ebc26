import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Part } from '../trajectory.ts';
import { objectAt, otherPart, reasoningParts, textOf, textParts } from '../wires/parts.ts';
import { argumentsFrom, resultFrom } from './decode.ts';

/**
 * One part of a message: as the semantic conventions have it, or one of the blocks that instrumentations pass on as their
 * provider has them (OpenAI, Anthropic, Bedrock, Gemini). What is none of them is kept by its type.
 */
export function partsFrom(part: Json): readonly Part[] {
  if (!isJsonObject(part)) return typeof part === 'string' ? textParts(part) : [otherPart(part)];
  const text = part.content ?? part.text;
  switch (part.type) {
    case 'text':
    case 'input_text':
    case 'output_text':
      return typeof text === 'string' ? textParts(text) : [otherPart(part)];
    case 'reasoning':
    case 'thinking':
      return reasoningParts(text ?? part.thinking);
    case 'refusal':
      return textParts(part.refusal);
    case 'tool_call':
      return [callPart(part.id, part.name, part.arguments)];
    case 'tool_use':
      return [callPart(part.id, part.name, part.input)];
    case 'tool_call_response':
      return [resultPart(part.id, part.response ?? part.result, false)];
    case 'tool_result':
      return [resultPart(part.tool_use_id, part.content, part.is_error === true)];
    case undefined:
      return untypedParts(part);
    default:
      return [otherPart(part)];
  }
}

/** Blocks that say what they are by their only member. */
function untypedParts(block: JsonObject): readonly Part[] {
  const use = objectAt(block, 'toolUse');
  if (use !== undefined) return [callPart(use.toolUseId, use.name, use.input)];
  const result = objectAt(block, 'toolResult');
  if (result !== undefined) return [resultPart(result.toolUseId, result.content, result.status === 'error')];
  const call = objectAt(block, 'function_call') ?? objectAt(block, 'functionCall');
  if (call !== undefined) return [callPart(call.id, call.name, call.args)];
  const response = objectAt(block, 'function_response') ?? objectAt(block, 'functionResponse');
  if (response !== undefined) return [resultPart(response.id, response.response, false)];
  return typeof block.text === 'string' ? textParts(block.text) : [otherPart(block)];
}

function callPart(id: Json | undefined, name: Json | undefined, args: Json | undefined): Part {
  return { kind: 'tool_call', id: textOf(id) ?? '', name: textOf(name) ?? '', arguments: argumentsFrom(args) };
}

function resultPart(id: Json | undefined, value: Json | undefined, isError: boolean): Part {
  return { kind: 'tool_result', id: textOf(id) ?? '', result: resultFrom(value), isError };
}
