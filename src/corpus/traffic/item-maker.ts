import {
  hashOfKey,
  keyOf,
  type Origin,
  originOf,
  originText,
  type TrafficRecord,
  type WrittenRecord,
  writtenRecord,
} from './record.ts';
import type { Redact } from './redact-record.ts';

/** A record on its way into the store. */
export interface MadeItem {
  readonly record: TrafficRecord;
  readonly text: string;
  readonly origin: string;
  /** Of its key. */
  readonly hash: string;
}

interface MadeOrigin {
  readonly of: Origin | null;
  readonly text: string;
}

/** Makes what is kept out of records. Remembers the last origin and key: records come in batches that share them. */
export class ItemMaker {
  readonly #redact: Redact;
  readonly #maxChars: number;
  #origin: MadeOrigin = { of: null, text: '' };
  #key = { key: '', hash: '' };

  constructor(redact: Redact, maxChars: number) {
    this.#redact = redact;
    this.#maxChars = maxChars;
  }

  make(given: TrafficRecord): MadeItem | 'without_key' | 'too_large' {
    const original = writtenOf(given);
    if (original === null || original.text.length > this.#maxChars) return 'too_large';
    const record = this.#redact(given, original.attributes);
    const { text } = record === given ? original : writtenRecord(record);
    const key = keyOf(record);
    if (key === null) return 'without_key';
    if (key !== this.#key.key) this.#key = { key, hash: hashOfKey(key) };
    return { record, text, origin: this.#originOf(record), hash: this.#key.hash };
  }

  #originOf(record: TrafficRecord): string {
    const of = originOf(record);
    const { of: last } = this.#origin;
    if (of?.scope === last?.scope && of?.resource === last?.resource) return this.#origin.text;
    this.#origin = { of, text: of === null ? '' : originText(of) };
    return this.#origin.text;
  }
}

/** null = it is nested so deep, or so long, that it has no JSON text. */
function writtenOf(record: TrafficRecord): WrittenRecord | null {
  try {
    return writtenRecord(record);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
