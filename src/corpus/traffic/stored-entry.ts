import { isJsonObject, parseJson } from '../../trace/index.ts';
import type { Entry } from './entry.ts';
import { type Item, RecordParser } from './record.ts';

/** A line of an entry: a record's JSON, and where in the entry's list its origin stands; null for a finished run. */
interface StoredLine {
  readonly bytes: Buffer;
  readonly origin: number | null;
}

/** An entry as the raw file holds it: a line that begins it, then a line an origin, then a line a record. */
export interface StoredEntry {
  readonly key: string;
  readonly leftOut: number;
  /** Other days that have a copy: trajectories of one trace may begin on several. Nearly always none. */
  readonly otherDays: readonly (string | null)[];
  /** JSON texts of the instrumentations and resources that its records came from. */
  readonly origins: readonly string[];
  readonly lines: readonly StoredLine[];
}

export function storedEntry({ key, leftOut }: Entry, items: readonly Item[]): StoredEntry {
  const places = new Map<string, number>();
  const lines = items.map(({ bytes, origin }) => {
    if (origin === '') return { bytes, origin: null };
    const place = places.get(origin) ?? places.size;
    places.set(origin, place);
    return { bytes, origin: place };
  });
  return { key, leftOut, otherDays: [], origins: [...places.keys()], lines };
}

/** Whether two entries hold the same records, and left out as many. */
export function sameContent(one: StoredEntry, other: StoredEntry): boolean {
  const sameOrigins =
    one.origins.length === other.origins.length && one.origins.every((text, i) => text === other.origins[i]);
  if (!sameOrigins || one.leftOut !== other.leftOut || one.lines.length !== other.lines.length) return false;
  return one.lines.every(({ bytes, origin }, i) => {
    const line = other.lines[i];
    return line !== undefined && line.origin === origin && line.bytes.equals(bytes);
  });
}

const HEAD = '{"entry":';
const ORIGIN = '{"origin":';
const PLACE = ',"origin":';
const NEWLINE = 10;
const NO_ORIGIN_END = Buffer.from('\n');

/** With a line end behind every line: `{"entry":{..}}`, `{"origin":{..}}`, `{"span":{..},"origin":0}`. */
export function entryBytes({ key, leftOut, otherDays, origins, lines }: StoredEntry): Buffer[] {
  let head = `${HEAD}${JSON.stringify({ key, leftOut, otherDays })}}\n`;
  for (const origin of origins) head += `${ORIGIN}${origin}}\n`;
  const pieces: Buffer[] = [Buffer.from(head)];
  const ends = origins.map((_, place) => Buffer.from(`${PLACE}${place}}\n`));
  for (const { bytes, origin } of lines) {
    if (origin === null) pieces.push(bytes, NO_ORIGIN_END);
    else pieces.push(bytes.subarray(0, -1), ends[origin] ?? NO_ORIGIN_END);
  }
  return pieces;
}

/** The entries of a block; null where it is none. */
export function parseEntries(block: Buffer): StoredEntry[] | null {
  const entries: (StoredEntry & { origins: string[]; lines: StoredLine[] })[] = [];
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(NEWLINE, start);
    if (end === -1) return null;
    const line = block.subarray(start, end);
    start = end + 1;
    if (startsWith(line, HEAD)) {
      const head = parseHead(line.toString());
      if (head === null) return null;
      entries.push({ ...head, origins: [], lines: [] });
      continue;
    }
    const last = entries.at(-1);
    if (last === undefined) return null;
    if (startsWith(line, ORIGIN)) last.origins.push(line.toString('utf8', ORIGIN.length, line.length - 1));
    else last.lines.push(parseLine(line));
  }
  return entries;
}

function startsWith(line: Buffer, text: string): boolean {
  return line.toString('latin1', 0, text.length) === text;
}

function parseHead(line: string): Omit<StoredEntry, 'origins' | 'lines'> | null {
  const parsed = parseJson(line);
  const head = isJsonObject(parsed) ? parsed.entry : null;
  if (!isJsonObject(head)) return null;
  const { key, leftOut, otherDays } = head;
  if (typeof key !== 'string' || typeof leftOut !== 'number' || !Array.isArray(otherDays)) return null;
  return { key, leftOut, otherDays: otherDays.filter((day) => day === null || typeof day === 'string') };
}

/** So many digits are enough: an entry has no more origins than records. */
const MAX_PLACE_CHARS = PLACE.length + 10;

/** The place of the origin is the last member of a line. A brace is put back behind what stands in front of it. */
function parseLine(line: Buffer): StoredLine {
  const tail = line.toString('latin1', Math.max(0, line.length - MAX_PLACE_CHARS));
  const place = /,"origin":(\d+)\}$/.exec(tail);
  if (place === null) return { bytes: line, origin: null };
  const bytes = Buffer.concat([line.subarray(0, line.length - place[0].length), CLOSING]);
  return { bytes, origin: Number(place[1]) };
}

const CLOSING = Buffer.from('}');

/** The records of an entry; null where a line is none. */
export function itemsOf({ origins, lines }: StoredEntry): Item[] | null {
  const parser = new RecordParser();
  const items: Item[] = [];
  for (const { bytes, origin } of lines) {
    const text = origin === null ? '' : (origins[origin] ?? '');
    const record = parser.record(bytes.toString(), text);
    if (record === null) return null;
    items.push({ record, bytes, origin: text });
  }
  return items;
}
