import { isUtf8 } from 'node:buffer';

/** Kinds of fields on protobuf's wire (https://protobuf.dev/programming-guides/encoding). Groups are long deprecated. */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH = 2;
const FIXED32 = 5;

type OnTextFault = (what: 'cut' | 'not_utf8', bytes: number) => void;

/**
 * Walks protobuf's wire format. It never throws: the first fault is kept, and from then on every message is at its end,
 * so that all loops over fields stop. Who knows where the faulty message ends clears the fault and goes on behind it.
 */
export class ProtobufReader {
  readonly #bytes: Buffer;
  readonly #view: DataView;
  #position = 0;
  #end: number;
  fault: string | null = null;

  readonly #isClipped: boolean;

  /** `clipped`: the bytes may end in the middle of a message, whose length is then not held against it. */
  constructor(bytes: Uint8Array, extent: 'whole' | 'clipped' = 'whole') {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.byteLength;
    this.#isClipped = extent === 'clipped';
  }

  /** The next field's tag (number * 8 + wire type), 0 at the end of the message. */
  tag(): number {
    if (this.fault !== null || this.#position >= this.#end) return 0;
    const tag = this.#varint();
    if (tag >= 8 && tag < 2 ** 32) return tag;
    this.#fail(`${tag} is no tag`);
    return 0;
  }

  /** Enters the message of the field whose tag was read; gives where the outer one ends, for `leave`. */
  enter(): number {
    const outer = this.#end;
    const length = this.#length();
    this.#end = this.#position + length;
    return outer;
  }

  /** Goes on behind the message that was entered. */
  leave(outer: number): void {
    this.#position = this.#end;
    this.#end = outer;
  }

  /** Reads the message of the field whose tag was read. */
  within(take: () => void): void {
    const outer = this.enter();
    take();
    this.leave(outer);
  }

  /** Enters each field of this tag and skips the others. */
  each(wanted: number, take: () => void): void {
    for (let tag = this.tag(); tag !== 0; tag = this.tag()) {
      if (tag === wanted) this.within(take);
      else this.skip(tag);
    }
  }

  /** Reads the entered message two times. What is wrong with it is met in both, and kept from the second. */
  twice(first: () => void, second: () => void): void {
    if (this.fault !== null) return;
    const start = this.#position;
    first();
    this.fault = null;
    this.#position = start;
    second();
  }

  skip(tag: number): void {
    switch (tag & 7) {
      case VARINT:
        this.#varint();
        return;
      case FIXED64:
        this.#take(8);
        return;
      case LENGTH:
        this.#take(this.#length());
        return;
      case FIXED32:
        this.#take(4);
        return;
      default:
        this.#fail(`wire type ${tag & 7}`);
    }
  }

  /** A varint up to 2^32, as enums, lengths and flags are. */
  uint(): number {
    return this.#varint();
  }

  /** A signed 64-bit integer; a decimal string where a number cannot hold it. */
  int64(): number | string {
    const start = this.#position;
    const value = this.#varint();
    if (value <= Number.MAX_SAFE_INTEGER || this.fault !== null) return value;
    let exact = 0n;
    for (let at = this.#position - 1; at >= start; at -= 1)
      exact = (exact << 7n) | BigInt((this.#bytes[at] ?? 0) & 127);
    const signed = BigInt.asIntN(64, exact);
    const number = Number(signed);
    return Number.isSafeInteger(number) ? number : String(signed);
  }

  double(): number {
    const at = this.#take(8);
    return at === null ? 0 : this.#view.getFloat64(at, true);
  }

  /** Nanoseconds as a fixed 64-bit number -> whole microseconds, exact where a double holds them; null = 0, not set. */
  microseconds(): number | null {
    const at = this.#take(8);
    if (at === null) return null;
    const low = this.#view.getUint32(at, true);
    const high = this.#view.getUint32(at + 4, true);
    if (low === 0 && high === 0) return null;
    // (high * 2^32 + low) / 1000 in two parts, since the sum itself does not fit into a double.
    return Math.floor(high / 1000) * 2 ** 32 + Math.floor(((high % 1000) * 2 ** 32 + low) / 1000);
  }

  hex(): string {
    const length = this.#length();
    const at = this.#take(length);
    return at === null ? '' : this.#bytes.toString('hex', at, at + length);
  }

  /** Text of at most `maxBytes` bytes; `onFault` hears of text that was cut, or is not UTF-8. */
  text(maxBytes: number, onFault: OnTextFault): string {
    const length = this.#length();
    const at = this.#take(length);
    if (at === null) return '';
    if (length > maxBytes) onFault('cut', length);
    const end = length > maxBytes ? this.#characterStart(at + maxBytes) : at + length;
    const text = this.#bytes.toString('utf8', at, end);
    if (text.includes('\ufffd') && !isUtf8(this.#bytes.subarray(at, end))) onFault('not_utf8', length);
    return text;
  }

  /** At most `maxBytes` bytes, in base64. */
  base64(maxBytes: number, onFault: OnTextFault): string {
    const length = this.#length();
    const at = this.#take(length);
    if (at === null) return '';
    if (length > maxBytes) onFault('cut', length);
    return this.#bytes.toString('base64', at, at + Math.min(length, maxBytes));
  }

  /** The position itself, or where the character in whose middle it stands begins. */
  #characterStart(position: number): number {
    let start = position;
    while (((this.#bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
    return start;
  }

  #length(): number {
    const length = this.#varint();
    if (this.#position + length <= this.#end) return length;
    if (this.#isClipped && this.fault === null) return this.#end - this.#position;
    this.#fail(`${length} bytes announced, ${this.#end - this.#position} left`);
    return 0;
  }

  #take(length: number): number | null {
    const at = this.#position;
    if (this.fault !== null) return null;
    if (at + length > this.#end) {
      this.#fail(`${length} bytes expected, ${this.#end - at} left`);
      return null;
    }
    this.#position = at + length;
    return at;
  }

  /** Exact up to 2^53. */
  #varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10 && this.#position < this.#end; count += 1) {
      const byte = this.#bytes[this.#position] ?? 0;
      this.#position += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
    this.#fail('a number without an end');
    return 0;
  }

  /** Nothing behind a fault can be told apart, until the end of the innermost message. */
  #fail(what: string): void {
    this.fault ??= `${what}, at byte ${this.#position}`;
    this.#position = this.#end;
  }
}
