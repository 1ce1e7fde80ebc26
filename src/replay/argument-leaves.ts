import { type Call, isJsonObject, type Json } from '../trace/index.ts';

/** A text or number among a call's arguments. Paths are dotted; `lines[]` stands for each item of a list. */
export interface ArgumentLeaf {
  readonly path: string;
  /** Never empty. */
  readonly text: string;
  readonly isNumber: boolean;
}

export function argumentLeaves(value: Json, path = ''): readonly ArgumentLeaf[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, text: value, isNumber: false }];
  if (typeof value === 'number') return [{ path, text: String(value), isNumber: true }];
  if (Array.isArray(value)) return value.flatMap((item) => argumentLeaves(item, `${path}[]`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    argumentLeaves(member, path === '' ? name : `${path}.${name}`),
  );
}

/**
 * Whether two calls have no argument in common, and so, as far as anybody can tell, speak of different things. A call without
 * arguments may be about anything.
 */
export function areApart(a: Call, b: Call): boolean {
  const [mine, theirs] = [a, b].map(({ arguments: args }) => new Set(argumentLeaves(args).map(({ text }) => text)));
  return mine !== undefined && theirs !== undefined && mine.size > 0 && theirs.size > 0 && mine.isDisjointFrom(theirs);
}
