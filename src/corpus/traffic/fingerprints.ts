import {
  canonicalJson,
  type Json,
  jsonShape,
  nestedDeeperThan,
  type ObservedModelCall,
  type ObservedToolCall,
  sha256,
  type ToolDefinition,
} from '../../trace/index.ts';

/** Hexadecimal digits of a SHA-256: enough to tell the values of a store apart, short enough for a row each. */
const DIGITS = 16;
const MAX_LEVELS = 200;

/** Prompts and shapes are few: so many of them keep their fingerprint at hand. */
const MAX_KNOWN = 2000;
const MAX_KNOWN_CHARS = 2000;
const known = new Map<string, string>();
/** Definitions that many trajectories have in common are one object. */
const writtenTools = new WeakMap<ToolDefinition, string>();

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
  return fingerprintOfText(texts.join('\n'));
}

/** Of the tool definitions, in whatever order they were sent; null where the call kept none. */
export function toolsFingerprint({ tools }: ObservedModelCall): string | null {
  if (tools === null) return null;
  return fingerprintOfText(tools.map(toolText).sort().join('\n'));
}

function toolText(tool: ToolDefinition): string {
  const { name, description, parameters } = tool;
  const text = writtenTools.get(tool) ?? canonicalJson({ name, description, parameters });
  writtenTools.set(tool, text);
  return text;
}

export function resultShape({ outcome }: ObservedToolCall): string | null {
  if (outcome.kind !== 'result') return null;
  return jsonShape(outcome.value);
}

export function shapeFingerprint(shape: string): string {
  return fingerprintOfText(shape);
}

function fingerprintOfText(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const fingerprint = sha256(text).slice(0, DIGITS);
  if (text.length > MAX_KNOWN_CHARS) return fingerprint;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, fingerprint);
  return fingerprint;
}
