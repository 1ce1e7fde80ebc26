import type { Json, JsonObject, Outcome } from '../../trace/index.ts';
import { sha256 } from '../../trace/index.ts';

type Flat = Record<string, string | number | boolean>;

const MAX_VALUE = 1000;

/** The members that are texts, numbers or booleans, texts cut at 1,000 characters; absent and nested ones left out. */
export function flatAttributes(object: JsonObject, prefix = ''): Flat {
  const flat: Flat = {};
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string' && value !== '') flat[`${prefix}${key}`] = value.slice(0, MAX_VALUE);
    else if (typeof value === 'number' || typeof value === 'boolean') flat[`${prefix}${key}`] = value;
  }
  return flat;
}

/**
 * A name for a run: what its file says about it, and a hash of the whole record, so that the same run read again has the
 * same id, and another run of the same task another one.
 */
export function runId(record: JsonObject, ...named: readonly (Json | undefined)[]): string {
  const parts = named.filter((part) => typeof part === 'string' || typeof part === 'number');
  return [...parts, sha256(JSON.stringify(record)).slice(0, 16)].join('/');
}

/** That a run broke down, which is no verdict on what the agent did. */
export function brokeDown(explanation: string): Outcome {
  return { name: 'status', value: 'error', passed: null, source: 'status', explanation };
}
