import { isJsonObject, parseJson } from '../../trace/index.ts';
import { FORMATS } from './layout.ts';

/** A block of the raw file: where it lies, and which of its entries are live. Those that are not named were replaced. */
export interface Block {
  /** Bytes, from the start of the file. */
  readonly offset: number;
  readonly length: number;
  readonly hashes: readonly string[];
}

/**
 * An index is a line of JSON, then the live entries in the order of their hashes, 12 bytes each: the hash, and the number of
 * the block as 32 bits; then the blocks, 12 bytes each: offset as 64 bits, length as 32. High bytes first.
 */
export interface IndexHead {
  /** Entries that the raw file was written with. */
  readonly entries: number;
  readonly live: number;
  readonly blocks: number;
}

/** Of an entry and of a block. */
export const ROW_BYTES = 12;
const HASH_BYTES = 8;

export function indexBytes(entries: number, blocks: readonly Block[]): Buffer {
  const rows = blocks.flatMap(({ hashes }, block) => hashes.map((hash) => ({ hash, block })));
  rows.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const head = JSON.stringify({ format: FORMATS.index, entries, live: rows.length, blocks: blocks.length });
  const body = Buffer.alloc((rows.length + blocks.length) * ROW_BYTES);
  for (const [at, { hash, block }] of rows.entries()) {
    body.write(hash, at * ROW_BYTES, 'hex');
    body.writeUInt32BE(block, at * ROW_BYTES + HASH_BYTES);
  }
  for (const [at, { offset, length }] of blocks.entries()) {
    body.writeBigUInt64BE(BigInt(offset), (rows.length + at) * ROW_BYTES);
    body.writeUInt32BE(length, (rows.length + at) * ROW_BYTES + HASH_BYTES);
  }
  return Buffer.concat([Buffer.from(`${head}\n`), body]);
}

/** The first line of an index; a text where it is none of this version. */
export function parseIndexHead(line: string): IndexHead | string {
  const head = parseJson(line);
  const format = isJsonObject(head) ? head.format : undefined;
  if (!isJsonObject(head) || format !== FORMATS.index) return JSON.stringify(format ?? null);
  const { entries, live, blocks } = head;
  const isHead = typeof entries === 'number' && typeof live === 'number' && typeof blocks === 'number';
  return isHead ? { entries, live, blocks } : 'an index without its numbers';
}

/** All of an index behind its first line; null where it has not the size that its head says, or names a block it has not. */
export function parseIndexBody({ live, blocks }: IndexHead, body: Buffer): Block[] | null {
  if (body.length !== (live + blocks) * ROW_BYTES) return null;
  const parsed = Array.from({ length: blocks }, (_, at) => ({
    ...placeAt(body, (live + at) * ROW_BYTES),
    hashes: [''],
  }));
  for (const { hashes } of parsed) hashes.pop();
  for (let at = 0; at < live; at += 1) {
    const block = parsed[blockAt(body, at * ROW_BYTES)];
    if (block === undefined) return null;
    block.hashes.push(body.toString('hex', at * ROW_BYTES, at * ROW_BYTES + HASH_BYTES));
  }
  return parsed;
}

/** Offset and length of a block, from its row. */
export function placeAt(row: Buffer, at: number): { readonly offset: number; readonly length: number } {
  return { offset: Number(row.readBigUInt64BE(at)), length: row.readUInt32BE(at + HASH_BYTES) };
}

/** The number of an entry's block, from its row. */
export function blockAt(row: Buffer, at: number): number {
  return row.readUInt32BE(at + HASH_BYTES);
}
