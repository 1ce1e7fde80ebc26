import { mayHoldSecret, replaceSecrets } from '../redact.ts';
import { findCards } from './cards.ts';
import { findEmails } from './emails.ts';
import { type Finder, replaceFound } from './found.ts';
import { findIbans } from './ibans.ts';
import { matchesOf, type RedactionPattern } from './patterns.ts';
import { findPhones } from './phones.ts';
import { markersOf, type PseudonymKey, pseudonym } from './pseudonym.ts';

/** What may be switched off. Keys, tokens and cookies always go. */
export type RedactionKind = 'email' | 'phone' | 'card' | 'iban';
export const REDACTION_KINDS: readonly RedactionKind[] = ['email', 'iban', 'card', 'phone'];

/** The user's JSON paths. */
export const PATH_KIND = 'path';

/**
 * Runs what a user's pattern may take too long for: gives what `act` gives, or null where the time is over. It comes from
 * outside because a pure function has no clock.
 */
export type WithinTime = <T extends object>(act: () => T) => T | null;

export interface TextRedaction {
  readonly key: PseudonymKey;
  readonly kinds: readonly RedactionKind[];
  readonly patterns: readonly RedactionPattern[];
  readonly withinTime: WithinTime;
}

/** Eight digits with what may stand between them are the least that `digitRuns` finds; only telephones are spelled. */
const TWO_DIGITS = /\d\d/;
const DIGITS_APART = /\d[ \t\u00a0\u202f./\u2010-\u2013-]?\d/;
const LONG_NUMBER = /\d(?:[ \t\u00a0\u2007\u2009\u202f()./\u2010-\u2013-]*\d){7}/;
/** The shortest IBAN has 15 characters, and one begins a word, or stands behind an escape. */
const IBAN = /[A-Za-z]{2}\d\d(?<=(?:^|[^A-Za-z0-9]|\\[nrt])[A-Za-z]{2}\d\d)(?:[ \t\u00a0\u202f-]?[A-Za-z0-9]){11}/;

/** `hints`: what no text is without in which something is found. They are looked for in all texts there are. */
const FINDERS: Readonly<Record<RedactionKind, { readonly find: Finder; readonly hints: readonly RegExp[] }>> = {
  email: { find: findEmails, hints: [/@|%40/] },
  iban: { find: findIbans, hints: [IBAN] },
  card: { find: findCards, hints: [TWO_DIGITS, LONG_NUMBER] },
  phone: { find: findPhones, hints: [DIGITS_APART, LONG_NUMBER] },
};

/** What a pattern needs longer for is guarded; what is shorter cannot take long. */
const MAX_UNGUARDED = 100;

/** What is found may hide something beside it, which shows only when it is gone. */
const MAX_ROUNDS = 4;

/** `a@b.co`: what is shorter holds nothing but what the user's patterns find. */
const SHORTEST = 6;

/** So many different things keep their pseudonym at hand. */
const MAX_REMEMBERED = 10_000;

/** Redacts one text, which is no JSON. */
export class TextRedactor {
  readonly #options: TextRedaction;
  readonly #kinds: readonly RedactionKind[];
  readonly markers: RegExp;
  readonly #onlyMarker: RegExp;
  readonly #pseudonyms = new Map<string, string>();

  constructor(options: TextRedaction) {
    this.#options = options;
    this.#kinds = REDACTION_KINDS.filter((kind) => options.kinds.includes(kind));
    this.markers = markersOf([...REDACTION_KINDS, PATH_KIND, ...options.patterns.map(({ name }) => name)]);
    this.#onlyMarker = new RegExp(`^(?:${this.markers.source})$`);
  }

  /** The whole text stands for something that was redacted. */
  isMarker(text: string): boolean {
    return this.#onlyMarker.test(text);
  }

  /** The same things come again and again. */
  pseudonym(kind: string, value: string): string {
    const known = this.#pseudonyms.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    const made = pseudonym(this.#options.key, kind, value);
    if (this.#pseudonyms.size < MAX_REMEMBERED) this.#pseudonyms.set(`${kind} ${value}`, made);
    return made;
  }

  redact(text: string, onFound: (kind: string, count: number) => void): string {
    if (this.#options.patterns.length === 0 && text.length < SHORTEST) return text;
    let redacted = text;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const before = redacted;
      if (mayHoldSecret(redacted)) redacted = replaceSecrets(redacted, (name) => onFound(name, 1));
      for (const pattern of this.#options.patterns) redacted = this.#custom(redacted, pattern, onFound);
      for (const kind of this.#kinds) {
        const { find, hints } = FINDERS[kind];
        const text = redacted;
        if (hints.every((hint) => hint.test(text))) redacted = this.#replace(redacted, kind, find, onFound);
      }
      if (redacted === before) break;
    }
    return redacted;
  }

  #replace(text: string, kind: string, find: Finder, onFound: (kind: string, count: number) => void): string {
    const replaced = replaceFound(text, find(text), this.markers, (normal) => this.pseudonym(kind, normal));
    if (replaced.count > 0) onFound(kind, replaced.count);
    return replaced.text;
  }

  /** A text for which a pattern takes too long is withheld: nobody knows what is in it. */
  #custom(text: string, { name, pattern }: RedactionPattern, onFound: (kind: string, count: number) => void): string {
    if (this.isMarker(text)) return text;
    const find = () => matchesOf(pattern, text);
    const found = text.length <= MAX_UNGUARDED ? find() : this.#options.withinTime(find);
    if (found !== null) return this.#replace(text, name, () => found, onFound);
    onFound('too-slow', 1);
    return '[redacted:too-slow]';
  }
}
