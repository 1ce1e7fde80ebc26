import { decoded as decodedText } from '../dialects/decode.ts';
import type { Json } from '../json.ts';

/** A list, an object or a text that was written as JSON text, once or twice; any other text stays: "Paris", "42", "None". */
export function decoded(value: Json | undefined): Json {
  if (typeof value !== 'string') return value ?? null;
  return /^\s*[[{"]/.test(value) ? (decodedText(value) ?? value) : value;
}
