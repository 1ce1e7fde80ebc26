import type { RecordedStep } from '../corpus/index.ts';
import type { Call, Message, ModelCall, Part, ToolOutcome, WireRequest } from '../trace/index.ts';

/** A request that a running agent's provider answered. */
export interface PassedCall {
  readonly request: WireRequest;
  readonly requestKey: string | null;
  readonly answer: Pick<ModelCall, 'response' | 'usage'>;
  /** Ids of what the provider keeps: those that the request continues, and those under which the answer is kept. */
  readonly continues: readonly string[];
  readonly keptAs: readonly string[];
  /** What the user says tells conversations apart; null = it is not on this request. */
  readonly conversation: string | null;
}

/** What an agent did from a user's turn to its answer. */
export interface Turn {
  /** User turns and the agent's final texts before and at this turn. */
  readonly input: { readonly messages: readonly SaidMessage[] };
  readonly steps: readonly RecordedStep[];
  readonly output: string;
  readonly model: string;
}

interface SaidMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export type TurnEnd =
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** The agent is not through with it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly reason: string };

/** A tool call that the agent made through pawl, by the name that it has there. */
export interface KnownCall {
  readonly call: Call;
  readonly outcome: Exclude<ToolOutcome, { kind: 'missing' }>;
}

/** What became of a call that a model asked for; null = the agent made none like that through pawl. */
type KnownCalls = (asked: Call) => KnownCall | null;

interface OpenTurn {
  readonly messages: readonly SaidMessage[];
  readonly steps: RecordedStep[];
  readonly pending: Map<string, Call>;
  readonly model: string;
}

/**
 * One conversation: cuts the calls that pass into turns of the agent. A turn begins with a user's message and ends with an
 * answer after which no tool call waits for its result; what passes between, a sub-agent's requests too, belongs to it.
 */
export class ConversationTurns {
  #said: readonly SaidMessage[] = [];
  #open: OpenTurn | null = null;

  isOpen(): boolean {
    return this.#open !== null;
  }

  add(call: PassedCall, known: KnownCalls): TurnEnd {
    const { messages } = call.request;
    const results = messages.flatMap(({ parts }) => parts.filter((part) => part.kind === 'tool_result'));
    const open = this.#open ?? this.#openTurn(call);
    if (open === null) return { kind: 'lost', reason: whyNoTurn(messages) };
    this.#open = open;
    for (const result of results) takeResult(open, result, known);
    const { model } = call.request;
    const { response, usage } = call.answer;
    open.steps.push({ kind: 'model_call', model, requestKey: call.requestKey, response, usage });
    for (const part of response?.parts ?? [])
      if (part.kind === 'tool_call') open.pending.set(part.id, { name: part.name, arguments: part.arguments });
    if (open.pending.size > 0) return { kind: 'open' };
    const output = textOf(response?.parts ?? []);
    this.#said = [...open.messages, { role: 'assistant', content: output }];
    this.#open = null;
    return { kind: 'turn', turn: { input: { messages: open.messages }, steps: open.steps, output, model: open.model } };
  }

  #openTurn({ request, continues }: PassedCall): OpenTurn | null {
    const { messages, model } = request;
    if (messages.at(-1)?.role !== 'user' || messages.some(hasOther)) return null;
    const texts = saidIn(messages);
    return {
      messages: continues.length > 0 ? [...this.#said, ...texts] : texts,
      steps: [],
      pending: new Map(),
      model,
    };
  }
}

function takeResult(open: OpenTurn, result: Part & { readonly kind: 'tool_result' }, known: KnownCalls): void {
  const call = open.pending.get(result.id);
  if (call === undefined) return;
  open.pending.delete(result.id);
  const onTheWire = { kind: result.isError ? 'error' : 'result', value: result.result } as const;
  const made = known(call) ?? { call, outcome: onTheWire };
  open.steps.push({ kind: 'tool_call', name: made.call.name, arguments: call.arguments, outcome: made.outcome });
}

function whyNoTurn(messages: readonly Message[]): string {
  if (messages.some(hasOther)) return 'its messages hold what a case cannot (an image, a file)';
  return 'it had begun before pawl listened';
}

function hasOther({ role, parts }: Message): boolean {
  return role === 'user' && parts.some((part) => part.kind === 'other');
}

/** The user's turns and the assistant's final texts: what it said between tool calls is its own way there. */
function saidIn(messages: readonly Message[]): readonly SaidMessage[] {
  return messages.flatMap(({ role, parts }, index): readonly SaidMessage[] => {
    if (role === 'user') return [{ role, content: textOf(parts) }];
    const isFinal = messages[index + 1]?.role === 'user' && parts.every((part) => part.kind !== 'tool_call');
    return role === 'assistant' && isFinal ? [{ role, content: textOf(parts) }] : [];
  });
}

function textOf(parts: readonly Part[]): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('');
}
