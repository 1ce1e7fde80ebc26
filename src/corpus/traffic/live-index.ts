import { join } from 'node:path';
import type { Codec } from './codec.ts';
import { type Found, IndexCursor, wantedOf } from './index-reader.ts';
import { type Part, partsOf } from './parts.ts';

/** A live entry of the store by its place. */
export interface Place extends Found {
  readonly part: Part;
}

/** Looks entries up in all parts, going forward in the order of the hashes. Holds a piece of each index. */
export class LiveIndex {
  readonly #cursors: { readonly part: Part; readonly cursor: IndexCursor }[] = [];

  constructor(root: string, codec: Codec) {
    try {
      for (const part of partsOf(root, codec))
        this.#cursors.push({ part, cursor: new IndexCursor(join(root, part.files.index)) });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Each call asks for hashes above those of the call before. */
  find(hashes: Iterable<string>): Place[] {
    const wanted = wantedOf(hashes);
    return this.#cursors.flatMap(({ part, cursor }) => cursor.find(wanted).map((found) => ({ ...found, part })));
  }

  close(): void {
    for (const { cursor } of this.#cursors) cursor.close();
  }
}
