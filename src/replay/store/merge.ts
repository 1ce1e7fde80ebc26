import { rmSync } from 'node:fs';
import { onDisk } from './disk.ts';
import type { Section } from './layout.ts';
import type { Pack } from './pack.ts';
import { RECORD_BYTES } from './pack-index.ts';
import { writePack } from './pack-writer.ts';

/** Every look-up asks each pack; so many are asked at most. */
const MAX_PACKS = 8;
const CHUNK_BYTES = 16_384 * RECORD_BYTES;

/**
 * Puts the smallest packs together where there are too many, and takes them away. Their blocks are copied as they are and
 * their indexes merged: it holds some records of each. A crash in between leaves lines twice, which does no harm.
 */
export function mergePacks(packs: readonly Pack[], path: string, section: Section): void {
  if (packs.length <= MAX_PACKS) return;
  const smallest = [...packs].sort((a, b) => a.bytes - b.bytes).slice(0, MAX_PACKS);
  writePack(path, section, (writer) => {
    const offsets = smallest.map((pack) => {
      let begin: number | null = null;
      for (const bytes of pack.blocks()) {
        const at = writer.copy(bytes);
        begin ??= at;
      }
      return begin ?? 0;
    });
    const pending: Buffer[] = [];
    let bytes = 0;
    const flush = (): void => {
      writer.index(Buffer.concat(pending.splice(0), bytes));
      bytes = 0;
    };
    for (const record of mergedRecords(smallest, offsets)) {
      pending.push(record);
      bytes += RECORD_BYTES;
      if (bytes >= CHUNK_BYTES) flush();
    }
    flush();
  });
  for (const pack of smallest) onDisk(pack.path, () => rmSync(pack.path, { force: true }));
}

/** The records of all packs in the order of their keys, each key once; `offsets`: where each pack's bytes are now. */
function* mergedRecords(packs: readonly Pack[], offsets: readonly number[]): Generator<Buffer> {
  const heads = packs.map((pack, index) => new Head(pack, offsets[index] ?? 0));
  let last: Buffer | null = null;
  for (;;) {
    const [least] = heads.filter((head) => head.record !== null).sort(compareHeads);
    const record = least?.record;
    if (least === undefined || record === null || record === undefined) return;
    if (last === null || last.compare(record, 0, 32, 0, 32) !== 0) yield record;
    last = record;
    least.next();
  }
}

function compareHeads(a: Head, b: Head): number {
  return a.record === null || b.record === null ? 0 : a.record.compare(b.record, 0, 32, 0, 32);
}

/** The next record of one pack, with its block where it is now. */
class Head {
  record: Buffer | null = null;
  readonly #chunks: Generator<Buffer>;
  readonly #offset: number;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(pack: Pack, offset: number) {
    this.#chunks = pack.index();
    this.#offset = offset;
    this.next();
  }

  next(): void {
    if (this.#at >= this.#chunk.length) {
      const chunk = this.#chunks.next();
      this.#chunk = chunk.done === true ? Buffer.alloc(0) : chunk.value;
      this.#at = 0;
    }
    if (this.#chunk.length === 0) {
      this.record = null;
      return;
    }
    const record = Buffer.from(this.#chunk.subarray(this.#at, this.#at + RECORD_BYTES));
    record.writeUIntBE(record.readUIntBE(32, 6) + this.#offset, 32, 6);
    this.record = record;
    this.#at += RECORD_BYTES;
  }
}
