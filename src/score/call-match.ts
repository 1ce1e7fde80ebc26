import type { ArgumentMode } from '../corpus/index.ts';
import { type Call, canonicalJson, isJsonObject, type Json, type JsonObject, withoutNulls } from '../trace/index.ts';

export type CallMatcher = (actual: Call, expected: Call) => boolean;

/**
 * Two calls match when their names are equal and their arguments relate as the mode says (the terms of LangChain's
 * agentevals): `exact` equal; `ignore` anything; `subset` every argument of the call is in the expected one with an equal
 * value; `superset` every expected argument is in the call with an equal value. Members are compared one level deep,
 * their values as a whole; a null one is none. A tool's own mode goes before the general one.
 */
export function callMatcher(mode: ArgumentMode, overrides: Readonly<Record<string, ArgumentMode>>): CallMatcher {
  return (actual, expected) => {
    if (actual.name !== expected.name) return false;
    const own = Object.hasOwn(overrides, expected.name) ? overrides[expected.name] : undefined;
    return argumentsMatch(own ?? mode, withoutNulls(actual.arguments), withoutNulls(expected.arguments));
  };
}

function argumentsMatch(mode: ArgumentMode, actual: Json, expected: Json): boolean {
  switch (mode) {
    case 'ignore':
      return true;
    case 'exact':
      return canonicalJson(actual) === canonicalJson(expected);
    case 'subset':
      return bothObjects(actual, expected, (a, e) => contains(e, a));
    case 'superset':
      return bothObjects(actual, expected, (a, e) => contains(a, e));
    default:
      return mode satisfies never;
  }
}

/** Arguments that are no object (the model wrote no JSON) have no members: only equal ones match. */
function bothObjects(a: Json, b: Json, relate: (a: JsonObject, b: JsonObject) => boolean): boolean {
  return isJsonObject(a) && isJsonObject(b) ? relate(a, b) : canonicalJson(a) === canonicalJson(b);
}

function contains(whole: JsonObject, part: JsonObject): boolean {
  return Object.entries(part).every(
    ([name, value]) => Object.hasOwn(whole, name) && canonicalJson(whole[name]) === canonicalJson(value),
  );
}

/**
 * Pairs calls one to one, as many as possible (augmenting paths). Returns for each left call the index of its partner.
 * Taking the first fit instead would make the result depend on the order of calls where one call fits several.
 */
export function pairCalls<T>(
  left: readonly T[],
  right: readonly T[],
  fits: (l: T, r: T) => boolean,
): readonly (number | null)[] {
  const leftOfRight: (number | null)[] = right.map(() => null);
  const augment = (index: number, visited: Set<number>): boolean => {
    const call = left[index];
    if (call === undefined) return false;
    for (const [candidate, partner] of right.entries()) {
      if (visited.has(candidate) || !fits(call, partner)) continue;
      visited.add(candidate);
      const holder = leftOfRight[candidate] ?? null;
      if (holder === null || augment(holder, visited)) {
        leftOfRight[candidate] = index;
        return true;
      }
    }
    return false;
  };
  for (const index of left.keys()) augment(index, new Set());
  const pairs: (number | null)[] = left.map(() => null);
  for (const [candidate, index] of leftOfRight.entries()) if (index !== null) pairs[index] = candidate;
  return pairs;
}
