import { hashJson, isJsonObject, type JsonObject } from './json.ts';
import type { MessageWire, Wire } from './trajectory.ts';
import { anthropicMessages } from './wires/anthropic-messages.ts';
import { assembleAnthropicMessages, streamAnthropicMessages } from './wires/anthropic-messages-stream.ts';
import { openaiChat } from './wires/openai-chat.ts';
import { assembleOpenaiChat, streamOpenaiChat } from './wires/openai-chat-stream.ts';
import { openaiEmbeddings } from './wires/openai-embeddings.ts';
import { openaiResponses } from './wires/openai-responses.ts';
import { assembleOpenaiResponses, streamOpenaiResponses } from './wires/openai-responses-stream.ts';
import type { AssembledStream, WireReader, WireRequest, WireResponse } from './wires/reader.ts';
import { changeToolResults, type ResultChange } from './wires/tool-results.ts';

const READERS: Readonly<Record<Wire, WireReader>> = {
  'openai-chat': openaiChat,
  'openai-responses': openaiResponses,
  'anthropic-messages': anthropicMessages,
  'openai-embeddings': openaiEmbeddings,
};

const ASSEMBLERS: Readonly<Record<MessageWire, (sse: string) => AssembledStream>> = {
  'openai-chat': assembleOpenaiChat,
  'openai-responses': assembleOpenaiResponses,
  'anthropic-messages': assembleAnthropicMessages,
};

const STREAMERS: Readonly<Record<MessageWire, (body: JsonObject) => string>> = {
  'openai-chat': streamOpenaiChat,
  'openai-responses': streamOpenaiResponses,
  'anthropic-messages': streamAnthropicMessages,
};

/** A request body as messages and tools; `problem` says why it is no model request at all. */
export function readRequest(wire: Wire, body: unknown): WireRequest | { readonly problem: string } {
  if (!isJsonObject(body)) return { problem: `expected a JSON object, received ${describe(body)}` };
  if (typeof body.model !== 'string') {
    return { problem: `expected "model" to be a string, received ${describe(body.model)}` };
  }
  return {
    wire,
    model: body.model,
    stream: wire !== 'openai-embeddings' && body.stream === true,
    ...READERS[wire].request(body),
  };
}

/**
 * The request with other tool results, which are counted as `readRequest` reads them. A value that is no text stands as
 * JSON; only Anthropic's wire has a mark for errors, on the others the text alone says it.
 */
export function withToolResults(
  request: WireRequest,
  body: JsonObject,
  change: ResultChange,
): { readonly request: WireRequest; readonly body: JsonObject } {
  const changed = changeToolResults(request.wire, body, change);
  return { request: { ...request, ...READERS[request.wire].request(changed) }, body: changed };
}

/** An answer body (the non-streaming form) as a message with its finish reason and token counts. */
export function readResponse(wire: Wire, body: JsonObject): WireResponse {
  return READERS[wire].response(body);
}

/**
 * The non-streaming body that raw server-sent events add up to. A stream that broke off, or that carries an error, is
 * `incomplete`: it is no answer and must not be stored.
 */
export function assembleStream(wire: MessageWire, sse: string): AssembledStream {
  return ASSEMBLERS[wire](sse);
}

/**
 * Raw server-sent events for a client that asks for a stream of a stored body. `assembleStream` of it reads as the body
 * does. What the body has not is left out, never written as null: some clients reject that.
 */
export function streamOf(wire: MessageWire, body: JsonObject): string {
  return STREAMERS[wire](body);
}

export function hashInstructions(request: WireRequest): string {
  return hashRepeated(request.instructions);
}

export function hashTools(request: WireRequest): string {
  return hashRepeated(request.tools);
}

/** Hashes by text. An agent sends the same instructions and tools with every call. */
const hashes = new Map<string, string>();
const MAX_HASHES = 64;

function hashRepeated(value: readonly object[]): string {
  const text = JSON.stringify(value);
  const known = hashes.get(text);
  if (known !== undefined) return known;
  if (hashes.size >= MAX_HASHES) hashes.clear();
  const hash = hashJson(value);
  hashes.set(text, hash);
  return hash;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
