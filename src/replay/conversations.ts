import { type Call, canonicalJson, hashJson, type Message, sha256 } from '../trace/index.ts';
import { ConversationTurns, type KnownCall, type PassedCall, type TurnEnd } from './turns.ts';

/** A turn's end, and where it stands. Conversations and their turns count from 1. */
export interface PlacedEnd {
  readonly conversation: number;
  readonly turn: number;
  readonly end: TurnEnd;
}

interface Conversation {
  readonly number: number;
  readonly turns: ConversationTurns;
  /** Ended ones. */
  ended: number;
  /** Under which its last request's messages stand in the index. */
  historyKey: string;
  /** What was answered to them. */
  answer: string;
}

const MAX_CONVERSATIONS = 10_000;
const MAX_TOOL_CALLS = 1000;

/**
 * Whose conversation a request belongs to, in this order: the one that the user's header or metadata names; the one that
 * made the answer which the request continues by its id; the one whose last request and answer its messages begin with; else
 * a new one.
 */
export class Conversations {
  readonly #named = new Map<string, Conversation>();
  readonly #kept = new Map<string, Conversation>();
  readonly #byHistory = new Map<string, Conversation[]>();
  readonly #live = new Set<Conversation>();
  readonly #toolCalls: KnownCall[] = [];
  #count = 0;
  #unasked = 0;

  add(call: PassedCall): PlacedEnd {
    const conversation = this.#find(call) ?? this.#begin();
    const end = conversation.turns.add(call, (asked) => this.#made(asked));
    this.#remember(conversation, call);
    if (end.kind === 'turn') conversation.ended += 1;
    return { conversation: conversation.number, turn: conversation.ended, end };
  }

  /** A tool call that the agent made through pawl: the model's wire alone does not always tell an error from a result. */
  tool(made: KnownCall): void {
    this.#toolCalls.push(made);
    if (this.#toolCalls.length <= MAX_TOOL_CALLS) return;
    this.#toolCalls.shift();
    this.#unasked += 1;
  }

  /** Tool calls that passed and whose result no model was told: no turn holds them. */
  unasked(): number {
    return this.#unasked + this.#toolCalls.length;
  }

  /** Turns whose answer has not come. */
  open(): number {
    return [...this.#live].filter(({ turns }) => turns.isOpen()).length;
  }

  /** The first of those that are most alike. */
  #made(asked: Call): KnownCall | null {
    const text = canonicalJson(asked.arguments);
    const likeness = this.#toolCalls.map(({ call }) =>
      canonicalJson(call.arguments) === text ? nameLikeness(asked.name, call.name) : 0,
    );
    const most = Math.max(0, ...likeness);
    return most === 0 ? null : (this.#toolCalls.splice(likeness.indexOf(most), 1)[0] ?? null);
  }

  #find({ conversation, continues, request }: PassedCall): Conversation | undefined {
    if (conversation !== null) return this.#named.get(conversation);
    const kept = continues.flatMap((id) => this.#kept.get(id) ?? []);
    return kept.at(-1) ?? this.#continued(request.messages);
  }

  /** The longest history counts. */
  #continued(messages: readonly Message[]): Conversation | undefined {
    const keys = historyKeys(messages);
    for (let length = messages.length - 1; length > 0; length -= 1) {
      if (messages[length]?.role !== 'assistant') continue;
      const answer = answerIn(messages.slice(length));
      const found = this.#byHistory.get(keys[length - 1] ?? '')?.find((one) => one.answer === answer);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #begin(): Conversation {
    this.#count += 1;
    const begun = { number: this.#count, turns: new ConversationTurns(), ended: 0, historyKey: '', answer: '' };
    const oldest = this.#live.size < MAX_CONVERSATIONS ? undefined : this.#live.values().next().value;
    if (oldest !== undefined) this.#forget(oldest);
    return begun;
  }

  #remember(conversation: Conversation, call: PassedCall): void {
    this.#unindex(conversation);
    // Those that went on last are forgotten last.
    this.#live.delete(conversation);
    this.#live.add(conversation);
    if (call.conversation !== null) this.#named.set(call.conversation, conversation);
    for (const id of call.keptAs) this.#kept.set(id, conversation);
    conversation.historyKey = historyKeys(call.request.messages).at(-1) ?? '';
    conversation.answer = answerIn(call.answer.response === null ? [] : [call.answer.response]);
    const others = this.#byHistory.get(conversation.historyKey) ?? [];
    this.#byHistory.set(conversation.historyKey, [...others, conversation]);
  }

  #unindex(conversation: Conversation): void {
    const others = this.#byHistory.get(conversation.historyKey)?.filter((one) => one !== conversation) ?? [];
    if (others.length === 0) this.#byHistory.delete(conversation.historyKey);
    else this.#byHistory.set(conversation.historyKey, others);
  }

  #forget(conversation: Conversation): void {
    this.#unindex(conversation);
    this.#live.delete(conversation);
    for (const index of [this.#named, this.#kept])
      for (const [key, one] of index) if (one === conversation) index.delete(key);
  }
}

/** Of each beginning of the messages, the shortest first. */
function historyKeys(messages: readonly Message[]): readonly string[] {
  let key = '';
  return messages.map((message) => {
    key = sha256(`${key}${hashJson(message)}`);
    return key;
  });
}

/** The text and the calls of the assistant's messages that these begin with; some wires write one answer as several. */
function answerIn(messages: readonly Message[]): string {
  const end = messages.findIndex(({ role }) => role !== 'assistant');
  const parts = messages.slice(0, end === -1 ? undefined : end).flatMap((message) => message.parts);
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const ids = parts.flatMap((part) => (part.kind === 'tool_call' ? [part.id] : []));
  return JSON.stringify([texts.join('').trim(), ids]);
}

/**
 * Whether a name that a model was told may be that of a made call; 0 = it is not. Agents give tools of MCP servers, here
 * `server.tool`, names like `mcp__server__tool`, or leave the server out.
 */
function nameLikeness(told: string, made: string): number {
  if (told === made) return 3;
  const dot = made.indexOf('.');
  if (dot === -1) return 0;
  const [name, server, tool] = [told, made.slice(0, dot), made.slice(dot + 1)].map((text) => plain(text));
  if (name === undefined || server === undefined || tool === undefined) return 0;
  if (name === tool || name.endsWith(`_${server}_${tool}`) || name === `${server}_${tool}`) return 2;
  return name.endsWith(`_${tool}`) ? 1 : 0;
}

/** Model APIs allow few signs in names; agents put others in their place. */
function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]+/g, '_');
}
