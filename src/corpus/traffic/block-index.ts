import { isJsonObject, parseJson } from '../../trace/index.ts';
import { FORMATS } from './layout.ts';

/** A block of the raw file: where it lies, and which of its entries are live. Those that are not named were replaced. */
export interface Block {
  /** Bytes, from the start of the file. */
  readonly offset: number;
  readonly length: number;
  /** Ascending, over all blocks of a part. */
  readonly hashes: readonly string[];
}

export interface IndexHead {
  /** Entries that the raw file was written with. */
  readonly entries: number;
}

export function indexText({ entries }: IndexHead, blocks: readonly Block[]): string {
  const lines = blocks.map(({ offset, length, hashes }) => `${JSON.stringify({ offset, length, hashes })}\n`);
  return `${JSON.stringify({ format: FORMATS.index, entries })}\n${lines.join('')}`;
}

/** The first line of an index; a text where it is none of this version. */
export function parseIndexHead(line: string): IndexHead | string {
  const head = parseJson(line);
  const format = isJsonObject(head) ? head.format : undefined;
  if (!isJsonObject(head) || format !== FORMATS.index) return JSON.stringify(format ?? null);
  return typeof head.entries === 'number' ? { entries: head.entries } : 'no number of entries';
}

/** Any later line; null where it is none. */
export function parseBlock(line: string): Block | null {
  const block = parseJson(line);
  if (!isJsonObject(block)) return null;
  const { offset, length, hashes } = block;
  if (typeof offset !== 'number' || typeof length !== 'number' || !Array.isArray(hashes)) return null;
  const texts = hashes.filter((hash) => typeof hash === 'string');
  return texts.length === hashes.length ? { offset, length, hashes: texts } : null;
}
