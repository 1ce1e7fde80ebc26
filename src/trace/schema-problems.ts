import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';
import { cut } from '../errors.ts';
import { COMPILED_AHEAD } from './compiled-ahead.ts';
import { isJsonObject, type Json } from './json.ts';

/** One fault of a value under its schema. `path` leads to the faulty value, `key` names a member of it that is unknown. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly key: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export type SchemaCheck = (value: unknown) => readonly SchemaProblem[];

const MAX_RECEIVED = 60;

/** The schemas are ours and tested: ajv need not check them, nor make its code shorter, which takes as long as to write it. */
const OPTIONS = {
  validateSchema: false,
  meta: false,
  allErrors: true,
  discriminator: true,
  strictTypes: false,
} as const;

/** What compiles the schemas of checks. `source` = as code that can be kept, which the build does. */
export function compilerOf(referenced: readonly object[], source: boolean): Ajv {
  const ajv = new Ajv({ ...OPTIONS, verbose: true, code: { optimize: false, source } });
  for (const other of referenced) ajv.addSchema(other);
  return ajv;
}

/**
 * A check against a JSON Schema (draft-07, with `discriminator`) that reports every fault in plain words. Compiled at the
 * first use, so that a command which reads nothing pays nothing. `referenced` are schemas that `$ref` names by their `$id`.
 */
export function schemaCheck(schema: object, referenced: readonly object[]): SchemaCheck {
  let validate: ValidateFunction | null = null;
  return (value) => {
    validate ??= aheadOf(schema) ?? compilerOf(referenced, false).compile(schema);
    return validate(value) ? [] : plain(validate.errors ?? []).map(problemOf);
  };
}

function aheadOf(schema: object): ValidateFunction | null {
  const id = '$id' in schema && typeof schema.$id === 'string' ? schema.$id : '';
  return COMPILED_AHEAD.get(id)?.() ?? null;
}

/** Without those that only repeat another one: the branches of a failed `oneOf`, a discriminator that is not there. */
function plain(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const alternatives = errors.filter((error) => error.keyword === 'oneOf');
  const isBranch = (error: ErrorObject): boolean =>
    alternatives.some(
      (one) => one.instancePath === error.instancePath && error.schemaPath.startsWith(`${one.schemaPath}/`),
    );
  const isEcho = (error: ErrorObject): boolean =>
    error.keyword === 'discriminator' && error.params.tagValue === undefined;
  return errors.filter((error) => !isBranch(error) && !isEcho(error));
}

function problemOf(error: ErrorObject): SchemaProblem {
  const path = pathOf(error.instancePath);
  const at = { path, key: null, hint: null };
  const { data, params } = error;
  switch (error.keyword) {
    case 'required': {
      const name = String(params.missingProperty);
      const hint = descriptionOf(error.parentSchema, name);
      return { ...at, message: `expected key "${name}", received none`, hint };
    }
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(error.parentSchema?.properties ?? {});
      return { path, key, message: `unknown key "${cut(key, MAX_RECEIVED)}"`, hint: suggestion(key, known) };
    }
    case 'discriminator': {
      const known = kindsOf(error.parentSchema, String(params.tag));
      const hint = suggestion(String(params.tagValue), known);
      const message = `unknown ${params.tag} ${received(params.tagValue)}`;
      return { ...at, path: [...path, String(params.tag)], message, hint };
    }
    case 'enum':
    case 'const': {
      const allowed: readonly unknown[] = [params.allowedValues ?? params.allowedValue].flat();
      const hint = typeof data === 'string' ? nearest(data, allowed.map(String)) : null;
      return { ...at, message: `expected ${listed(allowed)}, received ${received(data)}`, hint };
    }
    default:
      return { ...at, message: `expected ${expectation(error)}, received ${received(data)}` };
  }
}

function expectation({ keyword, params, parentSchema, message }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return [params.type].flat().map(typeName).join(' or ');
    case 'minLength':
      return params.limit === 1 ? 'text that is not empty' : `at least ${params.limit} characters`;
    case 'maxLength':
      return `at most ${params.limit} characters`;
    case 'minItems':
      return params.limit === 1 ? 'at least one item' : `at least ${params.limit} items`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `a number ${params.comparison} ${params.limit}`;
    case 'uniqueItems':
      return `different items (${params.j} and ${params.i} are the same)`;
    case 'oneOf':
      return `exactly one of the keys ${alternativesOf(parentSchema).join(', ')}`;
    default:
      return message ?? keyword;
  }
}

function typeName(type: string): string {
  const names: Record<string, string> = {
    object: 'a map',
    array: 'a list',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'null',
  };
  return names[type] ?? type;
}

/** A foreign value for a message: scalars and small values as JSON, cut. */
export function received(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'an empty list';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isJsonObject(value)) return `a map with ${Object.keys(value).length} keys`;
  return cut(JSON.stringify(value) ?? 'nothing', MAX_RECEIVED);
}

function listed(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value));
  return texts.length === 1 ? `${texts[0]}` : `one of ${texts.join(', ')}`;
}

/** "did you mean ..." where a known name is near, else all known names. */
function suggestion(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  return nearest(name, known) ?? `known: ${known.join(', ')}`;
}

function nearest(name: string, known: readonly string[]): string | null {
  const best = nearestName(name, known);
  return best === null ? null : `did you mean ${best}?`;
}

/** The known name that was probably meant; null = none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const best = closest(name, known);
  return distance(name, best) <= Math.max(2, Math.ceil(name.length / 3)) ? best : null;
}

function descriptionOf(schema: ErrorObject['parentSchema'], name: string): string | null {
  const property: unknown = schema?.properties?.[name];
  return isJsonObject(property) && typeof property.description === 'string' ? property.description : null;
}

function kindsOf(schema: ErrorObject['parentSchema'], tag: string): readonly string[] {
  const branches: readonly { properties?: Record<string, { const?: Json }> }[] = schema?.oneOf ?? [];
  return branches.map((branch) => String(branch.properties?.[tag]?.const));
}

function alternativesOf(schema: ErrorObject['parentSchema']): readonly string[] {
  const branches: readonly { required?: readonly string[] }[] = schema?.oneOf ?? [];
  return branches.flatMap((branch) => branch.required ?? []);
}

/** JSON pointer -> segments; what looks like a list index becomes a number, which `yaml` and readers both take. */
function pathOf(pointer: string): readonly (string | number)[] {
  const segments = pointer.split('/').slice(1);
  return segments.map((segment) => {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^(0|[1-9]\d*)$/.test(name) ? Number(name) : name;
  });
}

/** `agent.environment[0]`, for a message; '' = the value itself. */
export function pathText(path: readonly (string | number)[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}
