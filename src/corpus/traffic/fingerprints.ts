import {
  canonicalJson,
  type Json,
  jsonShape,
  nestedDeeperThan,
  type ObservedModelCall,
  type ObservedToolCall,
  sha256,
} from '../../trace/index.ts';

/** Hexadecimal digits of a SHA-256: enough to tell the values of a store apart, short enough for a row each. */
const DIGITS = 16;
const MAX_LEVELS = 200;

/** null = nested so deep that nobody compares it. */
export function fingerprintOf(value: Json): string | null {
  return nestedDeeperThan(value, MAX_LEVELS) ? null : sha256(canonicalJson(value)).slice(0, DIGITS);
}

/** Of the system messages; null where the call kept no input. */
export function promptFingerprint({ input }: ObservedModelCall): string | null {
  if (input === null) return null;
  const texts = input
    .filter(({ role }) => role === 'system')
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])));
  return sha256(texts.join('\n')).slice(0, DIGITS);
}

/** Of the tool definitions, in whatever order they were sent; null where the call kept none. */
export function toolsFingerprint({ tools }: ObservedModelCall): string | null {
  if (tools === null) return null;
  const texts = tools.map(({ name, description, parameters }) => canonicalJson({ name, description, parameters }));
  return sha256(texts.sort().join('\n')).slice(0, DIGITS);
}

export function resultShape({ outcome }: ObservedToolCall): string | null {
  if (outcome.kind !== 'result') return null;
  return jsonShape(outcome.value);
}

export function shapeFingerprint(shape: string): string {
  return sha256(shape).slice(0, DIGITS);
}
