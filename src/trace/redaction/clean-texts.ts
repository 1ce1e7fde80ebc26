import { goesOn, isListText } from '../json-lists.ts';

const MAX_TEXTS = 5000;
const MAX_CHARS = 4 * 1024 * 1024;
/** A longer one would push all others out. */
const MAX_TEXT_CHARS = 64 * 1024;
/** Conversations that go on side by side. */
const MAX_LISTS = 16;
const MAX_LIST_CHARS = 1024 * 1024;

/** The texts in which nothing was found of late: instructions, tools, names and whole conversations come again and again. */
export class CleanTexts {
  #recent = new Set<string>();
  #before: ReadonlySet<string> = new Set();
  #chars = 0;
  readonly #lists: string[] = [];

  has(text: string): boolean {
    return this.#recent.has(text) || this.#before.has(text);
  }

  add(text: string): void {
    if (text.length <= MAX_LIST_CHARS && isListText(text)) {
      this.#lists.unshift(text);
      if (this.#lists.length > MAX_LISTS) this.#lists.pop();
    }
    if (text.length > MAX_TEXT_CHARS) return;
    if (this.#recent.size >= MAX_TEXTS || this.#chars > MAX_CHARS) {
      this.#before = this.#recent;
      this.#recent = new Set();
      this.#chars = 0;
    }
    this.#recent.add(text);
    this.#chars += text.length;
  }

  /** A list in JSON text that a text goes on after. */
  listBefore(text: string): string | null {
    return this.#lists.find((list) => list.length < text.length && goesOn(text, list)) ?? null;
  }
}
