import { posix } from 'node:path';
import { isJsonObject, type Json, parseJson } from '../trace/index.ts';
import { isAside, type RepositoryFiles } from './files.ts';
import { FRAMEWORKS, type Framework } from './frameworks.ts';

export type Language = 'node' | 'python';

/** A folder with a manifest, and what the manifest says. */
export interface Manifest {
  readonly language: Language;
  readonly path: string;
  /** Of the manifest; `.` = the repository's root. */
  readonly folder: string;
  readonly name: string | null;
  readonly dependencies: ReadonlySet<string>;
  readonly frameworks: readonly Framework[];
  /** The script that starts it, as npm knows it. */
  readonly startScript: string | null;
}

const PYTHON_MANIFEST = /(?:^|\/)(?:pyproject\.toml|requirements\.txt|Pipfile)$/;

/** All manifests, those of LLM agents first, then the ones nearer to the root. */
export function findManifests({ paths, textOf }: RepositoryFiles): readonly Manifest[] {
  const found = paths
    .filter((path) => !isAside(path))
    .flatMap((path): Manifest[] => {
      const text = textOf(path);
      if (text === null) return [];
      if (posix.basename(path) === 'package.json') return [nodeManifest(path, text)];
      return PYTHON_MANIFEST.test(path) ? [pythonManifest(path, text)] : [];
    });
  const depth = ({ folder }: Manifest): number => (folder === '.' ? 0 : folder.split('/').length);
  return found.sort((a, b) => Number(b.frameworks.length > 0) - Number(a.frameworks.length > 0) || depth(a) - depth(b));
}

function nodeManifest(path: string, text: string): Manifest {
  const value = parseJson(text) ?? null;
  const members = (key: string): Readonly<Record<string, Json>> => {
    const member = isJsonObject(value) ? value[key] : undefined;
    return member !== undefined && isJsonObject(member) ? member : {};
  };
  const dependencies = new Set(Object.keys({ ...members('devDependencies'), ...members('dependencies') }));
  const name = isJsonObject(value) && typeof value.name === 'string' ? value.name : null;
  const { start } = members('scripts');
  return manifest('node', path, name, dependencies, typeof start === 'string' ? start : null);
}

/** Requirements as PEP 508 begins them; a manifest is read for names alone, so its grammar does not matter. */
function pythonManifest(path: string, text: string): Manifest {
  const name = /^name\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? null;
  const words = [...text.matchAll(/(?:^|["'])\s*([A-Za-z][\w.-]*)\s*(?=[[=<>~!;"'\s]|$)/gm)];
  const dependencies = new Set(words.map(([, word = '']) => word.toLowerCase().replaceAll(/[_.]/g, '-')));
  return manifest('python', path, name, dependencies, null);
}

function manifest(
  language: Language,
  path: string,
  name: string | null,
  dependencies: ReadonlySet<string>,
  startScript: string | null,
): Manifest {
  const frameworks = FRAMEWORKS.filter((one) => one.language === language && dependencies.has(one.package));
  return { language, path, folder: posix.dirname(path), name, dependencies, frameworks, startScript };
}
