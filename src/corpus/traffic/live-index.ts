import { join } from 'node:path';
import type { Block } from './block-index.ts';
import type { Codec } from './codec.ts';
import { IndexReader } from './index-reader.ts';
import { type Part, partsOf } from './parts.ts';

/** A live entry of the store by its place. */
export interface Place {
  readonly part: Part;
  readonly block: Block;
  readonly hash: string;
}

interface Cursor {
  readonly part: Part;
  readonly reader: IndexReader;
  block: Block | null;
  next: number;
}

/** Walks the indexes of all parts beside each other, in the order of the hashes, and holds one block of each. */
export class LiveIndex {
  readonly #cursors: Cursor[];

  constructor(root: string, codec: Codec) {
    this.#cursors = partsOf(root, codec).map((part) => {
      const reader = new IndexReader(join(root, part.files.index));
      return { part, reader, block: reader.next(), next: 0 };
    });
  }

  /** Entries below `until` whose hash is wanted. It never goes back: each call asks for hashes above the last one's. */
  take(until: string, wanted: (hash: string) => boolean): Place[] {
    return this.#cursors.flatMap((cursor) => [...below(cursor, until)].filter(({ hash }) => wanted(hash)));
  }

  close(): void {
    for (const { reader } of this.#cursors) reader.close();
  }
}

function* below(cursor: Cursor, until: string): Generator<Place> {
  while (cursor.block !== null) {
    const { block } = cursor;
    for (; cursor.next < block.hashes.length; cursor.next += 1) {
      const hash = block.hashes[cursor.next];
      if (hash === undefined || hash >= until) return;
      yield { part: cursor.part, block, hash };
    }
    cursor.block = cursor.reader.next();
    cursor.next = 0;
  }
}
