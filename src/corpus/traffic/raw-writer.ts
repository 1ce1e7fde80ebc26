import { type Block, indexBytes } from './block-index.ts';
import type { Codec } from './codec.ts';
import { append } from './files.ts';
import { GatheredBytes } from './gathered-bytes.ts';
import { FORMATS } from './layout.ts';
import { entryBytes, type StoredEntry } from './stored-entry.ts';

const BLOCK_ENTRIES = 64;
/** A block of long traces ends earlier: reading one entry unpacks all of its block. */
const BLOCK_BYTES = 4 * 1024 * 1024;

/** Writes the raw file of a part below a work folder. */
export class RawWriter {
  readonly #path: string;
  readonly #codec: Codec;
  readonly #blocks: Block[] = [];
  #offset = 0;
  #entries = 0;
  readonly #waiting = new GatheredBytes();
  #hashes: string[] = [];

  constructor(path: string, codec: Codec) {
    this.#path = path;
    this.#codec = codec;
    this.#append(Buffer.from(`${JSON.stringify({ format: FORMATS.raw })}\n`));
  }

  /** Bytes that are not written yet. */
  get held(): number {
    return this.#waiting.length;
  }

  add(hash: string, entry: StoredEntry): void {
    for (const piece of entryBytes(entry)) this.#waiting.add(piece);
    this.#hashes.push(hash);
    this.#entries += 1;
    if (this.#hashes.length >= BLOCK_ENTRIES || this.#waiting.length >= BLOCK_BYTES) this.flush();
  }

  flush(): void {
    if (this.#hashes.length === 0) return;
    const offset = this.#offset;
    const length = this.#append(this.#waiting.bytes);
    this.#blocks.push({ offset, length, hashes: this.#hashes });
    this.#waiting.clear();
    this.#hashes = [];
  }

  /** The index. */
  finish(): Buffer {
    this.flush();
    return indexBytes(this.#entries, this.#blocks);
  }

  #append(bytes: Buffer): number {
    const packed = this.#codec.pack(bytes);
    append(this.#path, packed);
    this.#offset += packed.length;
    return packed.length;
  }
}
