import { Entry, type EntryLimits } from './entry.ts';
import { type Projected, type Projection, project } from './projection.ts';
import { type HeldItem, type Item, keyOf } from './record.ts';
import { type StoredEntry, storedEntry } from './stored-entry.ts';

/**
 * A trace whose spans came together, read while they were at hand. It is what a fold makes of the same bytes, so that these
 * need not be read again, unless more of the trace turns out to be known.
 */
export interface WholeTrace {
  readonly hash: string;
  readonly bytes: number;
  readonly stored: StoredEntry;
  readonly projected: Projected;
}

/** null = more of the trace is likely to come: its root, the parent of a span, or log records that tell of it. */
export function wholeTrace(
  hash: string,
  items: readonly Item[],
  projection: Projection,
  limits: EntryLimits,
): WholeTrace | null {
  const [first] = items;
  const key = first === undefined ? null : keyOf(first.record);
  if (key === null || !isWhole(key, items)) return null;
  const entry = new Entry(key, limits);
  for (const item of items) entry.add(item);
  const sorted = entry.items();
  // A span that came twice may yet be replaced by a third version.
  if (sorted.length < items.length) return null;
  const bytes = items.reduce((sum, item) => sum + item.bytes.length, 0);
  return { hash, bytes, stored: storedEntry(entry, sorted), projected: project(key, sorted, 0, projection) };
}

function isWhole(key: string, items: readonly Item[]): boolean {
  const ids = new Set<string>();
  for (const { record } of items) if (record.kind === 'span') ids.add(record.span.spanId);
  let hasRoot = false;
  for (const { record } of items) {
    if (record.kind !== 'span' || record.span.traceId !== key) return false;
    const { parentSpanId } = record.span;
    if (parentSpanId === null) hasRoot = true;
    else if (!ids.has(parentSpanId)) return false;
  }
  return hasRoot;
}

/** Its records as they wait where the trace was not whole. */
export function itemsOfWhole({ hash, stored: { origins, lines } }: WholeTrace): HeldItem[] {
  return lines.map(({ bytes, origin }) => ({
    hash,
    bytes,
    origin: origin === null ? '' : (origins[origin] ?? ''),
    file: null,
  }));
}
