import { parse } from 'yaml';
import type { Json } from '../trace/index.ts';

/** A YAML text as JSON; null = it is none. Aliases without end are refused by the parser. */
export function yamlValue(text: string): Json {
  try {
    // Through JSON text, so that nothing is in it that JSON does not have.
    return JSON.parse(JSON.stringify(parse(text, { logLevel: 'silent' }) ?? null));
  } catch {
    return null; // not YAML: whoever asks says what it wanted there
  }
}
