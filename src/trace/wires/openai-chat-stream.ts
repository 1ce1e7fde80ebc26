import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { listOf, objectAt, objectsOf, textOf } from './parts.ts';
import type { AssembledStream } from './reader.ts';
import { frame, incomplete, present, readEvents } from './sse.ts';

interface Choice {
  readonly message: Map<string, Json>;
  readonly calls: Map<number, JsonObject>;
  readonly logprobs: Map<string, Json>;
  finishReason: string | null;
}

/** Whole when every choice has its finish reason and the `[DONE]` marker came. */
export function assembleOpenaiChat(sse: string): AssembledStream {
  const { events, done, broken } = readEvents(sse);
  const head = new Map<string, Json>();
  const choices = new Map<number, Choice>();
  for (const chunk of events) {
    if (chunk.error !== undefined && chunk.error !== null)
      return incomplete(`error event: ${JSON.stringify(chunk.error)}`);
    for (const [key, value] of Object.entries(chunk)) {
      // Azure's first chunk has an empty id and model.
      if (key !== 'choices' && key !== 'obfuscation' && value !== null && value !== '') head.set(key, value);
    }
    for (const choice of objectsOf(chunk.choices)) addChoice(choices, choice);
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  if (choices.size === 0) return incomplete('no choice came');
  const open = [...choices].find(([, choice]) => choice.finishReason === null);
  if (open !== undefined) return incomplete(`choice ${open[0]} has no finish_reason`);
  if (!done) return incomplete('the [DONE] marker is missing');
  const body = { ...Object.fromEntries(head), object: 'chat.completion', choices: [...choices].map(choiceBody) };
  return { kind: 'complete', body };
}

function addChoice(choices: Map<number, Choice>, chunk: JsonObject): void {
  const index = typeof chunk.index === 'number' ? chunk.index : 0;
  const choice: Choice = choices.get(index) ?? {
    message: new Map(),
    calls: new Map(),
    logprobs: new Map(),
    finishReason: null,
  };
  choices.set(index, choice);
  choice.finishReason = textOf(chunk.finish_reason) ?? choice.finishReason;
  for (const [key, value] of Object.entries(objectAt(chunk, 'logprobs') ?? {})) append(choice.logprobs, key, value);
  for (const [key, value] of Object.entries(objectAt(chunk, 'delta') ?? {})) {
    if (key === 'tool_calls') for (const call of objectsOf(value)) addCall(choice.calls, call);
    else if (key === 'function_call' && isJsonObject(value))
      choice.message.set(key, mergedCall(choice.message.get(key), value));
    else if (key === 'role') choice.message.set(key, value);
    else append(choice.message, key, value);
  }
}

/** Texts and lists grow; of anything else the last one counts. Some servers mix texts and lists of parts in `content`. */
function append(target: Map<string, Json>, key: string, value: Json): void {
  const known = target.get(key);
  if (value === null) return;
  if (typeof known === 'string' && typeof value === 'string') target.set(key, known + value);
  else if (Array.isArray(known) || (typeof known === 'string' && Array.isArray(value))) {
    target.set(key, [...partsOf(known), ...partsOf(value)]);
  } else target.set(key, value);
}

function partsOf(value: Json): readonly Json[] {
  if (typeof value !== 'string') return Array.isArray(value) ? value : [value];
  return value === '' ? [] : [{ type: 'text', text: value }];
}

/** Servers that send each call whole may leave its index out. */
function addCall(calls: Map<number, JsonObject>, { index, ...call }: JsonObject): void {
  const place = typeof index === 'number' ? index : calls.size;
  const known = calls.get(place) ?? {};
  const merged: JsonObject = { ...known, ...withoutEmpty(call) };
  for (const key of ['function', 'custom']) {
    const part = objectAt(call, key);
    if (part !== undefined) merged[key] = mergedCall(known[key], part);
  }
  calls.set(place, merged);
}

/** The argument text grows; a name comes once, whole, and some servers repeat it or send it empty later. */
function mergedCall(known: Json | undefined, part: JsonObject): JsonObject {
  const merged: JsonObject = { ...(isJsonObject(known) ? known : {}), ...withoutEmpty(part) };
  for (const key of ['arguments', 'input']) {
    const before = isJsonObject(known) ? textOf(known[key]) : null;
    const text = textOf(part[key]);
    if (before !== null || text !== null) merged[key] = (before ?? '') + (text ?? '');
  }
  return merged;
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== ''));
}

function choiceBody([index, choice]: [number, Choice]): JsonObject {
  const calls = [...choice.calls].sort(([a], [b]) => a - b).map(([, call]) => call);
  const message: JsonObject = { role: 'assistant', content: null, ...Object.fromEntries(choice.message) };
  if (calls.length > 0) {
    // Before the first text some servers send an empty one.
    if (message.content === '') message.content = null;
    message.tool_calls = calls;
  }
  const logprobs = choice.logprobs.size === 0 ? {} : { logprobs: Object.fromEntries(choice.logprobs) };
  return { index, message, ...logprobs, finish_reason: choice.finishReason };
}

/**
 * One chunk with the message, one with the finish reason, `[DONE]`. The token counts stand on the finishing chunk, where
 * clients that asked for them find them and clients that did not are not surprised by a chunk without choices.
 */
export function streamOpenaiChat(body: JsonObject): string {
  const { choices: _, object: __, usage, ...rest } = body;
  const head = { ...present(rest), object: 'chat.completion.chunk' };
  const choices = objectsOf(body.choices);
  const deltas = choices.map((choice, place) => ({
    ...placeOf(choice, place),
    delta: deltaOf(objectAt(choice, 'message') ?? {}),
    ...present({ logprobs: choice.logprobs }),
    finish_reason: null,
  }));
  const ends = choices.map((choice, place) => ({
    ...placeOf(choice, place),
    delta: {},
    finish_reason: choice.finish_reason ?? null,
  }));
  return [
    frame(null, { ...head, choices: deltas }),
    frame(null, { ...head, choices: ends, ...present({ usage }) }),
    'data: [DONE]\n\n',
  ].join('');
}

function placeOf(choice: JsonObject, place: number): { index: Json } {
  return { index: choice.index ?? place };
}

function deltaOf(message: JsonObject): JsonObject {
  const calls = listOf(message.tool_calls).map((call, index) => (isJsonObject(call) ? { index, ...call } : call));
  return { ...present(message), ...(calls.length === 0 ? {} : { tool_calls: calls }) };
}
