import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChangeSet, isLfsPointer, type KeptElsewhere, keptElsewhere, readInside } from '../changes/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import type { Side, SideOptions } from '../replay/index.ts';

/** A pointer has three short lines. */
const MAX_POINTER_BYTES = 1024;

/** Changes that the settings name one by one: a file among them that is not there makes any result worthless. */
const NAMED: ReadonlySet<string> = new Set(['prompt', 'tool', 'model_pin']);

/**
 * The side, which is looked at after its `setup`: whether its checkout has what the pull request changes and git itself does not
 * keep, the contents of submodules and of files in Git LFS. Base and head would else run on the same nothing, and nothing would
 * differ. Where a submodule is not there, or a file that the settings name as prompt, tool or model pin, its opening throws a
 * UserError; other such files are among its problems.
 */
export async function withWhatIsElsewhere(
  side: SideOptions,
  repository: string,
  { affecting }: ChangeSet,
): Promise<SideOptions> {
  const paths = affecting.flatMap((change) => [change.path, 'oldPath' in change ? change.oldPath : null]);
  const kept = await keptElsewhere(repository, side.source, new Set(paths.filter((path) => path !== null)));
  if (kept.length === 0) return side;
  const named = new Set(affecting.filter(({ kind }) => NAMED.has(kind)).map(({ path }) => path));
  const readTools: SideOptions['readTools'] = async (checkout) => {
    const there = await Promise.all(kept.map((file) => isThere(checkout, file)));
    const absent = kept.filter((_, index) => there[index] === false);
    const fatal = absent.filter(({ kind, path }) => kind === 'submodule' || named.has(path));
    if (fatal.length > 0) throw new UserError(fatal.map((file) => problemOf(side.side, file)));
    const { problems, ...read } = await side.readTools(checkout);
    return {
      ...read,
      problems: [...problems, ...absent.map(({ path }) => `${cut(path, 200)} changes, but ${POINTER}`)],
    };
  };
  return { ...side, readTools };
}

const POINTER = 'the checkout holds only a pointer of Git LFS in its place';

async function isThere(checkout: string, { path, kind }: KeptElsewhere): Promise<boolean> {
  if (kind === 'submodule') return (await readdir(join(checkout, path)).catch(() => [])).length > 0;
  const read = await readInside(checkout, path, MAX_POINTER_BYTES);
  return read.kind !== 'text' || !isLfsPointer(read.text);
}

function problemOf(side: Side, { path, kind }: KeptElsewhere): Problem {
  const isSubmodule = kind === 'submodule';
  const what = isSubmodule ? 'the submodule is empty there' : POINTER;
  return {
    where: `${path} on ${side}`,
    message: `it changes, but ${what}: no replay would say anything of the change`,
    hint: isSubmodule
      ? `let agent.setup bring it, or, where the agent does not use it, take it out of agent.paths with "!${path}"`
      : 'have git lfs fetch it before pawl runs (lfs: true in actions/checkout), or let agent.setup bring it',
  };
}
