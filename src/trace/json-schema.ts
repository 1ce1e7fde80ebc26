import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cut, messageOf } from '../errors.ts';
import type { Json, JsonObject } from './json.ts';
import { partFlagsFault } from './part-flags.ts';

/** A JSON Schema that a user or a tool wrote, ready to check values; or why it cannot be used. */
export type CompiledSchema =
  /** `problemsOf` names every fault of a value; none = it is valid. */
  | { readonly kind: 'usable'; readonly problemsOf: (value: Json) => readonly string[] }
  | { readonly kind: 'unusable'; readonly problem: string };

/** Foreign schemas may use keywords that ajv does not know; they must not stop the rest of the schema from counting. */
const OPTIONS = {
  strict: false,
  allErrors: true,
  logger: false,
  addUsedSchema: false,
  code: { regExp: Object.assign(regExpOf, { code: 'new RegExp' }) },
} as const;

function regExpOf(pattern: string, flags: string): RegExp {
  const fault = partFlagsFault(pattern);
  if (fault !== null) throw new SyntaxError(fault);
  return new RegExp(pattern, flags);
}

let dialects: { readonly draft07: Ajv; readonly draft2020: Ajv2020 } | null = null;

/** Tools and cases are few and their trials many: each schema is compiled once for as long as it lives. */
const compiled = new WeakMap<JsonObject, CompiledSchema>();

/** Reads a JSON Schema as draft 7, or as 2020-12 where `$schema` names it; formats are checked. */
export function compileSchema(schema: JsonObject): CompiledSchema {
  const known = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, known);
  return known;
}

function compile(schema: JsonObject): CompiledSchema {
  dialects ??= newDialects();
  // With `$async` ajv answers with a promise, which any caller would take for a pass.
  const { $schema: draft, $async: _, ...body } = schema;
  const modern = typeof draft === 'string' && draft.includes('2020-12');
  try {
    const validate: ValidateFunction = (modern ? dialects.draft2020 : dialects.draft07).compile(body);
    return {
      kind: 'usable',
      problemsOf: (value) => (validate(value) ? [] : (validate.errors ?? []).map(problemText)),
    };
  } catch (error) {
    return { kind: 'unusable', problem: cut(messageOf(error), 200) };
  }
}

function newDialects(): { readonly draft07: Ajv; readonly draft2020: Ajv2020 } {
  const draft07 = new Ajv(OPTIONS);
  const draft2020 = new Ajv2020(OPTIONS);
  formats.default(draft07);
  formats.default(draft2020);
  return { draft07, draft2020 };
}

function problemText({ keyword, instancePath, message, params }: ErrorObject): string {
  const where = instancePath === '' ? '' : `${instancePath} `;
  return `${where}${message ?? keyword}${detailOf(keyword, params)}`;
}

/** What ajv's own message leaves out. */
function detailOf(keyword: string, params: ErrorObject['params']): string {
  if (keyword === 'additionalProperties') return `: '${cut(String(params.additionalProperty), 60)}'`;
  return keyword === 'enum' ? `: ${cut(JSON.stringify(params.allowedValues), 120)}` : '';
}
