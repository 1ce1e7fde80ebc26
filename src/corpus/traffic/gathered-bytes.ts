/** Room that is kept for what comes next. */
const KEPT_BYTES = 512 * 1024;

/** Bytes put behind each other. Copies: a piece that waits keeps all that it was cut out of, which may be large. */
export class GatheredBytes {
  #room: Buffer = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#room.length) this.#grow(length);
    this.#room.set(piece, this.#length);
    this.#length = length;
  }

  /** What was added; valid until more is. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    if (this.#room.length > KEPT_BYTES) this.#room = Buffer.alloc(0);
  }

  #grow(length: number): void {
    const room = Buffer.allocUnsafe(Math.max(length, 2 * this.#room.length));
    this.bytes.copy(room);
    this.#room = room;
  }
}
