import { isJsonObject, type Json } from '../../trace/index.ts';

/** A single value inside JSON, and the name of the member that holds it (that of the list for its elements). */
export interface Leaf {
  readonly name: string;
  readonly value: string | number | boolean;
}

const MAX_LEAVES = 2000;
/** Texts are looked at up to here: a check must not take minutes over one tool result. */
export const MAX_TEXT = 200_000;
const MAX_VALUE = 80;

export function leavesOf(value: Json): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (one: Json, name: string): void => {
    if (leaves.length >= MAX_LEAVES || one === null) return;
    if (Array.isArray(one)) for (const item of one) visit(item, name);
    else if (isJsonObject(one)) for (const [key, member] of Object.entries(one)) visit(member, key);
    else leaves.push({ name, value: one });
  };
  visit(value, '');
  return leaves;
}

/** Letters and digits alone, in lower case: `#W-12 34` and `w1234` are one value written in two ways. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const WORD = /[\p{L}\p{N}#][\p{L}\p{N}_\-.@+/:#]*/gu;

/** The words of a text as they stand there, without the punctuation behind them. */
export function wordsIn(text: string): readonly string[] {
  const words = text.slice(0, MAX_TEXT).match(WORD) ?? [];
  return words.map((word) => word.replace(/[.:/-]+$/, ''));
}

const DATE_OR_TIME = /^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?([T ]?\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}/;
const NUMBER = /^[+-]?\d+([.,]\d+)*%?$/;

/**
 * One word with a digit in it and at least five letters and digits, which is no date or time; of plain numbers only
 * those of seven digits and more: shorter ones can be amounts, which agents compute.
 */
export function isIdentifier(text: string): boolean {
  if (text.length > MAX_VALUE || /\s/.test(text) || !/\d/.test(text) || DATE_OR_TIME.test(text)) return false;
  return NUMBER.test(text) ? /^\d{7,}$/.test(text) : plain(text).length >= 5;
}

/** `order_id`, `orderIds`, `id_` and `iban` name what identifies something. */
export function namesIdentifier(name: string): boolean {
  const last = nameWords(name).at(-1);
  return last === 'id' || last === 'ids' || last === 'iban';
}

/** The words of a tool's or a member's name: `sendEmail`, `send-email` and `send_email` have the same. */
export function nameWords(name: string): readonly string[] {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
