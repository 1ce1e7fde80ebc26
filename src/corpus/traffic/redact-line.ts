import { type Json, mayHoldSecret, nestedDeeperThan, redactJson } from '../../trace/index.ts';

/** Redaction walks a value by recursion. */
const MAX_LEVELS = 500;

/**
 * The JSON of a record without keys and tokens; what holds none stays the text it is.
 * @throws RangeError where it is nested too deep to be looked through.
 */
export function redactLine(text: string): string {
  if (!mayHoldSecret(text)) return text;
  const value: Json = JSON.parse(text);
  if (nestedDeeperThan(value, MAX_LEVELS)) throw new RangeError('nested too deep to be redacted');
  const redacted = redactJson(value);
  return redacted.found === 0 ? text : JSON.stringify(redacted.value);
}
