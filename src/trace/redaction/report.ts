/** How often something of a kind was found at a place: a JSON path without values, `$` the text or document itself. */
export interface RedactionCount {
  readonly kind: string;
  readonly place: string;
  readonly count: number;
}

/** Documents with ever new member names must not fill the memory. */
const MAX_PLACES = 2000;
const ELSEWHERE = '(elsewhere)';

/** Counts what is found, by kind and place. */
export class RedactionReport {
  readonly #counts = new Map<string, { kind: string; place: string; count: number }>();

  add(kind: string, place: string, count: number): void {
    const at = this.#counts.size < MAX_PLACES || this.#counts.has(keyOf(kind, place)) ? place : ELSEWHERE;
    const known = this.#counts.get(keyOf(kind, at));
    if (known === undefined) this.#counts.set(keyOf(kind, at), { kind, place: at, count });
    else known.count += count;
  }

  /** The most frequent first. */
  counts(): readonly RedactionCount[] {
    return [...this.#counts.values()]
      .map((count) => ({ ...count }))
      .sort((a, b) => b.count - a.count || order(keyOf(a.kind, a.place), keyOf(b.kind, b.place)));
  }
}

function keyOf(kind: string, place: string): string {
  return `${kind} ${place}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
