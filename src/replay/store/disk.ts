import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { cut, messageOf, UserError } from '../../errors.ts';
import { JOURNALS, SECTIONS } from './layout.ts';

/** What the disk refuses is for the user to mend, not a defect of pawl. */
export function onDisk<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw diskFault(path, messageOf(error));
  }
}

export function diskFault(path: string, why: string): UserError {
  return new UserError({
    where: path,
    message: `the store cannot be used: ${why}`,
    hint: 'is the disk full? give --store a folder that pawl may write',
  });
}

/** A file that another version wrote is never overwritten or passed over. */
export function otherVersion(path: string, expected: string, received: unknown): UserError {
  return new UserError({
    where: path,
    message: `expected the format "${expected}", received ${cut(JSON.stringify(received ?? null), 60)}`,
    hint: 'the store was written by another version of pawl: give --store another folder, or remove this file',
  });
}

export function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/**
 * A store within the repository must not count as a part of the agent: git is told to look away. What cannot be written
 * is found out here, before anything is drawn that could then not be kept.
 */
export function prepareStore(directory: string): void {
  const probe = join(directory, `.probe-${process.pid}`);
  onDisk(directory, () => {
    for (const folder of [...SECTIONS, JOURNALS]) mkdirSync(join(directory, folder), { recursive: true });
    if (!existsSync(join(directory, '.gitignore'))) writeFileSync(join(directory, '.gitignore'), '*\n');
    writeFileSync(probe, 'pawl\n');
    rmSync(probe);
  });
}

export function namesIn(folder: string): readonly string[] {
  return onDisk(folder, () => readdirSync(folder)).sort();
}

/** So many bytes of a file; fewer where it ends. */
export function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(descriptor, bytes, filled, length - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** All of the bytes: the system may take a part of them only. */
export function writeAt(descriptor: number, offset: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(descriptor, bytes, written, bytes.length - written, offset + written);
}

/** A file's name outlives a loss of power only when its folder is on the disk too. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same while other things are done. */
export async function syncFolderSoon(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** Every line with its place; what stands behind the last line end is left out, and its length returned. Holds a chunk and one line. */
export function readLines(descriptor: number, take: (line: Buffer, offset: number) => void): number {
  let rest: Buffer = Buffer.alloc(0);
  for (let offset = 0; ; ) {
    const chunk = readAt(descriptor, offset, CHUNK_BYTES);
    if (chunk.length === 0) return rest.length;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const bytesAt = offset - rest.length;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end), bytesAt + start);
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
    offset += chunk.length;
  }
}
