import type { EmbeddingEncoding, JsonObject, Wire } from '../trace/index.ts';
import { assembleStream, embeddingsAs, isJsonObject, parseJson, streamOf } from '../trace/index.ts';

/** A provider's whole answer as it came: the bytes are replayed untouched to a client that asks for the same form. */
export interface Answer {
  readonly wire: Wire;
  readonly form: AnswerForm;
  readonly body: string;
  /** How long the provider took when the answer was drawn. */
  readonly durationMs: number;
}

export type AnswerForm = 'json' | 'stream';

/** What a client asked for; `encoding` is null for all but embeddings. */
export interface AskedForm {
  readonly form: AnswerForm;
  readonly encoding: EmbeddingEncoding | null;
}

export type ReadAnswer =
  | { readonly kind: 'whole'; readonly body: JsonObject }
  | { readonly kind: 'broken'; readonly reason: string };

/** The answer as the non-streaming body; broken where it is cut short or no JSON, and then it must not be stored. */
export function readAnswer(wire: Wire, form: AnswerForm, text: string): ReadAnswer {
  if (form === 'stream' && wire !== 'openai-embeddings') {
    const assembled = assembleStream(wire, text);
    return assembled.kind === 'complete'
      ? { kind: 'whole', body: assembled.body }
      : { kind: 'broken', reason: assembled.reason };
  }
  const body = parseJson(text);
  return isJsonObject(body) ? { kind: 'whole', body } : { kind: 'broken', reason: 'the body is no JSON object' };
}

/** The bytes for a client that asked for this form: the provider's own where it answered so. */
export function bytesFor(answer: Answer, body: JsonObject, { form, encoding }: AskedForm): string {
  const { wire } = answer;
  const said = encoding === null ? body : embeddingsAs(encoding, body);
  if (answer.form === form && said === body) return answer.body;
  return form === 'stream' && wire !== 'openai-embeddings' ? streamOf(wire, said) : JSON.stringify(said);
}

export function contentTypeOf(form: AnswerForm): string {
  return form === 'stream' ? 'text/event-stream; charset=utf-8' : 'application/json';
}
