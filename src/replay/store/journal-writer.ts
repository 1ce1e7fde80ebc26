import { randomBytes } from 'node:crypto';
import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import { diskFault, isFault, onDisk, readAt, syncFolder, syncFolderSoon, writeAt } from './disk.ts';
import { ourselves } from './holder.ts';
import { JournalPlaces, type Place } from './journal.ts';
import { type EntryKey, JOURNAL_EXTENSION, JOURNAL_FORMAT, JOURNALS, type Section } from './layout.ts';

/** What a loss of power may take; the end of the process alone takes nothing that was appended. */
const SYNC_EVERY_MS = 50;
/** Given back when the disk is full, so that the answers that were on their way then are kept all the same. */
const RESERVE_BYTES = 4 * 1024 * 1024;

/** A line with where it is found again. */
export interface Entry {
  readonly section: Section;
  readonly key: EntryKey;
  readonly line: object;
}

interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
}

/** The journal of this run: every line is in its file when `put` returns, and on the disk soon after. */
export class JournalWriter {
  /** No other run has it. */
  readonly name: string;
  readonly places = new JournalPlaces();
  readonly #folder: string;
  #file: OpenFile | null = null;
  #offset = 0;
  #isFull = false;
  #timer: NodeJS.Timeout | null = null;
  #failedSync: string | null = null;
  /** The file's name would outlive a loss of power. */
  #isNamed = false;

  constructor(directory: string, runName: string) {
    this.name = `${runName}-${randomBytes(4).toString('hex')}`;
    this.#folder = join(directory, JOURNALS);
  }

  /** Keeps lines, each under its key; what is given together is written at once. */
  put(entries: readonly Entry[]): void {
    const places = this.#append(entries.map(({ line }) => line));
    for (const [index, { section, key }] of entries.entries()) {
      const place = places[index];
      if (place !== undefined) this.places.put(section, key, place);
    }
  }

  /** Says, before it is paid for, that a model call is made. @throws UserError when its answer could not be kept. */
  asking(key: EntryKey): void {
    if (this.#isFull) throw diskFault(this.#folder, 'no space is left on the disk');
    this.#append([{ kind: 'asking', key }]);
    this.places.asking(key);
  }

  unanswered(key: EntryKey): void {
    this.#append([{ kind: 'unanswered', key }]);
    this.places.unanswered(key);
  }

  read(place: Place): Buffer {
    const file = this.#file ?? this.#begin();
    return onDisk(file.path, () => readAt(file.descriptor, place.offset, place.length));
  }

  /** Makes everything durable. */
  flush(): void {
    const file = this.#file;
    if (file === null) return;
    onDisk(file.path, () => fdatasyncSync(file.descriptor));
    if (!this.#isNamed) onDisk(this.#folder, () => syncFolder(this.#folder));
    this.#isNamed = true;
  }

  /** Only closes the file: what it holds is still to be packed. */
  close(): void {
    const file = this.#file;
    this.#file = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (file !== null) onDisk(file.path, () => closeSync(file.descriptor));
  }

  #append(values: readonly object[]): readonly Place[] {
    if (this.#failedSync !== null) throw diskFault(this.#folder, this.#failedSync);
    const { path, descriptor } = this.#file ?? this.#begin();
    const lines = values.map((value) => `${JSON.stringify(value)}\n`);
    const bytes = Buffer.from(lines.join(''));
    let offset = this.#offset;
    onDisk(path, () => this.#write(descriptor, bytes));
    this.#offset += bytes.length;
    this.#syncSoon(descriptor);
    return lines.map((line) => {
      const place = { offset, length: Buffer.byteLength(line) - 1 };
      offset += place.length + 1;
      return place;
    });
  }

  /** What a full disk cut short is taken back, so that no later line is glued to it. */
  #write(descriptor: number, bytes: Buffer): void {
    try {
      writeAt(descriptor, this.#offset, bytes);
    } catch (error) {
      ftruncateSync(descriptor, this.#offset);
      if (this.#isFull || !isFault(error, 'ENOSPC')) throw error;
      this.#isFull = true;
      rmSync(reserveOf(this.#folder, this.name), { force: true });
      this.#write(descriptor, bytes);
    }
  }

  #begin(): OpenFile {
    const path = join(this.#folder, `${this.name}${JOURNAL_EXTENSION}`);
    return onDisk(path, () => {
      writeFileSync(reserveOf(this.#folder, this.name), Buffer.alloc(RESERVE_BYTES));
      const descriptor = openSync(path, 'wx+', 0o600);
      this.#file = { path, descriptor };
      const head = Buffer.from(`${JSON.stringify({ format: JOURNAL_FORMAT, ...ourselves() })}\n`);
      this.#write(descriptor, head);
      this.#offset = head.length;
      this.#nameSoon();
      return this.#file;
    });
  }

  /** Beside the first call, as its line is brought to the disk beside it. */
  #nameSoon(): void {
    const named = (): void => {
      this.#isNamed = true;
    };
    syncFolderSoon(this.#folder).then(named, (error: unknown) => {
      if (this.#file !== null) this.#failedSync = messageOf(error);
    });
  }

  #syncSoon(descriptor: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      fdatasync(descriptor, (error) => {
        this.#timer = null;
        // Once it is closed, the file is packed and its descriptor is another's.
        if (error !== null && this.#file !== null) this.#failedSync = messageOf(error);
      });
    }, SYNC_EVERY_MS).unref();
  }
}

/** Where the space lies that is given back to a full disk. */
export function reserveOf(folder: string, name: string): string {
  return join(folder, `.${name}.reserve`);
}
