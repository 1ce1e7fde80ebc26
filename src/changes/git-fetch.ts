import { cut, UserError } from '../errors.ts';
import { type GitOptions, runGit } from './git-process.ts';

/** Commits of history that a fetch brings, more each time; null = all that there is. */
const DEPTHS = [50, 500, null] as const;
const FETCH_TIMEOUT_MS = 120_000;
const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const REMOTE_BRANCH = /^origin\/(?<branch>[\w.-]+(?:\/[\w.-]+)*)$/;
const OPTIONS = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--end-of-options'];

/**
 * Fetches from `origin` what a shallow clone lacks: both commits and the history down to their merge base. `base` and `head`
 * are full hashes or `origin/BRANCH`; what else names a commit is left to the clone. With whatever access the checkout has
 * left behind: no token is handed to git. Returns what was done, in words, and what did not work; the gate itself then says
 * what is missing. Nothing is fetched where nothing is missing.
 */
export async function fetchHistory(repo: string, base: string, head: string): Promise<readonly string[]> {
  const said: string[] = [];
  for (const depth of DEPTHS) {
    if (await hasMergeBase(repo, base, head)) return said;
    const shallow = await isShallow({ repo });
    const wanted = [base, head].flatMap(refspec);
    if (wanted.length === 0 || (!shallow && (await hasAll(repo, [base, head])))) return said;
    const problem = await fetched(repo, wanted, shallow ? depthArgument(depth) : []);
    if (problem !== null) return [...said, `git fetch did not work: ${problem}`];
    said.push(
      shallow ? `the clone is shallow: fetched ${depth ?? 'all'} commits of history` : 'fetched missing commits',
    );
  }
  return said;
}

function refspec(name: string): readonly string[] {
  if (FULL_SHA.test(name)) return [name];
  const branch = REMOTE_BRANCH.exec(name)?.groups?.branch;
  return branch === undefined || branch.includes('..') ? [] : [`+refs/heads/${branch}:refs/remotes/origin/${branch}`];
}

async function hasMergeBase(repo: string, base: string, head: string): Promise<boolean> {
  const { exitCode } = await runGit(['merge-base', '--end-of-options', base, head], { repo });
  return exitCode === 0;
}

async function hasAll(repo: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    names.map((name) => runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], { repo })),
  );
  return found.every(({ exitCode }) => exitCode === 0);
}

function depthArgument(depth: number | null): readonly string[] {
  return [depth === null ? '--unshallow' : `--depth=${depth}`];
}

/** null = it worked. */
async function fetched(
  repo: string,
  wanted: readonly string[],
  depthArguments: readonly string[],
): Promise<string | null> {
  const args = ['fetch', ...depthArguments, ...OPTIONS, 'origin', ...wanted];
  try {
    const { exitCode, stderr } = await runGit(args, { repo, timeoutMs: FETCH_TIMEOUT_MS });
    return exitCode === 0 ? null : cut(stderr.trim(), 300);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

async function isShallow(git: GitOptions): Promise<boolean> {
  const { stdout } = await runGit(['rev-parse', '--is-shallow-repository'], git);
  return stdout.toString('utf8').trim() === 'true';
}
