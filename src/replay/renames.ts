import type { ToolRenames } from '../changes/index.ts';
import { type Call, isJsonObject, type Json, type JsonObject } from '../trace/index.ts';

/** Reads a side's calls in the recordings' terms. */
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
  /** What the call says besides, which `arguments` leaves out; null = nothing. */
  readonly unrecorded: Unrecorded | null;
}

/** Values for parameters that head added: no recorded call has any of them. */
export interface Unrecorded {
  /** Dotted paths, as head names them; the values at each, several where it stands in the items of a list. */
  readonly given: readonly { readonly parameter: string; readonly values: readonly Json[] }[];
  /** The call's arguments with them, else in the recordings' terms. */
  readonly arguments: Json;
}

/** Base speaks the recordings' terms already. */
export const unmapped: CallMap = {
  toBase: (name, args) => asItIs(name, args),
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
      if (rename === undefined) return asItIs(name, args);
      const given = rename.addedOptional.flatMap((parameter) => {
        const values = valuesAt(args, parameter);
        return values.length === 0 ? [] : [{ parameter, values }];
      });
      const value = structuredClone(args);
      for (const { parameter } of given) drop(value, parameter);
      const moved = renameAll(value, rename.parameters);
      const changed = rename.baseTool !== name || moved > 0 || given.length > 0;
      if (given.length === 0) return { name: rename.baseTool, arguments: value, changed, unrecorded: null };
      const whole = structuredClone(args);
      renameAll(whole, rename.parameters);
      return { name: rename.baseTool, arguments: value, changed, unrecorded: { given, arguments: whole } };
    },
    isNew: (tool) => added.has(tool),
    isRemoved: (tool) => removed.has(tool),
  };
}

function asItIs(name: string, args: Json): MappedCall {
  return { name, arguments: args, changed: false, unrecorded: null };
}

/** Paths are head's: what is deepest goes first, while the objects above it still have head's names. Gives how many were there. */
function renameAll(value: Json, parameters: Readonly<Record<string, string>>): number {
  const paths = Object.entries(parameters).toSorted(([a], [b]) => b.split('.').length - a.split('.').length);
  return paths.filter(([from, to]) => renameTo(value, from, to)).length;
}

function valuesAt(value: Json, path: string): readonly Json[] {
  const { parent, name } = split(path);
  return parentsOf(value, parent).flatMap((one) => (Object.hasOwn(one, name) ? [one[name] ?? null] : []));
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

function drop(value: Json, path: string): void {
  const { parent, name } = split(path);
  for (const one of parentsOf(value, parent)) delete one[name];
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
