/** A rate as providers set it: so much a minute. Times are milliseconds of a clock that only goes forward. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #capacity: number;
  #level: number;
  #atMs: number;

  /** A tenth of a minute's worth may be taken at once: in no minute is more than 1.1 times the rate taken. */
  constructor(perMinute: number, nowMs: number) {
    this.#perMs = perMinute / 60_000;
    this.#capacity = Math.max(1, perMinute / 10);
    this.#level = this.#capacity;
    this.#atMs = nowMs;
  }

  /** How long to wait until `amount` may be taken; 0 = now. More than the capacity may be taken from a full bucket. */
  waitMs(amount: number, nowMs: number): number {
    this.#refill(nowMs);
    const missing = Math.min(amount, this.#capacity) - this.#level;
    return missing <= 0 ? 0 : Math.ceil(missing / this.#perMs);
  }

  /** Takes `amount`, or gives back what is negative. The level may fall below 0: what follows waits longer. */
  take(amount: number, nowMs: number): void {
    this.#refill(nowMs);
    this.#level = Math.min(this.#capacity, this.#level - amount);
  }

  #refill(nowMs: number): void {
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#level = Math.min(this.#capacity, this.#level + passedMs * this.#perMs);
    this.#atMs = Math.max(this.#atMs, nowMs);
  }
}
