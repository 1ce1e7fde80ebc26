import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { listOf, objectAt, textOf, usageOf } from './parts.ts';
import type { WireReader } from './reader.ts';

/** POST /embeddings: a model call without messages. */
export const openaiEmbeddings: WireReader = {
  request: () => ({ instructions: [], messages: [], tools: [] }),
  response: (body) => ({
    id: null,
    model: textOf(body.model),
    message: null,
    finishReason: null,
    usage: usageOf({ input: objectAt(body, 'usage')?.prompt_tokens, output: undefined, cached: undefined }),
  }),
};

/** How an answer writes its vectors; like `stream`, it changes how the answer travels and not what it says. */
export type EmbeddingEncoding = 'float' | 'base64';

export function embeddingEncoding(request: JsonObject): EmbeddingEncoding {
  return request.encoding_format === 'base64' ? 'base64' : 'float';
}

/** The answer with its vectors in this encoding; the same object where they are in it already. */
export function embeddingsAs(encoding: EmbeddingEncoding, body: JsonObject): JsonObject {
  let changed = false;
  const data = listOf(body.data).map((item): Json => {
    const embedding = isJsonObject(item) ? encoded(encoding, item.embedding) : null;
    if (!isJsonObject(item) || embedding === null) return item;
    changed = true;
    return { ...item, embedding };
  });
  return changed ? { ...body, data } : body;
}

/** null = it is in this encoding, or it is no vector. */
function encoded(encoding: EmbeddingEncoding, embedding: Json | undefined): Json | null {
  if (encoding === 'float') return typeof embedding === 'string' ? floatsOf(embedding) : null;
  if (!Array.isArray(embedding) || !embedding.every((one) => typeof one === 'number')) return null;
  const bytes = Buffer.alloc(embedding.length * 4);
  for (const [index, one] of embedding.entries()) bytes.writeFloatLE(one, index * 4);
  return bytes.toString('base64');
}

/** Base64 of 32-bit floats, little-endian. */
function floatsOf(text: string): number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => shortest(bytes.readFloatLE(index * 4)));
}

/** The shortest decimal that is this 32-bit float, as a provider writes it: as a double it would have 17 digits. */
function shortest(float: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return Number(float.toPrecision(9));
}
