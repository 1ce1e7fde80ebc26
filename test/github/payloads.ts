import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../src/trace/index.ts';

const FILE = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');

let examples: readonly JsonObject[] | null = null;

function load(): readonly JsonObject[] {
  const read = parseJson(readFileSync(FILE, 'utf8'));
  examples = Array.isArray(read) ? read.filter(isJsonObject) : [];
  return examples;
}

/** A payload as GitHub really sent it; `action` null = the event has none. */
export function realPayload(event: string, action: string | null): JsonObject {
  const found = (examples ?? load()).find(({ name }) => name === event)?.examples;
  const all = Array.isArray(found) ? found.filter(isJsonObject) : [];
  const payload = all.find((one) => (one.action ?? null) === action);
  if (payload === undefined) throw new Error(`@octokit/webhooks-examples has no ${event} ${action}`);
  return payload;
}

/** A copy in which the value at each dotted path is another one. Every path but its last step must be there. */
export function withValues(payload: JsonObject, values: Readonly<Record<string, Json>>): JsonObject {
  const copy = structuredClone(payload) as Record<string, Json>;
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at: Json = copy;
    for (const step of steps) at = isJsonObject(at) ? (at[step] ?? null) : null;
    if (!isJsonObject(at)) throw new Error(`the payload has no ${path}`);
    (at as Record<string, Json>)[last] = value;
  }
  return copy;
}
