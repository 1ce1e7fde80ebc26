import { type Intent, intentOf } from './intents.ts';
import type { ChatRequest } from './wire.ts';

/** A request's messages as the stand-in reads them. */
export interface Conversation {
  readonly instructions: string;
  /** What the customer wrote, latest first. */
  readonly said: readonly string[];
  readonly intent: Intent | null;
  /** The message that the intent was read from; the latest where there is none. */
  readonly matter: string;
  /** Tool calls since the customer's last message, with what the tools answered. */
  readonly done: readonly DoneCall[];
}

export interface DoneCall {
  readonly tool: string;
  readonly argumentNames: readonly string[];
  readonly result: Readonly<Record<string, unknown>>;
  /** What the tool complained about; null = it worked. */
  readonly error: string | null;
}

export function readConversation(request: ChatRequest): Conversation {
  const { messages } = request;
  const instructions = messages.filter(({ role }) => role === 'system' || role === 'developer');
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => content ?? '');
  said.reverse();
  const matter = said.find((message) => intentOf(message) !== null) ?? said[0] ?? '';
  return {
    instructions: instructions.map(({ content }) => content ?? '').join('\n\n'),
    said,
    intent: intentOf(matter),
    matter,
    done: doneSince(messages),
  };
}

function doneSince(messages: ChatRequest['messages']): DoneCall[] {
  const recent = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  const answers = new Map(recent.map(({ tool_call_id, content }) => [tool_call_id, content ?? '']));
  return recent
    .flatMap(({ tool_calls }) => tool_calls ?? [])
    .map(({ id, function: { name, arguments: argumentsJson } }) => {
      const content = answers.get(id) ?? '';
      const result = content.startsWith('{') ? (JSON.parse(content) as Record<string, unknown>) : null;
      return {
        tool: name,
        argumentNames: Object.keys(JSON.parse(argumentsJson) as object),
        result: result ?? {},
        error: result === null ? content : null,
      };
    });
}

/**
 * How demanding a conversation is, 1 = ordinary: every further turn of the customer and every further sentence in the
 * latest message adds to it.
 */
export function loadOf(conversation: Conversation): number {
  const latest = conversation.said[0] ?? '';
  const sentences = latest.split(/[.!?]+(?=\s|$)|\n/).filter((part) => /[a-z]{2}/i.test(part)).length;
  return Math.min(4, 0.3 + 0.45 * (conversation.said.length - 1) + 0.35 * Math.max(0, sentences - 1));
}
