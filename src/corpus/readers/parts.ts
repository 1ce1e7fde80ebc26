import { cut } from '../../errors.ts';
import type { Json, JsonObject, Outcome } from '../../trace/index.ts';
import { isJsonObject, momentOf, sha256 } from '../../trace/index.ts';
import type { Turn } from './conversation.ts';

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

/**
 * The messages of the list at `path` as turns. One that `read` does not know (null) is a problem, and its neighbours are read;
 * `unseen` is one that is no part of what the agent saw.
 */
export function turnsOf(
  messages: readonly Json[],
  path: string,
  read: (message: JsonObject, source: string) => Turn | 'unseen' | null,
): { readonly turns: readonly Turn[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const turns = messages.flatMap((message, index): Turn[] => {
    const source = `${path}[${index}]`;
    const turn = isJsonObject(message) ? read(message, source) : null;
    if (turn === null) problems.push(`${source}: a message of no known role, ${cut(JSON.stringify(message), 100)}`);
    return turn === null || turn === 'unseen' ? [] : [turn];
  });
  return { turns, problems };
}

/** A text that is not empty; null for anything else. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Microseconds since the Unix epoch; null for what is no moment. */
export function usOf(value: Json | undefined): number | null {
  return typeof value === 'string' ? (momentOf(value)?.us ?? null) : null;
}

/** Milliseconds from one moment to another; null where one is unknown, or they stand the wrong way round. */
export function msBetween(startUs: number | null, endUs: number | null): number | null {
  return startUs === null || endUs === null || endUs < startUs ? null : (endUs - startUs) / 1000;
}
