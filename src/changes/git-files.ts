import { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { chunksOf, readInside } from './checkout-files.ts';
import { type HeadSource, listFilesAt, readFileAt } from './git.ts';
import { gitOutput, gitStream, nulFields } from './git-process.ts';
import { pathMatcher } from './globs.ts';

/** A file of one side, whatever its size and kind. */
interface SideFile {
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
  return paths.map((path) => ({ path, open: () => Readable.from(chunksOf(repo, path)) }));
}

/** A small text file of one side; null = there is none. @throws UserError where it is no regular file, or over 1 MiB. */
export async function sideText(repo: string, source: HeadSource, path: string): Promise<string | null> {
  if (source.kind === 'commit') return readFileAt(repo, source.sha, path);
  const read = await readInside(repo, path, MAX_TEXT_BYTES);
  if (read.kind === 'refused') throw new UserError({ where: path, message: read.reason, hint: null });
  return read.kind === 'absent' ? null : read.text;
}

const MAX_TEXT_BYTES = 1024 * 1024;

/** The repository's root, where the user may stand in any folder of it. */
export async function repositoryRoot(directory: string): Promise<string> {
  const output = await gitOutput(['rev-parse', '--show-toplevel'], { repo: directory });
  const root = output.toString('utf8').replace(/\n$/, '');
  if (root !== '') return root;
  throw new UserError({ where: directory, message: 'this is a bare repository', hint: 'run pawl in a checkout' });
}
