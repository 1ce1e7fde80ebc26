import { dirname, join } from 'node:path';
import { append, makeFolder } from './files.ts';
import { type PartFiles, type PartName, partFiles } from './layout.ts';
import { RawWriter } from './raw-writer.ts';
import type { Rows } from './rows.ts';
import type { StoredEntry } from './stored-entry.ts';
import type { TableFacts } from './table-writer.ts';
import { TablesWriter } from './tables-writer.ts';

/** Writes a new part below a work folder. */
export class PartWriter {
  readonly #work: string;
  readonly #files: PartFiles;
  readonly #raw: RawWriter;
  readonly #tables: TablesWriter;

  constructor(work: string, name: PartName, facts: TableFacts) {
    const { codec } = facts;
    this.#work = work;
    this.#files = partFiles(name, codec.extension);
    makeFolder(dirname(join(work, this.#files.raw)));
    this.#raw = new RawWriter(join(work, this.#files.raw), codec);
    this.#tables = new TablesWriter(work, this.#files, facts);
  }

  get heldBytes(): number {
    return this.#raw.held;
  }

  get heldRows(): number {
    return this.#tables.heldRows;
  }

  add(hash: string, entry: StoredEntry, rows: readonly Rows[]): void {
    this.#raw.add(hash, entry);
    this.#tables.add(rows);
  }

  flushRaw(): void {
    this.#raw.flush();
  }

  flushRows(): void {
    this.#tables.flush();
  }

  /** The files to put into the store, the index last: without it the part is none. */
  finish(): string[] {
    const { raw, index } = this.#files;
    append(join(this.#work, index), this.#raw.finish());
    return [...this.#tables.finish(), raw, index];
  }
}
