import { isJsonObject, type Json } from '../../trace/index.ts';
import type { Turn } from './turn.ts';

/** What stands in a template for the conversation, as messages, and for the text of the user's one message. */
const MESSAGES = '$messages';
const TEXT = '$text';

/** A conversation as pawl gives it to agents. */
export const DEFAULT_CASE_INPUT: Json = { messages: MESSAGES };

/**
 * What an agent is given, from a template: any JSON in which the texts `$messages` and `$text` stand for what was asked. null =
 * more was said before than the template has a place for.
 */
export function caseInput(template: Json, { messages }: Pick<Turn, 'messages'>): Json | null {
  if (messages.length > 1 && !textsIn(template).includes(MESSAGES)) return null;
  const values = new Map<Json, Json>([
    [MESSAGES, messages.map(({ role, content }): Json => ({ role, content }))],
    [TEXT, messages.at(-1)?.content ?? ''],
  ]);
  return filled(template, values);
}

/** What is wrong with a template; null = nothing. */
export function caseInputFault(template: Json): string | null {
  const names = textsIn(template).filter((text) => text.startsWith('$'));
  if (names.length === 0) return `expected ${MESSAGES} or ${TEXT} in it: each case would be given the same`;
  const unknown = names.find((name) => name !== MESSAGES && name !== TEXT);
  return unknown === undefined ? null : `expected ${MESSAGES} or ${TEXT} as a whole text, received ${unknown}`;
}

function filled(template: Json, values: ReadonlyMap<Json, Json>): Json {
  if (Array.isArray(template)) return template.map((item) => filled(item, values));
  if (!isJsonObject(template)) return values.get(template) ?? template;
  return Object.fromEntries(Object.entries(template).map(([name, member]) => [name, filled(member, values)]));
}

function textsIn(template: Json): readonly string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsIn);
}
