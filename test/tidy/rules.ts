import type { Finding, House } from './house.ts';
import { layerFindings, reachFindings } from './layers.ts';
import { parseFiles, type SourceText } from './parse.ts';
import { purityFindings } from './purity.ts';
import { styleFindings } from './style.ts';

/** All findings in a tree, a pure function of its texts. Sorted by path and line. */
export function tidyFindings(house: House, texts: readonly SourceText[]): Finding[] {
  const files = parseFiles(texts);
  return [
    ...layerFindings(house, files),
    ...purityFindings(house, files),
    ...reachFindings(house, files),
    ...styleFindings(files),
  ].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/**
 * The code map (lines such as "- `trace/json.ts`: what it holds", with " *" behind the name of an effect file) names every
 * file of `src`, and no file that is gone.
 */
export function codeMapFindings(house: House, readme: SourceText, paths: readonly string[]): Finding[] {
  const entries = [...readme.text.matchAll(/^- `([\w/-]+\.ts)`( \*)?: \S/gm)];
  const starred = new Map(entries.map(([, path, star]) => [`src/${path}`, star !== undefined]));
  const present = new Set(paths);
  const finding = (message: string): Finding => ({ path: readme.path, line: 1, rule: 'code-map', message });
  return [
    ...paths.filter((path) => !starred.has(path)).map((path) => finding(`give ${path} a line in the code map`)),
    ...[...starred.keys()].filter((path) => !present.has(path)).map((path) => finding(`${path} is gone: take it off`)),
    ...[...starred]
      .filter(([path, star]) => present.has(path) && star !== house.effectFiles.includes(path))
      .map(([path, star]) =>
        finding(`${path} is ${star ? 'no' : 'an'} effect file: ${star ? 'remove' : 'add'} its "*"`),
      ),
  ];
}
