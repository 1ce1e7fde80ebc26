import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message, Part, ToolDefinition } from '../trajectory.ts';
import { messageOf, objectAt, textParts } from '../wires/parts.ts';
import { isCall, isResult } from './calls.ts';
import { decoded } from './decode.ts';
import { entryMessages, isMessage } from './message.ts';
import { contentParts, isBlock } from './parts.ts';
import { readTools, toolOfMessage } from './tools.ts';

/** What somebody recorded as the input or the output of a model call. `tools` null = nothing is said of tools. */
interface RecordedMessages {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolDefinition[] | null;
}

type RecordedSide = 'input' | 'output';

/**
 * Members of a request, or of an answer, that lead to its messages, the surest first: OpenAI, Anthropic, Gemini, Google
 * ADK, LangChain and LangGraph, LangSmith, the AI SDK.
 */
const MEMBERS: Readonly<Record<RecordedSide, readonly string[]>> = {
  input: ['messages', 'input', 'contents', 'new_message', 'prompts', 'prompt', 'inputs', 'message'],
  output: ['choices', 'candidates', 'generations', 'output', 'messages', 'message', 'content', 'outputs', 'text'],
};

/** Members of a request that hold the system's instructions beside the messages. */
const INSTRUCTIONS = ['system', 'instructions', 'system_instruction', 'systemInstruction'] as const;

const MAX_ENVELOPES = 6;

/**
 * Messages out of whatever a tracer recorded as a model's input or output: a provider's request or answer, a framework's
 * state, messages alone, a plain text (which is the user's, or the assistant's). JSON may be encoded up to twice. null
 * where nothing in the value is a message: it is data of some other kind.
 */
export function readMessages(value: Json | undefined, side: RecordedSide): RecordedMessages | null {
  return readValue(decoded(value), side, 0);
}

/** What was put to a model: a text that holds no messages, be it JSON, is a prompt. */
export function readPrompt(value: Json | undefined): RecordedMessages | null {
  return readMessages(value, 'input') ?? (typeof value === 'string' ? textMessage(value, 'input') : null);
}

/** What a model answered, as one message: texts, reasoning and calls in order. JSON that is no message is its text. */
export function readAnswer(value: Json | undefined): Message | null {
  const written = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return assistantMessage(readMessages(value, 'output') ?? (isEmpty(value) ? null : textMessage(written, 'output')));
}

/** The assistant's messages as one. */
export function assistantMessage(read: RecordedMessages | null): Message | null {
  const said = read?.messages.filter((message) => message.role === 'assistant') ?? [];
  return said.length === 0 ? null : { role: 'assistant', parts: said.flatMap((message) => message.parts) };
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function textMessage(text: string, side: RecordedSide): RecordedMessages | null {
  return text === '' ? null : { messages: messageOf(roleOf(side), textParts(text)), tools: null };
}

function roleOf(side: RecordedSide): Message['role'] {
  return side === 'input' ? 'user' : 'assistant';
}

function readValue(value: Json, side: RecordedSide, envelopes: number): RecordedMessages | null {
  if (typeof value === 'string') return textMessage(value, side);
  if (envelopes > MAX_ENVELOPES) return null;
  if (Array.isArray(value)) return readList(value, side, envelopes);
  if (!isJsonObject(value)) return null;
  if (isMessage(value) || isResult(value) || isCall(value)) {
    return { messages: entryMessages(value, roleOf(side), NO_CALLS), tools: null };
  }
  return readEnvelope(value, side, envelopes);
}

function readList(list: readonly Json[], side: RecordedSide, envelopes: number): RecordedMessages | null {
  const first = list[0];
  if (first === undefined) return { messages: [], tools: null };
  // Of a batch of prompts the first is read.
  if (Array.isArray(first)) return readValue(first, side, envelopes + 1);
  if (!list.some((item) => isMessage(item) || isItem(item))) return null;
  const conversation = new Conversation();
  for (const item of list) {
    if (toolOfMessage(item) === null) conversation.add(item, roleOf(side));
  }
  const tools = list.map(toolOfMessage).filter((tool) => tool !== null);
  return { messages: conversation.messages, tools: tools.length === 0 ? null : readTools(tools) };
}

/** An item of OpenAI's responses: its calls and reasoning stand beside the messages, not inside. */
function isItem(item: Json): boolean {
  return isJsonObject(item) && !isMessage(item) && (isBlock(item) || item.type === 'message');
}

const NO_CALLS: ReadonlyMap<string, string> = new Map();

/** The messages of a list; the items of one assistant turn are one message. */
class Conversation {
  readonly messages: { readonly role: Message['role']; readonly parts: Part[] }[] = [];
  /** The last call of each tool. */
  readonly #calls = new Map<string, string>();

  add(item: Json, role: Message['role']): void {
    for (const message of entryMessages(item, role, this.#calls)) {
      const last = this.messages.at(-1);
      const goesOn = isItem(item) && last?.role === 'assistant' && message.role === 'assistant';
      if (goesOn) last.parts.push(...message.parts);
      else this.messages.push({ role: message.role, parts: [...message.parts] });
      for (const part of message.parts) if (part.kind === 'tool_call') this.#calls.set(part.name, part.id);
    }
  }
}

function readEnvelope(value: JsonObject, side: RecordedSide, envelopes: number): RecordedMessages | null {
  const config = objectAt(value, 'config');
  const tools = readTools(value.tools ?? value.functions ?? config?.tools);
  for (const name of MEMBERS[side]) {
    const read = memberOf(value, name, side, envelopes);
    if (read !== null) {
      const messages = side === 'input' ? [...instructionsOf(value, config), ...read.messages] : read.messages;
      return { messages, tools: tools ?? read.tools };
    }
  }
  return null;
}

/** Of several choices the first is read, and of the generations of a batch. */
const CHOICES = new Set(['choices', 'candidates', 'generations']);

function firstOf(value: Json): Json {
  let item = value;
  for (let depth = 0; Array.isArray(item) && depth < MAX_ENVELOPES; depth += 1) item = item[0] ?? null;
  return item;
}

function memberOf(value: JsonObject, name: string, side: RecordedSide, envelopes: number): RecordedMessages | null {
  const written = value[name] ?? null;
  const member = decoded(written);
  if (CHOICES.has(name)) return readValue(firstOf(member), side, envelopes + 1);
  if (Array.isArray(member)) {
    const isTexts = member.length > 0 && member.every((item) => typeof item === 'string');
    if (isTexts) return { messages: messageOf(roleOf(side), contentParts(member)), tools: null };
    return readList(member, side, envelopes + 1);
  }
  // JSON in a text that holds no messages is what was said.
  return readValue(member, side, envelopes + 1) ?? (typeof written === 'string' ? textMessage(written, side) : null);
}

function instructionsOf(value: JsonObject, config: JsonObject | undefined): readonly Message[] {
  return INSTRUCTIONS.flatMap((name) => messageOf('system', contentParts(value[name] ?? config?.[name])));
}
