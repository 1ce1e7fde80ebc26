import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJsonObject, parseJson } from '../../trace/index.ts';
import { damaged, wrongFormat } from './faults.ts';
import { namesIn, onDisk, replaceFile, sizeOf, syncFiles } from './files.ts';
import { FORMATS } from './layout.ts';

/** What changes at once. Paths are below the store; what is put lies at the same path below its work folder. */
export interface Commit {
  /** Replaces what is there. */
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

const JOURNAL = 'commit.json';
const WORK = 'work';
const SPLIT = 'split';

/** Where a commit is got ready, in the store itself: a rename must not cross file systems. */
export function workFolder(root: string): string {
  return join(root, WORK);
}

/** Where buckets that are too large for memory are taken apart. */
export function splitFolder(root: string): string {
  return join(root, SPLIT);
}

/**
 * Makes all of it happen, or after a crash none or all: the journal is written when everything lies ready on the disk,
 * and from then on whoever opens the store finishes the work. Removing comes first, so that a foreign reader of the
 * folders may in that moment miss a row, but never sees one twice.
 */
export async function apply(root: string, commit: Commit): Promise<void> {
  await syncFiles(commit.put.map((path) => join(root, WORK, path)));
  await replaceFile(join(root, JOURNAL), JSON.stringify({ format: FORMATS.commit, ...commit }));
  await finish(root, commit);
}

/** Finishes the commit that a crash cut short, and drops what was not ready. Says what it found; null = nothing. */
export async function recover(root: string): Promise<string | null> {
  const journal = join(root, JOURNAL);
  rmSync(`${journal}.partial`, { force: true });
  if (sizeOf(journal) > 0) {
    await finish(root, parseCommit(journal, readFileSync(journal, 'utf8')));
    return 'a commit of an earlier run had been cut short: it was finished';
  }
  const unfinished = namesIn(join(root, WORK)).length > 0;
  dropUncommitted(root);
  return unfinished ? 'an earlier run was cut short: what it had not committed was dropped and is done again' : null;
}

/** What was got ready and is not going to be committed: whoever gets a part of the same name ready would write behind it. */
export function dropUncommitted(root: string): void {
  for (const folder of [WORK, SPLIT]) onDisk(root, () => rmSync(join(root, folder), { recursive: true, force: true }));
}

/** Whether a commit was cut short. */
export function isUnfinished(root: string): boolean {
  return sizeOf(join(root, JOURNAL)) > 0;
}

function parseCommit(path: string, text: string): Commit {
  const journal = parseJson(text);
  if (!isJsonObject(journal)) throw damaged(path, 'it is no JSON object');
  if (journal.format !== FORMATS.commit) throw wrongFormat(path, FORMATS.commit, journal.format ?? null);
  const [put, remove] = [journal.put, journal.remove].map((paths) =>
    Array.isArray(paths) ? paths.filter((item) => typeof item === 'string') : null,
  );
  if (!put || !remove) throw damaged(path, 'it names no files');
  return { put, remove };
}

/** Every step may have been taken before. */
async function finish(root: string, { put, remove }: Commit): Promise<void> {
  onDisk(root, () => {
    for (const path of remove) rmSync(join(root, path), { recursive: true, force: true });
    for (const path of put) {
      const ready = join(root, WORK, path);
      if (sizeOf(ready) === 0) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      renameSync(ready, join(root, path));
    }
  });
  await syncFiles(new Set(put.map((path) => dirname(join(root, path)))));
  onDisk(root, () => {
    rmSync(join(root, WORK), { recursive: true, force: true });
    rmSync(join(root, JOURNAL), { force: true });
  });
}
