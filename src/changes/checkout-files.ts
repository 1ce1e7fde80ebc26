import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { messageOf } from '../errors.ts';

/** What a path of a checkout holds. `reason` never quotes contents: the file may be one that its author must not see. */
type InsideFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * A text of a checkout, where a pull request may have put anything: links to files of this machine, pipes that never end.
 * Only a regular file that really lies inside the checkout and outside its `.git` is read, whatever the path says.
 */
export async function readInside(checkout: string, path: string, maxBytes: number): Promise<InsideFile> {
  try {
    const file = await openInside(checkout, path);
    try {
      return await readAtMost(file, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return { kind: 'absent' };
    return { kind: 'refused', reason: messageOf(error) };
  }
}

/** Reads one byte more than allowed, and no more: the size that a file states is no promise. */
async function readAtMost(file: FileHandle, maxBytes: number): Promise<InsideFile> {
  const bytes = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (let got = 1; got > 0 && length < bytes.length; length += got)
    got = (await file.read(bytes, length, bytes.length - length, null)).bytesRead;
  if (length > maxBytes) return { kind: 'refused', reason: `expected at most ${maxBytes} bytes, received more` };
  return { kind: 'text', text: bytes.toString('utf8', 0, length) };
}

/** The bytes of such a file of any size. */
export async function* chunksOf(checkout: string, path: string): AsyncGenerator<Buffer> {
  const file = await openInside(checkout, path);
  yield* file.createReadStream();
}

/** Opens without following a link and without waiting for a pipe, and judges what was opened, not what stood there before. */
async function openInside(checkout: string, path: string): Promise<FileHandle> {
  const full = resolve(checkout, path);
  const file = await open(full, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error) => {
    throw codeOf(error) === 'ELOOP' ? new Error(NOT_REGULAR) : error;
  });
  try {
    if (!(await file.stat()).isFile()) throw new Error(NOT_REGULAR);
    const inside = pathInside(await realpath(checkout), await openedPath(file, full));
    if (inside === null || inside.toLowerCase().split(sep).includes('.git')) throw new Error(OUTSIDE);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

const NOT_REGULAR = 'expected a regular file, received a link, a pipe, a folder or a device';
const OUTSIDE = 'expected a file inside the repository, received a path that leads out of it';

/** Where the opened file lies; on systems that do not tell, where its path leads now. */
async function openedPath(file: FileHandle, path: string): Promise<string> {
  return realpath(`/proc/self/fd/${file.fd}`).catch(() => realpath(path));
}

/** The path from `folder` to what lies in it ('' = itself); null where it lies elsewhere. Both are absolute. */
export function pathInside(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return isAbsolute(way) || way.split(sep)[0] === '..' ? null : way;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}
