import { createParser } from 'eventsource-parser';
import { cut } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { AssembledStream } from './reader.ts';

/** Server-sent events as a provider sent them. */
interface SseEvents {
  /** The JSON objects of the events' data, up to the `[DONE]` marker. */
  readonly events: readonly JsonObject[];
  /** The `[DONE]` marker of the OpenAI chat wire was there. */
  readonly done: boolean;
  /** The first data that is no JSON object: the stream broke off inside it, or it is no such stream. */
  readonly broken: string | null;
}

export function readEvents(sse: string): SseEvents {
  const events: JsonObject[] = [];
  let done = false;
  let broken: string | null = null;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') done = true;
      if (done || broken !== null) return;
      const value = parseJson(data);
      if (isJsonObject(value)) events.push(value);
      else broken = data;
    },
  });
  // The last event of a stream may lack its blank line; one that was cut inside its data is no JSON then.
  parser.feed(`${sse}\n\n`);
  return { events, done, broken };
}

/** One event; `name` is null on the chat wire, whose events have none. */
export function frame(name: string | null, data: JsonObject): string {
  return `${name === null ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** The object without the members that are absent or null. */
export function present(object: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: [string, Json][] = [];
  for (const [key, value] of Object.entries(object)) if (value !== undefined && value !== null) kept.push([key, value]);
  return Object.fromEntries(kept);
}

export function incomplete(reason: string): AssembledStream {
  return { kind: 'incomplete', reason: cut(reason, 300) };
}
