import type { Found } from './found.ts';

/** Lengths by country, of the SWIFT registry of IBANs (ISO 13616). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g;
/** After a backslash of JSON text that was cut off, the letter before the country belongs to an escape. */
const ESCAPED_START = /(?<=\\[nrt])[A-Za-z]{2}\d{2}/g;
const SEPARATOR = /[ \t\u00a0\u202f-]/;

/** IBANs, in one piece or in groups, told by the country's length and the check digits (ISO 7064, MOD 97-10). */
export function findIbans(text: string): readonly Found[] {
  const starts = [...text.matchAll(START), ...(text.includes('\\') ? text.matchAll(ESCAPED_START) : [])];
  const found: Found[] = [];
  let done = 0;
  for (const { index } of starts.sort((a, b) => a.index - b.index)) {
    if (index < done) continue;
    const one = ibanAt(text, index);
    if (one === null) continue;
    found.push(one);
    done = one.end;
  }
  return found;
}

function ibanAt(text: string, start: number): Found | null {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return null;
  let normal = '';
  let end = start;
  for (let at = start; at < text.length && normal.length < length; at += 1) {
    const character = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(character)) {
      normal += character.toUpperCase();
      end = at + 1;
    } else if (!SEPARATOR.test(character) || end !== at) return null;
  }
  if (normal.length !== length || /[A-Za-z0-9]/.test(text[end] ?? '') || !passesMod97(normal)) return null;
  return { start, end, normal };
}

function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
