import { canonicalJson, isJsonObject, type Json, sha256 } from '../../trace/index.ts';

/** Fingerprints of what an answer said: as it stands, and with one kind of harmless difference taken away each. */
export interface Content {
  readonly exact: string;
  readonly order: string;
  readonly timestamps: string;
  readonly numbers: string;
  readonly ids: string;
  /** With all of them taken away. */
  readonly all: string;
}

/** How two answers of the same kind and shape differ. `several` = in more than one harmless way; `values` = in what they say. */
export type Difference = 'order' | 'timestamps' | 'numbers' | 'ids' | 'several' | 'values';

const DIGITS = 16;
const HARMLESS = ['order', 'timestamps', 'numbers', 'ids'] as const;

const TIMES =
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\b|\b1[5-9]\d{8}(?:\d{3}(?:\d{3})?)?\b/g;
const NUMBERS = /(?<![\w.])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/g;
const IDS = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b(?=\w*\d)(?=\w*[A-Za-z])\w{10,}\b|\b[0-9a-f]{12,}\b/gi;
const ID_MEMBER = /^_?(?:u?u?id|.+_id|.+Id|etag|cursor|request_?id|trace_?id)$/;

/** Of a value that is not empty. */
export function contentOf(value: Json): Content {
  const text = (one: Json): string => (typeof one === 'string' ? one : canonicalJson(one));
  const print = (one: string): string => sha256(one).slice(0, DIGITS);
  const [ordered, withoutIds] = [sorted(value), withoutIdMembers(value)];
  const exact = text(value);
  return {
    exact: print(exact),
    order: print(text(ordered)),
    timestamps: print(exact.replace(TIMES, 'T')),
    numbers: print(numbered(exact)),
    ids: print(text(withoutIds).replace(IDS, 'I')),
    all: print(text(sorted(numberedIn(withoutIdMembers(value))))),
  };
}

/** null = they say the same. */
export function differenceOf(a: Content, b: Content): Difference | null {
  if (a.exact === b.exact) return null;
  return HARMLESS.find((kind) => a[kind] === b[kind]) ?? (a.all === b.all ? 'several' : 'values');
}

/** Lists by what they hold; lines of a text too. */
function sorted(value: Json): Json {
  if (typeof value === 'string') return value.split('\n').sort().join('\n');
  if (Array.isArray(value)) {
    const items = value.map(sorted).map((item) => ({ item, text: canonicalJson(item) }));
    return items.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ item }) => item);
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sorted(member)]));
}

function withoutIdMembers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutIdMembers);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    const isId = ID_MEMBER.test(name) && (typeof member === 'string' || typeof member === 'number');
    return [name, isId ? 'I' : withoutIdMembers(member)];
  });
  return Object.fromEntries(members);
}

/** Times and ids go first: they are made of digits. */
function numberedIn(value: Json): Json {
  if (typeof value === 'string') return numbered(value.replace(TIMES, 'T').replace(IDS, 'I'));
  if (Array.isArray(value)) return value.map(numberedIn);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, numberedIn(member)]));
}

/** `1,000.50`, `1000.5` and `1.0005e3` are one number. */
function numbered(text: string): string {
  return text.replace(NUMBERS, (number) => String(Number(number.replaceAll(',', ''))));
}
