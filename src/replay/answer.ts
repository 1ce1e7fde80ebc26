import type { JsonObject, Wire } from '../trace/index.ts';
import { assembleStream, isJsonObject, parseJson, streamOf } from '../trace/index.ts';

/** A provider's whole answer as it came: the bytes are replayed untouched to a client that asks for the same form. */
export interface Answer {
  readonly wire: Wire;
  readonly form: AnswerForm;
  readonly body: string;
  /** How long the provider took when the answer was drawn. */
  readonly durationMs: number;
}

export type AnswerForm = 'json' | 'stream';

export type ReadAnswer =
  | { readonly kind: 'whole'; readonly body: JsonObject }
  | { readonly kind: 'broken'; readonly reason: string };

/** The answer as the non-streaming body; broken where it is cut short or no JSON, and then it must not be stored. */
export function readAnswer(wire: Wire, form: AnswerForm, text: string): ReadAnswer {
  if (form === 'stream') {
    const assembled = assembleStream(wire, text);
    return assembled.kind === 'complete'
      ? { kind: 'whole', body: assembled.body }
      : { kind: 'broken', reason: assembled.reason };
  }
  const body = parseJson(text);
  return isJsonObject(body) ? { kind: 'whole', body } : { kind: 'broken', reason: 'the body is no JSON object' };
}

/** The bytes for a client that asked for `form`: the provider's own where it answered in that form. */
export function bytesFor(answer: Answer, body: JsonObject, form: AnswerForm): string {
  if (answer.form === form) return answer.body;
  return form === 'stream' ? streamOf(answer.wire, body) : JSON.stringify(body);
}

export function contentTypeOf(form: AnswerForm): string {
  return form === 'stream' ? 'text/event-stream; charset=utf-8' : 'application/json';
}
