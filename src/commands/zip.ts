import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync, zstdDecompressSync } from 'node:zlib';

/** An entry of a zip archive, as its central directory has it. */
interface Entry {
  readonly method: number;
  readonly compressedSize: number;
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
/** The comment behind the end record has at most 65535 bytes. */
const MAX_TAIL = END_SIZE + 0xffff;
const MAX_DIRECTORY = 64 * 1024 * 1024;

/** Whether a file begins as a zip archive does. */
export async function isZip(file: FileHandle): Promise<boolean> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return bytesRead === 4 && buffer.readUInt32LE(0) === LOCAL_SIGNATURE;
}

/** A zip archive whose entries are read one by one. */
interface Zip {
  /** In the order of the directory. */
  readonly names: readonly string[];
  /** An entry by name, at most `maxBytes` of it; null where there is none. Throws where it is torn or larger. */
  readonly read: (name: string, maxBytes: number) => Promise<Uint8Array | null>;
}

/**
 * Opens a zip archive with entries that are stored, deflated or zstd. Reads the directory, and entries as they are asked
 * for, nothing else. Throws for an archive that is torn, encrypted or zip64.
 * Reference: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4.
 */
export async function openZip(file: FileHandle): Promise<Zip> {
  const directory = await readDirectory(file);
  return {
    names: [...directory.keys()],
    async read(name, maxBytes) {
      const entry = directory.get(name);
      return entry === undefined ? null : await readEntry(file, name, entry, maxBytes);
    },
  };
}

async function readDirectory(file: FileHandle): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - MAX_TAIL), Math.min(size, MAX_TAIL));
  const end = tail.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06));
  if (end === -1 || end + END_SIZE > tail.length || tail.readUInt32LE(end) !== END_SIGNATURE) {
    throw new Error('the zip archive has no end: it was cut off');
  }
  const directorySize = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  if (directoryOffset === 0xffffffff || directorySize > MAX_DIRECTORY) throw new Error('the zip archive is too large');
  const bytes = await bytesAt(file, directoryOffset, directorySize);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error("the zip archive's directory is torn");
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    const method = bytes.readUInt16LE(at + 10);
    entries.set(name, { method, compressedSize: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42) });
    at += ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEntry(file: FileHandle, name: string, entry: Entry, maxBytes: number): Promise<Uint8Array> {
  if (entry.compressedSize > maxBytes || entry.offset === 0xffffffff) throw new Error(`${name} in it is too large`);
  const local = await bytesAt(file, entry.offset, LOCAL_SIZE);
  if (local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error(`${name} is not where the zip archive says`);
  if ((local.readUInt16LE(6) & 1) === 1) throw new Error(`${name} in it is encrypted`);
  // Name and extra field stand here again, and the latter may differ from the directory's.
  const start = entry.offset + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28);
  const data = await bytesAt(file, start, entry.compressedSize);
  switch (entry.method) {
    case 0:
      return data;
    case 8:
      return inflateRawSync(data, { maxOutputLength: maxBytes });
    case 93:
      return zstdDecompressSync(data, { maxOutputLength: maxBytes });
    default:
      throw new Error(`${name} is compressed with method ${entry.method}, known are 0, 8 and 93`);
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('the zip archive was cut off');
  return buffer;
}
