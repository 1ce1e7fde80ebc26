import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import type { Block } from './block-index.ts';
import type { Codec } from './codec.ts';
import { damaged } from './faults.ts';
import { onDisk, readAt } from './files.ts';
import type { Part } from './parts.ts';
import { hashOfKey, type Item } from './record.ts';
import { itemsOf, parseEntries, type StoredEntry } from './stored-entry.ts';

type BlockPlace = Pick<Block, 'offset' | 'length'>;

/** Reads entries out of the raw file of a part. */
export class RawReader {
  readonly #path: string;
  readonly #codec: Codec;
  readonly #descriptor: number;
  #last: { readonly offset: number; readonly entries: readonly StoredEntry[] } | null = null;

  constructor(root: string, part: Part, codec: Codec) {
    this.#path = join(root, part.files.raw);
    this.#codec = codec;
    this.#descriptor = onDisk(this.#path, () => openSync(this.#path, 'r'));
  }

  /** All entries that were written into a block, those that were replaced since too. */
  all(block: BlockPlace): readonly StoredEntry[] {
    if (this.#last?.offset === block.offset) return this.#last.entries;
    const entries = parseEntries(this.bytes(block));
    if (entries === null) throw damaged(this.#path, `the block at byte ${block.offset} holds no entries`);
    this.#last = { offset: block.offset, entries };
    return entries;
  }

  bytes({ offset, length }: BlockPlace): Buffer {
    const packed = onDisk(this.#path, () => readAt(this.#descriptor, offset, length));
    try {
      return this.#codec.unpack(packed);
    } catch (error) {
      throw damaged(this.#path, `the block at byte ${offset}: ${messageOf(error)}`);
    }
  }

  items(entry: StoredEntry): Item[] {
    const items = itemsOf(entry);
    if (items === null) throw damaged(this.#path, `the entry ${entry.key} holds a line that is no record`);
    return items;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The readers of several parts, opened when they are asked for. */
export class RawReaders {
  readonly #root: string;
  readonly #codec: Codec;
  readonly #open = new Map<string, RawReader>();

  constructor(root: string, codec: Codec) {
    this.#root = root;
    this.#codec = codec;
  }

  of(part: Part): RawReader {
    const reader = this.#open.get(part.files.raw) ?? new RawReader(this.#root, part, this.#codec);
    this.#open.set(part.files.raw, reader);
    return reader;
  }

  close(): void {
    for (const reader of this.#open.values()) reader.close();
  }
}

export interface LiveEntry {
  readonly hash: string;
  readonly entry: StoredEntry;
}

/** The live entries of a part, in the order in which they were written: that of their hashes. Holds one block. */
export function* liveEntries(reader: RawReader, blocks: Iterable<Block>): Generator<LiveEntry> {
  for (const block of blocks) {
    if (block.hashes.length === 0) continue;
    const live = new Set(block.hashes);
    for (const entry of reader.all(block)) {
      const hash = hashOfKey(entry.key);
      if (live.has(hash)) yield { hash, entry };
    }
  }
}
