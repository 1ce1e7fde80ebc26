import { isJsonObject, type Json, parseJson } from './json.ts';

const MAX_SHAPE_LEVELS = 8;

/** The shape of a value: `{"eta":"string","items":[{"n":"number"}]}`. A text that is JSON counts as what it says. */
export function jsonShape(value: Json): string {
  return shapeOf(typeof value === 'string' ? (parsedObject(value) ?? value) : value, 0);
}

function parsedObject(text: string): Json | undefined {
  const first = text.trimStart()[0];
  return first === '{' || first === '[' ? parseJson(text) : undefined;
}

function shapeOf(value: Json, level: number): string {
  if (Array.isArray(value)) {
    if (level >= MAX_SHAPE_LEVELS) return '"array"';
    return `[${[...new Set(value.map((item) => shapeOf(item, level + 1)))].sort().join(',')}]`;
  }
  if (isJsonObject(value)) {
    if (level >= MAX_SHAPE_LEVELS) return '"object"';
    const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${shapeOf(item, level + 1)}`);
    return `{${members.sort().join(',')}}`;
  }
  return value === null ? '"null"' : `"${typeof value}"`;
}
