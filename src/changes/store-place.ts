import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { cut, UserError } from '../errors.ts';
import { isMissing, pathInside } from './checkout-files.ts';
import { gitOutput, nulFields } from './git-process.ts';

/**
 * What stands in the store is taken for drawn by pawl, so a pull request must not be able to write there: no file of the
 * repository lies in it and no link of the repository leads to it. A store elsewhere is the user's own affair.
 * @throws UserError where that is not so.
 */
export async function assertStoreIsOurs(repository: string, storeDirectory: string): Promise<void> {
  const root = await realpath(repository);
  const store = resolve(storeDirectory);
  const link = await linkBelow(root, store);
  if (link !== null) throw foreignStore(store, `${link} is a link, which the repository may have set`);
  const inside = pathInside(root, await realPathOf(store));
  if (inside === null) return;
  const place = foldersOf(inside);
  const listed = nulFields(await gitOutput(['ls-files', '-z', '--cached'], { repo: root }));
  // A tracked file or submodule in the place of a folder above the store counts too.
  const tracked = listed.find((path) => {
    const other = foldersOf(path);
    return (place.length < other.length ? place : other).every((_, i) => place[i] === other[i]);
  });
  if (tracked !== undefined) throw foreignStore(store, `git tracks ${cut(tracked, 200)} in it`);
}

/** Without case: on many systems `.Pawl` is `.pawl`. */
function foldersOf(path: string): readonly string[] {
  return path === '' ? [] : path.toLowerCase().split(/[\\/]/);
}

function foreignStore(store: string, why: string): UserError {
  return new UserError({
    where: store,
    message: `expected a store that only pawl writes to: ${why}`,
    hint: 'remove it from the repository, or give --store a folder outside of it',
  });
}

/** The first link on the way from the repository down to the path; null where there is none. */
async function linkBelow(root: string, path: string): Promise<string | null> {
  let link: string | null = null;
  // The user may have come to the repository itself by a link: what is above it is not the repository's doing.
  let below: string | null = null;
  for (let at = path; ; at = dirname(at)) {
    if ((await realpath(at).catch(() => null)) === root) below = link;
    const isLink = await lstat(at).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) link = at;
    if (at === dirname(at)) return below;
  }
}

/** Where a path leads that need not be there yet. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || path === dirname(path)) throw error;
    return join(await realPathOf(dirname(path)), basename(path));
  }
}
