import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Block,
  blockAt,
  type IndexHead,
  parseIndexBody,
  parseIndexHead,
  placeAt,
  ROW_BYTES,
} from './block-index.ts';
import { damaged, wrongFormat } from './faults.ts';
import { onDisk, readAt } from './files.ts';
import { FORMATS } from './layout.ts';
import type { Part } from './parts.ts';

const MAX_HEAD_BYTES = 512;
const CHUNK_BYTES = 4096 * ROW_BYTES;

/** A hash in the form in which an index compares it. */
interface Wanted {
  readonly hash: string;
  readonly high: number;
  readonly low: number;
}

/** In the order of the hashes. */
export function wantedOf(hashes: Iterable<string>): Wanted[] {
  return [...hashes].sort().map((hash) => ({
    hash,
    high: Number.parseInt(hash.slice(0, 8), 16),
    low: Number.parseInt(hash.slice(8), 16),
  }));
}

/** An entry that was found: its hash, and the place of its block in the raw file. */
export interface Found {
  readonly hash: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Looks hashes up in an index, going forward through it. It goes on reading the file that it opened, also when that has been
 * replaced.
 */
export class IndexCursor {
  readonly #descriptor: number;
  readonly #head: IndexHead;
  readonly #bodyOffset: number;
  #next = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(path: string) {
    this.#descriptor = onDisk(path, () => openSync(path, 'r'));
    try {
      const beginning = readAt(this.#descriptor, 0, MAX_HEAD_BYTES);
      const { head, length } = headOf(path, beginning);
      this.#head = head;
      this.#bodyOffset = length;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Each call asks for hashes above those of the call before. */
  find(wanted: readonly Wanted[]): Found[] {
    const found: Found[] = [];
    for (const { hash, high, low } of wanted) {
      if (!this.#seek(high, low)) break;
      if (this.#chunk.readUInt32BE(this.#at) !== high || this.#chunk.readUInt32BE(this.#at + 4) !== low) continue;
      found.push({ hash, ...this.#block(blockAt(this.#chunk, this.#at)) });
    }
    return found;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Stands at the first entry that is not below; false = there is none. */
  #seek(high: number, low: number): boolean {
    for (;;) {
      const chunk = this.#chunk;
      for (let at = this.#at; at < chunk.length; at += ROW_BYTES) {
        const own = chunk.readUInt32BE(at);
        if (own > high || (own === high && chunk.readUInt32BE(at + 4) >= low)) {
          this.#at = at;
          return true;
        }
      }
      const left = (this.#head.live - this.#next) * ROW_BYTES;
      if (left === 0) {
        this.#at = chunk.length;
        return false;
      }
      this.#chunk = readAt(this.#descriptor, this.#bodyOffset + this.#next * ROW_BYTES, Math.min(left, CHUNK_BYTES));
      this.#next += this.#chunk.length / ROW_BYTES;
      this.#at = 0;
    }
  }

  #block(number: number) {
    const row = this.#bodyOffset + (this.#head.live + number) * ROW_BYTES;
    return placeAt(readAt(this.#descriptor, row, ROW_BYTES), 0);
  }
}

/** All blocks of a part with what its index begins with. */
export function readIndex(root: string, part: Part): { readonly head: IndexHead; readonly blocks: readonly Block[] } {
  const path = join(root, part.files.index);
  const bytes = onDisk(path, () => readFileSync(path));
  const { head, length } = headOf(path, bytes);
  const blocks = parseIndexBody(head, bytes.subarray(length));
  if (blocks === null) throw damaged(path, 'its size is not what its first line says');
  return { head, blocks };
}

function headOf(path: string, bytes: Buffer): { readonly head: IndexHead; readonly length: number } {
  const end = bytes.indexOf(10);
  const head = parseIndexHead(bytes.toString('utf8', 0, Math.max(end, 0)));
  if (typeof head === 'string') throw wrongFormat(path, FORMATS.index, head);
  return { head, length: end + 1 };
}
