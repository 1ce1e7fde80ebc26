import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ObservedToolOutcome } from '../observed.ts';
import type { Attributes } from '../span.ts';
import type { Message } from '../trajectory.ts';
import { textOf } from '../wires/parts.ts';
import { argumentsFrom, decoded, resultFrom } from './decode.ts';
import { messagesOf } from './messages.ts';

/** A span event or a log record: `body` is the record's body, with what stands in its attributes instead. */
export interface TraceEvent {
  readonly name: string;
  readonly timeUs: number;
  readonly attributes: Attributes;
  readonly body: JsonObject;
}

const ROLES: Readonly<Record<string, Message['role']>> = {
  'gen_ai.system.message': 'system',
  'gen_ai.user.message': 'user',
  'gen_ai.assistant.message': 'assistant',
  'gen_ai.tool.message': 'tool',
};
const CHOICE = 'gen_ai.choice';

export function isMessageEvent(name: string): boolean {
  return name === CHOICE || Object.hasOwn(ROLES, name);
}

/** The messages of a request, one an event; null where there are none. */
export function messagesOfEvents(events: readonly TraceEvent[]): readonly Message[] | null {
  const messages = events.flatMap(({ name, body }) => {
    const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
    return role === undefined ? [] : messagesOf({ ...unpacked(body), role }, role);
  });
  return messages.length === 0 ? null : messages;
}

/** The answer in the first choice, and why it ended. */
export function answerOfEvents(events: readonly TraceEvent[]): {
  readonly message: Message | null;
  readonly finishReason: string | null;
} {
  const body = events.find((event) => event.name === CHOICE && (event.body.index ?? 0) === 0)?.body;
  if (body === undefined) return { message: null, finishReason: null };
  const told = typeof body.message === 'string' ? (decoded(body.message) ?? body.message) : body.message;
  const message = isJsonObject(told) ? told : { content: told ?? null };
  const whole = unpacked({ tool_calls: body.tool_calls ?? null, ...message });
  const [answer] = messagesOf({ ...whole, role: 'assistant' }, 'assistant');
  return { message: answer ?? null, finishReason: textOf(body.finish_reason) };
}

/** What a tool's own events tell: what it was given as a tool message, what it gave as a choice. */
export function toolOfEvents(events: readonly TraceEvent[]): {
  readonly arguments: Json;
  readonly outcome: ObservedToolOutcome;
} {
  const given = events.find(({ name }) => name === 'gen_ai.tool.message')?.body.content;
  const gave = events.find(({ name }) => name === CHOICE)?.body.message;
  return {
    arguments: argumentsFrom(given),
    outcome: gave === undefined ? { kind: 'unknown' } : { kind: 'result', value: resultFrom(gave) },
  };
}

/** Blocks and calls that stand as JSON text, and content that stands inside of a `content` of its own. */
function unpacked(body: JsonObject): JsonObject {
  const { content, tool_calls: calls, id, tool_call_id: callId } = body;
  return {
    ...body,
    tool_call_id: callId ?? id ?? null,
    content: isJsonObject(content) ? (content.content ?? content) : listIn(content),
    tool_calls: listIn(calls),
  };
}

function listIn(value: Json | undefined): Json {
  if (typeof value !== 'string' || !value.startsWith('[')) return value ?? null;
  const list = decoded(value);
  return Array.isArray(list) && list.every(isJsonObject) ? list : value;
}
