import type { Change, ChangedFile, ChangeRules } from './change.ts';
import { classifier } from './rules.ts';

type FactorName = 'prompts' | 'tools' | 'model pins' | 'code';

/** Changed files that are swapped together. */
export interface Factor {
  readonly name: FactorName;
  /** Paths of either side, ascending; a renamed file has both. */
  readonly paths: readonly string[];
}

const NAMES: readonly FactorName[] = ['prompts', 'tools', 'model pins', 'code'];

/**
 * What can be swapped one at a time: `affecting` changes by what their files are. A file is swapped whole: one that holds a
 * model pin and other changes goes with the others. Settings that start the agent in another way are code.
 */
export function factorsOf(
  files: readonly ChangedFile[],
  affecting: readonly Change[],
  rules: ChangeRules,
): readonly Factor[] {
  const kindOf = classifier(rules);
  const nameOf = (path: string): FactorName => {
    const kind = kindOf(path);
    if (kind === 'prompt') return 'prompts';
    if (kind === 'tool') return 'tools';
    return affecting.every((change) => change.path !== path || change.kind === 'model_pin') ? 'model pins' : 'code';
  };
  const changed = new Set(affecting.map(({ path }) => path));
  const swapped = [...changed].flatMap((path) => {
    const old = files.find((file) => file.path === path)?.oldPath ?? null;
    const name = nameOf(path);
    return [{ name, path }, ...(old === null || changed.has(old) ? [] : [{ name, path: old }])];
  });
  return NAMES.flatMap((name) => {
    const paths = swapped.flatMap((one) => (one.name === name ? [one.path] : []));
    return paths.length === 0 ? [] : [{ name, paths: paths.sort() }];
  });
}
