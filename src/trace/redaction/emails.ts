import type { Found } from './found.ts';

const SIGN = /@|%40/g;
/** What may stand before the sign; letters of every script, and no quote, so that JSON text stays JSON text. */
const LOCAL = /[\p{L}\p{N}._+~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
/** RFC 5321: longer ones are no addresses. */
const MAX_DOMAIN = 255;
const LABELS = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}(?:xn--[a-z0-9-]{1,59}|\p{L}{2,63})/iu;

/** E-mail addresses, also as URLs write them (`%40`). Upper and lower case are one address. */
export function findEmails(text: string): readonly Found[] {
  const found: Found[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (index < done) continue;
    const start = localStart(text, index, done);
    const domain = domainAt(text, index + sign.length);
    done = index + sign.length;
    if (start === index || domain === '') continue;
    done += domain.length;
    found.push({ start, end: done, normal: `${text.slice(start, index)}@${domain}`.toLowerCase() });
  }
  return found;
}

function localStart(text: string, sign: number, done: number): number {
  let start = sign;
  while (start > done && LOCAL.test(text[start - 1] ?? '')) start -= 1;
  // JSON text that was cut off: the letter belongs to an escape.
  if (start < sign && text[start - 1] === '\\' && /[nrt]/.test(text[start] ?? '')) start += 1;
  // The same of a URL: `%20` and the like are no part of the address.
  if (/^%[0-9a-f]{2}/i.test(text.slice(start - 1, start + 2))) start += 2;
  while (start < sign && /[.+~-]/.test(text[start] ?? '')) start += 1;
  return Math.min(start, sign);
}

/** The longest host name from here on whose last label is of letters; empty = there is none. */
function domainAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < MAX_DOMAIN && DOMAIN.test(text[end] ?? '')) end += 1;
  return LABELS.exec(text.slice(start, end))?.[0] ?? '';
}
