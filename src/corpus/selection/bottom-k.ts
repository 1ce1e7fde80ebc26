/**
 * Keeps the items with the smallest ranks of any number that are offered, in memory for `capacity` of them: a heap whose
 * first item has the greatest rank.
 */
export class BottomK<T> {
  readonly #capacity: number;
  readonly #heap: { readonly rank: number; readonly item: T }[] = [];
  #turnedAway: number | null = null;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The smallest rank that found no place; null = every item did. */
  get turnedAway(): number | null {
    return this.#turnedAway;
  }

  /** `make` is called where the item is kept. */
  offer(rank: number, make: () => T): void {
    const [greatest] = this.#heap;
    if (this.#heap.length < this.#capacity) {
      this.#heap.push({ rank, item: make() });
      this.#rise(this.#heap.length - 1);
    } else if (greatest === undefined || rank >= greatest.rank) {
      this.#lose(rank);
    } else {
      this.#lose(greatest.rank);
      this.#heap[0] = { rank, item: make() };
      this.#sink();
    }
  }

  items(): T[] {
    return this.#heap.map(({ item }) => item);
  }

  #lose(rank: number): void {
    this.#turnedAway = Math.min(this.#turnedAway ?? Number.POSITIVE_INFINITY, rank);
  }

  #rankAt(place: number): number {
    return this.#heap[place]?.rank ?? Number.NEGATIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }

  #rise(from: number): void {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (this.#rankAt(parent) >= this.#rankAt(place)) return;
      this.#swap(parent, place);
      place = parent;
    }
  }

  #sink(): void {
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const child = this.#rankAt(right) > this.#rankAt(left) ? right : left;
      if (this.#rankAt(child) <= this.#rankAt(place)) return;
      this.#swap(place, child);
      place = child;
    }
  }
}
