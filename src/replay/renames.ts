import type { ToolRenames } from '../changes/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../trace/index.ts';

/** Reads a side's calls in the recordings' terms (DESIGN.md 4.4). */
export interface CallMap {
  toBase(tool: string, args: Json): MappedCall;
  /** The tool exists on this side only: no recording can have it. */
  isNew(tool: string): boolean;
}

export interface MappedCall {
  readonly name: string;
  readonly arguments: Json;
  /** true = something was mapped; a trial that needed it is *assisted*. */
  readonly changed: boolean;
}

/** Base speaks the recordings' terms already. */
export const unmapped: CallMap = {
  toBase: (name, args) => ({ name, arguments: args, changed: false }),
  isNew: () => false,
};

export function callMapOf({ renames, addedTools }: ToolRenames): CallMap {
  const byTool = new Map(renames.map((rename) => [rename.headTool, rename]));
  const added = new Set(addedTools);
  return {
    toBase: (name, args) => {
      const rename = byTool.get(name);
      if (rename === undefined) return { name, arguments: args, changed: false };
      const value = structuredClone(args);
      const moved = Object.entries(rename.parameters).filter(([from, to]) => move(value, from, to)).length;
      const dropped = rename.addedOptional.filter((path) => drop(value, path)).length;
      return { name: rename.baseTool, arguments: value, changed: rename.baseTool !== name || moved + dropped > 0 };
    },
    isNew: (tool) => added.has(tool),
  };
}

/** Moves a parameter to the path it has on base; true = there was one. */
function move(value: Json, from: string, to: string): boolean {
  const source = split(from);
  const target = split(to);
  const parents = parentsOf(value, source.parent).filter((parent) => Object.hasOwn(parent, source.name));
  for (const parent of parents) {
    const moved = parent[source.name] ?? null;
    delete parent[source.name];
    const home = source.parent === target.parent ? parent : parentsOf(value, target.parent)[0];
    if (home !== undefined) home[target.name] = moved;
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
