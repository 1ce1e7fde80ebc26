import { compile, JSONPathEnvironment } from 'json-p3';
import { messageOf } from '../../errors.ts';
import type { Json } from '../json.ts';

/** What is wrong with a path; null = nothing. */
export function jsonPathFault(path: string): string | null {
  try {
    compile(path);
    return null;
  } catch (error) {
    return `expected a JSONPath (RFC 9535): ${messageOf(error)}`;
  }
}

/** Nothing nests deeper: what does has been cut off before. */
export const MAX_DEPTH = 500;

const environment = new JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH + 10 });

/** A place in a document: names and indices from its root. */
export type Place = readonly (string | number)[];

/** The user's paths, compiled once. */
export class PathSelector {
  readonly #queries: readonly { query: (value: Json) => Iterable<{ location: Place }> }[];

  constructor(paths: readonly string[]) {
    this.#queries = paths.map((path) => {
      const compiled = environment.compile(path);
      return { query: (value) => compiled.query(value) };
    });
  }

  get none(): boolean {
    return this.#queries.length === 0;
  }

  /** The selected places of a document, as `placeKey` writes them. */
  select(value: Json): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const { query } of this.#queries) for (const { location } of query(value)) keys.add(placeKey(location));
    return keys;
  }
}

export function placeKey(place: Place): string {
  return JSON.stringify(place);
}
