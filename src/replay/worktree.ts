import { execFile } from 'node:child_process';
import {
  chmod,
  constants,
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rm,
  rmdir,
  symlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { cut, messageOf, UserError } from '../errors.ts';
import { killUser } from './process-tree.ts';
import type { Side } from './trial.ts';

/** One side of the pull request as files: `root` holds `repo`, `home` and `tmp`, outside of the user's repository. */
export interface Checkout {
  readonly side: Side;
  readonly root: string;
  readonly repo: string;
  readonly home: string;
  readonly tmp: string;
  /** As its repository says; left out = none. */
  readonly hidden?: readonly string[];
  /** Removes all of it, after what still runs as the user of its own that it was given to. The agent must have ended. */
  close(): Promise<void>;
}

export type CheckoutSource =
  | { readonly kind: 'commit'; readonly sha: string }
  /** The working tree as it stands: tracked files and untracked ones that are not ignored. */
  | { readonly kind: 'worktree' };

/** The user's repository, and the environment that git gets PATH and HOME from. */
export interface Repository {
  /** Absolute path of the repository's root. */
  readonly path: string;
  readonly parentEnvironment: Readonly<Record<string, string | undefined>>;
  /** Real paths of folders that nothing of a side is to see, as far as its isolation can hide them. Left out = none. */
  readonly hidden?: readonly string[];
}

const PARENT_NAME = /^pawl-checkouts-(\d+)-\w+$/;

/**
 * A new folder in `tmpdir` for the checkouts of this run, which other users may pass through but not list. What killed
 * runs of pawl left there, and in the repository's list of worktrees, is removed.
 */
export async function makeCheckoutParent(repository: Repository, tmpdir: string): Promise<string> {
  const place = await realpath(tmpdir);
  await removeLeftovers(repository, place);
  const parent = await mkdtemp(join(place, `pawl-checkouts-${process.pid}-`));
  await chmod(parent, 0o711);
  return parent;
}

export async function openCheckout(options: {
  repository: Repository;
  side: Side;
  source: CheckoutSource;
  parentDir: string;
}): Promise<Checkout> {
  const { repository, side, source } = options;
  const root = join(options.parentDir, side);
  const { repo, home, tmp } = foldersIn(root);
  const close = async () => {
    const found = await lstat(root).catch(() => null);
    if (found !== null) await killUser(found.uid);
    await removeTree(repository, root);
    if (source.kind === 'commit') await git(repository, ['worktree', 'remove', '--force', '--force', repo]);
    // Fails for all but the last side to close, which finds the folder empty.
    await rmdir(options.parentDir).catch(() => undefined);
  };
  // Closed from the start: the other side's setup and agent may be at work.
  await mkdir(root, { mode: 0o700 });
  for (const folder of [home, tmp]) await mkdir(folder);
  try {
    if (source.kind === 'commit') await addWorktree(repository, repo, source.sha);
    else await copyWorkingTree(repository, repo);
  } catch (error) {
    await removeTree(repository, root);
    throw new UserError({
      where: repository.path,
      message: `cannot check out ${source.kind === 'commit' ? source.sha : 'the working tree'} for ${side}: ${messageOf(error)}`,
      hint: hintFor(messageOf(error)),
    });
  }
  return { side, root, repo, home, tmp, hidden: repository.hidden ?? [], close };
}

/** The same files in the place of the other side, for who must not share them with the agent. */
export async function copyCheckout(repository: Repository, checkout: Checkout): Promise<Checkout> {
  const side = checkout.side === 'base' ? 'head' : 'base';
  const root = join(dirname(checkout.root), side);
  const close = async (): Promise<void> => {
    const found = await lstat(root).catch(() => null);
    if (found !== null) await killUser(found.uid);
    await removeTree(repository, root);
  };
  try {
    await mkdir(root, { mode: 0o700 });
    await cp(checkout.root, root, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  } catch (error) {
    await removeTree(repository, root);
    throw error;
  }
  return { side, root, ...foldersIn(root), hidden: repository.hidden ?? [], close };
}

function foldersIn(root: string): Pick<Checkout, 'repo' | 'home' | 'tmp'> {
  return { repo: join(root, 'repo'), home: join(root, 'home'), tmp: join(root, 'tmp') };
}

function hintFor(message: string): string | null {
  if (/invalid reference|not a valid object|unable to read tree|bad object/i.test(message))
    return 'is the commit here? A shallow clone needs fetch-depth: 0';
  if (/read-only file system|permission denied/i.test(message))
    return 'pawl must be able to write to the .git folder (where git lists its worktrees) and to the temporary folder';
  if (/no space left/i.test(message)) return 'make room, or set TMPDIR to a folder with more';
  return null;
}

async function addWorktree(repository: Repository, path: string, sha: string): Promise<void> {
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) throw new Error('expected a full commit hash');
  await git(repository, ['worktree', 'add', '--detach', '--end-of-options', path, sha]);
}

async function copyWorkingTree(repository: Repository, target: string): Promise<void> {
  await mkdir(target);
  const listed = await git(repository, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const source = await realpath(repository.path);
  const folders = new Map<string, Promise<boolean>>();
  const makeFolder = async (folder: string) => {
    // A tracked file below a path that is a link by now is deleted in git's eyes, and would be written through the link.
    const real = await realpath(join(source, folder)).catch(() => null);
    if (real !== join(source, folder)) return false;
    await mkdir(join(target, folder), { recursive: true });
    return true;
  };
  const copy = async (path: string) => {
    const folder = dirname(path);
    const made = folders.get(folder) ?? makeFolder(folder);
    folders.set(folder, made);
    if (await made) await copyOne(join(source, path), join(target, path));
  };
  const limit = pLimit(32);
  const paths = new Set(listed.split('\0').filter((path) => path !== ''));
  await Promise.all([...paths].map((path) => limit(copy, path)));
  await addLeftOut(repository, target);
}

/** A sparse working tree lacks files that nobody has deleted: they come from the index. */
async function addLeftOut(repository: Repository, target: string): Promise<void> {
  const tagged = (await git(repository, ['ls-files', '-z', '-t', '--cached'])).split('\0');
  const leftOut = tagged.flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
  // Somebody may have written one of them all the same.
  const copied = await Promise.all(leftOut.map((path) => lstat(join(target, path)).catch(() => null)));
  const lacking = leftOut.flatMap((path, index) => (copied[index] === null ? [`${path}\0`] : [])).join('');
  if (lacking === '') return;
  const to = ['checkout-index', '-z', '--stdin', '--ignore-skip-worktree-bits', `--prefix=${target}/`];
  await git(repository, to, lacking);
}

async function copyOne(from: string, to: string): Promise<void> {
  const found = await lstat(from).catch(() => null);
  // Deleted but still in the index; or a folder, which is a repository within this one: submodules are left out.
  if (found === null || found.isDirectory()) return;
  if (found.isSymbolicLink()) await symlink(await readlink(from), to);
  else if (found.isFile()) await copyFile(from, to);
}

/** Never touches what belongs to a run that is alive, nor what another user made. */
async function removeLeftovers(repository: Repository, place: string): Promise<void> {
  const listed = await git(repository, ['worktree', 'list', '--porcelain']);
  const parents = (await readdir(place)).filter(isLeftover);
  for (const parent of parents) {
    const path = join(place, parent);
    const found = await lstat(path);
    if (found.isDirectory() && found.uid === process.getuid?.()) await removeTree(repository, path);
  }
  const worktrees = listed.split('\n').flatMap((line) => (line.startsWith('worktree ') ? [line.slice(9)] : []));
  for (const path of worktrees.filter((one) => isLeftover(basename(dirname(dirname(one)))))) {
    await git(repository, ['worktree', 'remove', '--force', '--force', path]);
  }
}

function isLeftover(name: string): boolean {
  const pid = PARENT_NAME.exec(name)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Package managers write folders that nobody may write into: those are opened first where we are not root. */
async function removeTree(repository: Repository, path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 3 } as const;
  try {
    await rm(path, options);
  } catch {
    await promisify(execFile)('chmod', ['-R', 'u+rwX', '--', path], { env: environmentOf(repository) });
    await rm(path, options);
  }
}

/** No key of the caller's: what git starts (a filter) is the repository's choice. */
function environmentOf({ parentEnvironment: { PATH, HOME } }: Repository) {
  return { PATH, HOME, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
}

/**
 * No hooks, no odd transports, no prompts, no submodules, nothing of the caller's environment but PATH and HOME. All files: what
 * a sparse checkout leaves out for a person's comfort the agent may read, and a change of it would not be seen.
 */
async function git(repository: Repository, args: readonly string[], input = ''): Promise<string> {
  const safe = [
    'core.hooksPath=/dev/null',
    'protocol.ext.allow=never',
    'submodule.recurse=false',
    'core.fsmonitor=false',
    'core.sparseCheckout=false',
  ];
  const all = ['-C', repository.path, ...safe.flatMap((setting) => ['-c', setting]), ...args];
  try {
    const running = promisify(execFile)('git', all, { env: environmentOf(repository), maxBuffer: 1024 ** 3 });
    // Git may end before it has read all; how it ended tells more than that.
    running.child.stdin?.on('error', () => undefined).end(input);
    return (await running).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(cut(said === '' ? messageOf(error) : said, 500));
  }
}
