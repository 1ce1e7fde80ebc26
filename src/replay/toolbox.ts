import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { cut } from '../errors.ts';
import type { Json, ToolDefinition } from '../trace/index.ts';

/** One side's tools, with their argument schemas ready to check. */
export interface Toolbox {
  check(tool: string, args: Json): ToolCheck;
}

export type ToolCheck =
  | { readonly kind: 'valid' }
  | { readonly kind: 'unknown_tool' }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/**
 * Without any tool definition nothing can be checked and every call is valid. A schema that does not compile is the
 * user's to mend: it is listed in `problems` and its tool is not checked.
 */
export function toolboxOf(tools: readonly ToolDefinition[]): { toolbox: Toolbox; problems: readonly string[] } {
  const problems: string[] = [];
  const validators = new Map<string, ValidateFunction | null>();
  for (const tool of tools) {
    try {
      validators.set(tool.name, compile(tool));
    } catch (error) {
      validators.set(tool.name, null);
      problems.push(`tool ${tool.name}: its parameters are no valid JSON Schema: ${cut(String(error), 200)}`);
    }
  }
  const check = (tool: string, args: Json): ToolCheck => {
    if (validators.size === 0) return { kind: 'valid' };
    const validate = validators.get(tool);
    if (validate === undefined) return { kind: 'unknown_tool' };
    if (validate === null || validate(args)) return { kind: 'valid' };
    return { kind: 'invalid', problems: (validate.errors ?? []).map(problemText) };
  };
  return { toolbox: { check }, problems };
}

function compile(tool: ToolDefinition): ValidateFunction {
  const draft = tool.parameters.$schema;
  const options = { strict: false, allErrors: true, validateFormats: true };
  const ajv = typeof draft === 'string' && draft.includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
  formats.default(ajv);
  const { $schema: _, ...schema } = tool.parameters;
  return ajv.compile(schema);
}

function problemText(error: ErrorObject): string {
  const where = error.instancePath === '' ? '' : `${error.instancePath} `;
  const extra =
    error.keyword === 'additionalProperties'
      ? `: '${cut(String(error.params.additionalProperty), 60)}'`
      : error.keyword === 'enum'
        ? `: ${cut(JSON.stringify(error.params.allowedValues), 120)}`
        : '';
  return `${where}${error.message ?? error.keyword}${extra}`;
}
