import type { ToolRenames } from '../changes/index.ts';
import { type Call, isJsonObject, type Json, type JsonObject } from '../trace/index.ts';

/** Reads a side's calls in the recordings' terms (DESIGN.md 4.4). */
export interface CallMap {
  toBase(tool: string, args: Json): MappedCall;
  /** The tool exists on this side only: no recording can have it. */
  isNew(tool: string): boolean;
  /** Head took the tool out of its files, so that a call of it is a call of nothing. */
  isRemoved(tool: string): boolean;
}

export interface MappedCall extends Call {
  /** true = something was mapped; a trial that needed it is *assisted*. */
  readonly changed: boolean;
}

/** Base speaks the recordings' terms already. */
export const unmapped: CallMap = {
  toBase: (name, args) => ({ name, arguments: args, changed: false }),
  isNew: () => false,
  isRemoved: () => false,
};

export function callMapOf({ renames, addedTools, removedTools }: ToolRenames): CallMap {
  const byTool = new Map(renames.map((rename) => [rename.headTool, rename]));
  const added = new Set(addedTools);
  const removed = new Set(removedTools);
  return {
    toBase: (name, args) => {
      const rename = byTool.get(name);
      if (rename === undefined) return { name, arguments: args, changed: false };
      const value = structuredClone(args);
      // Paths are head's: what is deepest goes first, while the objects above it still have head's names.
      const dropped = deepestFirst(rename.addedOptional).filter((path) => drop(value, path)).length;
      const moved = deepestFirst(Object.keys(rename.parameters)).filter((from) =>
        renameTo(value, from, rename.parameters[from] ?? from),
      ).length;
      return { name: rename.baseTool, arguments: value, changed: rename.baseTool !== name || moved + dropped > 0 };
    },
    isNew: (tool) => added.has(tool),
    isRemoved: (tool) => removed.has(tool),
  };
}

function deepestFirst(paths: readonly string[]): readonly string[] {
  return paths.toSorted((a, b) => b.split('.').length - a.split('.').length);
}

/** Gives a parameter the name it has on base, where it stands: its parent is renamed in its own turn. */
function renameTo(value: Json, from: string, to: string): boolean {
  const { parent, name } = split(from);
  const parents = parentsOf(value, parent).filter((one) => Object.hasOwn(one, name));
  for (const one of parents) {
    const moved = one[name] ?? null;
    delete one[name];
    one[split(to).name] = moved;
  }
  return parents.length > 0;
}

function drop(value: Json, path: string): boolean {
  const { parent, name } = split(path);
  const parents = parentsOf(value, parent).filter((one) => Object.hasOwn(one, name));
  for (const one of parents) delete one[name];
  return parents.length > 0;
}

function split(path: string): { parent: string; name: string } {
  const dot = path.lastIndexOf('.');
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}

/** The objects at a dotted path; `items[]` stands for each item of a list. */
function parentsOf(value: Json, path: string): JsonObject[] {
  let here: Json[] = [value];
  for (const segment of path === '' ? [] : path.split('.')) {
    const name = segment.replace(/(\[\])+$/, '');
    here = here.flatMap((one) => (isJsonObject(one) && Object.hasOwn(one, name) ? [one[name] ?? null] : []));
    for (let depth = (segment.length - name.length) / 2; depth > 0; depth -= 1)
      here = here.flatMap((one) => (Array.isArray(one) ? one : []));
  }
  return here.filter(isJsonObject);
}
