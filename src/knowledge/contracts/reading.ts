import {
  canonicalJson,
  isJsonObject,
  type Json,
  jsonShape,
  nestedDeeperThan,
  type ObservedToolCall,
  parseJson,
} from '../../trace/index.ts';
import { type Content, contentOf } from './content.ts';
import { isEmpty, structured } from './structured.ts';

/** One fact of how a tool answers: `outcome`, or the type at a path such as `$.items[].price`. */
export type Facet = readonly [path: string, value: string];

/** One answer of a tool as its contract sees it, without what it happened to say. */
export interface Reading {
  readonly facets: readonly Facet[];
  /** What it said, to tell harmless differences apart; null = nothing that could differ (an error, or nothing). */
  readonly content: Content | null;
  /** Scalars by path, for enumerations. */
  readonly scalars: readonly Facet[];
}

export const OUTCOME = 'outcome';
/** Paths of arguments begin with it: calls with the same names and types are comparable where no arguments recur. */
export const ARGUMENTS = 'arguments';

const MAX_LEVELS = 6;
const MAX_ITEMS = 50;
const MAX_PATHS = 120;
const MAX_SCALAR_CHARS = 40;
/** Where ids are the names of members, they are short. */
const MAX_NAME_CHARS = 80;
const MAX_ERROR_CHARS = 60;

/** null = the recording does not say what came back. */
export function readingOf({ outcome }: Pick<ObservedToolCall, 'outcome'>): Reading | null {
  switch (outcome.kind) {
    case 'unknown':
      return null;
    case 'error':
      return { facets: [[OUTCOME, `error ${errorKind(outcome.value)}`]], content: null, scalars: [] };
    case 'result':
      return resultReading(outcome.value);
    default:
      return outcome satisfies never;
  }
}

function resultReading(raw: Json): Reading {
  const value = structured(raw);
  if (isEmpty(value)) return { facets: [[OUTCOME, 'empty']], content: null, scalars: [] };
  // Many tools tell of their errors in words, and succeed.
  if (typeof value === 'string' && /^\s*error\b/i.test(value))
    return { facets: [[OUTCOME, `error ${errorKind(value)}`]], content: null, scalars: [] };
  const { types, scalars } = walked(value, '$');
  return { facets: [[OUTCOME, 'result'], ...facetsOf(types)], content: contentOf(value), scalars };
}

/** Names and types of a call's arguments, and their scalars; nothing where the recording did not keep them. */
export function argumentsReading(value: Json): Pick<Reading, 'facets' | 'scalars'> {
  if (value === null) return { facets: [], scalars: [] };
  const { types, scalars } = walked(value, ARGUMENTS);
  return { facets: facetsOf(types), scalars };
}

function facetsOf(types: ReadonlyMap<string, ReadonlySet<string>>): Facet[] {
  return [...types].map(([path, found]): Facet => [path, [...found].sort().join('|')]).sort(byPath);
}

function walked(value: Json, root: string): { types: Map<string, Set<string>>; scalars: Facet[] } {
  const types = new Map<string, Set<string>>();
  const scalars: Facet[] = [];
  const visit = (at: Json, path: string, level: number): void => {
    const known = types.get(path);
    if (known === undefined && types.size >= MAX_PATHS) return;
    types.set(path, (known ?? new Set()).add(typeOf(at)));
    if (level >= MAX_LEVELS) return;
    if (Array.isArray(at)) for (const item of at.slice(0, MAX_ITEMS)) visit(item, `${path}[]`, level + 1);
    else if (isJsonObject(at))
      for (const [name, member] of Object.entries(at))
        visit(member, `${path}.${name.slice(0, MAX_NAME_CHARS)}`, level + 1);
    else if (at !== null && String(at).length <= MAX_SCALAR_CHARS) scalars.push([path, JSON.stringify(at)]);
    else scalars.push([path, typeOf(at)]);
  };
  visit(value, root, 0);
  return { types, scalars };
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** An error without what is particular to the call: `ValueError: No events found.`, or code and shape of a JSON error. */
function errorKind(value: Json): string {
  const read = typeof value === 'string' ? (parseJson(value) ?? value) : value;
  if (isJsonObject(read) && !nestedDeeperThan(read, MAX_LEVELS)) {
    const inner = isJsonObject(read.error) ? read.error : read;
    const named = ['type', 'code', 'status', 'name'].flatMap((name) => (name in inner ? [inner[name] ?? null] : []));
    const words = inner.message ?? read.error ?? read.message;
    return `${canonicalJson(named)} ${typeof words === 'string' ? masked(words) : jsonShape(read)}`;
  }
  return masked(typeof read === 'string' ? read : canonicalJson(read));
}

function masked(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line
    .replace(/(["'`])(?:(?!\1).)*\1/g, '…')
    .replace(/\S*[\d@/\\]\S*/g, '…')
    .slice(0, MAX_ERROR_CHARS);
}

function byPath([a]: Facet, [b]: Facet): number {
  return a < b ? -1 : 1;
}
