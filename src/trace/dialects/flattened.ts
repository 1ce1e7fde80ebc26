import type { Json } from '../json.ts';
import type { Attributes } from '../span.ts';

/** A list whose elements stand in attributes of their own, such as `llm.input_messages.0.message.role`. */
export interface FlattenedList {
  /** In the order of their indexes. */
  readonly items: readonly Json[];
  /** Indexes below the highest that no attribute names: what the instrumentation lost. */
  readonly missing: number;
}

/** The list flattened under a prefix; null where no attribute belongs to it. */
export function flattenedAt(attributes: Attributes, prefix: string): FlattenedList | null {
  const tree = new Map<string, Tree>();
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith(prefix) && key[prefix.length] === '.')
      plant(tree, key.slice(prefix.length + 1).split('.'), value);
  }
  const indexes = ordered([...tree.keys()].filter((key) => INDEX.test(key)));
  const last = indexes.at(-1);
  if (last === undefined) return null;
  return { items: indexes.map((index) => grown(tree.get(index))), missing: Number(last) + 1 - indexes.length };
}

/** A node with what stands below it, or the value of an attribute. */
type Tree = { readonly below: Map<string, Tree> } | { readonly value: Json };

const INDEX = /^\d{1,6}$/;

function plant(tree: Map<string, Tree>, path: readonly string[], value: Json): void {
  let at = tree;
  for (const name of path.slice(0, -1)) {
    const found = at.get(name);
    if (found !== undefined && 'below' in found) at = found.below;
    else {
      const below = new Map<string, Tree>();
      at.set(name, { below });
      at = below;
    }
  }
  const last = path.at(-1) ?? '';
  if (!at.has(last)) at.set(last, { value });
}

function grown(tree: Tree | undefined): Json {
  if (tree === undefined) return null;
  if ('value' in tree) return tree.value;
  const keys = [...tree.below.keys()];
  const isList = keys.every((key) => INDEX.test(key));
  if (isList) return ordered(keys).map((key) => grown(tree.below.get(key)));
  return Object.fromEntries(keys.map((key) => [key, grown(tree.below.get(key))]));
}

function ordered(indexes: readonly string[]): string[] {
  return [...indexes].sort((a, b) => Number(a) - Number(b));
}
