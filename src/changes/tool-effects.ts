import { canonicalJson, isJsonObject, type Json, type JsonObject, type ToolDefinition } from '../trace/index.ts';
import type { ToolEffect } from './change.ts';
import { onlyPairs } from './only-pairs.ts';
import { isParameterRename } from './similarity.ts';

/** Where a schema stands: its dotted path in base's and in head's terms; '' = the tool's parameters as a whole. */
interface Place {
  readonly base: string;
  readonly head: string;
}

/** What differs between base's and head's definition of one tool, parameter by parameter. Equal definitions: nothing. */
export function toolEffects(base: ToolDefinition, head: ToolDefinition): readonly ToolEffect[] {
  const effects: ToolEffect[] = [];
  if (base.name !== head.name) effects.push({ kind: 'tool_renamed', from: base.name });
  if (base.description !== head.description) effects.push({ kind: 'description_changed' });
  return [...effects, ...schemaEffects(base.parameters, head.parameters, { base: '', head: '' })];
}

function schemaEffects(base: JsonObject, head: JsonObject, at: Place): readonly ToolEffect[] {
  return [...ownEffects(base, head, at), ...propertyEffects(base, head, at), ...itemEffects(base, head, at)];
}

/** Keywords that have their own effects, or are walked into. */
const READ_KEYWORDS = ['type', 'enum', 'const', 'description', 'properties', 'required', 'items', 'anyOf', 'oneOf'];

function ownEffects(base: JsonObject, head: JsonObject, at: Place): readonly ToolEffect[] {
  const parameter = at.head;
  const effects: ToolEffect[] = [];
  const [from, to] = [typeText(base), typeText(head)];
  const isPart = parameter !== '';
  if (from !== to && isPart) effects.push({ kind: 'parameter_type_changed', parameter, from, to });
  const values = enumEffect(base, head, parameter);
  if (values !== null && isPart) effects.push(values);
  if (!same(base.description, head.description) && isPart)
    effects.push({ kind: 'parameter_description_changed', parameter });
  const keywords = new Set([...Object.keys(base), ...Object.keys(head)]).difference(new Set(READ_KEYWORDS));
  const unread =
    [...keywords].some((keyword) => !same(base[keyword], head[keyword])) ||
    (from === to && (!same(base.anyOf, head.anyOf) || !same(base.oneOf, head.oneOf))) ||
    (values === null && (!same(base.enum, head.enum) || !same(base.const, head.const))) ||
    itemsAreUnread(base, head) ||
    (!isPart && (from !== to || values !== null || !same(base.description, head.description)));
  if (unread) effects.push({ kind: 'schema_changed', parameter: isPart ? parameter : null });
  return effects;
}

function enumEffect(base: JsonObject, head: JsonObject, parameter: string): ToolEffect | null {
  const [before, after] = [allowedValues(base), allowedValues(head)];
  const added = [...new Set(after).difference(new Set(before))];
  const removed = [...new Set(before).difference(new Set(after))];
  if (added.length === 0 && removed.length === 0) return null;
  return { kind: 'parameter_enum_changed', parameter, added, removed };
}

/** `const` is an enum of one. Texts as they are, other values as JSON. */
function allowedValues(schema: JsonObject): string[] {
  const values = Array.isArray(schema.enum) ? schema.enum : schema.const === undefined ? [] : [schema.const];
  return values.map((value) => (typeof value === 'string' ? value : canonicalJson(value)));
}

function propertyEffects(base: JsonObject, head: JsonObject, at: Place): readonly ToolEffect[] {
  const [before, after] = [properties(base), properties(head)];
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const added = [...after.keys()].filter((name) => !before.has(name));
  const oldNames = parameterRenames(removed, added, before, after);
  const renamed = new Set(oldNames.values());
  const requiredNow = requiredNames(head);
  const requiredBefore = requiredNames(base);
  const effects: ToolEffect[] = removed
    .filter((name) => !renamed.has(name))
    .map((name) => ({ kind: 'parameter_removed', parameter: join(at.base, name) }));
  for (const [name, schema] of after) {
    const oldName = before.has(name) ? name : oldNames.get(name);
    const place = { base: join(at.base, oldName ?? name), head: join(at.head, name) };
    const required = requiredNow.has(name);
    if (oldName === undefined) {
      effects.push({ kind: 'parameter_added', parameter: place.head, required });
      continue;
    }
    if (oldName !== name) effects.push({ kind: 'parameter_renamed', from: place.base, to: place.head });
    if (requiredBefore.has(oldName) !== required)
      effects.push({ kind: 'parameter_required_changed', parameter: place.head, required });
    effects.push(...schemaEffects(before.get(oldName) ?? {}, schema, place));
  }
  return effects;
}

/**
 * A removed and an added parameter of the same object are one renamed when they have the same type and either the same
 * description or names alike, and neither has another such partner: of two candidates pawl guesses none. Gives the old
 * name by the new one.
 */
function parameterRenames(
  removed: readonly string[],
  added: readonly string[],
  before: ReadonlyMap<string, JsonObject>,
  after: ReadonlyMap<string, JsonObject>,
): ReadonlyMap<string, string> {
  const old = removed.map((from) => named(from, before));
  const now = added.map((to) => named(to, after));
  const pairs = onlyPairs(old, now, isParameterRename);
  return new Map(pairs.map(([from, to]) => [to.name, from.name]));
}

function named(name: string, schemas: ReadonlyMap<string, JsonObject>): Parameters<typeof isParameterRename>[0] {
  const schema = schemas.get(name) ?? {};
  const description = typeof schema.description === 'string' ? schema.description : null;
  return { name, type: typeText(schema), description };
}

/** Items of a list that are described by one schema are walked into as `list[]`. */
function itemEffects(base: JsonObject, head: JsonObject, at: Place): readonly ToolEffect[] {
  if (!isJsonObject(base.items) || !isJsonObject(head.items)) return [];
  return schemaEffects(base.items, head.items, { base: `${at.base}[]`, head: `${at.head}[]` });
}

function itemsAreUnread(base: JsonObject, head: JsonObject): boolean {
  const walked = isJsonObject(base.items) && isJsonObject(head.items);
  return !walked && !same(base.items, head.items);
}

/** The JSON type as people say it: `string`, `array`, `string | null`; `any` where the schema names none. */
function typeText(schema: JsonObject): string {
  const alternatives = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (schema.type === undefined && alternatives !== undefined)
    return [...new Set(alternatives.map((one) => (isJsonObject(one) ? typeText(one) : 'any')))].sort().join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map(String).sort().join(' | ');
  if (typeof schema.type === 'string') return schema.type;
  return schema.properties === undefined ? 'any' : 'object';
}

function properties(schema: JsonObject): ReadonlyMap<string, JsonObject> {
  if (!isJsonObject(schema.properties)) return new Map();
  return new Map(Object.entries(schema.properties).map(([name, one]) => [name, schemaOf(one)]));
}

/** As a schema `true` allows anything and `false` nothing. */
function schemaOf(value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  return value === false ? { not: {} } : {};
}

function requiredNames(schema: JsonObject): ReadonlySet<Json> {
  return new Set(Array.isArray(schema.required) ? schema.required : []);
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
