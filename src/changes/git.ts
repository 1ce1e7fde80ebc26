import { cut, UserError } from '../errors.ts';
import { sha256 } from '../trace/index.ts';
import type { ChangedFile, ChangeRules, FileStatus } from './change.ts';
import { readTexts } from './git-blobs.ts';
import { type GitOptions, gitOutput, nulFields, runGit } from './git-process.ts';
import { withWorktreeTree } from './git-worktree.ts';
import { pathMatcher } from './globs.ts';
import { isLink, type LinkedFile, linkedFiles, type TreeEntry } from './links.ts';
import { agentMatcher } from './rules.ts';

/** Head may also be the working tree as it stands: changes that are not committed, and new files that git does not ignore. */
export type HeadSource = { readonly kind: 'commit'; readonly sha: string } | { readonly kind: 'worktree' };

const FULL_SHA = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** The full hash of the commit that a name stands for. @throws UserError where there is none, with what to do. */
export async function resolveCommit(repo: string, ref: string): Promise<string> {
  const isName = ref !== '' && !ref.includes('\0');
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { exitCode, stdout, stderr } = isName ? await runGit(args, { repo }) : NO_SUCH_NAME;
  const sha = stdout.toString('utf8').trim();
  if (exitCode === 0 && FULL_SHA.test(sha)) return sha;
  await gitOutput(['rev-parse', '--git-dir'], { repo }); // tells apart: no repository at all
  const detail = stderr.trim() === '' ? '' : ` (${cut(stderr, 200)})`;
  const hint = (await isShallow(repo))
    ? 'this is a shallow clone: fetch the whole history (fetch-depth: 0 in actions/checkout, or git fetch --unshallow)'
    : 'check the name with git log, or fetch it first with git fetch';
  throw new UserError({
    where: null,
    message: `expected a commit, received ${JSON.stringify(cut(ref, 100))}, which ${repo} does not have${detail}`,
    hint,
  });
}

const NO_SUCH_NAME = { exitCode: 1, stdout: Buffer.alloc(0), stderr: '' };

/** The commit from which both have come. Both are full hashes. @throws UserError where they share no history here. */
export async function mergeBase(repo: string, a: string, b: string): Promise<string> {
  const { exitCode, stdout } = await runGit(['merge-base', '--end-of-options', fullSha(a), fullSha(b)], { repo });
  const sha = stdout.toString('utf8').trim();
  if (exitCode === 0 && FULL_SHA.test(sha)) return sha;
  const hint = (await isShallow(repo))
    ? 'this is a shallow clone: fetch the whole history (fetch-depth: 0 in actions/checkout, or git fetch --unshallow)'
    : 'head must be a branch that came from the target branch';
  throw new UserError({ where: null, message: `${short(a)} and ${short(b)} have no merge base in ${repo}`, hint });
}

/** A file's text at a commit, bytes that are no UTF-8 as U+FFFD; null = there is no such file. @throws UserError over 1 MiB. */
export async function readFileAt(repo: string, sha: string, path: string): Promise<string | null> {
  const entries = await listTree({ repo }, fullSha(sha));
  const entry = entries.find((one) => one.path === path && one.mode.startsWith('100'));
  if (entry === undefined) return null;
  const text = (await readTexts({ repo }, [entry.oid])).get(entry.oid);
  if (text !== undefined && text !== null) return text;
  const where = `${path} at ${short(sha)}`;
  throw new UserError({ where, message: 'expected a text file of at most 1 MiB', hint: null });
}

/** Paths of the files at a commit that match the globs (`!` takes out again), in git's order. */
export async function listFilesAt(repo: string, sha: string, globs: readonly string[]): Promise<readonly string[]> {
  const matches = pathMatcher(globs);
  const entries = await listTree({ repo }, fullSha(sha));
  return entries.map(({ path }) => path).filter(matches);
}

/** What differs between base and head, renames found, with both texts. `baseSha` is a full hash. */
export async function changedFiles(repo: string, baseSha: string, head: HeadSource): Promise<readonly ChangedFile[]> {
  return atHead(repo, head, async (git, tree) => {
    const args = ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', '--no-commit-id', '--end-of-options'];
    const differences = parseRaw(nulFields(await gitOutput([...args, fullSha(baseSha), tree], git)));
    const texts = await readTexts(
      git,
      differences.flatMap(({ blobs }) => blobs.filter((oid) => oid !== null)),
    );
    const textOf = (oid: string | null): string | null => (oid === null ? null : (texts.get(oid) ?? null));
    return differences.map(({ path, oldPath, status, blobs: [base, now] }) => {
      return { path, oldPath, status, baseText: textOf(base), headText: textOf(now) };
    });
  });
}

/**
 * Identity of an agent version: a hash of the names, modes and contents of all files that make up the agent, also of those that
 * it reaches over a link alone.
 */
export async function treeHash(repo: string, head: HeadSource, rules: ChangeRules): Promise<string> {
  const isAgent = agentMatcher(rules);
  return atHead(repo, head, async (git, tree) => {
    const entries = (await listTree(git, tree)).filter(({ path }) => isAgent(path));
    const linked = (await readLinks(git, tree)).filter(({ name, entry }) => isAgent(name) && !isAgent(entry.path));
    const all = [...entries, ...linked.map(({ name, entry }) => ({ ...entry, path: name }))];
    return sha256(all.map(({ mode, oid, path }) => `${mode} ${oid} ${path}\0`).join(''));
  });
}

/** Path of a file or of a link -> the other names under which an agent reaches what it holds, on any of the sides. */
export async function namesOverLinks(
  repo: string,
  sides: readonly HeadSource[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map<string, Set<string>>();
  for (const side of sides) {
    for (const { name, links, entry } of await atHead(repo, side, readLinks)) {
      for (const path of [entry.path, ...links]) names.set(path, (names.get(path) ?? new Set()).add(name));
    }
  }
  return names;
}

/** A file of which git keeps no more than a note of where it is to be had. */
export interface KeptElsewhere {
  readonly path: string;
  readonly kind: 'submodule' | 'lfs';
}

/** Those of the paths at which one side has a submodule, or a file that Git LFS keeps. */
export async function keptElsewhere(
  repo: string,
  side: HeadSource,
  paths: ReadonlySet<string>,
): Promise<readonly KeptElsewhere[]> {
  return atHead(repo, side, async (git, tree) => {
    const entries = (await listTree(git, tree)).filter(({ path }) => paths.has(path));
    const files = entries.filter(({ mode }) => mode.startsWith('100'));
    const texts =
      files.length === 0
        ? new Map()
        : await readTexts(
            git,
            files.map(({ oid }) => oid),
          );
    return entries.flatMap(({ mode, oid, path }): readonly KeptElsewhere[] => {
      if (mode === SUBMODULE_MODE) return [{ path, kind: 'submodule' }];
      return isLfsPointer(texts.get(oid) ?? '') ? [{ path, kind: 'lfs' }] : [];
    });
  });
}

const SUBMODULE_MODE = '160000';

/** What stands in the place of a file that Git LFS keeps (its specification, "The Pointer"). */
export function isLfsPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/spec/v1\n');
}

async function readLinks(git: GitOptions, tree: string): Promise<readonly LinkedFile[]> {
  const entries = await listTree(git, tree);
  const links = entries.filter(isLink).map(({ oid }) => oid);
  return links.length === 0 ? [] : linkedFiles(entries, await readTexts(git, links));
}

function atHead<T>(repo: string, head: HeadSource, use: (git: GitOptions, tree: string) => Promise<T>): Promise<T> {
  return head.kind === 'commit' ? use({ repo }, fullSha(head.sha)) : withWorktreeTree(repo, use);
}

/** Trees, by repository and id: they never change, and a gate asks for those of base and head again and again. */
const trees = new Map<string, Promise<readonly TreeEntry[]>>();
const MAX_TREES = 4;

function listTree(git: GitOptions, tree: string): Promise<readonly TreeEntry[]> {
  const key = JSON.stringify([git.repo, tree]);
  const known = trees.get(key) ?? readTree(git, tree);
  trees.delete(key);
  const [oldest] = trees.keys();
  if (oldest !== undefined && trees.size >= MAX_TREES) trees.delete(oldest);
  trees.set(key, known);
  known.catch(() => trees.delete(key));
  return known;
}

async function readTree(git: GitOptions, tree: string): Promise<readonly TreeEntry[]> {
  const output = await gitOutput(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', tree], git);
  return nulFields(output).map((field) => {
    const tab = field.indexOf('\t');
    const [mode = '', , oid = ''] = field.slice(0, tab).split(' ');
    return { mode, oid, path: field.slice(tab + 1) };
  });
}

interface Difference {
  readonly path: string;
  readonly oldPath: string | null;
  readonly status: FileStatus;
  /** Of base and head; null = no regular file there. */
  readonly blobs: readonly [string | null, string | null];
}

const STATUSES: Readonly<Record<string, FileStatus>> = { A: 'added', D: 'removed', R: 'renamed' };

/** `:oldmode newmode oldoid newoid STATUS`, then one path, or two for a rename. */
function parseRaw(fields: readonly string[]): readonly Difference[] {
  const differences: Difference[] = [];
  for (let i = 0; i < fields.length; ) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = '', letter = ''] = fields[i]?.slice(1).split(' ') ?? [];
    const status = STATUSES[letter[0] ?? ''] ?? 'modified';
    const isRename = status === 'renamed';
    const first = fields[i + 1] ?? '';
    const path = isRename ? (fields[i + 2] ?? '') : first;
    const blob = (mode: string, oid: string): string | null => (mode.startsWith('100') ? oid : null);
    differences.push({
      path,
      oldPath: isRename ? first : null,
      status,
      blobs: [blob(oldMode, oldOid), blob(newMode, newOid)],
    });
    i += isRename ? 3 : 2;
  }
  return differences;
}

/** Whether the history that is here begins somewhere in the middle. */
export async function isShallow(repo: string): Promise<boolean> {
  const { stdout } = await runGit(['rev-parse', '--is-shallow-repository'], { repo });
  return stdout.toString('utf8').trim() === 'true';
}

/** Only what `resolveCommit` gives reaches git as a revision, so that no name can be read as an option. */
function fullSha(sha: string): string {
  if (FULL_SHA.test(sha)) return sha;
  throw new Error(`expected a full commit hash, received ${cut(sha, 60)}`);
}

function short(sha: string): string {
  return sha.slice(0, 12);
}
