import {
  hashOfKey,
  keyOf,
  type Origin,
  originOf,
  originText,
  RecordParser,
  recordText,
  type TrafficRecord,
} from './record.ts';

/** JSON text in, the same without secrets out. */
export type Redact = (text: string) => string;

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
  /** Nothing was redacted. */
  readonly same: boolean;
}

/** Makes what is kept out of records. Remembers the last origin and key: records come in batches that share them. */
export class ItemMaker {
  readonly #redact: Redact;
  readonly #maxChars: number;
  readonly #parser = new RecordParser();
  #origin: MadeOrigin = { of: null, text: '', same: true };
  #key = { key: '', hash: '' };

  constructor(redact: Redact, maxChars: number) {
    this.#redact = redact;
    this.#maxChars = maxChars;
  }

  make(given: TrafficRecord): MadeItem | 'without_key' | 'too_large' {
    const original = textOf(given);
    if (original === null || original.length > this.#maxChars) return 'too_large';
    const text = this.#redact(original);
    const origin = this.#originOf(given);
    const record = text === original && origin.same ? given : this.#parser.record(text, origin.text);
    if (record === null) throw new Error(`redaction made a ${given.kind} unreadable`);
    const key = keyOf(record);
    if (key === null) return 'without_key';
    if (key !== this.#key.key) this.#key = { key, hash: hashOfKey(key) };
    return { record, text, origin: origin.text, hash: this.#key.hash };
  }

  #originOf(record: TrafficRecord): MadeOrigin {
    const of = originOf(record);
    const { of: last } = this.#origin;
    if (of?.scope === last?.scope && of?.resource === last?.resource) return this.#origin;
    const original = of === null ? '' : originText(of);
    const text = original === '' ? '' : this.#redact(original);
    this.#origin = { of, text, same: text === original };
    return this.#origin;
  }
}

/** null = it is nested so deep, or so long, that it has no JSON text. */
function textOf(record: TrafficRecord): string | null {
  try {
    return recordText(record);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
