import { join } from 'node:path';
import { append, makeFolder, namesIn, syncFiles } from './files.ts';

/** Two hexadecimal digits: 256 files. */
const DIGITS = 2;
const EXTENSION = '.jsonl';
const BUFFER_BYTES = 64 * 1024;
const NEWLINE = 10;

interface Waiting {
  readonly bytes: Uint8Array;
  filled: number;
}

/**
 * Spreads lines over files by the hash of their key, so that all of one trace lie in one file however far apart they
 * came; in a file they stand in the order in which they came. Holds 64 KiB a file.
 */
export class Scatter {
  readonly #folder: string;
  readonly #from: number;
  readonly #waiting = new Map<string, Waiting>();
  readonly #encoder = new TextEncoder();
  #made = false;

  /** By the two digits of the hash that stand behind the first `digitsBefore`. */
  constructor(folder: string, digitsBefore: number) {
    this.#folder = folder;
    this.#from = digitsBefore;
  }

  /** A line without its line end. */
  add(hash: string, line: string): void {
    // A UTF-16 unit is three bytes at the most.
    const waiting = this.#roomFor(hash, line.length * 3 + 1);
    // Where text is not ASCII this is twice as fast as a Buffer's own write.
    waiting.filled += this.#encoder.encodeInto(line, waiting.bytes.subarray(waiting.filled)).written;
    endLine(waiting);
  }

  addBytes(hash: string, line: Uint8Array): void {
    const waiting = this.#roomFor(hash, line.length + 1);
    waiting.bytes.set(line, waiting.filled);
    waiting.filled += line.length;
    endLine(waiting);
  }

  /** Everything goes to the disk: after this it outlives the process. */
  flush(): void {
    for (const [name, waiting] of this.#waiting) this.#write(name, waiting);
  }

  /** After this what was flushed outlives a loss of power. */
  async sync(): Promise<void> {
    if (!this.#made) return;
    await syncFiles([...namesIn(this.#folder).map((name) => join(this.#folder, name)), this.#folder]);
  }

  #roomFor(hash: string, bytes: number): Waiting {
    const name = hash.slice(this.#from, this.#from + DIGITS);
    let waiting = this.#waiting.get(name);
    if (waiting !== undefined && waiting.filled + bytes <= waiting.bytes.length) return waiting;
    if (waiting !== undefined) this.#write(name, waiting);
    // The room that one long line needed is given back.
    if (waiting === undefined || waiting.bytes.length !== Math.max(bytes, BUFFER_BYTES)) {
      waiting = { bytes: new Uint8Array(Math.max(bytes, BUFFER_BYTES)), filled: 0 };
      this.#waiting.set(name, waiting);
    }
    return waiting;
  }

  #write(name: string, waiting: Waiting): void {
    if (waiting.filled === 0) return;
    if (!this.#made) makeFolder(this.#folder);
    this.#made = true;
    append(join(this.#folder, name + EXTENSION), waiting.bytes.subarray(0, waiting.filled));
    waiting.filled = 0;
  }
}

function endLine(waiting: Waiting): void {
  waiting.bytes[waiting.filled] = NEWLINE;
  waiting.filled += 1;
}

export function scatterFile(digits: string): string {
  return digits + EXTENSION;
}

/** The digits that all hashes in a scattered file have there. */
export function digitsOf(fileName: string): string {
  return fileName.slice(0, -EXTENSION.length);
}
