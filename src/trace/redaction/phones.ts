import { type DigitGroup, digitRuns, insideHex } from './digits.ts';
import type { Found } from './found.ts';

/** ITU-T E.164. */
const MAX_DIGITS = 15;
const MIN_INTERNATIONAL = 8;
const MIN_NATIONAL = 9;
const SEPARATOR = /^(?:[ \t\u00a0\u202f./\u2010-\u2013-]|[ \t]?\(|\)[ \t-]?|[ \t]?\(0\)[ \t]?)$/;
const DATE = /^(?:19|20)\d\d[-./]\d\d/;

/** Single digits are a telephone's where one of these words stands in front of them: a row of ratings looks the same. */
const PHONE_WORD =
  /(?:phone|t[eé]l[eé]fon|\btel\b|\bmobile?\b|\bcell\b|handy|whatsapp|\bsms\b|rufnummer|\b(?:call|text|reach|ring|dial)(?: (?:me|us|him|her|them))?\b|\b(?:my|his|her|their|our) number\b)[^\n\d]{0,30}$/i;
const WORD_CHARS = 50;

/** How many groups, and their lengths. */
const NORTH_AMERICAN = [
  [4, '1,3,3,4'],
  [3, '3,3,4'],
] as const;

/**
 * Telephone numbers as people write them: `+49 30 123456`, `0049 30 123456`, `(415) 555-2671`, `030/1234567`,
 * `01 23 45 67 89`, and behind a word such as `call` with every digit apart, as speech is written down. Digits without a plus and
 * without groups are no telephone's: they could be anything.
 */
export function findPhones(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { groups } of digitRuns(text)) {
    for (let first = 0; first < groups.length; first += 1) {
      const phone = phoneFrom(text, groups, first);
      const last = groups[first + (phone?.size ?? 0) - 1];
      if (phone === null || last === undefined || insideHex(text, phone.start, last.end)) continue;
      found.push({ start: phone.start, end: last.end, normal: phone.normal });
      first += phone.size - 1;
    }
  }
  return found;
}

/** The number in a member that is called a telephone, whatever its form; null = too few or too many digits. */
export function phoneOf(text: string): string | null {
  if (!/^[+\d ()./\u2010-\u2013-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 7 && digits.length <= MAX_DIGITS ? normalOf(digits, text.startsWith('+')) : null;
}

interface Phone {
  readonly start: number;
  readonly size: number;
  readonly normal: string;
}

function phoneFrom(text: string, groups: readonly DigitGroup[], first: number): Phone | null {
  const group = groups[first];
  if (group === undefined) return null;
  const { before, digits, start } = group;
  const open = text[start - 1] === '(' && text[group.end] === ')' ? 1 : 0;
  if (/\+ ?\(?$/.test(before) && digits[0] !== '0') return international(text, groups, first);
  if (digits.startsWith('00') && digits[2] !== '0') return exitCode(text, groups, first);
  const size = nationalSize(text, groups, first) || spelledSize(text, groups, first);
  if (size === 0) return null;
  const all = joined(groups, first, size);
  return { start: start - open, size, normal: normalOf(all, false) };
}

function international(text: string, groups: readonly DigitGroup[], first: number): Phone | null {
  const group = groups[first];
  if (group === undefined) return null;
  const size = sizeUpTo(text, groups, first);
  const all = joined(groups, first, size);
  if (all.length < MIN_INTERNATIONAL || all.length > MAX_DIGITS) return null;
  const plus = text.lastIndexOf('+', group.start);
  // A sum, or the exponent of a number.
  return /\d[eE]?$/.test(text.slice(Math.max(0, plus - 2), plus))
    ? null
    : { start: plus, size, normal: normalOf(all, true) };
}

/** `00` in front of the country: asked to be in groups, since order numbers begin with noughts too. */
function exitCode(text: string, groups: readonly DigitGroup[], first: number): Phone | null {
  const size = sizeUpTo(text, groups, first);
  const all = joined(groups, first, size).slice(2);
  const start = groups[first]?.start ?? 0;
  if (size < 2 || (/\w/.test(text[start - 1] ?? '') && !isBehindEscape(text, start))) return null;
  if (all.length < MIN_INTERNATIONAL || all.length > MAX_DIGITS) return null;
  return { start, size, normal: normalOf(all, true) };
}

/** The letter in front is a line's end or a tab in JSON text that does not parse, such as one that was cut off. */
function isBehindEscape(text: string, start: number): boolean {
  return /\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start));
}

/** How many groups a national number takes; 0 = there is none. */
function nationalSize(text: string, groups: readonly DigitGroup[], first: number): number {
  const start = groups[first]?.start ?? 0;
  const from = text[start - 1] === '(' ? start - 1 : start;
  if (/[\w#./-]/.test(text[from - 1] ?? '') && !isBehindEscape(text, from)) return 0;
  const lengths = (size: number): string => {
    const some = groups.slice(first, first + size);
    if (some.length < size || !some.slice(1).every(({ before }) => SEPARATOR.test(before))) return '';
    return endsHere(text, some) ? some.map(({ digits }) => digits.length).join(',') : '';
  };
  for (const [size, form] of NORTH_AMERICAN) {
    if (lengths(size) !== form || !isNorthAmerican(joined(groups, first, size))) continue;
    // Three plain numbers in a row are more often just that.
    if (
      /[^\s]/.test(
        groups
          .slice(first + 1, first + size)
          .map(({ before }) => before)
          .join(''),
      )
    )
      return size;
  }
  const digits = groups[first]?.digits ?? '';
  if (!/^0[1-9]/.test(digits)) return 0;
  if (lengths(5) === '2,2,2,2,2') return 5;
  if (digits.length < (text[groups[first]?.end ?? 0] === ')' ? 2 : 3) || digits.length > 6) return 0;
  for (let size = Math.min(4, groups.length - first); size >= 2; size -= 1) {
    const total = joined(groups, first, size).length;
    if (lengths(size) !== '' && total >= MIN_NATIONAL && total <= 12) return size;
  }
  return 0;
}

/** How many single digits in a row a number takes that is spelled behind a word that announces it; 0 = there is none. */
function spelledSize(text: string, groups: readonly DigitGroup[], first: number): number {
  const isNext = (index: number): boolean => {
    const group = groups[index];
    return group?.digits.length === 1 && (index === first || SEPARATOR.test(group.before));
  };
  let size = 0;
  while (size < MAX_DIGITS && isNext(first + size)) size += 1;
  const after = groups[first + size];
  const goesOn = after !== undefined && SEPARATOR.test(after.before);
  const some = groups.slice(first, first + size);
  if (size < MIN_NATIONAL || goesOn || !endsHere(text, some) || isCounting(joined(groups, first, size))) return 0;
  const start = groups[first]?.start ?? 0;
  return PHONE_WORD.test(text.slice(Math.max(0, start - WORD_CHARS), start)) ? size : 0;
}

/** `1 2 3 4 5 6 7 8 9`. */
function isCounting(digits: string): boolean {
  return '01234567890123456'.includes(digits);
}

/** No letter or digit, nor a colon as in a time, follows. */
function endsHere(text: string, groups: readonly DigitGroup[]): boolean {
  return !/[\w:]/.test(text[groups.at(-1)?.end ?? 0] ?? '');
}

/** North American Numbering Plan: neither area nor exchange begins with 0 or 1. */
function isNorthAmerican(digits: string): boolean {
  return /^1?[2-9]\d\d[2-9]\d{6}$/.test(digits);
}

/** As many groups as a number may have digits, none of which begins a date or a time. */
function sizeUpTo(text: string, groups: readonly DigitGroup[], first: number): number {
  let total = groups[first]?.digits.length ?? 0;
  let size = 1;
  for (const group of groups.slice(first + 1, first + MAX_DIGITS)) {
    const { before, digits, start, end } = group;
    total += digits.length;
    if (total > MAX_DIGITS || !SEPARATOR.test(before)) break;
    if (text[end] === ':' || DATE.test(text.slice(start, start + 7))) break;
    size += 1;
  }
  return size;
}

function joined(groups: readonly DigitGroup[], first: number, size: number): string {
  return groups
    .slice(first, first + size)
    .map(({ digits }) => digits)
    .join('');
}

/** Ten digits of North America are the same number with and without its country. */
function normalOf(digits: string, withCountry: boolean): string {
  return !withCountry && digits.length === 10 && isNorthAmerican(digits) ? `1${digits}` : digits;
}
