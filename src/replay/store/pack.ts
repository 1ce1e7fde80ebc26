import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32, zstdDecompressSync } from 'node:zlib';
import { isJsonObject, parseJson } from '../../trace/index.ts';
import { isFault, onDisk, otherVersion, readAt } from './disk.ts';
import { PACK_FORMAT, type Section } from './layout.ts';
import {
  FENCE_EVERY,
  Fences,
  FOOTER_BYTES,
  type Footer,
  type PackPlace,
  RECORD_BYTES,
  readFooter,
  readRecord,
} from './pack-index.ts';

const MAX_HEAD_BYTES = 1024;
/** A multiple of the record's size. */
const CHUNK_BYTES = 16_384 * RECORD_BYTES;

type OpenedPack =
  | { readonly kind: 'pack'; readonly pack: Pack }
  /** Another run has put it together with others in the meantime. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'damaged'; readonly why: string };

/** @throws UserError when another version of pawl wrote it. */
export function openPack(path: string, section: Section): OpenedPack {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return { kind: 'gone' };
    return onDisk(path, () => {
      throw error;
    });
  }
  try {
    const pack = onDisk(path, () => readPack(path, descriptor, section));
    if (typeof pack !== 'string') return { kind: 'pack', pack };
    closeSync(descriptor);
    return { kind: 'damaged', why: pack };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** The pack, or what is wrong with it. */
function readPack(path: string, descriptor: number, section: Section): Pack | string {
  const { size } = fstatSync(descriptor);
  const start = readAt(descriptor, 0, Math.min(size, MAX_HEAD_BYTES));
  const head = parseJson(start.toString('utf8', 0, Math.max(0, start.indexOf(10))));
  const written = isJsonObject(head) ? head : {};
  if (written.format !== PACK_FORMAT) throw otherVersion(path, PACK_FORMAT, written.format);
  if (written.section !== section) return `it is no pack of ${section}`;
  const footer = readFooter(readAt(descriptor, Math.max(0, size - FOOTER_BYTES), FOOTER_BYTES), size);
  if (footer === null) return 'its end is missing';
  const fences = fencesOf(descriptor, footer);
  return fences === null ? 'its index is damaged' : new Pack(path, descriptor, footer, fences);
}

function fencesOf(descriptor: number, footer: Footer): Fences | null {
  const fences = new Fences();
  let checksum = 0;
  let record = 0;
  for (const chunk of chunksOf(descriptor, footer)) {
    checksum = crc32(chunk, checksum);
    for (let at = 0; at < chunk.length; at += RECORD_BYTES, record += 1)
      if (record % FENCE_EVERY === 0) fences.add(chunk.readUInt32BE(at));
  }
  return checksum === footer.checksum ? fences : null;
}

function* chunksOf(descriptor: number, { indexOffset, records }: Footer): Generator<Buffer> {
  const end = indexOffset + records * RECORD_BYTES;
  for (let offset = indexOffset; offset < end; offset += CHUNK_BYTES)
    yield readAt(descriptor, offset, Math.min(CHUNK_BYTES, end - offset));
}

/** One pack, open. Of its index only the fences are in memory. */
export class Pack {
  readonly path: string;
  readonly #descriptor: number;
  readonly #footer: Footer;
  readonly #fences: Fences;
  /** Where the blocks begin that have been read whole: one number for all the lines of each. */
  readonly #whole = new Set<number>();

  constructor(path: string, descriptor: number, footer: Footer, fences: Fences) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#footer = footer;
    this.#fences = fences;
  }

  get bytes(): number {
    return this.#footer.indexOffset;
  }

  /** Where the lines lie whose keys begin with `prefix`: an even number of hexadecimal digits, eight or more. */
  places(prefix: string): readonly PackPlace[] {
    const wanted = Buffer.from(prefix, 'hex');
    const { indexOffset, records } = this.#footer;
    const found: PackPlace[] = [];
    for (let record = this.#fences.startOf(wanted.readUInt32BE(0)); record < records; record += FENCE_EVERY) {
      const count = Math.min(FENCE_EVERY, records - record);
      const bytes = this.#read(indexOffset + record * RECORD_BYTES, count * RECORD_BYTES);
      for (let at = 0; at < bytes.length; at += RECORD_BYTES) {
        const order = bytes.compare(wanted, 0, wanted.length, at, at + wanted.length);
        if (order > 0) return found;
        if (order === 0) found.push(readRecord(bytes, at));
      }
    }
    return found;
  }

  /** The unpacked block in which a line lies; null = it is damaged. */
  block({ blockOffset, blockLength }: PackPlace): Buffer | null {
    const packed = this.#read(blockOffset, blockLength);
    try {
      const block = zstdDecompressSync(packed);
      this.#whole.add(blockOffset);
      return block;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return null;
      throw error;
    }
  }

  isKnownWhole({ blockOffset }: PackPlace): boolean {
    return this.#whole.has(blockOffset);
  }

  /** The index in its order, some records at a time. */
  index(): Generator<Buffer> {
    return chunksOf(this.#descriptor, this.#footer);
  }

  /** All bytes before the index, some at a time: the head and the blocks. */
  *blocks(): Generator<Buffer> {
    for (let offset = 0; offset < this.bytes; offset += CHUNK_BYTES)
      yield this.#read(offset, Math.min(CHUNK_BYTES, this.bytes - offset));
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #read(offset: number, length: number): Buffer {
    return onDisk(this.path, () => readAt(this.#descriptor, offset, length));
  }
}
