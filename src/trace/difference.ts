import { isJsonObject, type Json } from './json.ts';

interface Difference {
  /** RFC 6901 JSON pointer; '' is the whole value. */
  readonly path: string;
  /** The two values there, cut to the place where they part; `(absent)` where one has none. */
  readonly a: string;
  readonly b: string;
}

const SHOWN_BEFORE = 30;
const SHOWN_AFTER = 90;

/** The first place, in key order, where two values differ; null where they are equal. */
export function firstDifference(a: Json, b: Json): Difference | null {
  return differenceAt('', a, b);
}

function differenceAt(path: string, a: Json | undefined, b: Json | undefined): Difference | null {
  if (Array.isArray(a) && Array.isArray(b)) {
    const places = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index);
    return firstOf(places, (index) => differenceAt(`${path}/${index}`, a[index], b[index]));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return firstOf(keys, (key) => differenceAt(`${path}/${pointerToken(key)}`, own(a, key), own(b, key)));
  }
  const [left, right] = [shown(a), shown(b)];
  return left === right ? null : { path, ...cutBoth(left, right) };
}

function firstOf<T>(items: readonly T[], find: (item: T) => Difference | null): Difference | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function own(object: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function shown(value: Json | undefined): string {
  return value === undefined ? '(absent)' : JSON.stringify(value);
}

/** Long texts mostly agree at first: both are shown around the place where they part. */
function cutBoth(a: string, b: string): { a: string; b: string } {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - SHOWN_BEFORE);
  const cutOne = (text: string): string => {
    const end = same + SHOWN_AFTER;
    return `${from === 0 ? '' : '…'}${text.slice(from, end)}${text.length > end ? '…' : ''}`;
  };
  return { a: cutOne(a), b: cutOne(b) };
}
