import fc from 'fast-check';
import { compilePattern, REDACTION_KINDS, type Redaction, type Redactor, redactor } from '../../../src/trace/index.ts';

/** A redactor of everything; nothing takes too long. */
export function everything(more: Partial<Redaction> = {}): Redactor {
  return redactor({
    key: 'a key',
    kinds: REDACTION_KINDS,
    patterns: [{ name: 'customer', pattern: compilePattern('CUST-\\d{4,8}') }],
    paths: [],
    withinTime: (act) => act(),
    ...more,
  });
}

/** A secret as it is planted, and what must not be left of it. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
  /** Longest part that would give it away. */
  readonly core: string;
}

function digits(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((some) => some.join(''));
}

export function luhnDigit(front: string): string {
  for (let digit = 0; digit <= 9; digit += 1) if (luhn(front + digit)) return String(digit);
  return '';
}

export function luhn(number: string): boolean {
  const values = [...number].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 1 : 2));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

export const cards: fc.Arbitrary<Planted> = fc
  .tuple(
    fc.constantFrom('4', '51', '55', '2221', '2720', '6011', '62', '37'),
    digits(15),
    fc.constantFrom(' ', '-', '', '\u00a0'),
  )
  .map(([start, fill, separator]) => {
    const front = (start + fill).slice(0, start === '37' ? 14 : 15);
    const number = front + luhnDigit(front);
    const groups = start === '37' ? /^(.{4})(.{6})(.{5})$/ : /^(.{4})(.{4})(.{4})(.{4})$/;
    const text = (groups.exec(number) ?? []).slice(1).join(separator);
    return { kind: 'card', text, core: text };
  });

const part = fc.stringMatching(/^[a-z][a-z0-9_]{1,10}$/);
export const emails: fc.Arbitrary<Planted> = fc
  .tuple(part, part, fc.constantFrom('com', 'co.uk', 'de', 'museum'), fc.constantFrom('@', '%40'))
  .map(([name, host, end, sign]) => {
    const text = `${name}.x+tag${sign}${host.replaceAll('_', '')}.${end}`;
    return { kind: 'email', text, core: text };
  });

/** ISO 7064: 98 minus the remainder of what follows the country with `00` in the check digits' place. */
export function iban(country: string, account: string): string {
  const number = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join('');
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${account}`;
}

export const ibans: fc.Arbitrary<Planted> = fc
  .tuple(fc.constantFrom(['DE', 18], ['BE', 12], ['FR', 23], ['NL', 14]), digits(23), fc.boolean())
  .map(([[country, length], fill, grouped]) => {
    const whole = iban(String(country), country === 'NL' ? `ABNA${fill.slice(0, 10)}` : fill.slice(0, Number(length)));
    const text = grouped ? (whole.match(/.{1,4}/g) ?? []).join(' ') : whole;
    return { kind: 'iban', text, core: text };
  });

export const phones: fc.Arbitrary<Planted> = fc
  .tuple(
    fc.constantFrom(
      '+49 30 ##### ##',
      '+1 (415) 555-####',
      '+4915112######',
      '0049 151 #######',
      '(415) 555-####',
      '415-555-####',
      '030/12#####',
      '01 23 45 ## ##',
      '+44 20 79## ####',
      '0151 1234####',
    ),
    digits(12),
  )
  .map(([form, fill]) => {
    let next = 0;
    const text = form.replaceAll('#', () => fill[next++] ?? '0');
    return { kind: 'phone', text, core: text };
  })
  // One that is a card's number as well is reported as a card.
  .filter(({ text }) => !luhn(text.replace(/\D/g, '')));

export const keys: fc.Arbitrary<Planted> = fc.constant('Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8').map((filler) => {
  const text = `sk-ant-${filler}`;
  return { kind: 'anthropic-key', text, core: text };
});

export const customers: fc.Arbitrary<Planted> = digits(6).map((number) => {
  const text = `CUST-${number}`;
  return { kind: 'customer', text, core: text };
});

export const planted: fc.Arbitrary<Planted> = fc.oneof(cards, emails, ibans, phones, keys, customers);
