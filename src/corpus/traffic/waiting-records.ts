import type { Held } from './buckets.ts';
import { Entry, type EntryLimits } from './entry.ts';
import { type HeldItem, keyOf, NO_RECORD, type RecordParser } from './record.ts';
import { itemsOfWhole, type WholeTrace } from './whole-trace.ts';

/** Where records of any hash are put together. */
interface Gathering {
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
  /** All that was added, where it is one trace that was read already. */
  #whole: WholeTrace | null = null;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  add(held: Held): void {
    const isFirst = this.#items.length === 0 && this.#entries.size === 0 && this.#whole === null;
    if (isFirst && 'stored' in held) {
      this.#whole = held;
      return;
    }
    this.#unfold();
    for (const item of 'stored' in held ? itemsOfWhole(held) : [held]) this.#addItem(item);
  }

  get whole(): WholeTrace | null {
    return this.#whole;
  }

  #unfold(): void {
    const items = this.#whole === null ? [] : itemsOfWhole(this.#whole);
    this.#whole = null;
    for (const item of items) this.#addItem(item);
  }

  #addItem(item: HeldItem): void {
    const { traceRecords, traceBytes } = this.#gathering.limits;
    this.#items.push(item);
    this.#bytes += item.bytes.length;
    if (this.#items.length > traceRecords || this.#bytes > traceBytes) this.#enter();
  }

  /** Of all that was added. */
  entries(): Iterable<Entry> {
    this.#unfold();
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
