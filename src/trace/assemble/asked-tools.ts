import type { Json } from '../json.ts';
import type { ObservedModelCall, ObservedToolOutcome } from '../observed.ts';
import type { Message, Part } from '../trajectory.ts';
import { callText } from './same-tool.ts';

type CallPart = Extract<Part, { kind: 'tool_call' }>;
type ResultPart = Extract<Part, { kind: 'tool_result' }>;

/** A tool call that a model asked for, as the messages tell it. */
export interface AskedTool {
  readonly id: string | null;
  readonly name: string;
  readonly arguments: Json;
  readonly scope: string;
  /** The model call that asked; where its answer was not recorded, the first one that was told of the call. */
  readonly model: ObservedModelCall;
  readonly wasTold: boolean;
  outcome: ObservedToolOutcome;
  answeredTo: ObservedModelCall | null;
  /** A tool span tells of it too. */
  isClaimed: boolean;
}

/**
 * Gathers the tool calls of a run from the messages of its model calls: what one answer asks for, the next request tells
 * with its result. A call that no recorded answer asked for is taken from the request that tells of it, if it belongs to
 * the turn at hand: those of older turns are of earlier runs. A call is known by its id and by how many calls had that id
 * before it in the conversation (some providers give none, some begin anew with each answer), within one agent's run
 * (`scope`). Time: linear in the messages.
 */
export class AskedTools {
  readonly all: AskedTool[] = [];
  readonly #byKey = new Map<string, AskedTool>();
  readonly #byCall = new Map<string, AskedTool[]>();
  #indexed = 0;
  readonly #told = new Set<AskedTool>();
  readonly #orphans = new Set<string>();
  /** The last one of each scope. */
  readonly #conversations = new Map<string, Conversation>();

  /** Results of calls that are recorded nowhere. */
  get orphanResults(): number {
    return this.#orphans.size;
  }

  /** Model calls must come in order. */
  add(model: ObservedModelCall, scope: string): void {
    if (model.input === null && model.output === null) return;
    const input = model.input ?? [];
    const conversation = this.#conversation(scope, input);
    const turn = input.findLastIndex(({ role }) => role === 'user');
    // What was told before tells nothing new, but for a result whose call came after it.
    for (const { key, part } of conversation.early) this.#answer(model, part, key);
    for (let index = conversation.length; index < input.length; index += 1) {
      for (const part of input[index]?.parts ?? []) {
        if (part.kind === 'tool_call') this.#tell(model, part, conversation, index > turn);
        if (part.kind === 'tool_result') this.#take(model, part, conversation);
      }
    }
    conversation.messages = input;
    for (const { key, part } of conversation.next(model.output?.parts ?? []))
      this.#ask(model, part, scope, { key, told: false });
  }

  /** The scope's conversation, where a request goes on with it, or a new one. */
  #conversation(scope: string, input: readonly Message[]): Conversation {
    const last = this.#conversations.get(scope);
    if (last?.isBeginningOf(input) === true) return last;
    const fresh = new Conversation(scope);
    this.#conversations.set(scope, fresh);
    return fresh;
  }

  /** A call as a request tells it: asked for before, under this id or another, or not known until now. */
  #tell(model: ObservedModelCall, part: CallPart, conversation: Conversation, isOfTurn: boolean): void {
    const key = conversation.call(part);
    const known = this.#byKey.get(key) ?? (isOfTurn ? this.#renamed(callText(conversation.scope, part)) : undefined);
    if (known === undefined) {
      if (isOfTurn) this.#ask(model, part, conversation.scope, { key, told: true });
      return;
    }
    this.#told.add(known);
    this.#byKey.set(key, known);
  }

  /** The same call under the id that a framework gave it in place of the provider's. Rare, so indexed when needed. */
  #renamed(text: string): AskedTool | undefined {
    for (; this.#indexed < this.all.length; this.#indexed += 1) {
      const asked = this.all[this.#indexed];
      if (asked !== undefined) pushTo(this.#byCall, callText(asked.scope, asked), asked);
    }
    const same = this.#byCall.get(text) ?? [];
    let first = same[0];
    for (; first !== undefined && this.#told.has(first); first = same[0]) same.shift();
    return first;
  }

  #ask(
    model: ObservedModelCall,
    part: CallPart,
    scope: string,
    how: { readonly key: string; readonly told: boolean },
  ): void {
    const asked: AskedTool = {
      id: part.id === '' ? null : part.id,
      name: part.name,
      arguments: part.arguments,
      scope,
      model,
      wasTold: how.told,
      outcome: { kind: 'unknown' },
      answeredTo: null,
      isClaimed: false,
    };
    this.all.push(asked);
    this.#byKey.set(how.key, asked);
    if (how.told) this.#told.add(asked);
  }

  #take(model: ObservedModelCall, part: ResultPart, conversation: Conversation): void {
    const key = conversation.result(part);
    const isAnswered = this.#answer(model, part, key);
    const isTold = conversation.tells(key);
    if (!isAnswered && !isTold) this.#orphans.add(key);
    if (!isAnswered || !isTold) conversation.early.push({ key, part });
  }

  /** Whether the call of a result is known. */
  #answer(model: ObservedModelCall, part: ResultPart, key: string): boolean {
    const asked = this.#byKey.get(key);
    if (asked?.answeredTo === null) {
      asked.outcome = { kind: part.isError ? 'error' : 'result', value: part.result };
      asked.answeredTo = model;
    }
    return asked !== undefined;
  }
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Names the calls and results of one request: the id, and how many had it before. */
class Conversation {
  readonly scope: string;
  /** Those that were walked. */
  messages: readonly Message[] = [];
  /** Results before whose place no call that is known is told, in order. */
  readonly early: { readonly key: string; readonly part: ResultPart }[] = [];
  readonly #calls = new Map<string, number>();
  readonly #results = new Map<string, number>();
  readonly #keys = new Set<string>();

  constructor(scope: string) {
    this.scope = scope;
  }

  get length(): number {
    return this.messages.length;
  }

  /** Messages that were read once have their parts in common. */
  isBeginningOf(input: readonly Message[]): boolean {
    return this.messages.every(({ parts }, index) => parts === input[index]?.parts);
  }

  call({ id }: CallPart): string {
    const key = this.#take(this.#calls, id);
    this.#keys.add(key);
    return key;
  }

  result({ id }: ResultPart): string {
    return this.#take(this.#results, id);
  }

  tells(key: string): boolean {
    return this.#keys.has(key);
  }

  /** The calls that an answer asks for, as the next request will tell them. */
  next(parts: readonly Part[]): readonly { readonly key: string; readonly part: CallPart }[] {
    const counts = new Map<string, number>();
    return parts.flatMap((part) => {
      if (part.kind !== 'tool_call') return [];
      const { id } = part;
      const before = counts.get(id) ?? this.#calls.get(id) ?? 0;
      counts.set(id, before + 1);
      return [{ key: this.#key(id, before), part }];
    });
  }

  #take(counts: Map<string, number>, id: string): string {
    const before = counts.get(id) ?? 0;
    counts.set(id, before + 1);
    return this.#key(id, before);
  }

  #key(id: string, before: number): string {
    return `${this.scope} ${id}#${before}`;
  }
}
