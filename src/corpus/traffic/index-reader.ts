import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, type IndexHead, parseBlock, parseIndexHead } from './block-index.ts';
import { damaged, wrongFormat } from './faults.ts';
import { onDisk, readAt } from './files.ts';
import { FORMATS } from './layout.ts';
import type { Part } from './parts.ts';

const CHUNK_BYTES = 16 * 1024;

/** Reads an index block after block. It goes on reading the file that it opened, also when that has been replaced. */
export class IndexReader {
  readonly head: IndexHead;
  readonly #path: string;
  readonly #descriptor: number;
  #offset = 0;
  #lines: string[] = [];
  #rest = '';

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = onDisk(path, () => openSync(path, 'r'));
    const head = parseIndexHead(this.#line() ?? '');
    if (typeof head === 'string') {
      this.close();
      throw wrongFormat(path, FORMATS.index, head);
    }
    this.head = head;
  }

  next(): Block | null {
    const line = this.#line();
    if (line === null) return null;
    const block = parseBlock(line);
    if (block === null) throw damaged(this.#path, 'a line of the index is no block');
    return block;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #line(): string | null {
    while (this.#lines.length === 0) {
      // Everything in an index is ASCII: a chunk cannot end within a character.
      const chunk = readAt(this.#descriptor, this.#offset, CHUNK_BYTES).toString('latin1');
      if (chunk === '') return null;
      this.#offset += chunk.length;
      const lines = (this.#rest + chunk).split('\n');
      this.#rest = lines.pop() ?? '';
      this.#lines = lines.reverse();
    }
    return this.#lines.pop() ?? null;
  }
}

/** All blocks of a part with what its index begins with. */
export function readIndex(root: string, part: Part): { readonly head: IndexHead; readonly blocks: readonly Block[] } {
  const reader = new IndexReader(join(root, part.files.index));
  try {
    const blocks: Block[] = [];
    for (let block = reader.next(); block !== null; block = reader.next()) blocks.push(block);
    return { head: reader.head, blocks };
  } finally {
    reader.close();
  }
}
