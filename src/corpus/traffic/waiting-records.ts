import { Entry, type EntryLimits } from './entry.ts';
import { type HeldItem, keyOf, NO_RECORD, type RecordParser } from './record.ts';

/** Where records of any hash are put together. */
export interface Gathering {
  readonly limits: EntryLimits;
  readonly parser: RecordParser;
  readonly problem: (text: string) => void;
}

/** The records of one hash: they wait as bytes, but for a trace that goes beyond its limits, of which no more is held. */
export class WaitingRecords {
  readonly #gathering: Gathering;
  /** By key: one, unless two keys have one hash. */
  readonly #entries = new Map<string, Entry>();
  #items: HeldItem[] = [];
  #bytes = 0;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  add(item: HeldItem): void {
    const { traceRecords, traceBytes } = this.#gathering.limits;
    this.#items.push(item);
    this.#bytes += item.bytes.length;
    if (this.#items.length > traceRecords || this.#bytes > traceBytes) this.#enter();
  }

  /** Of all that was added. */
  entries(): Iterable<Entry> {
    this.#enter();
    return this.#entries.values();
  }

  #enter(): void {
    const { limits, parser, problem } = this.#gathering;
    for (const { bytes, origin, file } of this.#items) {
      const record = parser.record(bytes.toString(), origin);
      const key = record === null ? null : keyOf(record);
      if (record === null || key === null) {
        problem(`${file ?? 'memory'}: ${NO_RECORD}`);
        continue;
      }
      const entry = this.#entries.get(key) ?? new Entry(key, limits);
      this.#entries.set(key, entry);
      entry.add({ record, bytes, origin });
    }
    this.#items = [];
    this.#bytes = 0;
  }
}
