import { type CompiledSchema, canonicalJson, compileSchema, type Json, type ToolDefinition } from '../trace/index.ts';
import { withinTime } from './within-time.ts';

/** One side's tools, with their argument schemas ready to check. */
export interface Toolbox {
  /** Whether a file defines it. */
  has(tool: string): boolean;
  check(tool: string, args: Json): ToolCheck;
}

export type ToolCheck = { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Keywords whose check can take longer than the sizes of schema and value let one think. */
const COSTLY = /"(?:pattern|patternProperties|format|uniqueItems|\$ref|\$dynamicRef|\$recursiveRef)":/;

/** Ample for an honest schema. All trials wait while one is checked. */
const MAX_CHECK_MS = 500;

/** So many times a tool's schema may run out of time; after that nobody waits for it any more. */
const MAX_SLOW_CHECKS = 3;

/**
 * What no definition names cannot be checked: its calls are valid, since the tool may be defined in the agent's code. A
 * schema that does not compile is the user's to mend: it is listed in `problems` and its tool is not checked. A head may
 * bring a schema whose check never ends (a pattern that tries everything): what could not be checked in time is invalid.
 */
export function toolboxOf(tools: readonly ToolDefinition[]): { toolbox: Toolbox; problems: readonly string[] } {
  const schemas = new Map<string, (args: Json) => readonly string[]>();
  const problems: string[] = [];
  for (const { name, parameters } of tools) {
    const schema = compileSchema(parameters);
    schemas.set(name, checkOf(schema, COSTLY.test(canonicalJson(parameters))));
    if (schema.kind === 'unusable')
      problems.push(`tool ${name}: its parameters are no valid JSON Schema: ${schema.problem}`);
  }
  const check = (tool: string, args: Json): ToolCheck => {
    const faults = schemas.get(tool)?.(args) ?? [];
    return faults.length === 0 ? { kind: 'valid' } : { kind: 'invalid', problems: faults };
  };
  return { toolbox: { has: (tool) => schemas.has(tool), check }, problems };
}

/** A tool that no file defines. */
export function checkAgainst(tool: ToolDefinition, args: Json): ToolCheck {
  return toolboxOf([tool]).toolbox.check(tool.name, args);
}

function checkOf(schema: CompiledSchema, isCostly: boolean): (args: Json) => readonly string[] {
  if (schema.kind === 'unusable') return () => [];
  if (!isCostly) return schema.problemsOf;
  let slowChecks = 0;
  return (args) => {
    if (slowChecks === MAX_SLOW_CHECKS) return TOO_SLOW;
    const faults = withinTime(() => schema.problemsOf(args), MAX_CHECK_MS);
    if (faults === null) slowChecks += 1;
    return faults ?? TOO_SLOW;
  };
}

const TOO_SLOW = [`could not be checked within ${MAX_CHECK_MS} ms: the tool's schema has a pattern that is too costly`];
