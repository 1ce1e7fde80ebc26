import { closeSync, openSync } from 'node:fs';
import { isJsonObject, parseJson } from '../../trace/index.ts';
import { isFault, onDisk, otherVersion, readAt, readLines } from './disk.ts';
import { type Holder, stateOf } from './holder.ts';
import { type EntryKey, JOURNAL_FORMAT, type Section } from './layout.ts';
import { lineOf } from './lines.ts';

/** Bytes of a journal. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Where the lines of a journal lie, by section and key; the first of two with the same key counts. */
export class JournalPlaces {
  readonly #sections = new Map<Section, Map<EntryKey, Place>>();
  readonly #asked = new Set<EntryKey>();

  put(section: Section, key: EntryKey, place: Place): void {
    const places = this.#sections.get(section) ?? new Map<EntryKey, Place>();
    this.#sections.set(section, places);
    if (!places.has(key)) places.set(key, place);
    if (section === 'answers') this.#asked.delete(key);
  }

  asking(key: EntryKey): void {
    this.#asked.add(key);
  }

  unanswered(key: EntryKey): void {
    this.#asked.delete(key);
  }

  /** Requests that the provider got, and whose end the journal does not know. */
  onTheirWay(): number {
    return this.#asked.size;
  }

  of(section: Section): ReadonlyMap<EntryKey, Place> {
    return this.#sections.get(section) ?? new Map();
  }
}

/** A journal that another process has written, or still writes. */
export class Journal {
  readonly path: string;
  /** null = it was cut off before its first line was whole: it holds nothing. */
  readonly holder: Holder | null;
  readonly places: JournalPlaces;
  /** What of it could not be read. */
  readonly problems: readonly string[];
  readonly #descriptor: number;

  constructor(path: string, descriptor: number, read: Pick<Journal, 'holder' | 'places' | 'problems'>) {
    this.path = path;
    this.#descriptor = descriptor;
    this.holder = read.holder;
    this.places = read.places;
    this.problems = read.problems;
  }

  read(place: Place): Buffer {
    return onDisk(this.path, () => readAt(this.#descriptor, place.offset, place.length));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/**
 * null = another run has packed it in the meantime.
 * @throws UserError when another version of pawl wrote it.
 */
export function openJournal(path: string): Journal | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return null;
    return onDisk(path, () => {
      throw error;
    });
  }
  try {
    return new Journal(path, descriptor, readJournal(path, descriptor));
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function readJournal(path: string, descriptor: number): Pick<Journal, 'holder' | 'places' | 'problems'> {
  const places = new JournalPlaces();
  const problems: string[] = [];
  let holder: Holder | null = null;
  let number = 0;
  const torn = onDisk(path, () =>
    readLines(descriptor, (bytes, offset) => {
      number += 1;
      const text = bytes.toString('utf8');
      if (number === 1) holder = readHead(path, text);
      else if (!takeLine(places, text, { offset, length: bytes.length }))
        problems.push(`${path}:${number}: no line of ${JOURNAL_FORMAT} (${bytes.length} bytes), left out`);
    }),
  );
  if (holder !== null && stateOf(holder) === 'running') return { holder, places, problems };
  if (torn > 0) problems.push(`${path}:${number + 1}: the last line is cut short and was left out`);
  const lost = places.onTheirWay();
  if (lost > 0)
    problems.push(
      `${path}: the run was cut off with ${lost} model calls on their way: they may have been paid for, and are drawn again`,
    );
  return { holder, places, problems };
}

function readHead(path: string, text: string): Holder {
  const head = parseJson(text);
  const { format, pid, host } = isJsonObject(head) ? head : {};
  if (format !== JOURNAL_FORMAT || typeof pid !== 'number' || typeof host !== 'string')
    throw otherVersion(`${path}:1`, JOURNAL_FORMAT, format);
  return { pid, host };
}

/** Whether the line was understood. */
function takeLine(places: JournalPlaces, text: string, place: Place): boolean {
  const read = parseJson(text);
  const line = isJsonObject(read) ? lineOf(read) : null;
  switch (line?.kind) {
    case undefined:
      return false;
    case 'entry':
      places.put(line.section, line.key, place);
      return true;
    case 'asking':
      places.asking(line.key);
      return true;
    case 'unanswered':
      places.unanswered(line.key);
      return true;
    default:
      return line satisfies never;
  }
}
