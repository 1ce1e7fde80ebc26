import { posix } from 'node:path';
import { isAside, isSource, placeOf, type RepositoryFiles } from './files.ts';

/** Where prompts stand: in files of their own, within code, or nowhere that was seen. */
export type FoundPrompts =
  | { readonly kind: 'files'; readonly globs: readonly string[]; readonly count: number }
  /** `places` are `path:line`. */
  | { readonly kind: 'code'; readonly paths: readonly string[]; readonly places: readonly string[] }
  | { readonly kind: 'none' };

const TEXT = /\.(?:md|txt|prompt|prompty|j2|jinja2?|hbs|mustache|liquid|xml|ya?ml)$/;
const PROMPT_FOLDER = /^(?:system[-_])?prompts?$/i;
const PROMPT_NAME = /(?:^|[._-])(?:prompts?|instructions)(?=[._-])/i;
/** What the Claude Agent SDK reads by itself. */
const CLAUDE_FILES = /(?:^|\/)(?:CLAUDE\.md|\.claude\/(?:agents|skills|commands)\/.*\.md)$/;

/** A name that says "prompt", or the role of the system, beside the beginning of a text. */
const IN_CODE =
  /(?:system_?prompt|system_?message|instructions|\bSYSTEM\b)\w*["']?\s*[:=]\s*[fr]{0,2}["'`]|role["']?\s*:\s*["'](?:system|developer)["']\s*,\s*["']?content["']?\s*:\s*["'`]/i;

const MAX_CODE_FILES = 5;

export function findPrompts({ paths, textOf }: RepositoryFiles): FoundPrompts {
  const files = paths.filter((path) => !isAside(path) && isPrompt(path));
  if (files.length > 0) return { kind: 'files', globs: [...new Set(files.map(globOf))].sort(), count: files.length };
  const inCode = paths
    .filter((path) => isSource(path) && !isAside(path))
    .flatMap((path) => {
      const place = placeOf(path, textOf(path) ?? '', IN_CODE);
      return place === null ? [] : [{ path, place }];
    })
    .slice(0, MAX_CODE_FILES);
  if (inCode.length === 0) return { kind: 'none' };
  return { kind: 'code', paths: inCode.map(({ path }) => path), places: inCode.map(({ place }) => place) };
}

function isPrompt(path: string): boolean {
  if (CLAUDE_FILES.test(path) || /\.prompty?$/.test(path)) return true;
  if (!TEXT.test(path)) return false;
  return posix.dirname(path).split('/').some(isPromptFolder) || PROMPT_NAME.test(posix.basename(path));
}

function isPromptFolder(name: string): boolean {
  return PROMPT_FOLDER.test(name);
}

/** All of a folder of prompts, by the ending; a prompt that lies elsewhere by its own path. */
function globOf(path: string): string {
  const parts = path.split('/');
  const folder = parts.findIndex(isPromptFolder);
  if (folder === -1 || folder === parts.length - 1) return literal(path);
  return `${parts
    .slice(0, folder + 1)
    .map(literal)
    .join('/')}/**/*${posix.extname(path)}`;
}

/** A path as a glob that matches it alone. */
export function literal(path: string): string {
  return path.replaceAll(/[[\]{}()*?!+@\\]/g, '\\$&');
}
