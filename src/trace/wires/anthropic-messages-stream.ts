import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { listOf, objectAt, objectsOf, textOf } from './parts.ts';
import type { AssembledStream } from './reader.ts';
import { frame, incomplete, present, readEvents } from './sse.ts';

interface Draft {
  message: JsonObject;
  readonly blocks: Map<number, JsonObject>;
  /** The argument text of tool blocks, by index. */
  readonly inputs: Map<number, string>;
}

/** Whole when `message_stop` came and the message has its stop reason. */
export function assembleAnthropicMessages(sse: string): AssembledStream {
  const { events, broken } = readEvents(sse);
  let draft: Draft | null = null;
  for (const event of events) {
    if (event.type === 'error') return incomplete(`error event: ${JSON.stringify(event.error ?? null)}`);
    if (event.type === 'message_start') {
      const started = startOf(event, draft);
      if (started === null) return incomplete('a second message began inside the first one');
      draft = started;
    } else if (event.type === 'message_stop') {
      return draft === null ? incomplete('message_stop before message_start') : finished(draft);
    } else if (draft !== null) addEvent(draft, event);
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  return incomplete('message_stop is missing');
}

/** A start that is repeated before any content came is the same message; later it is another one, and nothing is whole. */
function startOf(event: JsonObject, draft: Draft | null): Draft | null {
  if (draft !== null && draft.blocks.size > 0) return null;
  const message = objectAt(event, 'message') ?? {};
  // A message prefilled by the provider carries its first blocks here.
  return { message, blocks: new Map(objectsOf(message.content).entries()), inputs: new Map() };
}

function addEvent(draft: Draft, event: JsonObject): void {
  const index = typeof event.index === 'number' ? event.index : 0;
  switch (event.type) {
    case 'content_block_start':
      draft.blocks.set(index, objectAt(event, 'content_block') ?? {});
      break;
    case 'content_block_delta':
      addDelta(draft, index, objectAt(event, 'delta') ?? {});
      break;
    case 'message_delta': {
      const { type: _, delta, usage, ...rest } = event;
      draft.message = { ...draft.message, ...rest, ...(isJsonObject(delta) ? delta : {}) };
      // The counts are totals so far; what the later event leaves out stays.
      if (isJsonObject(usage)) draft.message.usage = { ...objectAt(draft.message, 'usage'), ...present(usage) };
      break;
    }
  }
}

/** Texts of any name grow (text, thinking, signature ...); citations are a list; arguments are JSON in pieces. */
function addDelta(draft: Draft, index: number, { type, ...delta }: JsonObject): void {
  const block: JsonObject = { ...draft.blocks.get(index) };
  if (type === 'input_json_delta') {
    draft.inputs.set(index, (draft.inputs.get(index) ?? '') + (textOf(delta.partial_json) ?? ''));
  } else if (type === 'citations_delta' && delta.citation !== undefined) {
    block.citations = [...listOf(block.citations), delta.citation];
  } else {
    for (const [key, value] of Object.entries(delta)) {
      const known = block[key];
      if (value !== null) block[key] = typeof value === 'string' && typeof known === 'string' ? known + value : value;
    }
  }
  draft.blocks.set(index, block);
}

function finished(draft: Draft): AssembledStream {
  if (typeof draft.message.stop_reason !== 'string') return incomplete('the message has no stop_reason');
  const content = [...draft.blocks]
    .sort(([a], [b]) => a - b)
    .map(([index, block]): Json => {
      const input = draft.inputs.get(index) ?? '';
      // Arguments cut by the token limit are no JSON: they stay the text that the model wrote.
      return input === '' ? block : { ...block, input: parseJson(input) ?? input };
    });
  return { kind: 'complete', body: { ...draft.message, content } };
}

/** message_start, each block, message_delta, message_stop: the order that the official client insists on. */
export function streamAnthropicMessages(body: JsonObject): string {
  const { content: _, stop_reason, stop_sequence, usage, ...rest } = body;
  const counts = present({ usage });
  const start = { ...present(rest), content: [], stop_reason: null, stop_sequence: null, ...counts };
  const events: JsonObject[] = [
    { type: 'message_start', message: start },
    ...objectsOf(body.content).flatMap(blockEvents),
    {
      type: 'message_delta',
      delta: { stop_reason: stop_reason ?? null, stop_sequence: stop_sequence ?? null },
      ...counts,
    },
    { type: 'message_stop' },
  ];
  return events.map((event) => frame(textOf(event.type), event)).join('');
}

function blockEvents(block: JsonObject, index: number): readonly JsonObject[] {
  const { begun, deltas } = blockParts(block);
  return [
    { type: 'content_block_start', index, content_block: begun },
    ...deltas.map((delta): JsonObject => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

/** What a block begins with and what is added to it; blocks of types that are not streamed begin whole. */
function blockParts(block: JsonObject): { begun: JsonObject; deltas: readonly JsonObject[] } {
  switch (block.type) {
    case 'text': {
      const { citations, ...begun } = present(block);
      const cited = listOf(citations).map((citation): JsonObject => ({ type: 'citations_delta', citation }));
      return { begun: { ...begun, text: '' }, deltas: [{ type: 'text_delta', text: block.text ?? '' }, ...cited] };
    }
    case 'thinking': {
      const { signature, ...begun } = present(block);
      const signed: JsonObject[] = signature === undefined ? [] : [{ type: 'signature_delta', signature }];
      return {
        begun: { ...begun, thinking: '', signature: '' },
        deltas: [{ type: 'thinking_delta', thinking: block.thinking ?? '' }, ...signed],
      };
    }
    case 'tool_use':
    case 'server_tool_use': {
      const input = block.input ?? {};
      const partial_json = typeof input === 'string' ? input : JSON.stringify(input);
      return { begun: { ...present(block), input: {} }, deltas: [{ type: 'input_json_delta', partial_json }] };
    }
    default:
      return { begun: block, deltas: [] };
  }
}
