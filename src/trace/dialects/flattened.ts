import type { Json } from '../json.ts';
import type { Attributes } from '../span.ts';

/** A list whose elements stand in attributes of their own, such as `llm.input_messages.0.message.role`. */
export interface FlattenedList {
  /** In the order of their indexes. */
  readonly items: Json[];
  /** Indexes below the highest that no attribute names: what the instrumentation lost. */
  readonly missing: number;
}

/** A node with what stands below it, or the value of an attribute. */
type Tree = { readonly below: Map<string, Tree> } | { readonly value: Json };

const INDEX = /^\d{1,6}$/;

/** The lists that are flattened under these names, in one pass over the attributes: a span has many, and some lists none. */
export function flattenedLists(attributes: Attributes, names: ReadonlySet<string>): ReadonlyMap<string, FlattenedList> {
  const trees = new Map<string, Map<string, Tree>>();
  for (const key of Object.keys(attributes)) {
    const index = key.search(/\.\d/);
    const name = index === -1 ? '' : key.slice(0, index);
    if (!names.has(name)) continue;
    const tree = trees.get(name) ?? new Map<string, Tree>();
    trees.set(name, tree);
    plant(tree, key.slice(index + 1).split('.'), attributes[key] ?? null);
  }
  return new Map([...trees].map(([name, tree]) => [name, listOf(tree)]));
}

function listOf(tree: ReadonlyMap<string, Tree>): FlattenedList {
  const indexes = ordered([...tree.keys()].filter((key) => INDEX.test(key)));
  const last = Number(indexes.at(-1) ?? -1);
  return { items: indexes.map((index) => grown(tree.get(index))), missing: last + 1 - indexes.length };
}

function plant(tree: Map<string, Tree>, path: readonly string[], value: Json): void {
  const last = path.length - 1;
  let at = tree;
  path.forEach((name, index) => {
    if (index === last) {
      if (!at.has(name)) at.set(name, { value });
      return;
    }
    const found = at.get(name);
    const below = found !== undefined && 'below' in found ? found.below : new Map<string, Tree>();
    if (found === undefined || 'value' in found) at.set(name, { below });
    at = below;
  });
}

function grown(tree: Tree | undefined): Json {
  if (tree === undefined) return null;
  if ('value' in tree) return tree.value;
  const keys = [...tree.below.keys()];
  const isList = keys.every((key) => INDEX.test(key));
  if (isList) return ordered(keys).map((key) => grown(tree.below.get(key)));
  return Object.fromEntries(keys.map((key) => [key, grown(tree.below.get(key))]));
}

function ordered(indexes: readonly string[]): readonly string[] {
  return indexes.length < 2 ? indexes : [...indexes].sort((a, b) => Number(a) - Number(b));
}
