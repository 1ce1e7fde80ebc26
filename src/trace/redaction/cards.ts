import { type DigitGroup, digitRuns, insideHex } from './digits.ts';
import type { Found } from './found.ts';

/** First digits and lengths of the networks' numbers (ISO/IEC 7812 and the networks' own pages). */
const NETWORKS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^3(?:0[0-5]|[689])/, [14, 16]], // Diners Club
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]], // JCB
  [/^6(?:011|4[4-9]|5|2)/, [16, 17, 18, 19]], // Discover, UnionPay
  [/^(?:50|5[6-8]|6)/, [16, 19]], // Maestro
];

const MIN_LENGTH = 13;
const SMALLEST = 10 ** (MIN_LENGTH - 1);
const MAX_LENGTH = 19;
/** As cards print their number. */
const GROUPINGS = /^(?:4,4,4,4(?:,[1-3])?|4,4,4,[1-3]|4,6,[45]|4,5,6|6,13|8,8)$/;
const SEPARATOR = /^(?:[ \t\u00a0\u2007\u2009\u202f]{1,3}|[ \t]?[-.\u2010-\u2013][ \t]?)$/;

/** Payment cards' numbers in one piece or in groups, told by network, length and check digit. */
export function findCards(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { groups } of digitRuns(text)) {
    for (let first = 0; first < groups.length; first += 1) {
      const card = cardFrom(groups, first);
      const [from, to] = [groups[first], groups[first + (card?.size ?? 0) - 1]];
      if (card === null || from === undefined || to === undefined) continue;
      if (insideHex(text, from.start, to.end) || (card.size === 1 && isFraction(text, from.start))) continue;
      found.push({ start: from.start, end: to.end, normal: card.digits });
      first += card.size - 1;
    }
  }
  return found;
}

/** A card's number that stands as a number. Beyond 2^53 the last digits are lost, and with them the check. */
export function cardOfNumber(value: number): string | null {
  if (!Number.isSafeInteger(value) || value < SMALLEST) return null;
  const digits = String(value);
  return isCard(digits) ? digits : null;
}

/** The digits of a decimal number behind its point are no card, however many they are. */
function isFraction(text: string, start: number): boolean {
  return /\d\.$/.test(text.slice(Math.max(0, start - 2), start));
}

/** The longest card that begins with a group. */
function cardFrom(groups: readonly DigitGroup[], first: number): { digits: string; size: number } | null {
  let digits = '';
  let grouping = '';
  let card: { digits: string; size: number } | null = null;
  for (let size = 1; first + size <= groups.length; size += 1) {
    const group = groups[first + size - 1];
    if (group === undefined || (size > 1 && !SEPARATOR.test(group.before))) break;
    digits += group.digits;
    grouping += `${size === 1 ? '' : ','}${group.digits.length}`;
    if (digits.length > MAX_LENGTH) break;
    if ((size === 1 || GROUPINGS.test(grouping)) && isCard(digits)) card = { digits, size };
  }
  return card;
}

function isCard(digits: string): boolean {
  if (digits.length < MIN_LENGTH || digits.length > MAX_LENGTH) return false;
  return (
    NETWORKS.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits)) && passesLuhn(digits)
  );
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
