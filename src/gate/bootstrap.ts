import { basename } from 'node:path/posix';
import { type ChangedFile, pathHistory } from '../changes/index.ts';
import type { Settings } from '../config/index.ts';
import type { ModelMode } from '../replay/index.ts';
import type { Adoption } from '../report/index.ts';

/** Base or the target branch has no settings. `refused`: the gate ends in an error, and says why. */
export type Bootstrap = Adoption['kind'] | { readonly refused: string };

interface AdoptionQuestion {
  readonly repository: string;
  /** Full hash of the target branch's tip. */
  readonly target: string;
  /** The target branch's settings; null = it has none. */
  readonly policy: Settings | null;
  readonly configPath: string;
  readonly files: readonly ChangedFile[];
  readonly mode: ModelMode;
}

/**
 * Whether a pull request without a base to compare with may pass on head alone. It may where the target branch says
 * `gate.bootstrap: true`, and on the first installation of an agent, which is this: no commit that the target branch can
 * reach ever had its settings file, and the pull request takes away no other file of that name (else settings could be
 * removed, or moved, to get past the gate). What a store holds is not asked: it is a cache, and others may share it.
 */
export async function adoptionOf(question: AdoptionQuestion): Promise<Bootstrap> {
  const { repository, target, policy, configPath, files, mode } = question;
  if (policy !== null && !policy.bootstrap)
    return { refused: 'this branch was cut before the target branch had settings: update it' };
  if (policy === null) {
    const history = await pathHistory(repository, target, configPath);
    if (history === 'touched') return { refused: `the target branch had ${configPath} before: restore it there first` };
    if (history === 'unknown')
      return { refused: 'the clone is shallow, so whether pawl is new here cannot be told: set fetch-depth: 0' };
    const gone = files.map(({ status, path, oldPath }) => (status === 'removed' ? path : oldPath));
    const other = gone.find((path) => path !== null && basename(path) === basename(configPath));
    if (other !== undefined)
      return { refused: `this pull request takes ${other} away, so this is not the first installation` };
  }
  if (mode === 'recorded')
    return { refused: 'to adopt pawl head is run once with its model, and here nothing may be drawn' };
  return policy === null ? 'first_installation' : 'declared';
}
