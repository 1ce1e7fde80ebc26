/** What the rules know about the tree. Paths are relative to the repository's root. */
export interface House {
  /** Folders and top-level files of `src`, left to right: one may import only from itself or from its left. */
  readonly kernel: readonly string[];
  /** Between stages only types are imported. */
  readonly stages: readonly string[];
  readonly top: readonly string[];
  /** Parts of `top` that may call stages. */
  readonly callers: readonly string[];
  /** Folders that have no door: each file is one of its own (a command is loaded by its name). */
  readonly doorless: readonly string[];
  /** Parts that may touch the world as a whole. */
  readonly effectParts: readonly string[];
  /** The other files that may touch the world. */
  readonly effectFiles: readonly string[];
  /** Files that are started, not imported. */
  readonly entries: readonly string[];
  readonly purePackages: readonly string[];
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export function formatFinding({ path, line, rule, message }: Finding): string {
  return `${path}:${line}: ${message} [${rule}]`;
}

/** `src/trace/json.ts` -> `trace`, `src/errors.ts` -> `errors`, anything outside of `src` -> null. */
export function partOf(path: string): string | null {
  const [root, part] = path.split('/');
  return root === 'src' && part !== undefined ? part.replace(/\.ts$/, '') : null;
}

export function isEffect(house: House, path: string): boolean {
  return house.effectFiles.includes(path) || house.effectParts.includes(partOf(path) ?? '');
}
