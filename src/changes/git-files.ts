import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { type HeadSource, listFilesAt, readFileAt } from './git.ts';
import { gitOutput, gitStream, nulFields } from './git-process.ts';
import { pathMatcher } from './globs.ts';

/** A file of one side, whatever its size and kind. */
export interface SideFile {
  readonly path: string;
  readonly open: () => Readable;
}

/** The side's files that match the globs, in git's order. */
export async function sideFiles(
  repo: string,
  source: HeadSource,
  globs: readonly string[],
): Promise<readonly SideFile[]> {
  if (source.kind === 'commit') {
    const paths = await listFilesAt(repo, source.sha, globs);
    return paths.map((path) => ({
      path,
      open: () => gitStream(['cat-file', 'blob', `${source.sha}:${path}`], { repo }),
    }));
  }
  const matches = pathMatcher(globs);
  const listed = await gitOutput(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { repo });
  const paths = [...new Set(nulFields(listed))].filter(matches).sort();
  return paths.map((path) => ({ path, open: () => createReadStream(join(repo, path)) }));
}

/** A small text file of one side; null = there is none. */
export async function sideText(repo: string, source: HeadSource, path: string): Promise<string | null> {
  if (source.kind === 'commit') return readFileAt(repo, source.sha, path);
  try {
    return await readFile(join(repo, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The repository's root, where the user may stand in any folder of it. */
export async function repositoryRoot(directory: string): Promise<string> {
  const output = await gitOutput(['rev-parse', '--show-toplevel'], { repo: directory });
  const root = output.toString('utf8').replace(/\n$/, '');
  if (root !== '') return root;
  throw new UserError({ where: directory, message: 'this is a bare repository', hint: 'run pawl in a checkout' });
}
