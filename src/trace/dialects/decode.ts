import { isJsonObject, type Json, type JsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { resultOf, resultOfBlocks, textOf } from '../wires/parts.ts';

/** Text that would become deeper JSON than this stays text: what walks values by recursion must be able to. */
const MAX_LEVELS = 64;

/** JSON that stands in text, once or twice encoded; `undefined` where the text is none. Some exporters encode twice. */
export function decoded(text: string): Json | undefined {
  const once = parsed(text);
  return typeof once === 'string' ? (parsed(once) ?? once) : once;
}

/** A tool's arguments; null = not kept. Text that is no JSON stays as the model wrote it; the empty text is no arguments. */
export function argumentsFrom(value: Json | undefined): Json {
  if (typeof value !== 'string') return value ?? null;
  return value.trim() === '' ? {} : (decoded(value) ?? value);
}

/**
 * A tool's result. Text that is a JSON object or list is read as such, be it encoded twice, and so are lists of text
 * blocks; any other text, numbers too, stays as it came.
 */
export function resultFrom(value: Json | undefined): Json {
  if (typeof value === 'string') {
    const inner = value.startsWith('"') ? parsed(value) : undefined;
    return blocksOf(shallow(typeof inner === 'string' ? inner : value));
  }
  return blocksOf(value ?? null);
}

function shallow(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  const result = resultOf(text);
  return isTooDeep(text, result) ? text : result;
}

/** A list of text blocks is their text, and Bedrock's `[{json}]` its value; other lists stay. */
function blocksOf(value: Json): Json {
  if (!Array.isArray(value) || value.length === 0) return value;
  const [first] = value;
  if (value.length === 1 && isJsonObject(first) && isOnly(first, 'json')) return first.json ?? null;
  return value.every(isTextBlock) ? resultOfBlocks(value) : value;
}

function isTextBlock(block: Json): boolean {
  return isJsonObject(block) && textOf(block.text) !== null && (block.type === 'text' || isOnly(block, 'text'));
}

function isOnly(block: JsonObject, name: string): boolean {
  return block[name] !== undefined && Object.keys(block).length === 1;
}

/** What cannot be JSON is not tried: a fault costs far more than a look at the beginning. */
function parsed(text: string): Json | undefined {
  if (!/^\s*(?:[[{"\-\d]|true\s*$|false\s*$|null\s*$)/.test(text)) return undefined;
  const value = parseJson(text);
  return value !== undefined && isTooDeep(text, value) ? undefined : value;
}

/** Each level takes two characters at least, so that short text need not be walked. */
function isTooDeep(text: string, value: Json): boolean {
  return text.length > 2 * MAX_LEVELS && nestedDeeperThan(value, MAX_LEVELS);
}
