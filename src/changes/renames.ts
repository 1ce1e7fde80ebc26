import type { Change } from './change.ts';

/** How one of head's tools reads in base's terms, where a call of it may have been recorded. */
interface ToolRename {
  readonly headTool: string;
  readonly baseTool: string;
  /** Dotted path on head -> dotted path on base (`lines[].sku`: of each item of a list). */
  readonly parameters: Readonly<Record<string, string>>;
  /** Dotted paths of optional parameters that head added: a recorded call has none of them. */
  readonly addedOptional: readonly string[];
}

export interface ToolRenames {
  /** Tools whose calls read the same on both sides are not in it. */
  readonly renames: readonly ToolRename[];
  /** Head's tools that base does not have: no recording can know them. */
  readonly addedTools: readonly string[];
  /** Base's tools that head does not have any more, by base's name. */
  readonly removedTools: readonly string[];
}

/** What replay needs to map head's tool calls back onto a tape that was recorded on base. */
export function renamesOf(changes: readonly Change[]): ToolRenames {
  const renames: ToolRename[] = [];
  const addedTools: string[] = [];
  const removedTools: string[] = [];
  for (const change of changes) {
    if (change.kind !== 'tool') continue;
    let baseTool = change.tool;
    const parameters: [head: string, base: string][] = [];
    const addedOptional: string[] = [];
    for (const effect of change.effects) {
      if (effect.kind === 'tool_added') addedTools.push(change.tool);
      if (effect.kind === 'tool_removed') removedTools.push(change.tool);
      if (effect.kind === 'tool_renamed') {
        baseTool = effect.from;
        removedTools.push(effect.from);
      }
      if (effect.kind === 'parameter_renamed') parameters.push([effect.to, effect.from]);
      if (effect.kind === 'parameter_added' && !effect.required) addedOptional.push(effect.parameter);
    }
    if (baseTool !== change.tool || parameters.length > 0 || addedOptional.length > 0)
      renames.push({ headTool: change.tool, baseTool, parameters: Object.fromEntries(parameters), addedOptional });
  }
  return { renames, addedTools, removedTools };
}
