import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitOutput, nulFields } from './git-process.ts';

export interface Mixture {
  /** Full hashes. */
  readonly base: string;
  readonly head: string;
  /** Paths that are as in head: there, or gone. */
  readonly paths: readonly string[];
}

/** The same mixture is the same commit whenever it is made, so that what is drawn for it serves again. */
const AUTHOR = {
  GIT_AUTHOR_NAME: 'pawl',
  GIT_AUTHOR_EMAIL: 'pawl@localhost',
  GIT_AUTHOR_DATE: '2000-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'pawl',
  GIT_COMMITTER_EMAIL: 'pawl@localhost',
  GIT_COMMITTER_DATE: '2000-01-01T00:00:00Z',
};

/**
 * A commit upon base in which these files alone are head's. It is written through an index of its own and no name points to
 * it: branches, index and working tree stay as they are, and git removes it with what else nobody refers to.
 */
export async function commitMixture(repo: string, { base, head, paths }: Mixture): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'pawl-index-'));
  try {
    const git = { repo, environment: { ...AUTHOR, GIT_INDEX_FILE: join(scratch, 'index') } };
    await gitOutput(['read-tree', '--end-of-options', base], git);
    const listed = nulFields(await gitOutput(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', head], git));
    const wanted = new Set(paths);
    const entries = listed.filter((entry) => wanted.has(entry.slice(entry.indexOf('\t') + 1)));
    // All go first: a file may stand where a folder was.
    const gone = paths.map((path) => `0 ${'0'.repeat(base.length)}\t${path}`);
    const input = [...gone, ...entries].map((entry) => `${entry}\0`).join('');
    await gitOutput(['update-index', '-z', '--index-info'], { ...git, input });
    const tree = (await gitOutput(['write-tree'], git)).toString('utf8').trim();
    const message = 'base with some of the changes of head';
    return (await gitOutput(['commit-tree', '-p', base, '-m', message, tree], git)).toString('utf8').trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
