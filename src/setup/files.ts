import { posix } from 'node:path';

/** A repository as it lies on the disk: every path, with `/` and relative to its root, and the texts that were read. */
export interface RepositoryFiles {
  readonly paths: readonly string[];
  readonly textOf: (path: string) => string | null;
}

/** Of larger files nothing is looked at. */
export const MAX_LOOKED_AT_BYTES = 256 * 1024;

const SOURCES = /\.(?:[cm]?[jt]sx?|py)$/;
const TEXTS = /\.(?:json|jsonl|ya?ml|toml|txt|md|prompt|prompty|j2|jinja2?|hbs|mustache|liquid)$/;
const BY_NAME = /(?:^|\/)(?:\.gitignore|\.nvmrc|\.node-version|\.python-version|Pipfile)$/;

/** Files whose text is looked at: sources, manifests, prompts, definitions. */
export function isLookedAt(path: string): boolean {
  return (
    (SOURCES.test(path) || TEXTS.test(path) || BY_NAME.test(path)) && !/(?:^|\/)(?:node_modules|\.venv)\//.test(path)
  );
}

export function isSource(path: string): boolean {
  return SOURCES.test(path);
}

const ASIDE =
  /(?:^|\/)(?:tests?|__tests__|spec|fixtures|docs?|examples?|dist|build|vendor|node_modules|\.github|\.pawl)\//i;
const ASIDE_FILE = /(?:[._-](?:test|spec)\.[^/]*|(?:^|\/)(?:test_[^/]*|conftest)\.py|\.d\.ts)$/;

/** Tests, documentation and what was built: they say nothing about what the agent does. */
export function isAside(path: string): boolean {
  return ASIDE.test(path) || ASIDE_FILE.test(path);
}

/** Whether a path lies in a folder, `.` = the root. */
export function isBelow(folder: string, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** A path as the commands of a folder would write it. */
export function fromFolder(folder: string, path: string): string {
  return posix.relative(folder, path);
}

/** Where a text begins to match: `path:line`; null = nowhere. */
export function placeOf(path: string, text: string, pattern: RegExp): string | null {
  const at = text.search(pattern);
  return at === -1 ? null : `${path}:${text.slice(0, at).split('\n').length}`;
}
