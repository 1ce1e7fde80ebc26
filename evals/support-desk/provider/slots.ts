/** What a parameter stands for, read from its name: `refund_amount` is an amount as `amount` is one. */
export type Role =
  | 'order'
  | 'email'
  | 'amount'
  | 'date'
  | 'street'
  | 'postal_code'
  | 'city'
  | 'keywords'
  | 'choice'
  | 'unknown';

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/order/, 'order'],
  [/mail/, 'email'],
  [/amount|total/, 'amount'],
  [/date|day/, 'date'],
  [/street/, 'street'],
  [/postal|zip/, 'postal_code'],
  [/city|town/, 'city'],
  [/subject|summary|query/, 'keywords'],
  [/reason|plan|category|priority/, 'choice'],
];

export function roleOf(parameter: string): Role {
  return ROLES.find(([name]) => name.test(parameter))?.[1] ?? 'unknown';
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const STOP_WORDS = new Set(
  `a about after am an and any are as at be been but by can could did do does for from get got had has have hello hi how i
  if in is it its me must my need no not of on once or order out please so some tell thank thanks that the there this to up
  us want was we what when where which who will with would you your just still here more one today`.split(/\s+/),
);

/** Words that speak for a value of an enumeration; a value without an entry is never read from a message. */
const CHOICES: Readonly<Record<string, RegExp>> = {
  damaged: /damaged|broken|cracked|smashed|scratched|dented/,
  damaged_item: /damaged|broken|cracked|smashed|scratched|dented/,
  late: /\blate\b|\bweeks\b/,
  not_as_described: /described|wrong colou?r|different/,
  changed_mind: /changed my mind|no longer/,
  ordered_by_mistake: /by mistake|twice/,
  found_cheaper: /cheaper/,
  too_slow: /too (long|slow)/,
  complaint: /complain|complaint|rude|unacceptable/,
  billing: /charged|invoice|\bbill/,
  technical: /log in|password|crash|app\b/,
  high: /urgent|immediately|right away|as soon as possible/,
  free: /\bto (the )?free\b/,
  pro: /\bto (the )?pro\b/,
  enterprise: /\bto (the )?enterprise\b/,
};
const UNSAID = ['other', 'normal'];

/** The value of a role in a message; null = it does not say. */
export function slotIn(
  message: string,
  role: Role,
  values: readonly string[],
  defaultYear: string | null,
): string | number | null {
  switch (role) {
    case 'order':
      return message.match(/NB-\d{6}/g)?.at(-1) ?? null;
    case 'email':
      return /[\w.]+@[\w.]+\.\w+/.exec(message)?.[0] ?? null;
    case 'amount':
      return amountIn(message);
    case 'date':
      return dateIn(message, defaultYear);
    case 'street':
      return addressIn(message)?.street ?? null;
    case 'postal_code':
      return addressIn(message)?.postalCode ?? null;
    case 'city':
      return addressIn(message)?.city ?? null;
    case 'keywords':
      return keywordsOf(message).join(' ') || null;
    case 'choice':
      return values.find((value) => CHOICES[value]?.test(message.toLowerCase())) ?? null;
    case 'unknown':
      return null;
    default:
      return role satisfies never;
  }
}

/** What stands for a choice that nobody made. */
export function unsaidChoice(values: readonly string[]): string | null {
  return values.find((value) => UNSAID.includes(value)) ?? null;
}

export function keywordsOf(message: string): string[] {
  const words = message.toLowerCase().match(/[a-z][a-z'-]+/g) ?? [];
  return [...new Set(words.filter((word) => !STOP_WORDS.has(word)))].slice(0, 8);
}

function amountIn(message: string): number | null {
  const written = /(?:EUR|€) ?(\d+(?:[.,]\d{1,2})?)|(\d+(?:[.,]\d{1,2})?) ?(?:EUR|€|euros?)/i.exec(message);
  const digits = written?.[1] ?? written?.[2];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}

function dateIn(message: string, defaultYear: string | null): string | null {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(message)?.[0];
  if (iso !== undefined) return iso;
  const numeric = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(message);
  if (numeric !== null) return isoDay(numeric[3], numeric[2], numeric[1]);
  const month = MONTHS.join('|');
  const named = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})|\\b(${month}) (\\d{1,2})`, 'i').exec(
    message,
  );
  const name = named?.[2] ?? named?.[3];
  if (name === undefined || defaultYear === null) return null;
  return isoDay(defaultYear, String(MONTHS.indexOf(name.toLowerCase()) + 1), named?.[1] ?? named?.[4]);
}

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function addressIn(message: string): { street: string; postalCode: string; city: string } | null {
  const found = /(\d+ [A-Z][\w' ]+), (\d{4,5}) ([A-Z][a-z]+)/.exec(message);
  if (found?.[1] === undefined || found[2] === undefined || found[3] === undefined) return null;
  return { street: found[1], postalCode: found[2], city: found[3] };
}
