import type { Json, JsonObject } from '../json.ts';
import { objectAt, objectsOf, textOf } from './parts.ts';
import type { AssembledStream } from './reader.ts';
import { frame, incomplete, present, readEvents } from './sse.ts';

/**
 * The closing event holds the whole response. `response.incomplete` is an answer too (a token limit, a filter: its status
 * says so); `response.failed` and `error` are none.
 */
export function assembleOpenaiResponses(sse: string): AssembledStream {
  const { events, broken } = readEvents(sse);
  const items = new Map<number, JsonObject>();
  for (const event of events) {
    const response = objectAt(event, 'response');
    switch (event.type) {
      case 'response.output_item.done': {
        const item = objectAt(event, 'item');
        if (item !== undefined && typeof event.output_index === 'number') items.set(event.output_index, item);
        break;
      }
      case 'response.completed':
      case 'response.incomplete':
        if (response === undefined) return incomplete(`${event.type} has no response`);
        return { kind: 'complete', body: { ...response, output: outputOf(response, items) } };
      case 'response.failed':
      case 'response.cancelled':
        return incomplete(`${event.type}: ${JSON.stringify(response?.error ?? null)}`);
      case 'error':
        return incomplete(`error event: ${JSON.stringify(event.error ?? event.message ?? null)}`);
    }
  }
  if (broken !== null) return incomplete(`an event is no JSON object: ${broken}`);
  return incomplete('response.completed is missing');
}

/** Some servers leave the output out of the closing event; the finished items stand for it then. */
function outputOf(response: JsonObject, items: ReadonlyMap<number, JsonObject>): readonly Json[] & Json[] {
  if (Array.isArray(response.output) && response.output.length > 0) return response.output;
  return [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** The events that clients build a response from: created, each item with its texts or arguments, the closing event. */
export function streamOpenaiResponses(body: JsonObject): string {
  const { usage: _, completed_at: __, incomplete_details: ___, ...started } = body;
  const begun: JsonObject = { ...started, status: 'in_progress', output: [] };
  const closing = closingEvent(body.status);
  const events: JsonObject[] = [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    ...objectsOf(body.output).flatMap(itemEvents),
    { type: closing, response: body },
  ];
  return events.map((event, place) => frame(textOf(event.type), { ...event, sequence_number: place })).join('');
}

function closingEvent(status: Json | undefined): string {
  return status === 'incomplete' || status === 'failed' ? `response.${status}` : 'response.completed';
}

function itemEvents(item: JsonObject, output_index: number): readonly JsonObject[] {
  return [
    { type: 'response.output_item.added', output_index, item: emptyItem(item) },
    ...(typeof item.id === 'string' ? contentEvents(item, { item_id: item.id, output_index }) : []),
    { type: 'response.output_item.done', output_index, item },
  ];
}

/** The item before its content came; items of types whose content is not streamed here begin whole. */
function emptyItem(item: JsonObject): JsonObject {
  const begun = present({ ...item, status: item.status === undefined ? undefined : 'in_progress' });
  // Without an id no event can name the item, so that it must begin whole.
  if (typeof item.id !== 'string') return item;
  switch (item.type) {
    case 'message':
      return { ...begun, content: [] };
    case 'reasoning':
      return { ...begun, summary: [] };
    case 'function_call':
      return { ...begun, arguments: '' };
    case 'custom_tool_call':
      return { ...begun, input: '' };
    default:
      return item;
  }
}

type Place = { readonly item_id: string; readonly output_index: number };

function contentEvents(item: JsonObject, place: Place): readonly JsonObject[] {
  switch (item.type) {
    case 'message':
      return objectsOf(item.content).flatMap((part, index) =>
        messagePartEvents(part, { ...place, content_index: index }),
      );
    case 'reasoning':
      return objectsOf(item.summary).flatMap((part, index) => summaryEvents(part, { ...place, summary_index: index }));
    case 'function_call':
      return [
        { type: 'response.function_call_arguments.delta', ...place, delta: item.arguments ?? '' },
        {
          type: 'response.function_call_arguments.done',
          ...place,
          arguments: item.arguments ?? '',
          ...present({ name: item.name }),
        },
      ];
    case 'custom_tool_call':
      return [
        { type: 'response.custom_tool_call_input.delta', ...place, delta: item.input ?? '' },
        { type: 'response.custom_tool_call_input.done', ...place, input: item.input ?? '' },
      ];
    default:
      return [];
  }
}

function messagePartEvents(part: JsonObject, place: JsonObject): readonly JsonObject[] {
  const refusal = part.type === 'refusal';
  const key = refusal ? 'refusal' : 'text';
  const text = part[key] ?? '';
  const logprobs: JsonObject = refusal ? {} : { logprobs: part.logprobs ?? [] };
  const name = refusal ? 'response.refusal' : 'response.output_text';
  const begun: JsonObject = refusal ? { ...part, refusal: '' } : { ...part, text: '', annotations: [] };
  return [
    { type: 'response.content_part.added', ...place, part: begun },
    { type: `${name}.delta`, ...place, delta: text, ...logprobs },
    { type: `${name}.done`, ...place, [key]: text, ...logprobs },
    { type: 'response.content_part.done', ...place, part },
  ];
}

function summaryEvents(part: JsonObject, place: JsonObject): readonly JsonObject[] {
  const text = part.text ?? '';
  return [
    { type: 'response.reasoning_summary_part.added', ...place, part: { ...part, text: '' } },
    { type: 'response.reasoning_summary_text.delta', ...place, delta: text },
    { type: 'response.reasoning_summary_text.done', ...place, text },
    { type: 'response.reasoning_summary_part.done', ...place, part },
  ];
}
