/** A message of a file, or why it is none. `received` = what came instead. */
export type Message =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'unreadable';
      readonly reason: string;
      readonly received: string;
      /** The file ends within it. */
      readonly isOpen?: true;
    };

type Emit = (message: Message, number: number) => void;

const TOO_LARGE = 'request too large, left out';
const HEADER_BYTES = 4;

/** All bytes as one message of at most `maxBytes`. */
export class WholeMessage {
  readonly #maxBytes: number;
  readonly #emit: Emit;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  constructor(maxBytes: number, emit: Emit) {
    this.#maxBytes = maxBytes;
    this.#emit = emit;
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.#pieces = [];
    else this.#pieces.push(chunk);
  }

  end(): void {
    if (this.#bytes <= this.#maxBytes) this.#emit({ kind: 'bytes', bytes: Buffer.concat(this.#pieces) }, 1);
    else this.#emit(tooLarge(this.#bytes, this.#maxBytes), 1);
  }
}

/**
 * Cuts bytes into messages, each behind its length as a 32-bit number, high byte first. Holds no more than one of at most
 * `maxBytes`; a longer one is reported and passed over. Numbers count from 1.
 */
export class PrefixedMessages {
  readonly #maxBytes: number;
  readonly #emit: Emit;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #wanted = HEADER_BYTES;
  #inHeader = true;
  #number = 0;

  constructor(maxBytes: number, emit: Emit) {
    this.#maxBytes = maxBytes;
    this.#emit = emit;
  }

  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) {
      const piece = rest.subarray(0, this.#wanted - this.#bytes);
      rest = rest.subarray(piece.length);
      this.#bytes += piece.length;
      if (this.#wanted <= this.#maxBytes) this.#pieces.push(piece);
      if (this.#bytes === this.#wanted) this.#complete();
    }
  }

  end(): void {
    if (this.#inHeader && this.#bytes === 0) return;
    const received = `${this.#bytes} of ${this.#wanted} bytes`;
    const reason = 'file that ends within a request';
    this.#emit({ kind: 'unreadable', reason, received, isOpen: true }, this.#number + 1);
  }

  #complete(): void {
    const bytes = Buffer.concat(this.#pieces);
    const length = this.#wanted;
    this.#pieces = [];
    this.#bytes = 0;
    if (this.#inHeader) {
      this.#wanted = bytes.readUInt32BE();
      this.#inHeader = this.#wanted === 0;
      if (this.#inHeader) this.#wanted = HEADER_BYTES;
      return;
    }
    this.#inHeader = true;
    this.#wanted = HEADER_BYTES;
    this.#number += 1;
    this.#emit(length > this.#maxBytes ? tooLarge(length, this.#maxBytes) : { kind: 'bytes', bytes }, this.#number);
  }
}

function tooLarge(bytes: number, maxBytes: number): Message {
  return { kind: 'unreadable', reason: TOO_LARGE, received: `${bytes} bytes, at most ${maxBytes}` };
}
