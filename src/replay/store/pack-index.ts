import type { EntryKey } from './layout.ts';

/**
 * The index of a pack: records of one size in the order of their keys, so that one is found without reading the others.
 * A record is the key (32 bytes), where its block begins (6) and ends (4), where its line lies in the unpacked block (4)
 * and how long it is (4), big-endian.
 */
export const RECORD_BYTES = 50;

/** The end of a pack: magic (8 bytes), where the index begins (6), number of records (4), CRC-32 of the index (4). */
export const FOOTER_BYTES = 22;

const MAGIC = Buffer.from('pawlpack');

/** Where a line lies: its block in the file, and its place in the unpacked block. Bytes. */
export interface PackPlace {
  readonly blockOffset: number;
  readonly blockLength: number;
  readonly offset: number;
  readonly length: number;
}

export interface IndexRecord extends PackPlace {
  readonly key: EntryKey;
}

export function recordBytes({ key, blockOffset, blockLength, offset, length }: IndexRecord): Buffer {
  const bytes = Buffer.alloc(RECORD_BYTES);
  bytes.write(key, 0, 'hex');
  bytes.writeUIntBE(blockOffset, 32, 6);
  bytes.writeUInt32BE(blockLength, 38);
  bytes.writeUInt32BE(offset, 42);
  bytes.writeUInt32BE(length, 46);
  return bytes;
}

export function readRecord(bytes: Buffer, at: number): IndexRecord {
  return {
    key: bytes.toString('hex', at, at + 32),
    blockOffset: bytes.readUIntBE(at + 32, 6),
    blockLength: bytes.readUInt32BE(at + 38),
    offset: bytes.readUInt32BE(at + 42),
    length: bytes.readUInt32BE(at + 46),
  };
}

export interface Footer {
  readonly indexOffset: number;
  readonly records: number;
  readonly checksum: number;
}

export function footerBytes({ indexOffset, records, checksum }: Footer): Buffer {
  const bytes = Buffer.alloc(FOOTER_BYTES);
  MAGIC.copy(bytes);
  bytes.writeUIntBE(indexOffset, 8, 6);
  bytes.writeUInt32BE(records, 14);
  bytes.writeUInt32BE(checksum, 18);
  return bytes;
}

/** null = not the end of a whole pack of `size` bytes. */
export function readFooter(bytes: Buffer, size: number): Footer | null {
  if (bytes.length !== FOOTER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return null;
  const footer = {
    indexOffset: bytes.readUIntBE(8, 6),
    records: bytes.readUInt32BE(14),
    checksum: bytes.readUInt32BE(18),
  };
  return footer.indexOffset + footer.records * RECORD_BYTES + FOOTER_BYTES === size ? footer : null;
}

/** A key in every so many stands in memory: what lies between two of them is read at once. */
export const FENCE_EVERY = 32;

/** The first 32 bits of every 32nd key, ascending: 12 kB for 100,000 records. */
export class Fences {
  readonly #firsts: number[] = [];

  add(firstKeyBytes: number): void {
    this.#firsts.push(firstKeyBytes);
  }

  /** The record to begin at when looking for keys whose first 32 bits are these: none that fits lies before it. */
  startOf(first: number): number {
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#firsts[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1) * FENCE_EVERY;
  }
}
