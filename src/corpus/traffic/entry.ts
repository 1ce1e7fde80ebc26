import type { ObservedTrajectory } from '../../trace/index.ts';
import type { Item, TrafficRecord } from './record.ts';

/** More than this of one trace is left out and counted: nothing that is put together in memory may be without end. */
export interface EntryLimits {
  readonly traceRecords: number;
  readonly traceBytes: number;
}

export const ENTRY_LIMITS: EntryLimits = { traceRecords: 50_000, traceBytes: 64 * 1024 * 1024 };

/** All records of one key, each once, whatever order they came in and however often. */
export class Entry {
  readonly key: string;
  readonly #limits: EntryLimits;
  readonly #items = new Map<string, Item>();
  #bytes = 0;
  #leftOut = 0;
  #repeated = 0;

  constructor(key: string, limits: EntryLimits) {
    this.key = key;
    this.#limits = limits;
  }

  /** Records beyond the limits. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Finished runs beyond the one that is kept. */
  get repeated(): number {
    return this.#repeated;
  }

  add(item: Item): void {
    const identity = identityOf(item);
    const before = this.#items.get(identity);
    if (before?.record.kind === 'trajectory') this.#repeated += 1;
    if (before !== undefined && !replaces(item.record, before.record)) return;
    const bytes = this.#bytes + item.bytes.length - (before?.bytes.length ?? 0);
    if (bytes > this.#limits.traceBytes || (before === undefined && this.#items.size >= this.#limits.traceRecords)) {
      this.#leftOut += 1;
      return;
    }
    this.#items.set(identity, item);
    this.#bytes = bytes;
  }

  /** In an order that does not depend on when the records came. */
  items(): Item[] {
    return [...this.#items.values()].sort((a, b) => timeOf(a.record) - timeOf(b.record) || a.bytes.compare(b.bytes));
  }
}

function identityOf({ record, bytes }: Item): string {
  switch (record.kind) {
    case 'span':
      return record.span.spanId;
    case 'trajectory':
      return 'trajectory';
    case 'log':
      return bytes.toString('latin1');
    default:
      return record satisfies never;
  }
}

/**
 * The last version stands, unless the one before tells more: a span may be sent while it is open and again when it has
 * ended, in any order, and an old export of a run must not undo a newer one.
 */
function replaces(next: TrafficRecord, before: TrafficRecord): boolean {
  if (next.kind === 'span' && before.kind === 'span') {
    if (next.span.endUs !== before.span.endUs) return next.span.endUs > before.span.endUs;
    return Object.keys(next.span.attributes).length >= Object.keys(before.span.attributes).length;
  }
  if (next.kind === 'trajectory' && before.kind === 'trajectory')
    return fullness(next.trajectory) >= fullness(before.trajectory);
  return true;
}

export function fullness({ steps, outcomes }: ObservedTrajectory): number {
  return steps.length + outcomes.length;
}

function timeOf(record: TrafficRecord): number {
  switch (record.kind) {
    case 'trajectory':
      return 0;
    case 'span':
      return record.span.startUs;
    case 'log':
      return record.log.timeUs;
    default:
      return record satisfies never;
  }
}
