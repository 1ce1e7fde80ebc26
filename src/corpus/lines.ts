/** A line of a file, or why it is none. Numbers count from 1. */
export type Line =
  | { readonly kind: 'text'; readonly number: number; readonly text: string }
  | { readonly kind: 'unreadable'; readonly number: number; readonly reason: string };

const NEWLINE = 10;

/**
 * Cuts bytes into lines as they arrive and holds no more than one line of at most `maxBytes`. A longer line, or one that
 * is not UTF-8, is reported and skipped. A byte order mark at the start of a line is dropped.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  readonly #emit: (line: Line) => void;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #complete = 0;

  constructor(maxBytes: number, emit: (line: Line) => void) {
    this.#maxBytes = maxBytes;
    this.#emit = emit;
  }

  /** Lines that ended so far. */
  get completeLines(): number {
    return this.#complete;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#hold(chunk.subarray(start, end));
      this.#finishLine();
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
  }

  /** The input is complete: what is left is the last line. */
  end(): void {
    if (this.#bytes > 0) this.#finishLine();
  }

  #hold(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxBytes) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #finishLine(): void {
    this.#complete += 1;
    const bytes = this.#bytes;
    const pieces = this.#pieces;
    this.#bytes = 0;
    this.#pieces = [];
    this.#emit(this.#read(this.#complete, bytes, pieces));
  }

  #read(number: number, bytes: number, pieces: readonly Uint8Array[]): Line {
    if (bytes > this.#maxBytes) {
      const reason = `expected a line of at most ${this.#maxBytes} bytes, received ${bytes}`;
      return { kind: 'unreadable', number, reason };
    }
    try {
      const [only] = pieces;
      const whole = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
      return { kind: 'text', number, text: this.#decoder.decode(whole) };
    } catch {
      return { kind: 'unreadable', number, reason: 'expected UTF-8, received other bytes' };
    }
  }
}
