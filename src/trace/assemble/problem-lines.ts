import { cut } from '../../errors.ts';

const MAX_LINES = 50;
const MAX_LINE_CHARS = 300;

/** Counts what was not understood or repaired, so that a million faults make a few lines. */
export class ProblemLines {
  readonly #counts = new Map<string, number>();

  add(text: string, count = 1): void {
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + count);
  }

  /** The most frequent first, equal ones by their text: the order in which spans came does not show. */
  lines(): readonly string[] {
    const sorted = [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const lines = sorted.slice(0, MAX_LINES).map(([text, count]) => {
      const line = cut(text, MAX_LINE_CHARS);
      return count === 1 ? line : `${line} (${count} times)`;
    });
    return sorted.length > MAX_LINES ? [...lines, `and ${sorted.length - MAX_LINES} more kinds of problem`] : lines;
  }
}
