import { readInside, repositoryRoot, sideFiles } from '../changes/index.ts';
import { isLookedAt, MAX_LOOKED_AT_BYTES, type RepositoryFiles } from '../setup/index.ts';

/** Of more files than this only the paths are known. */
const MAX_TEXTS = 20_000;

/** The repository that a folder belongs to, as it lies on the disk, with the texts that say how it is set up. */
export async function readRepository(
  directory: string,
): Promise<{ readonly root: string; readonly files: RepositoryFiles }> {
  const root = await repositoryRoot(directory);
  const listed = await sideFiles(root, { kind: 'worktree' }, ['**']);
  const texts = new Map<string, string>();
  const present: string[] = [];
  for (const { path } of listed) {
    if (!isLookedAt(path) || texts.size >= MAX_TEXTS) {
      present.push(path);
      continue;
    }
    const read = await readInside(root, path, MAX_LOOKED_AT_BYTES);
    if (read.kind !== 'absent') present.push(path);
    if (read.kind === 'text') texts.set(path, read.text);
  }
  return { root, files: { paths: present, textOf: (path) => texts.get(path) ?? null } };
}
