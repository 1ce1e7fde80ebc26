import { canonicalJson, isJsonObject, type Json } from '../trace/index.ts';

/** Two values at a JSON pointer (RFC 6901), as JSON text and cut. null = the side has no value there. */
export interface Difference {
  readonly path: string;
  readonly base: string | null;
  readonly head: string | null;
}

const MAX_DIFFERENCES = 5;
const MAX_VALUE_LENGTH = 120;
const TEXT_BEFORE_DIFFERENCE = 24;

/** The places where two values differ, as deep as their shapes agree; at most five. */
export function differencesOf(base: Json, head: Json): readonly Difference[] {
  const found: Difference[] = [];
  walk('', base, head, found);
  return found;
}

/** Two texts from shortly before the place where they part, so that the cut does not hide the difference. */
export function textDifference(base: string, head: string): Difference {
  let same = 0;
  while (same < base.length && same < head.length && base[same] === head[same]) same += 1;
  const start = Math.max(0, same - TEXT_BEFORE_DIFFERENCE);
  const from = (text: string): string => `${start > 0 ? '…' : ''}${text.slice(start)}`;
  return { path: '', base: shown(from(base)), head: shown(from(head)) };
}

function walk(path: string, base: Json | undefined, head: Json | undefined, found: Difference[]): void {
  if (found.length >= MAX_DIFFERENCES) return;
  if (base !== undefined && head !== undefined && canonicalJson(base) === canonicalJson(head)) return;
  const baseMembers = membersOf(base);
  const headMembers = membersOf(head);
  if (baseMembers === null || headMembers === null || Array.isArray(base) !== Array.isArray(head)) {
    found.push({ path, base: valueText(base), head: valueText(head) });
    return;
  }
  for (const key of new Set([...baseMembers.keys(), ...headMembers.keys()])) {
    walk(`${path}/${pointerToken(key)}`, baseMembers.get(key), headMembers.get(key), found);
  }
}

function membersOf(value: Json | undefined): ReadonlyMap<string, Json> | null {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : null;
}

function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function valueText(value: Json | undefined): string | null {
  return value === undefined ? null : shown(typeof value === 'string' ? value : canonicalJson(value), value);
}

function shown(text: string, value: Json = text): string {
  const cut = text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
  return typeof value === 'string' ? JSON.stringify(cut) : cut;
}
