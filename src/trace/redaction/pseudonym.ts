import { createHmac } from 'node:crypto';

/** What stands in the place of something personal: `<email:0123456789ab>`, the digits a keyed hash of what was there. */
const DIGITS = 12;

/** Secret; whoever has it can find out by trying what a pseudonym stands for. */
export type PseudonymKey = string | Uint8Array;

/**
 * The same thing has the same pseudonym under one key, wherever it stands: HMAC-SHA-256 (RFC 2104), cut to 48 bits, which
 * keeps a million different values apart with a probability of 99.8 %.
 */
export function pseudonym(key: PseudonymKey, kind: string, value: string): string {
  const digits = createHmac('sha256', key).update(`${kind}\0${value}`).digest('hex').slice(0, DIGITS);
  return `<${kind}:${digits}>`;
}

/** A place in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds what redaction put into a text, so that it is left alone the second time. Only the kinds there are: any other
 * text in angle brackets is text. Twelve digits are less than a card or an IBAN has, so none can hide in one.
 */
export function markersOf(kinds: readonly string[]): RegExp {
  return new RegExp(`<(?:${kinds.join('|')}):[0-9a-f]{${DIGITS}}>|\\[redacted:[a-z-]+\\]`, 'g');
}

export function rangesOf(pattern: RegExp, text: string): readonly Range[] {
  if (!text.includes('<') && !text.includes('[redacted:')) return [];
  return [...text.matchAll(pattern)].map(({ 0: marker, index }) => ({ start: index, end: index + marker.length }));
}
