import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../trace/index.ts';

/** What a JSON Schema says about one argument, as far as it tells that two ways to write it mean the same. */
export interface Shape {
  readonly schema: JsonObject;
  /** A number and no text. */
  readonly isNumber: boolean;
  readonly date: 'date' | 'date-time' | null;
  /** The texts it may be; empty = any. */
  readonly texts: readonly string[];
  /** `uniqueItems`: a list that is a set. */
  readonly isSet: boolean;
  readonly allowsNull: boolean;
  readonly fallback: { readonly value: Json } | null;
}

/** References and wrappers around one schema; more of them are a circle. */
const MAX_HOPS = 10;

/** The shape of a schema in `root`; nothing is known where there is none, or several to choose from. */
export function shapeOf(schema: Json | undefined, root: JsonObject): Shape {
  const { schema: plain, allowsNull } = unwrap(isJsonObject(schema) ? schema : {}, root, MAX_HOPS);
  const types = [plain.type ?? []].flat();
  const { format } = plain;
  return {
    schema: plain,
    isNumber: types.some((type) => type === 'number' || type === 'integer') && !types.includes('string'),
    date: format === 'date' || format === 'date-time' ? format : null,
    texts: [plain.enum ?? []].flat().filter((text) => typeof text === 'string'),
    isSet: plain.uniqueItems === true,
    allowsNull: allowsNull || types.includes('null'),
    fallback: plain.default === undefined ? null : { value: plain.default },
  };
}

export function memberShape({ schema }: Shape, name: string, root: JsonObject): Shape {
  const { properties, additionalProperties } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return shapeOf(own, root);
}

export function itemShape({ schema }: Shape, root: JsonObject): Shape {
  return shapeOf(schema.items, root);
}

/**
 * Whether a value says no more than leaving the argument out does: the default, or null. Null is a value of its own where the
 * schema allows it and the default is another.
 */
export function saysNothing(value: Json, { fallback, allowsNull }: Shape): boolean {
  if (value === null) return !allowsNull || fallback === null || fallback.value === null;
  return fallback !== null && canonicalJson(value) === canonicalJson(fallback.value);
}

interface Unwrapped {
  readonly schema: JsonObject;
  readonly allowsNull: boolean;
}

/** Follows a reference within the schema, and what only wraps one other: `allOf` of one, `anyOf` of one and null. */
function unwrap(schema: JsonObject, root: JsonObject, hops: number): Unwrapped {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const branches = [allOf ?? anyOf ?? oneOf ?? []].flat().filter(isJsonObject);
  const others = branches.filter((branch) => branch.type !== 'null');
  const nullBranch = others.length < branches.length && allOf === undefined;
  const inner = typeof $ref === 'string' ? at(root, $ref) : others.length === 1 ? others[0] : undefined;
  if (!isJsonObject(inner) || hops === 0) return { schema: own, allowsNull: nullBranch };
  const below = unwrap(inner, root, hops - 1);
  return { schema: { ...below.schema, ...own }, allowsNull: nullBranch || below.allowsNull };
}

/** The value at a `#/...` pointer (RFC 6901); other references are not followed. */
function at(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith('#/')) return undefined;
  const names = reference.slice(2).split('/');
  return names.reduce<Json | undefined>((here, token) => {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    return isJsonObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  }, root);
}
