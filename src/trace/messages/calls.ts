import { argumentsFrom, resultFrom } from '../dialects/decode.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Part } from '../trajectory.ts';
import { objectAt, textOf } from '../wires/parts.ts';

type CallPart = Extract<Part, { kind: 'tool_call' }>;
type ResultPart = Extract<Part, { kind: 'tool_result' }>;

const CALL_TYPE = /^(?:tool[-_](?:use|call)|(?:function|custom_tool)_call)$/;
const RESULT_TYPE = /^(?:tool[-_]result|tool_call_response|(?:function|custom_tool)_call_output|function_response)$/;

/** Members in which one framework or another keeps a call, or what it returned. */
const CALL_MEMBERS = ['tool_call', 'function_call', 'functionCall', 'toolUse'] as const;
const RESULT_MEMBERS = ['function_response', 'functionResponse', 'toolResult'] as const;

/** Whether an object asks for a tool: a call of any provider or framework. */
export function isCall(value: JsonObject): boolean {
  if (CALL_TYPE.test(textOf(value.type) ?? '') || memberOf(value, CALL_MEMBERS) !== undefined) return true;
  const called = objectAt(value, 'function');
  if (called !== undefined) return 'id' in value || 'arguments' in called;
  return textOf(value.toolName) !== null && ('input' in value || 'args' in value) && !isResult(value);
}

/** Whether an object holds what a tool returned. */
export function isResult(value: JsonObject): boolean {
  if (RESULT_TYPE.test(textOf(value.type) ?? '') || memberOf(value, RESULT_MEMBERS) !== undefined) return true;
  return textOf(value.toolName) !== null && ('output' in value || 'result' in value);
}

/** A call; an id that the recording does not have is the empty text. */
export function callPart(value: JsonObject): CallPart {
  const call = memberOf(value, CALL_MEMBERS) ?? value;
  const called = objectAt(call, 'function') ?? objectAt(call, 'custom') ?? call;
  return {
    kind: 'tool_call',
    // In OpenAI's responses `id` names the item and `call_id` the call.
    id: firstText(call.call_id, call.toolCallId, call.tool_call_id, call.toolUseId, call.id),
    name: firstText(called.name, called.toolName, called.tool_name),
    arguments: argumentsOf(called.arguments ?? called.args ?? called.input),
  };
}

/** The arguments of a call that somebody made: none recorded are none given. */
export function argumentsOf(value: Json | undefined): Json {
  return argumentsFrom(value) ?? {};
}

export function resultPart(value: JsonObject): ResultPart {
  const answer = memberOf(value, RESULT_MEMBERS) ?? value;
  const given = answer.response ?? answer.result ?? answer.output ?? answer.content;
  // The AI SDK says beside a value whether it is a text, JSON or an error.
  const typed = isJsonObject(given) && typeof given.type === 'string' && 'value' in given ? given : null;
  const failed = typed !== null && /^error/.test(textOf(typed.type) ?? '');
  return {
    kind: 'tool_result',
    id: firstText(
      answer.tool_use_id,
      answer.tool_call_id,
      answer.toolCallId,
      answer.toolUseId,
      answer.call_id,
      answer.id,
    ),
    result: resultFrom(typed?.value ?? given ?? ''),
    isError: failed || saysError(answer),
  };
}

/** Whether a tool's message or result says that the tool failed. */
export function saysError(answer: JsonObject): boolean {
  return answer.is_error === true || answer.isError === true || answer.status === 'error';
}

export function firstText(...values: readonly (Json | undefined)[]): string {
  return values.map((value) => textOf(value)).find((text) => text !== null && text !== '') ?? '';
}

function memberOf(value: JsonObject, names: readonly string[]): JsonObject | undefined {
  for (const name of names) {
    const member = objectAt(value, name);
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The tool's message in a value that some span recorded as its output: LangChain serializes `{"tool_call_id","content"}`. */
export function toolMessageIn(value: Json): JsonObject | null {
  if (!isJsonObject(value)) return null;
  const output = objectAt(value, 'output') ?? value;
  const message = objectAt(output, 'kwargs') ?? output;
  return typeof message.tool_call_id === 'string' && 'content' in message ? message : null;
}

/**
 * What a tool's span recorded as its output, where that is the tool's whole message, or Gemini's response as Google's ADK
 * writes it (`{"id","name","response"}`), rather than the bare result.
 */
export function toolAnswerOf(value: Json): ResultPart | null {
  const message = toolMessageIn(value);
  if (message !== null) return resultPart(message);
  const isResponse = isJsonObject(value) && typeof value.name === 'string' && 'response' in value && 'id' in value;
  return isResponse ? resultPart(value) : null;
}
