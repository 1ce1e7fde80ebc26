import { posix } from 'node:path';
import { readTools } from '../changes/index.ts';
import { isJsonObject, type JsonObject, parseJson } from '../trace/index.ts';
import { isAside, isSource, placeOf, type RepositoryFiles } from './files.ts';
import { literal } from './prompts.ts';

export interface FoundTools {
  /** Globs of JSON files that define tools. */
  readonly globs: readonly string[];
  /** Of the tools in these files. */
  readonly names: readonly string[];
  /** Of those, the ones whose names say that they only read. */
  readonly reading: readonly string[];
  /** `path:line` where tools are defined in code. */
  readonly inCode: readonly string[];
}

/** How the common libraries define a tool in code. */
const IN_CODE =
  /(?<![\w.])tool\(\s*[{'"`(a-z]|@(?:function_)?tool\b|(?:zodFunction|zodResponsesFunction|betaZodTool|betaTool)\(|new (?:Dynamic)?(?:Structured)?Tool\(|\b(?:input_schema|inputSchema)["']?\s*[:=]/;

const READING =
  /^(?:get|list|search|look_?up|find|read|fetch|query|check|show|describe|count|view|track|calculate)(?=$|[_-]|[A-Z])/;

const MAX_PLACES = 5;

export function findTools({ paths, textOf }: RepositoryFiles): FoundTools {
  const inside = paths.filter((path) => !isAside(path));
  const files = inside
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) => {
      const names = namesIn(path, textOf(path) ?? '');
      return names.length === 0 ? [] : [{ path, names }];
    });
  const names = [...new Set(files.flatMap((file) => file.names))].sort();
  const isTool = new Set(files.map(({ path }) => path));
  const inCode = inside
    .filter(isSource)
    .flatMap((path) => placeOf(path, textOf(path) ?? '', IN_CODE) ?? [])
    .slice(0, MAX_PLACES);
  return {
    globs: [...new Set(files.map(({ path }) => globOf(path, isTool, paths)))].sort(),
    names,
    reading: names.filter((name) => READING.test(name)),
    inCode,
  };
}

/** Names of the tools that a file defines; [] = it is something else. A name alone makes no tool: manifests have one too. */
function namesIn(path: string, text: string): readonly string[] {
  const value = parseJson(text);
  if (value === undefined || ![value].flat().every((item) => isJsonObject(item) && hasParameters(item))) return [];
  const read = readTools(text, path);
  return 'problem' in read ? [] : read.tools.map(({ name }) => name);
}

function hasParameters(item: JsonObject): boolean {
  const { function: inner } = item;
  const tool = item.type === 'function' && isJsonObject(inner) ? inner : item;
  return 'parameters' in tool || 'input_schema' in tool;
}

/** All of a folder where every JSON file defines tools, else the file alone. */
function globOf(path: string, isTool: ReadonlySet<string>, paths: readonly string[]): string {
  const folder = posix.dirname(path);
  const beside = paths.filter((other) => posix.dirname(other) === folder && other.endsWith('.json'));
  if (folder === '.' || beside.length < 2 || !beside.every((other) => isTool.has(other))) return literal(path);
  return `${literal(folder)}/*.json`;
}
