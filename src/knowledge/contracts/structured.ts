import { parse } from 'yaml';
import { isJsonObject, type Json, nestedDeeperThan, parseJson, parsePythonJson } from '../../trace/index.ts';

/** Longer texts are compared as texts. */
const MAX_CHARS = 200_000;
const MAX_LEVELS = 64;

/** The first line of a block of records: `- name: value` or `name: value`, and more lines below it. */
const RECORDS = /^(?:- )?[A-Za-z_][\w-]*:(?: .*)?\n(?:\s*(?:- |[A-Za-z_][\w-]*:)|\s+\S)/;
const NO_VALUE = new Set(['', 'null', 'none', 'nil', 'undefined', '[]', '{}']);

/** What a tool's result says where it is a text that holds data: JSON, a Python literal, or records as YAML has them. Else the value as it is. */
export function structured(value: Json): Json {
  if (typeof value !== 'string' || value.length > MAX_CHARS) return value;
  const text = value.trim();
  const data = /^[[{]/.test(text) ? written(text) : RECORDS.test(text) ? records(text) : undefined;
  return data === undefined || nestedDeeperThan(data, MAX_LEVELS) ? value : data;
}

/** Nothing came back, however the tool writes that. */
export function isEmpty(value: Json): boolean {
  if (typeof value === 'string') return NO_VALUE.has(value.trim().toLowerCase());
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

function written(text: string): Json | undefined {
  return parseJson(text) ?? parsePythonJson(text);
}

/** Dates stay the texts that they are written as, so that a date's form is no type. */
function records(text: string): Json | undefined {
  try {
    const read: unknown = parse(text, { schema: 'core', maxAliasCount: 0, logLevel: 'silent' });
    return typeof read === 'object' && read !== null ? parseJson(JSON.stringify(read)) : undefined;
  } catch {
    return undefined; // prose that only looked like records
  }
}
