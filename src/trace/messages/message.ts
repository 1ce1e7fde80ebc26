import { resultFrom } from '../dialects/decode.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Part } from '../trajectory.ts';
import { messageOf, objectAt, otherPart, reasoningParts, textOf, textParts } from '../wires/parts.ts';
import { argumentsOf, callPart, firstText, isCall, isResult, resultPart, saysError } from './calls.ts';
import { decoded } from './decode.ts';
import { contentParts, isBlock } from './parts.ts';

type Role = Message['role'];

const ROLES = new Map<string, Role>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
]);

/** LangChain's classes of messages, by the names under which it serializes them. */
const LANGCHAIN_TYPE = /^(human|ai|system|tool|function|chat)(?:message)?(?:chunk)?$/i;

/** Whether a message says whose it is, in a word that is read. */
export function hasKnownRole({ role }: JsonObject): boolean {
  return typeof role === 'string' && ROLES.has(role.toLowerCase());
}

/** Whether an object is one message, rather than what holds messages. */
export function isMessage(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const message = unwrapped(value);
  const { role, type } = message;
  const named = typeof role === 'string' || (typeof type === 'string' && LANGCHAIN_TYPE.test(type));
  return named && ['content', 'parts', 'contents', 'tool_calls', 'function_call'].some((key) => key in message);
}

/**
 * One entry of a list as messages: a message of any provider or framework, an item of OpenAI's responses, or a lone
 * block or text in the name of `role`. `calls` are the ids of the last calls before it, by tool. Results are messages of
 * their own.
 */
export function entryMessages(entry: Json, role: Role, calls: ReadonlyMap<string, string>): readonly Message[] {
  if (typeof entry === 'string') return messageOf(role, textParts(entry));
  if (!isJsonObject(entry)) return [{ role, parts: [otherPart(entry)] }];
  if (isMessage(entry)) return readMessage(unwrapped(entry), calls);
  if (isResult(entry)) return [{ role: 'tool', parts: [resultPart(entry)] }];
  if (isCall(entry)) return [{ role: 'assistant', parts: [callPart(entry)] }];
  if (entry.type === 'reasoning') return messageOf('assistant', contentParts(entry));
  return messageOf(role, isBlock(entry) ? contentParts(entry) : [otherPart(entry)]);
}

function readMessage(message: JsonObject, asked: ReadonlyMap<string, string>): readonly Message[] {
  const named = textOf(message.role) ?? LANGCHAIN_TYPE.exec(textOf(message.type) ?? '')?.[1] ?? '';
  const role = ROLES.get(named.toLowerCase());
  if (role === 'tool') return toolMessages(message, undefined);
  // Some exporters give a tool's message the tool's name for a role.
  const called = role === undefined ? asked.get(named) : undefined;
  if (called !== undefined) return toolMessages(message, called);
  const parts = [...reasoningParts(message.reasoning_content ?? message.reasoning), ...contentParts(bodyOf(message))];
  const calls = callsOf(message).filter((call) => !parts.some((part) => sameCall(part, call)));
  const all = [...parts, ...textParts(message.refusal), ...calls];
  if (role === undefined) return [{ role: 'user', parts: [{ kind: 'other', type: `role ${named}` }, ...all] }];
  return apart(role, all);
}

/** A message's content, under each of its names; OpenInference wraps every block of it. */
function bodyOf(message: JsonObject): Json {
  const body = message.contents ?? message.content ?? message.parts ?? '';
  if (!Array.isArray(body)) return body;
  return body.map((block) => (isJsonObject(block) ? (objectAt(block, 'message_content') ?? block) : block));
}

/** A message that carries tool results reads as tool messages and messages with the rest, in order. */
function apart(role: Role, parts: readonly Part[]): readonly Message[] {
  if (role === 'assistant') return messageOf(role, parts);
  const messages: Message[] = [];
  let rest: Part[] = [];
  for (const part of parts) {
    if (part.kind !== 'tool_result') rest.push(part);
    else {
      messages.push(...messageOf(role, rest), { role: 'tool', parts: [part] });
      rest = [];
    }
  }
  return [...messages, ...messageOf(role, rest)];
}

function toolMessages(message: JsonObject, called: string | undefined): readonly Message[] {
  const body = bodyOf(message);
  const holdsResults = Array.isArray(body) && body.some((block) => isJsonObject(block) && isResult(block));
  if (holdsResults) return apart('tool', contentParts(body));
  const legacy = message.role === 'function' ? message.name : undefined;
  const id = firstText(message.tool_call_id, message.toolCallId, called, legacy);
  return [
    { role: 'tool', parts: [{ kind: 'tool_result', id, result: resultFrom(body), isError: saysError(message) }] },
  ];
}

/** The calls beside a message's content. LangChain keeps them parsed, and as the provider gave them. */
function callsOf(message: JsonObject): readonly Part[] {
  const parsed = callList(message.tool_calls);
  if (parsed.length > 0) return parsed;
  const raw = callList(objectAt(message, 'additional_kwargs')?.tool_calls);
  if (raw.length > 0) return raw;
  const legacy = objectAt(message, 'function_call');
  if (legacy === undefined) return [];
  // The old function calls have no id; the name is what links call and result.
  const name = textOf(legacy.name) ?? '';
  return [{ kind: 'tool_call', id: name, name, arguments: argumentsOf(legacy.arguments) }];
}

function callList(value: Json | undefined): readonly Part[] {
  const list = decoded(value);
  if (!Array.isArray(list)) return [];
  return list.map((item) => {
    const call = decoded(item);
    return isJsonObject(call) ? callPart(call) : otherPart(call);
  });
}

/** Some frameworks write a call both among the content's blocks and beside them. */
function sameCall(part: Part, call: Part): boolean {
  return part.kind === 'tool_call' && call.kind === 'tool_call' && part.id !== '' && part.id === call.id;
}

/** A message without what others wrap around it: a choice, a generation, OpenInference's prefix, LangChain's constructor. */
function unwrapped(value: JsonObject): JsonObject {
  const inner = objectAt(value, 'message');
  if (inner !== undefined && value.role === undefined && value.content === undefined) return unwrapped(inner);
  const kwargs = objectAt(value, 'kwargs');
  if (value.lc !== undefined && kwargs !== undefined) {
    const name = Array.isArray(value.id) ? textOf(value.id.at(-1)) : null;
    return { type: name ?? '', ...kwargs };
  }
  const data = objectAt(value, 'data');
  return data === undefined ? value : { ...data, ...value };
}
