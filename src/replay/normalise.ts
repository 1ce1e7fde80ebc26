import {
  type Call,
  canonicalJson,
  isJsonObject,
  type Json,
  type JsonObject,
  type ToolDefinition,
} from '../trace/index.ts';
import { itemShape, memberShape, type Shape, saysNothing, shapeOf } from './argument-shape.ts';
import type { Normalisation } from './normalisation.ts';
import { normaliseText } from './normalise-text.ts';

export interface NormaliserOptions {
  /** The tools in whose terms the recordings are: their schemas say what an argument may be. */
  readonly tools: readonly ToolDefinition[];
  readonly enabled: readonly Normalisation[];
  isReadOnly(tool: string): boolean;
  /** Dotted paths of the tool's arguments that are lists in any order (`lines[].tags`). */
  setsOf(tool: string): readonly string[];
}

/** When two tool calls are one and the same. */
export interface Normaliser {
  /** Equal for calls that differ at most in what is normalised. */
  textOf(call: Call): string;
  /** What it takes to see that two calls of equal text are the same; empty = they are written alike. */
  between(a: Call, b: Call): readonly Normalisation[];
}

export function normaliserOf({ tools, enabled, isReadOnly, setsOf }: NormaliserOptions): Normaliser {
  const schemas = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  const textOf = ({ name, arguments: args }: Call, on: readonly Normalisation[]): string => {
    const root = schemas.get(name) ?? {};
    const applied = isReadOnly(name) ? on : on.filter((one) => one !== 'white_space');
    const walk = new Walk(root, new Set(applied), new Set(setsOf(name)));
    return writtenText({ name, arguments: walk.value(args, shapeOf(root, root), '') });
  };
  return {
    textOf: (call) => textOf(call, enabled),
    between: (a, b) => {
      const same = (on: readonly Normalisation[]): boolean => textOf(a, on) === textOf(b, on);
      // One after the other is left out where the rest will do: several may explain the same difference.
      return enabled.reduce<readonly Normalisation[]>((needed, one) => {
        const others = needed.filter((other) => other !== one);
        return same(others) ? others : needed;
      }, enabled);
    },
  };
}

/** Name and arguments as they are written, but for the order of keys. */
export function writtenText(call: Call): string {
  return `${call.name} ${canonicalJson(call.arguments)}`;
}

/** Rewrites one call's arguments. Paths are dotted; `lines[]` stands for each item of a list. */
class Walk {
  readonly #root: JsonObject;
  readonly #on: ReadonlySet<Normalisation>;
  readonly #sets: ReadonlySet<string>;

  constructor(root: JsonObject, on: ReadonlySet<Normalisation>, sets: ReadonlySet<string>) {
    this.#root = root;
    this.#on = on;
    this.#sets = sets;
  }

  value(value: Json, shape: Shape, path: string): Json {
    if (typeof value === 'string') return normaliseText(value, shape, this.#on);
    if (Array.isArray(value)) return this.#list(value, shape, path);
    return isJsonObject(value) ? this.#object(value, shape, path) : value;
  }

  #list(list: readonly Json[], shape: Shape, path: string): Json[] {
    const itemsShape = itemShape(shape, this.#root);
    const items = list.map((item) => this.value(item, itemsShape, `${path}[]`));
    const isSet = this.#on.has('sets') && (shape.isSet || this.#sets.has(path));
    if (!isSet) return items;
    const byText = new Map(items.map((item) => [canonicalJson(item), item]));
    return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }

  #object(object: JsonObject, shape: Shape, path: string): JsonObject {
    const members = Object.entries(object).flatMap(([name, member]): [string, Json][] => {
      const own = memberShape(shape, name, this.#root);
      const at = path === '' ? name : `${path}.${name}`;
      const value = this.value(member, own, at);
      return this.#on.has('absent') && this.#saysNothing(value, own, at) ? [] : [[name, value]];
    });
    return Object.fromEntries(members);
  }

  #saysNothing(value: Json, { fallback, ...shape }: Shape, path: string): boolean {
    if (value === null || fallback === null) return saysNothing(value, { ...shape, fallback });
    const ours = this.value(fallback.value, { ...shape, fallback }, path);
    return saysNothing(value, { ...shape, fallback: { value: ours } });
  }
}
