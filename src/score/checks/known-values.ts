import { distance } from 'fastest-levenshtein';
import { isIdentifier, MAX_TEXT, plain, wordsIn } from './values.ts';

/** Where a value stands first. */
interface Origin {
  /** As it is written there. */
  readonly value: string;
  readonly step: number;
  /** The tool, or who said it. */
  readonly by: string;
}

interface Heard {
  readonly text: string;
  readonly step: number;
  readonly by: string | null;
}

/** Every word that was said so far in a run. */
export class KnownValues {
  readonly #heard: Heard[] = [];
  /** So many texts are indexed: most values stand somewhere as they are, and then nothing need be. */
  #indexed = 0;
  readonly #words = new Set<string>();
  readonly #texts: string[] = [];
  readonly #identifiers = new Map<string, Origin>();

  /** `by` = who said it; null = a value of it that comes back altered does not count as altered. */
  hear(text: string, step: number, by: string | null): void {
    this.#heard.push({ text: text.slice(0, MAX_TEXT), step, by });
  }

  /** It stands somewhere, be it inside of something longer or around something shorter that identifies. */
  has(value: string): boolean {
    if (this.#heard.some(({ text }) => standsIn(text, value))) return true;
    this.#index();
    const key = plain(value);
    if (this.#words.has(key)) return true;
    if (key.length < 5 || this.longer(value, Number.POSITIVE_INFINITY) !== null) return false;
    if (this.#texts.some((text) => text.includes(key))) return true;
    return [...this.#identifiers.keys()].some((known) => key.endsWith(known) || key.startsWith(known));
  }

  /** What it is a beginning or an end of, cut off in the middle of a run of letters and digits. */
  longer(value: string, before: number): Origin | null {
    const key = plain(value);
    return this.#find(before, (known, origin) => {
      if (known.length <= key.length || key.length < 0.6 * known.length) return false;
      const [whole, part] = [origin.value.toLowerCase(), value.toLowerCase()];
      if (whole.startsWith(part)) return LETTER.test(whole[part.length] ?? ' ');
      return whole.endsWith(part) && LETTER.test(whole[whole.length - part.length - 1] ?? ' ');
    });
  }

  /** What it differs from by one character, or two where it has eight or more. */
  twin(value: string, before: number): Origin | null {
    const key = plain(value);
    const most = key.length >= 8 ? 2 : 1;
    return this.#find(
      before,
      (known) => Math.abs(known.length - key.length) <= most && distance(known, key) <= most && known !== key,
    );
  }

  #index(): void {
    for (const { text, step, by } of this.#heard.slice(this.#indexed)) {
      this.#texts.push(plain(text));
      for (const value of wordsIn(text)) {
        const key = plain(value);
        this.#words.add(key);
        for (const part of value.split(/[^\p{L}\p{N}]+/u)) this.#words.add(part.toLowerCase());
        if (by !== null && isIdentifier(value) && !this.#identifiers.has(key)) {
          this.#identifiers.set(key, { value, step, by });
        }
      }
    }
    this.#indexed = this.#heard.length;
  }

  #find(before: number, fits: (known: string, origin: Origin) => boolean): Origin | null {
    for (const [known, origin] of this.#identifiers) if (origin.step < before && fits(known, origin)) return origin;
    return null;
  }
}

const LETTER = /[\p{L}\p{N}]/u;

/** As a whole, not as a part of a longer run of letters and digits. */
function standsIn(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + value.length] ?? ' ')) return true;
  }
  return false;
}
