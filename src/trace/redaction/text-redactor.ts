import { replaceSecrets } from '../redact.ts';
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

/** Digits with little between them. */
const LONG_NUMBER = /\d[^A-Za-z"':,;=]{6}/;

const FINDERS: Readonly<Record<RedactionKind, { readonly find: Finder; readonly hint: RegExp }>> = {
  email: { find: findEmails, hint: /@|%40/ },
  iban: { find: findIbans, hint: /[A-Za-z]{2}\d\d/ },
  card: { find: findCards, hint: LONG_NUMBER },
  phone: { find: findPhones, hint: LONG_NUMBER },
};

/** What a pattern needs longer for is guarded; what is shorter cannot take long. */
const MAX_UNGUARDED = 100;

/** What is found may hide something beside it, which shows only when it is gone. */
const MAX_ROUNDS = 4;

const SECRET_HINT =
  /-----BEGIN|sk-|gh[opusr]_|github_pat_|glpat-|AKIA|ASIA|AIza|xox|[rs]k_|eyJ|authorization|api-key|cookie|bearer/i;

const ANY_HINT = new RegExp(`@|%40|\\d\\d|${SECRET_HINT.source}`, 'i');

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
    if (this.#options.patterns.length === 0 && !ANY_HINT.test(text)) return text;
    let redacted = text;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const before = redacted;
      if (SECRET_HINT.test(redacted)) redacted = replaceSecrets(redacted, (name) => onFound(name, 1));
      for (const pattern of this.#options.patterns) redacted = this.#custom(redacted, pattern, onFound);
      for (const kind of this.#kinds) {
        const { find, hint } = FINDERS[kind];
        if (hint.test(redacted)) redacted = this.#replace(redacted, kind, find, onFound);
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
