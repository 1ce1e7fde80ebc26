import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, UserError } from '../../errors.ts';

/** What the disk refuses is for the user to mend, not a defect of pawl. */
export function onDisk<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `the traffic store cannot be used: ${messageOf(error)}`;
    throw new UserError({ where: path, message, hint: 'is the disk full? give --store a folder that pawl may write' });
  }
}

/** The names in a folder, sorted; a folder that is not there is empty. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Bytes; 0 = there is no such file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The file is opened for every piece: a store of many days would run out of descriptors. */
export function append(path: string, bytes: Uint8Array | string): void {
  onDisk(path, () => appendFileSync(path, bytes));
}

export function makeFolder(path: string): void {
  onDisk(path, () => mkdirSync(path, { recursive: true }));
}

/** Until this is done, a loss of power can take the files away again. Beside each other: one journal of the disk takes many. */
export async function syncFiles(paths: Iterable<string>): Promise<void> {
  const sync = async (path: string): Promise<void> => {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  };
  await Promise.all([...paths].map((path) => sync(path).catch((error: unknown) => onDisk(path, () => rethrow(error)))));
}

function rethrow(error: unknown): never {
  throw error;
}

/** Nobody ever reads half of the file, not even after a loss of power. */
export async function replaceFile(path: string, text: string, mode = 0o666): Promise<void> {
  const partial = `${path}.partial`;
  onDisk(partial, () => writeFileSync(partial, text, { mode }));
  await syncFiles([partial]);
  onDisk(path, () => renameSync(partial, path));
  await syncFiles([dirname(path)]);
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

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/**
 * Every line of a file; what stands behind the last line end is given to `torn`. Holds a chunk and one line; the bytes of a
 * line stay valid, and keep their chunk.
 */
export function* linesOf(path: string, torn: (bytes: number) => void): Generator<Buffer> {
  const descriptor = onDisk(path, () => openSync(path, 'r'));
  try {
    let rest: Buffer[] = [];
    let offset = 0;
    const next = (): Buffer => onDisk(path, () => readAt(descriptor, offset, CHUNK_BYTES));
    for (let chunk = next(); chunk.length > 0; chunk = next()) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        const piece = chunk.subarray(start, end);
        yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
      offset += chunk.length;
    }
    if (rest.length > 0) torn(rest.reduce((sum, piece) => sum + piece.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
