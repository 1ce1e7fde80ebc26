import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { messageOf } from '../errors.ts';
import type { Json } from '../trace/index.ts';

type Path = readonly (string | number)[];

/** YAML read once: its value and where each part of it stands. */
export interface ConfigDocument {
  /** `null` for an empty text. Meaningless where `broken`. */
  readonly value: Json;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** The text is no YAML, so nothing more can be said about its value. */
  readonly broken: boolean;
  /** Line of the key or item at `path`, counted from 1; of its nearest ancestor where there is none. */
  readonly lineOf: (path: Path) => number;
}

const MAX_CHARACTERS = 1 << 20;
const MAX_ALIASES = 100;

export function readDocument(text: string): ConfigDocument {
  if (text.length > MAX_CHARACTERS) {
    const message = `expected at most ${MAX_CHARACTERS} characters, received ${text.length}`;
    return { value: null, faults: [{ line: 1, message }], broken: true, lineOf: () => 1 };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number): number => counter.linePos(offset).line;
  const found = [...document.errors, ...document.warnings];
  const faults = found.map((fault) => ({ line: line(fault.pos[0]), message: fault.message }));
  const lineOf = (path: Path): number => line(offsetOf(document.contents, path));
  const broken = found.some((fault) => fault.code !== 'DUPLICATE_KEY');
  if (broken) return { value: null, faults, broken, lineOf };
  try {
    // What YAML 1.2's core schema yields is JSON but for NaN and the infinities, which the schema check refuses.
    const value = (document.toJS({ maxAliasCount: MAX_ALIASES }) ?? null) as Json;
    return { value, faults, broken, lineOf };
  } catch (error) {
    return { value: null, faults: [...faults, { line: 1, message: messageOf(error) }], broken: true, lineOf };
  }
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(segment)];
      if (item === undefined) return offset;
      offset = (item as Node).range?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}
