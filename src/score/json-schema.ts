import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cut, messageOf } from '../errors.ts';
import type { Json, JsonObject } from '../trace/index.ts';

/** Foreign schemas may use keywords that ajv does not know; they must not stop the rest of the schema from counting. */
const OPTIONS = { strict: false, logger: false, addUsedSchema: false } as const;

let dialects: { readonly draft07: Ajv; readonly draft2020: Ajv2020 } | null = null;

/** Tools and cases are few and their trials many: each schema is compiled once for as long as it lives. */
const compiled = new WeakMap<JsonObject, ValidateFunction | string>();

export type SchemaCheck =
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly problem: string }
  /** The schema itself cannot be used. */
  | { readonly kind: 'bad_schema'; readonly problem: string };

/** Checks a value against JSON Schema: draft 7, or 2020-12 where `$schema` names it. */
export function checkSchema(schema: JsonObject, value: Json): SchemaCheck {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  if (typeof validate === 'string') return { kind: 'bad_schema', problem: validate };
  if (validate(value)) return { kind: 'valid' };
  const [error] = validate.errors ?? [];
  const where = error?.instancePath === '' ? '' : `${error?.instancePath} `;
  return { kind: 'invalid', problem: `${where}${error?.message ?? 'does not match the schema'}` };
}

function compile(schema: JsonObject): ValidateFunction | string {
  dialects ??= newDialects();
  // With `$async` ajv answers with a promise, which any caller would take for a pass.
  const { $schema: draft, $async: _, ...body } = schema;
  const modern = typeof draft === 'string' && draft.includes('2020-12');
  try {
    return (modern ? dialects.draft2020 : dialects.draft07).compile(body);
  } catch (error) {
    return `no valid JSON Schema: ${cut(messageOf(error), 200)}`;
  }
}

function newDialects(): { readonly draft07: Ajv; readonly draft2020: Ajv2020 } {
  const draft07 = new Ajv(OPTIONS);
  const draft2020 = new Ajv2020(OPTIONS);
  formats.default(draft07);
  formats.default(draft2020);
  return { draft07, draft2020 };
}
