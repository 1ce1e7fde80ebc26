import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Wire } from './trajectory.ts';

/** The ids in a request of what the provider keeps: earlier answers, items of them, a conversation. */
export function keptIds(wire: Wire, body: JsonObject): readonly string[] {
  if (wire !== 'openai-responses') return [];
  const { previous_response_id: previous, input } = body;
  const conversation = conversationId(body);
  return [
    ...(typeof previous === 'string' ? [previous] : []),
    ...(conversation === null ? [] : [conversation]),
    ...(Array.isArray(input)
      ? input.filter(isReference).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
      : []),
  ];
}

/** The conversation that a request or an answer is part of. */
export function conversationId(body: JsonObject): string | null {
  const { conversation } = body;
  const id = isJsonObject(conversation) ? conversation.id : conversation;
  return typeof id === 'string' ? id : null;
}

/** Nothing but an id: it names an item that the provider keeps, and the request does not repeat what is in it. */
export function isReference(value: Json): value is JsonObject {
  if (!isJsonObject(value)) return false;
  return value.type === 'item_reference' || (typeof value.id === 'string' && Object.keys(value).length === 1);
}

/** The ids under which the provider keeps an answer and its items, in order: the answer's own first. */
export function idsOfAnswer(wire: Wire, body: JsonObject): readonly string[] {
  if (wire !== 'openai-responses') return [];
  const items = Array.isArray(body.output) ? body.output.filter(isJsonObject) : [];
  return [body, ...items].flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
