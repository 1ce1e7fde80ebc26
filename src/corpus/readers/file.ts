import type { Line } from '../lines.ts';
import type { FileReading, FileRecord, Read, TrajectoryReader } from './reader.ts';
import { unread } from './reader.ts';
import { RecordSplitter } from './records.ts';
import { detectFormat } from './table.ts';

type Known = Extract<FileRecord, { kind: 'record' }>;

/** How many records may be of no known format before the file as a whole is. */
const FIRST_RECORDS = 20;

/**
 * Reads one file of finished runs or exported traces, line after line, and gives on what it reads. The format is that of
 * the first record that is known; where none is, every record is a problem.
 */
export class TrajectoryFile {
  readonly #give: (read: Read) => void;
  readonly #splitter = new RecordSplitter((record) => this.#take(record));
  #reader: TrajectoryReader | null = null;
  #reading: FileReading | null = null;
  #unknown: Known[] = [];
  #records = 0;

  /** `reader` = the format is known; null = it is told by the content. */
  constructor(reader: TrajectoryReader | null, give: (read: Read) => void) {
    this.#give = give;
    if (reader !== null) this.#use(reader);
  }

  /** The format's name; null = not known (yet). */
  get format(): string | null {
    return this.#reader?.name ?? null;
  }

  line(line: Line): void {
    this.#splitter.line(line);
  }

  /** An entry of an archive, in place of a line. Inspect's `header.json` comes before its samples. */
  entry(name: string, text: string): void {
    this.#splitter.entry(text, name);
  }

  /** The file is complete. */
  end(): void {
    this.#splitter.end();
    if (this.#records === 0) this.#give(unread('', 'holds no record'));
    this.#refuseHeld();
    if (this.#reading !== null) this.#give(this.#reading.end());
  }

  #use(reader: TrajectoryReader): FileReading {
    this.#reader = reader;
    this.#reading = reader.open();
    return this.#reading;
  }

  #take(record: FileRecord): void {
    this.#records += 1;
    if (record.kind === 'problem') this.#give(unread(record.place, record.reason, record.isNoJson && 'no_json'));
    else if (this.#reading !== null) this.#give(this.#reading.record(record.value, record.place));
    else this.#detect(record);
  }

  #detect(record: Known): void {
    this.#unknown.push(record);
    const detection = this.#records > FIRST_RECORDS ? null : detectFormat(record.value);
    if (detection?.kind !== 'reader') {
      if (this.#records >= FIRST_RECORDS) this.#refuseHeld();
      return;
    }
    const reading = this.#use(detection.reader);
    for (const { value, place } of this.#unknown) this.#give(reading.record(value, place));
    this.#unknown = [];
  }

  #refuseHeld(): void {
    for (const { value, place } of this.#unknown) {
      const detection = detectFormat(value);
      const reason =
        detection.kind === 'unknown' ? detection.reason : `${detection.reader.name}, but not from the beginning`;
      this.#give(unread(place, reason));
    }
    this.#unknown = [];
  }
}
