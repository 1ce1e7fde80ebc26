import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { constants, crc32, zstdCompressSync } from 'node:zlib';
import { onDisk, syncFolder, writeAt } from './disk.ts';
import { type EntryKey, PACK_FORMAT, type Section } from './layout.ts';
import { footerBytes, type IndexRecord, RECORD_BYTES, recordBytes } from './pack-index.ts';

/** Reading one line unpacks all of its block. */
const BLOCK_LINES = 64;
const BLOCK_BYTES = 128 * 1024;

// Level 1 is both faster and smaller than the default of 3 on such lines; the checksum tells what the disk lost.
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/** Writes `path` whole or not at all: nobody ever reads half of a pack, not even after a loss of power. */
export function writePack(path: string, section: Section, fill: (writer: PackWriter) => void): void {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}`);
  onDisk(path, () => {
    const writer = new PackWriter(openSync(partial, 'w', 0o600), section);
    try {
      fill(writer);
      writer.finish();
      renameSync(partial, path);
      syncFolder(dirname(path));
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    } finally {
      writer.close();
    }
  });
}

interface PendingLine {
  readonly key: EntryKey;
  readonly offset: number;
  readonly length: number;
}

/** A pack: a line that names the format, blocks of lines compressed together, the index, the footer. */
class PackWriter {
  readonly #descriptor: number;
  #offset = 0;
  #lines: Buffer[] = [];
  #pending: PendingLine[] = [];
  #pendingBytes = 0;
  /** In the order of the lines; as bytes, since there may be many. */
  readonly #records: Buffer[] = [];
  #checksum = 0;
  #indexOffset: number | null = null;
  #indexed = 0;

  constructor(descriptor: number, section: Section) {
    this.#descriptor = descriptor;
    this.#write(Buffer.from(`${JSON.stringify({ format: PACK_FORMAT, section })}\n`));
  }

  add(key: EntryKey, line: Buffer): void {
    this.#pending.push({ key, offset: this.#pendingBytes, length: line.length });
    this.#lines.push(line);
    this.#pendingBytes += line.length;
    if (this.#lines.length >= BLOCK_LINES || this.#pendingBytes >= BLOCK_BYTES) this.#endBlock();
  }

  /** Bytes of another pack's blocks as they are; returns where they begin here. Not to be mixed with `add`. */
  copy(bytes: Buffer): number {
    const at = this.#offset;
    this.#write(bytes);
    return at;
  }

  /** Records of the index, in ascending order: all that there are, after all blocks. */
  index(records: Buffer): void {
    this.#indexOffset ??= this.#offset;
    this.#write(records);
    this.#checksum = crc32(records, this.#checksum);
    this.#indexed += records.length / RECORD_BYTES;
  }

  finish(): void {
    this.#endBlock();
    this.index(Buffer.concat(this.#records.sort((a, b) => a.compare(b))));
    const footer = {
      indexOffset: this.#indexOffset ?? this.#offset,
      records: this.#indexed,
      checksum: this.#checksum,
    };
    this.#write(footerBytes(footer));
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #endBlock(): void {
    if (this.#lines.length === 0) return;
    const packed = zstdCompressSync(Buffer.concat(this.#lines, this.#pendingBytes), ZSTD);
    const blockOffset = this.#offset;
    this.#write(packed);
    for (const line of this.#pending) {
      const record: IndexRecord = { ...line, blockOffset, blockLength: packed.length };
      this.#records.push(recordBytes(record));
    }
    this.#lines = [];
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #write(bytes: Uint8Array): void {
    writeAt(this.#descriptor, this.#offset, bytes);
    this.#offset += bytes.length;
  }
}
