import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type GitOptions, gitOutput } from './git-process.ts';

/**
 * The working tree as a git tree, without a trace in the repository: a copy of the index and an object folder of its own,
 * both gone when `use` has ended. Untracked files count, ignored ones do not.
 */
export async function withWorktreeTree<T>(
  repo: string,
  use: (git: GitOptions, tree: string) => Promise<T>,
): Promise<T> {
  const [root, index, objects] = await Promise.all([
    gitLine(repo, ['rev-parse', '--show-toplevel']),
    gitLine(repo, ['rev-parse', '--git-path', 'index']),
    gitLine(repo, ['rev-parse', '--git-path', 'objects']),
  ]);
  const scratch = await mkdtemp(join(tmpdir(), 'pawl-index-'));
  try {
    await mkdir(join(scratch, 'objects'));
    await copyIfThere(resolve(repo, index), join(scratch, 'index'));
    const environment = {
      GIT_INDEX_FILE: join(scratch, 'index'),
      GIT_OBJECT_DIRECTORY: join(scratch, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(resolve(repo, objects)), // git reads C quotes here
    };
    const git = { repo: root, environment };
    await gitOutput(['add', '--all', '--', '.'], git);
    const tree = (await gitOutput(['write-tree'], git)).toString('utf8').trim();
    return await use(git, tree);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function gitLine(repo: string, args: readonly string[]): Promise<string> {
  return (await gitOutput(args, { repo })).toString('utf8').replace(/\n$/, '');
}

/** A repository without any commit or staged file has no index yet. */
async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, { preserveTimestamps: true }); // git compares them with those of the files
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
