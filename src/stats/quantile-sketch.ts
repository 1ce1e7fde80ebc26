/** Quantiles are off by at most this share of themselves. */
const ACCURACY = 0.01;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);
/** Values outside are counted at the end of the range: at most 2,400 bins, whatever comes. */
const SMALLEST = 1e-9;
const LARGEST = 1e12;

/** Bins of a sketch: key and count, ascending. */
type SketchBins = readonly (readonly [key: number, count: number])[];

/**
 * The distribution of numbers >= 0 in logarithmic bins: any quantile within 1 % of its value, from 1e-9 to 1e12; what is
 * smaller is 0. Two sketches merge by adding counts, so that the result does not depend on who counted what in which order:
 * unlike a t-digest, and unlike stores that collapse bins. Reference: Masson, Rim and Lee (2019), DDSketch,
 * doi:10.14778/3352063.3352135.
 */
export class QuantileSketch {
  readonly #bins = new Map<number, number>();
  #zeros = 0;
  #count = 0;

  /** @throws RangeError for bins that no sketch has. */
  static of(zeros: number, bins: SketchBins): QuantileSketch {
    const sketch = new QuantileSketch();
    if (!isCount(zeros) || !bins.every(([key, count]) => Number.isSafeInteger(key) && isCount(count)))
      throw new RangeError('the bins of a sketch are whole numbers with counts');
    sketch.#zeros = zeros;
    sketch.#count = zeros;
    for (const [key, count] of bins) sketch.#add(key, count);
    return sketch;
  }

  get count(): number {
    return this.#count;
  }

  get zeros(): number {
    return this.#zeros;
  }

  /** Ascending. */
  bins(): SketchBins {
    return [...this.#bins].sort(([a], [b]) => a - b);
  }

  /** `value` >= 0. */
  add(value: number): void {
    if (value >= SMALLEST) this.#add(Math.ceil(Math.log(Math.min(value, LARGEST)) / LOG_GAMMA), 1);
    else {
      this.#zeros += 1;
      this.#count += 1;
    }
  }

  merge(other: QuantileSketch): void {
    this.#zeros += other.#zeros;
    this.#count += other.#zeros;
    for (const [key, count] of other.#bins) this.#add(key, count);
  }

  /** The value below which a share `q` (0 to 1) of the numbers lies; null = there are none. */
  quantile(q: number): number | null {
    if (this.#count === 0) return null;
    const rank = q * (this.#count - 1);
    let seen = this.#zeros;
    if (seen > rank) return 0;
    let last = 0;
    for (const [key, count] of this.bins()) {
      seen += count;
      last = binValue(key);
      if (seen > rank) break;
    }
    return last;
  }

  #add(key: number, count: number): void {
    this.#bins.set(key, (this.#bins.get(key) ?? 0) + count);
    this.#count += count;
  }
}

/** What stands for the values of a bin: within 1 % of each. */
export function binValue(key: number): number {
  return (2 * GAMMA ** key) / (GAMMA + 1);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
