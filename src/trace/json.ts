import { hash } from 'node:crypto';
import { cut, messageOf } from '../errors.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * JSON with keys in UTF-16 code-unit order (as RFC 8785 has it) and no white space: equal values give equal text, so it
 * can be hashed. `undefined` members are dropped, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return arrayText(value, canonicalJson);
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
  return objectText(value, (_, member) => canonicalJson(member));
}

/** A JSON array of the texts that `write` gives for the items. */
export function arrayText<T>(items: readonly T[], write: (item: T) => string): string {
  let text = '[';
  for (const item of items) text += text === '[' ? write(item) : `,${write(item)}`;
  return `${text}]`;
}

/** A JSON object with sorted keys; a member for which `write` gives null is left out, as is one that is undefined. */
export function objectText(object: JsonObject, write: (key: string, member: Json) => string | null): string {
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    const written = member === undefined ? null : write(key, member);
    if (written !== null) text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${written}`;
  }
  return `${text}}`;
}

/** SHA-256 of UTF-8 text, 64 hex digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** SHA-256 of a value's canonical JSON, 64 hex digits. */
export function hashJson(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** Parsed JSON, or `undefined` where the text is none: foreign text is data, not an exception. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The same for text that Python may have written: `NaN` and `Infinity`, which its `json` writes although JSON has no such
 * thing, are read as null.
 */
export function parsePythonJson(text: string): Json | undefined {
  const value = parseJson(text);
  if (value !== undefined || !/NaN|Infinity/.test(text)) return value;
  let strict = '';
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    const after = quote === -1 ? text.length : stringEnd(text, quote);
    strict += text.slice(at, end).replaceAll(/-?\bInfinity\b|\bNaN\b/g, 'null') + text.slice(end, after);
    at = after;
  }
  return parseJson(strict);
}

/** Where the string that begins at a quote is over. */
function stringEnd(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** Why a text is no JSON, cut. */
export function jsonFault(text: string): string {
  try {
    JSON.parse(text);
    return 'it is JSON';
  } catch (error) {
    return cut(messageOf(error), 200);
  }
}

/**
 * Whether lists and objects stand in one another more than `levels` deep: what walks them by recursion must not be given it.
 * All JSON that stands in text comes by here, so no list of the members is made.
 */
export function nestedDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  const isDeeper = (member: Json | undefined): boolean =>
    typeof member === 'object' && member !== null && nestedDeeperThan(member, levels - 1);
  if (Array.isArray(value)) return value.some(isDeeper);
  for (const key in value) if (isDeeper(value[key])) return true;
  return false;
}
